import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

/** Says its pid and words; ends with 7 when asked to stop, at once with 5 when told to `fail`. */
const PRODUCT = `
  process.on("SIGTERM", () => process.exit(7));
  setInterval(() => undefined, 1000) satisfies unknown;
  console.log(process.pid, process.argv.slice(2).join(" "));
  if (process.argv[2] === "fail") process.exit(5);`;
/** Counts in dist how often it built. */
const BUILD = `
  import { appendFileSync, mkdirSync } from "node:fs";
  mkdirSync("dist", { recursive: true });
  appendFileSync("dist/times", "x");`;

let house: string;
const started: ChildProcess[] = [];

beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), "multihelix-launch-"));
  const bin = fileURLToPath(new URL("../../packages/local/bin", import.meta.url));
  await cp(bin, join(house, "packages/local/bin"), { recursive: true });
  await put("packages/local/src/main.ts", PRODUCT);
  await put("packages/core/src/rule.ts", "export {};");
  await put("packages/api/src/app.ts", "export {};");
  await put("web/index.html", "<p>");
  await put("node_modules/vite/bin/vite.js", BUILD);
  await put("node_modules/vite/package.json", '{ "type": "module" }');
  await put(
    "package-lock.json",
    '{ "packages": { "": {}, "node_modules/elsewhere": { "version": "1.0.0", "optional": true } } }',
  );
  await mkdir(join(house, "node_modules/.bin"));
  await symlink(process.execPath, join(house, "node_modules/.bin/node"));
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await rm(house, { recursive: true });
});

describe("the launcher", () => {
  test("hands over words and exit code", async () => {
    const { child, pid, words } = await launch("multihelix.mjs", "fail", "--json");
    expect(pid).toBeGreaterThan(0);
    expect(words).toBe("fail --json");
    expect(await exitOf(child)).toBe(5);
  });

  test("forwards SIGTERM and ends as the product ends", async () => {
    const { child, pid } = await launch("start.mjs");
    child.kill("SIGTERM");
    expect(await exitOf(child)).toBe(7);
    expect(isAlive(pid)).toBe(false);
  });

  test("takes the product with it when it is killed with -9", async () => {
    const { child, pid } = await launch("start.mjs");
    expect(isAlive(pid)).toBe(true);
    child.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5_000 });
  });

  test("builds the pages once, and again when what they are made from has changed", async () => {
    const start = async () => {
      const { child } = await launch("start.mjs");
      child.kill("SIGTERM");
      await exitOf(child);
      return readFile(join(house, "web/dist/times"), "utf8");
    };
    expect(await start()).toBe("x");
    expect(await start()).toBe("x");
    await put("packages/core/src/rule.ts", "export const changed = true;");
    expect(await start()).toBe("xx");
  });

  test("says in one sentence that the lockfile is damaged", async () => {
    await put("package-lock.json", "{");
    const child = run("start.mjs");
    const [sentence] = await Promise.all([once(child.stderr as NodeJS.ReadableStream, "data"), exitOf(child)]);
    expect(String(sentence)).toBe("package-lock.json is missing or damaged; take it from the repository again.\n");
    expect(child.exitCode).toBe(1);
  });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(house, path, ".."), { recursive: true });
  await writeFile(join(house, path), text);
}

function run(file: string, ...words: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(house, "packages/local/bin", file), ...words], {
    // As by hand, not below npm.
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  return child;
}

async function launch(file: string, ...words: string[]) {
  const child = run(file, ...words);
  const [printed] = await once(child.stdout as NodeJS.ReadableStream, "data");
  const [pid, ...rest] = String(printed).trim().split(" ");
  return { child, pid: Number(pid), words: rest.join(" ") };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
