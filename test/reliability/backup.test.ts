/** R15: an installation copied while people work on it is restored to sound books, and its open cases go on. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeBackup, unpackBackup } from "@multihelix/local/backup.ts";
import { createInbox } from "@multihelix/local/inbox.ts";
import { type Product, startProduct } from "@multihelix/local/product.ts";
import { revive } from "@multihelix/local/revive.ts";
import { startSystem } from "@multihelix/local/system.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { keptLog } from "../fixture/recorder.ts";
import { createStory, newCast, type Story } from "../scenario/story.ts";
import { applied, approved, proposed, released, reviewed, screened } from "../scenario/voucher-steps.ts";
import { accepted, checked, paid, reported } from "../scenario/voucher-use-steps.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let root: string;
let product: Product | undefined;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "multihelix-backup-"));
});
afterAll(async () => {
  await product?.stop();
  rmSync(root, { recursive: true, force: true });
});

const open = (folder: string) =>
  startProduct({
    dataDir: join(root, folder),
    port: 0,
    demo: true,
    seed: "people",
    log: keptLog(),
    webRoot: "web/dist",
  });

function storyOn(running: Product): Story {
  const url = `http://127.0.0.1:${running.port}`;
  const mails = async (to: string) => running.inbox.all().filter((mail) => mail.to === to);
  return createStory({ name: "embedded", url, origin: running.url, mails }, () => undefined, {
    ...newCast(),
  });
}

test("what was acknowledged before the copy is in it, its books add up, and a case that waited is paid in the restored system", async () => {
  product = await open("first");
  const story = storyOn(product);
  const waiting = await applied(story);
  await screened(story, waiting);
  await reviewed(story, waiting);
  const issued = await applied(story);
  await screened(story, issued);
  await reviewed(story, issued);
  await proposed(story, issued);
  await approved(story, issued);
  const sent = "files/kept/app_01K8Z3V5J0QW4R7T9Y2B6C8D1F/fil_01K8Z3V5J0QW4R7T9Y2B6C8D1F";
  mkdirSync(dirname(join(root, "first", sent)), { recursive: true });
  writeFileSync(join(root, "first", sent), "%PDF-1.7 sent by somebody");
  // People go on while it is copied.
  const working = released(story, issued, "issued");
  await makeBackup(join(root, "first"), join(root, "copy"));
  await working;
  await product.stop();
  product = undefined;

  unpackBackup(join(root, "copy"), join(root, "second"));
  expect(readFileSync(join(root, "second", sent), "utf8")).toBe("%PDF-1.7 sent by somebody");
  const dataDir = join(root, "second");
  const mailer = createInbox(dataDir, () => new Date().toISOString()).mailer;
  const system = await startSystem({ dataDir, log: keptLog(), mailer });
  const found = await revive(system.deps);
  await system.stop();
  expect(found).toMatchObject({ faults: 0 });
  expect(found.open).toBeGreaterThanOrEqual(2);

  product = await open("second");
  const on = storyOn(product);
  await proposed(on, waiting);
  await approved(on, waiting);
  await released(on, waiting, "issued");
  await accepted(on, waiting);
  await reported(on, waiting, 1_000_000);
  await checked(on, waiting, 800_000);
  await paid(on, waiting, 800_000);
});

test("a copy that was changed, or a folder in use, is refused in one sentence", async () => {
  const key = join(root, "copy", "installation.key");
  const before = readFileSync(key, "utf8");
  writeFileSync(key, "changed");
  expect(() => unpackBackup(join(root, "copy"), join(root, "third"))).toThrow("is not whole: installation.key");
  writeFileSync(key, before);
  expect(() => unpackBackup(join(root, "copy"), join(root, "second"))).toThrow("is not empty");
  await expect(makeBackup(join(root, "nowhere"), join(root, "fourth"))).rejects.toThrow("no installation");
});
