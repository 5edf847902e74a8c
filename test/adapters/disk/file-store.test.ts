import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDiskFiles } from "@multihelix/adapters/disk/file-store.ts";
import { createInspector } from "@multihelix/adapters/system/inspector.ts";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "multihelix-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const key = "app_01K8Z3V5J0QW4R7T9Y2B6C8D1F/fil_01K8Z3V5J0QW4R7T9Y2B6C8D1F";

test("bytes are kept whole, for the owner of the process alone, and nothing half remains", async () => {
  const files = createDiskFiles(folder);
  await files.write("kept", key, new Uint8Array([1, 2, 3]));
  expect(await files.read("kept", key)).toEqual(new Uint8Array([1, 2, 3]));
  expect(await files.read("quarantine", key)).toBeUndefined();
  expect(statSync(join(folder, "kept", key)).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "kept", key.slice(0, 30)))).toEqual([key.slice(31)]);
  await files.remove("kept", key);
  await files.remove("kept", key);
  expect(await files.read("kept", key)).toBeUndefined();
});

test("a key that is no pair of ids leads nowhere", async () => {
  const files = createDiskFiles(folder);
  for (const bad of ["../x", `${key}/../../y`, "app_1/fil_1", ""])
    await expect(async () => files.read("kept", bad)).rejects.toThrow(/id of a case/);
});

test("a scanner says by its end what it found; one that fails is asked again later", async () => {
  const node = (code: string) => createInspector(process.execPath === "" ? undefined : [process.execPath, "-e", code]);
  const bytes = new Uint8Array(200_000);
  expect(await node("process.stdin.resume()").scan(bytes)).toBe("clean");
  expect(await node("process.exit(1)").scan(bytes)).toBe("infected");
  await expect(node("process.exit(2)").scan(bytes)).rejects.toThrow("did not answer");
  await expect(createInspector(["/no/such/scanner"]).scan(bytes)).rejects.toThrow("did not start");
  expect(await createInspector().scan(bytes)).toBe("not-scanned");
});
