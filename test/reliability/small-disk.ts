/** A disk of its own, small enough to be filled: there where the machine lets the test mount one. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { scratchFolder } from "./scratch.ts";

export interface SmallDisk {
  readonly folder: string;
  /** Leave only so many kilobytes. */
  fill(leaving?: number): void;
  /** Make room again. */
  clear(): void;
  readOnly(): void;
}

const mounted: string[] = [];
afterAll(() => {
  for (const folder of mounted.splice(0)) spawnSync("umount", ["--lazy", folder]);
});

/** Whether this machine allows it: only root may mount. */
export const canMount = process.getuid?.() === 0 && spawnSync("unshare", ["--mount", "true"]).status === 0;

export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await scratchFolder();
  run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=0700`, "tmpfs", folder);
  mounted.push(folder);
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill(leaving = 0) {
      const free = spawnSync("df", ["--output=avail", "-k", folder], { encoding: "utf8" });
      const kilobytes = Number(free.stdout.split("\n")[1]) - leaving;
      spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=1k", `count=${kilobytes}`]);
    },
    clear: () => rmSync(ballast),
    readOnly: () => run("mount", "-o", "remount,ro", folder),
  };
}

function run(command: string, ...words: string[]): void {
  const { status, stderr } = spawnSync(command, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}
