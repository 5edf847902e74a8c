/** `npm run scenario -- voucher|money [--url URL] [--branch NAME] [--list]`: tells whole stories over HTTP, with their evidence. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createLog } from "@multihelix/local/log.ts";
import { startProduct } from "@multihelix/local/product.ts";
import { createClient } from "./client.ts";
import { declaredBranches } from "./declared.ts";
import { moneyBranches } from "./money.ts";
import { rankedBranches } from "./ranked.ts";
import { scopeBranches } from "./scope.ts";
import { selectionBranches } from "./selection.ts";
import { silentBranches } from "./silent.ts";
import { createStory, newCast } from "./story.ts";
import { type Branch, voucherBranches } from "./voucher.ts";
import type { World } from "./world.ts";

const stories: Record<string, readonly Branch[]> = {
  // The last ones move the clock.
  voucher: [
    ...voucherBranches,
    ...scopeBranches,
    ...selectionBranches,
    ...rankedBranches,
    ...declaredBranches,
    ...silentBranches,
  ],
  money: moneyBranches,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: "string" }, branch: { type: "string" }, list: { type: "boolean" } },
});
const branches = stories[positionals[0] ?? "voucher"];
if (branches === undefined) {
  process.stderr.write(`Stories: ${Object.keys(stories).join(", ")}\n`);
  process.exit(2);
}
if (values.list === true) {
  for (const { name, what, cloud } of branches)
    process.stdout.write(`${name.padEnd(14)} ${what}${cloud ? "  [cloud]" : ""}\n`);
  process.exit(0);
}

const opened = values.url === undefined ? await openOwn() : openOther(values.url);
const cast = newCast();
let failures = 0;
for (const branch of branches.filter(({ name }) => values.branch === undefined || name === values.branch)) {
  process.stdout.write(`\n${branch.name}: ${branch.what}\n`);
  const story = createStory(opened.world, (line) => process.stdout.write(`${line}\n`), cast);
  try {
    const caseId = await branch.tell(story);
    process.stdout.write(`     held: ${story.steps()} steps, case ${caseId}\n`);
  } catch (error) {
    failures += 1;
    process.stdout.write(`     FAILED ${(error as Error).message}\n`);
  }
}
await opened.close();
process.stdout.write(failures === 0 ? "\nEvery branch held.\n" : `\n${failures} branches failed.\n`);
process.exitCode = failures === 0 ? 0 : 1;

/** A system of our own: empty folder, demo world, any free port. */
async function openOwn(): Promise<{ world: World; close(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), "multihelix-scenario-"));
  const log = createLog((line) => process.stderr.write(`${line}\n`), true);
  const product = await startProduct({ dataDir, port: 0, demo: true, seed: "people", log, webRoot: "web/dist" });
  const url = `http://127.0.0.1:${product.port}`;
  return {
    world: {
      name: "embedded",
      url,
      origin: product.url,
      mails: async (to) => product.inbox.all().filter((mail) => mail.to === to),
      moveTo: async (instant) => {
        const { clock } = product.system;
        clock.move(Date.parse(instant) - Date.parse(clock.now()));
        product.system.nudge();
      },
      now: () => Date.parse(product.system.clock.now()),
      enter: async (persona) => {
        const client = createClient(url, product.url);
        const entered = await client.post("/api/demo/session", { persona });
        if (entered.status !== 200) throw new Error(`${persona} could not come in (${entered.status})`);
        return client;
      },
    },
    async close() {
      await product.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A running demonstration: its mail is read where its people read it. */
function openOther(url: string): { world: World; close(): Promise<void> } {
  const world: World = {
    name: url,
    url: url.replace(/\/$/, ""),
    origin: new URL(url).origin,
    async mails(to) {
      const answer = await fetch(`${world.url}/api/demo/inbox?to=${encodeURIComponent(to)}`);
      if (!answer.ok) throw new Error(`${url} shows no mail (${answer.status}): it is no demonstration`);
      return ((await answer.json()) as { mails: { to: string; subject: string; text: string }[] }).mails.reverse();
    },
  };
  return { world, close: async () => undefined };
}
