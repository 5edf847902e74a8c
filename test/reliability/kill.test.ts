import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { seededRandom } from "../fixture/seeded-random.ts";
import { voucherBranches } from "../scenario/voucher.ts";
import { until } from "../scenario/world.ts";
import { type Immortal, startImmortal } from "./immortal.ts";
import { crashesIn, deliveries, faultsOf, type LeftBehind, leftBehind } from "./left-behind.ts";
import { scratchFolder } from "./scratch.ts";

/** In the order of the line: each life of the product ends at the next point. */
const points = [
  "start-execution:done",
  "resolve-task:done",
  "send-letter:done",
  "decision.propose:before-commit",
  "decision.propose:after-commit",
  "send-letter:claimed",
  "decision.release:before-commit",
  "decision.release:after-commit",
  "start-execution:done",
  "send-letter:done",
  "payment.book-line:before-commit",
  "payment.book-line:after-commit",
] as const;

/** Deaths by hand at moments that nobody chose. */
const randomDeaths = 4;

test(`killed with -9 at ${points.length} points of the line and ${randomDeaths} moments by lot, the product completes it as if nothing had happened`, {
  timeout: 170_000,
}, async () => {
  const dataDir = await scratchFolder();
  // Life 0 ends by hand; each of the next ones at its point; those after them by lot.
  const product = await startImmortal(dataDir, (life) => points[life - 1]);
  const undisturbed = await tell(product);

  process.kill(product.now().pid, "SIGKILL");
  await until("the first death", async () => product.deaths[0]);
  const atPoints = await tell(product);
  expect(product.deaths.slice(1).map(({ err }) => crashesIn(err).map(({ at }) => at))).toEqual(
    points.map((point) => [point]),
  );
  expect(atPoints.path).toEqual(undisturbed.path);
  expect(atPoints.postings).toEqual(undisturbed.postings);
  expect(atPoints.letters).toEqual(undisturbed.letters);
  const twice = product.deaths.flatMap(({ err }) => crashesIn(err).flatMap(({ unmarked }) => unmarked));
  for (const letterId of [...undisturbed.letterIds, ...atPoints.letterIds]) {
    // A mark that was on its way when the product died may have reached the store, which lives on: then once is right.
    const most = 1 + twice.filter((id) => id === letterId).length;
    const times = deliveries(dataDir).get(letterId) ?? 0;
    expect(times, letterId).toBeGreaterThanOrEqual(1);
    expect(times, letterId).toBeLessThanOrEqual(most);
  }

  const lot = seededRandom(20_261);
  let over = false;
  const killing = (async () => {
    for (let death = 0; death < randomDeaths && !over; death++) {
      await delay(100 + lot() * 900);
      const before = product.deaths.length;
      process.kill(product.now().pid, "SIGKILL");
      await until("the next life", async () => (product.deaths.length > before && product.alive() ? true : undefined));
    }
  })();
  const byLot = await tell(product);
  over = true;
  await killing;
  expect(byLot.path).toEqual(undisturbed.path);
  expect(byLot.postings).toEqual(undisturbed.postings);
  expect(byLot.letters).toEqual(undisturbed.letters);
  for (const letterId of byLot.letterIds) {
    const times = deliveries(dataDir).get(letterId) ?? 0;
    expect(times).toBeGreaterThanOrEqual(1);
    expect(times).toBeLessThanOrEqual(2);
  }
  expect(product.deaths.every(({ signal }) => signal === "SIGKILL")).toBe(true);
  expect(await faultsOf(product.story)).toEqual([]);
  expect((await product.end("SIGTERM")).code).toBe(0);
});

async function tell({ story }: Immortal): Promise<LeftBehind> {
  const line = voucherBranches.find(({ name }) => name === "redeemed");
  if (line === undefined) throw new Error("the scenario has no line from draft to booking");
  return leftBehind(story, await line.tell(story));
}
