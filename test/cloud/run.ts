/** `npm run test:cloud`: the house on an AWS emulator, from bootstrap to removal, held to the embedded system. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { ensureWebBuilt } from "../../packages/local/bin/build-web.mjs";
import { readStage } from "../../stacks/construct/stage.ts";
import { runToEnd } from "../fixture/child-group.ts";
import { createStory } from "../scenario/story.ts";
import { type Branch, voucherBranches } from "../scenario/voucher.ts";
import { type Deployment, deploy, remove, stage } from "./deployment.ts";
import { type Emulator, installEmulator, root, startEmulator } from "./emulator.ts";
import { differences, type Evidence, evidenceOf } from "./evidence.ts";
import { uploadPages } from "./pages.ts";
import { cloudPlace, embeddedPlace, type Place } from "./place.ts";
import { applyNetwork, openCalls } from "./provision.ts";
import { step } from "./timed-step.ts";

const quiet = !process.argv.includes("--verbose");
const say = quiet ? {} : { say: console.log };
const began = performance.now();

try {
  await step("the emulator is installed", () => installEmulator());
  await build();
  const emulator = await step("the emulator answers", () => startEmulator(quiet ? undefined : console.log));
  try {
    await onEmulator(emulator);
  } catch (error) {
    console.error(`\nThe emulator's last words:\n${emulator.lastWords(40)}\n`);
    throw error;
  } finally {
    await step("the emulator is stopped, and nothing of it runs", () => emulator.stop());
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
console.log(`     in all ${((performance.now() - began) / 1000).toFixed(1)} s`);

async function build(): Promise<void> {
  const env = { PATH: `${root}/node_modules/.bin:${process.env.PATH ?? ""}`, HOME: process.env.HOME ?? root };
  const command = ["node", "packages/functions/src/build/main.ts"];
  await step("the functions are bundled, none larger than its bar", () =>
    runToEnd(command, { cwd: root, env, timeoutMs: 120_000, ...say }),
  );
}

async function onEmulator(emulator: Emulator): Promise<void> {
  const { origin } = readStage(root, stage);
  const deployment = await step("sst deploy, both bootstraps included", () => deploy(emulator, origin, say.say));
  try {
    await step("the API says that it is well", () => healthy(deployment));
    await pages(emulator, deployment);
    await step("network and people are applied by the operator's command", () => applyNetwork(emulator, deployment));
    await stories(emulator, deployment);
    await step(
      "a second deployment changes nothing and fails nothing",
      async () => void (await deploy(emulator, origin, say.say)),
    );
    await contracts(emulator);
  } finally {
    await step("sst remove leaves no stack", async () => {
      await remove(emulator, say.say);
      const left = await deployment.stacks();
      if (left.length > 0) throw new Error(`left behind: ${left.join(", ")}`);
    });
  }
}

/** Broken pages are a failure of their own, and no reason to know nothing of the rest. */
async function pages(emulator: Emulator, deployment: Deployment): Promise<void> {
  try {
    await step("the web pages are built", () => ensureWebBuilt());
    await step("the pages are in their bucket, with type and caching", () => uploadPages(emulator, deployment));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}

async function healthy({ url }: Deployment): Promise<void> {
  const answer = await fetch(`${url}/api/health`);
  const body = (await answer.json()) as { status?: string };
  if (answer.status !== 200 || body.status !== "ok")
    throw new Error(`health: ${answer.status} ${JSON.stringify(body)}`);
}

/** Each branch is told in both places; what it left behind must be the same (R11). */
async function stories(emulator: Emulator, deployment: Deployment): Promise<void> {
  const cloud = cloudPlace(emulator, deployment);
  const embedded = await embeddedPlace();
  try {
    await step("the calls are opened by their people over HTTP", async () => void (await openCalls(storyIn(cloud))));
    const failures: unknown[] = [];
    for (const branch of voucherBranches.filter((one) => one.cloud)) {
      await toldInBoth(branch, embedded, cloud).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} branches do not hold`);
  } finally {
    await embedded.close();
    await cloud.close();
  }
}

async function toldInBoth(branch: Branch, embedded: Place, cloud: Place): Promise<void> {
  const told = (place: Place) =>
    step(`${branch.name} in ${place.world.name}: ${branch.what}`, async () => {
      const caseId = (await branch.tell(storyIn(place))) as CaseId;
      return settled(place, caseId);
    });
  const [here, there] = [await told(embedded), await told(cloud)];
  await step(`${branch.name}: both left the same behind (R11)`, async () => same(here, there));
}

function storyIn({ world, cast }: Place) {
  return createStory(world, (line) => console.log(`     ${line}`), cast);
}

/** The evidence once it stands still: letters and events of the last act are still on their way when the story ends. */
async function settled({ store }: Place, caseId: CaseId): Promise<Evidence> {
  const until = Date.now() + 30_000;
  let before = "";
  for (;;) {
    const evidence = await evidenceOf(store, caseId);
    const text = JSON.stringify(evidence);
    if (text === before && evidence.letters.every((line) => !line.endsWith(" queued"))) return evidence;
    if (Date.now() > until) throw new Error(`the case does not come to rest: ${evidence.letters.join(", ")}`);
    before = text;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function same(here: Evidence, there: Evidence): void {
  const kinds = ["path", "events", "letters", "postings", "balances"] as const;
  const found = kinds.flatMap((kind) => differences(kind, here[kind], there[kind]));
  if (found.length > 0) throw new Error(`The two differ:\n${found.join("\n")}`);
  console.log(`     ${kinds.map((kind) => `${here[kind].length} ${kind}`).join(", ")}`);
}

async function contracts(emulator: Emulator): Promise<void> {
  const env = {
    ...emulator.env,
    ...(process.env.MULTIHELIX_TALLY === undefined ? {} : { MULTIHELIX_TALLY: process.env.MULTIHELIX_TALLY }),
  };
  await step("the emulator keeps the store's contract and the language vectors", () =>
    runToEnd(["vitest", "run", "--config", "test/cloud/vitest.config.ts"], {
      cwd: root,
      env,
      timeoutMs: 180_000,
      say: console.log,
    }),
  );
}
