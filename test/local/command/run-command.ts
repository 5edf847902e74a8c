/** Runs a command of the command line in this process and keeps what it printed. */
import type { Command } from "@multihelix/local/command/list.ts";
import { StartError } from "@multihelix/local/start-error.ts";
import { vi } from "vitest";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** As the command line does: a sentence and its exit code for what was asked wrongly. */
export async function runCommand(command: Command, words: string[]): Promise<Ran> {
  const printed = { out: "", err: "" };
  const keep = (name: "out" | "err") => (text: string | Uint8Array) => {
    printed[name] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(keep("out"));
  const err = vi.spyOn(process.stderr, "write").mockImplementation(keep("err"));
  try {
    return { code: await command.run(words), ...printed };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return { code: error.exitCode, out: printed.out, err: `${printed.err}${error.message}\n` };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
