/** P12: from `npm start` to the first page, on this installed checkout, and with --fresh from a clone of it. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { atMost, type Benchmark, type BenchRow } from "./benchmark.ts";

const checkout = fileURLToPath(new URL("../..", import.meta.url));

export const benchmark: Benchmark = {
  bar: "P12",
  async run({ folder, fresh, say }) {
    say("npm start to the first page");
    // The first start builds the pages if they are older than their sources; that is not what is measured.
    await secondsToFirstPage(checkout, join(folder, "start-0"));
    const rows: BenchRow[] = [
      atMost("P12 npm start, installed", 5, "s", await secondsToFirstPage(checkout, join(folder, "start-1"))),
    ];
    if (fresh) {
      say("a fresh clone, which installs");
      const clone = join(folder, "clone");
      await promisify(execFile)("git", ["clone", "--quiet", "--no-hardlinks", checkout, clone]);
      rows.push(
        atMost("P12 npm start, fresh clone", 120, "s", await secondsToFirstPage(clone, join(folder, "start-2"))),
      );
    }
    return rows;
  },
};

async function secondsToFirstPage(root: string, dataDir: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn("npm", ["start", "--", "--port", String(port), "--data", dataDir], {
    cwd: root,
    // A group of its own, so that all of it can be ended.
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
      if (await answersPage(`http://localhost:${port}/`)) return (performance.now() - began) / 1000;
      await delay(25);
    }
  } finally {
    await ended(child);
  }
}

async function answersPage(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => undefined);
  return answer?.ok === true && (await answer.text()).includes("<script");
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  await exit;
}

function freePort(): Promise<number> {
  return new Promise((resolve, refuse) => {
    const probe = createServer();
    probe.once("error", refuse);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
