import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isUntouched } from "@multihelix/local/seed/told-folder.ts";
import { afterEach, beforeEach, expect, test } from "vitest";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "multihelix-told-folder-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

test("a folder with a store, a workflow or a key belongs to an installation and is never filled", async () => {
  expect(isUntouched(dataDir)).toBe(true);
  for (const name of ["store.sqlite", "engine.sqlite", "installation.key"]) {
    await writeFile(join(dataDir, name), "");
    expect(isUntouched(dataDir), name).toBe(false);
    await rm(join(dataDir, name));
  }
});

test("a copy that was cut short is begun again", async () => {
  await mkdir(join(dataDir, ".copying"));
  await writeFile(join(dataDir, "engine.sqlite"), "half");
  expect(isUntouched(dataDir)).toBe(true);
});
