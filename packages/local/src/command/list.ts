/** The registry of commands. */
import { assign } from "./assign.ts";
import { backup, restore } from "./backup.ts";
import { calibrate } from "./calibrate.ts";
import { importList } from "./import.ts";
import { match } from "./match.ts";
import { network } from "./network.ts";
import { start } from "./start.ts";

export interface Command {
  summary: string;
  /** Runs with the words after the command's name; resolves with the exit code. */
  run(words: string[]): Promise<number>;
}

export const commands: Record<string, Command> = {
  start,
  network,
  backup,
  restore,
  import: importList,
  assign,
  match,
  calibrate,
};
