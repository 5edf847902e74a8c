import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { askCalibration } from "@multihelix/core/review/ranking/ask-calibration.ts";
import { readRanking } from "@multihelix/core/view/ranking-view.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staff } from "../../../fixture/build/actor.ts";
import { aLedger, callId } from "../../../fixture/build/call.ts";
import { allMarks } from "../../../fixture/build/reviewer.ts";
import { aWholeCall, type WholeCall } from "../../../fixture/build/whole-call.ts";
import { startTestDeps, type TestDeps } from "../../../fixture/deps.ts";

const mia = staff("mia", "manager", "limburg");
let deps: TestDeps;
let stop: () => Promise<void>;
let world: WholeCall;
let asked = 0;

/** Three reviewers on every case, merit falling with its place; the last review assesses nothing. */
beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
  world = await aWholeCall(deps.store, 9, 4, 5);
  const now = deps.clock.now();
  const changes = world.caseIds.flatMap((caseId, place): Change[] =>
    [0, 1, 2].map((seat) => {
      const reviewerId = world.personIds[(place + seat) % 4] ?? "per_";
      const score =
        place === 8 && seat === 2 ? ("not-assessable" as const) : Math.max(0, 5 - Math.floor((place + seat) / 3));
      return {
        op: "create",
        name: "review",
        value: {
          caseId,
          slot: `r${seat + 1}`,
          attempt: 1,
          reviewerId,
          status: "filed",
          marks: allMarks(score),
          confidence: 2,
          savedAt: now,
          filedAt: now,
          version: 0,
        },
      };
    }),
  );
  await deps.store.commit([
    ...changes,
    { op: "create", name: "budget", value: { ledger: aLedger(), available: 4_000_000, version: 0 } },
  ]);
});
afterAll(() => stop());

const calibrate = () => perform(deps, mia, `calibrate-${++asked}`, askCalibration, { callId });

test("before anybody asks, the ranking is that of the raw means, with the line that the free money draws", async () => {
  const view = await readRanking(deps, mia, callId);
  expect(view).toMatchObject({ orderedBy: "raw-mean", line: 4, calibration: { state: "none" } });
  const means = view.rows.flatMap(({ mean }) => mean ?? []);
  expect(means).toEqual([...means].sort((a, b) => b - a));
  expect(view.rows[0]).toMatchObject({ rawRank: 1, withinMoney: true, tieBand: false });
});

test("calibrated ranks stand beside the raw means; what was not assessable is no zero; around the line there is a tie band", async () => {
  expect(await calibrate()).toEqual({ state: "computing" });
  expect((await readRanking(deps, mia, callId)).calibration.state).toBe("computing");
  for (let round = 0; round < 5; round++) await driveEffects(deps);
  const view = await readRanking(deps, mia, callId);
  expect(view).toMatchObject({ orderedBy: "expected-rank", calibration: { state: "ready", groups: [9] } });
  expect(view.calibration.assessors).toHaveLength(4);
  const ranks = view.rows.map(({ calibrated }) => calibrated?.expectedRank ?? Number.NaN);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  const last = view.rows.find(({ caseId }) => caseId === world.caseIds[8]);
  expect(last).toMatchObject({ mean: 50, counted: 2 });
  expect(view.rows.some(({ tieBand }) => tieBand)).toBe(true);
  expect(await calibrate(), "the same scores are not computed twice").toEqual({ state: "ready" });
});

test("another score makes it out of date: the raw means order again until it is computed anew", async () => {
  const [caseId = "app_"] = world.caseIds;
  const [review] = await deps.store.list("review", { caseId });
  if (review === undefined) throw new Error("there is no review");
  await deps.store.commit([{ op: "replace", name: "review", value: { ...review, marks: allMarks(1) } }]);
  expect(await readRanking(deps, mia, callId)).toMatchObject({
    orderedBy: "raw-mean",
    calibration: { state: "out-of-date", assessors: [] },
  });
});

test("only staff of the lead park read it", async () => {
  await expect(readRanking(deps, staff("olga", "manager", "wales"), callId)).rejects.toMatchObject({
    code: "actor.role-needed",
  });
});
