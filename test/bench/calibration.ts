/** P10: calibration of the published panel and of larger ones; the same seed gives the same bytes. */
import { readFileSync } from "node:fs";
import { calibrate } from "@multihelix/core/review/calibration/calibrate.ts";
import type { GivenScore } from "@multihelix/core/review/calibration/panel.ts";
import { seededRandom } from "../fixture/seeded-random.ts";
import { atMost, type Benchmark, type BenchRow, median } from "./benchmark.ts";

/** Columns of a reference file, without its head. */
function rows(name: string): string[][] {
  const text = readFileSync(new URL(`../fixture/data/snsf/${name}.csv`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

/** Grades 1 to 6 with differences between applications and assessors. */
function panel(applications: number, assessors: number): GivenScore[] {
  const random = seededRandom(applications * assessors);
  const merit = Array.from({ length: applications }, () => 2 + 3 * random());
  const mild = Array.from({ length: assessors }, () => random() - 0.5);
  return merit.flatMap((good, row) =>
    mild.map((mildness, column) => ({
      application: `a${row}`,
      assessor: `s${column}`,
      score: Math.min(6, Math.max(1, Math.round(good + mildness + random() - 0.5))),
    })),
  );
}

const seed = 20260728;
const timed = (scores: readonly GivenScore[], lowerIsBetter = false) => {
  const began = performance.now();
  const result = calibrate(scores, { seed, lowerIsBetter });
  return { result, seconds: (performance.now() - began) / 1000 };
};

function publishedRows(): BenchRow[] {
  const scores = rows("mock-panel").map(
    ([application = "", assessor = "", grade]): GivenScore => ({ application, assessor, score: Number(grade) }),
  );
  const runs = [1, 2, 3].map(() => timed(scores, true));
  const [first, again] = runs;
  const far = { rank: 0, sucra: 0 };
  for (const [id, er, sucra] of rows("mock-panel-expected")) {
    const found = first?.result.applications.find(({ application }) => application === id);
    if (found === undefined) throw new Error(`${id} has no rank`);
    far.rank = Math.max(far.rank, Math.abs(found.expectedRank - Number(er)));
    far.sucra = Math.max(far.sucra, Math.abs(found.sucra - Number(sucra)));
  }
  const same = JSON.stringify(first?.result) === JSON.stringify(again?.result);
  const note = "panel 1 of the published example";
  return [
    atMost("P10 calibration 15 × 5", 1.5, "s", median(runs.map(({ seconds }) => seconds)), `median of 3; ${note}`),
    atMost("P10 largest difference of an expected rank", 0.3, "", far.rank, note),
    atMost("P10 largest difference of a SUCRA", 0.03, "", far.sucra, note),
    { name: "P10 same seed", bar: "same bytes", measured: same ? "same bytes" : "other bytes", ok: same },
  ];
}

export const benchmark: Benchmark = {
  bar: "P10",
  async run({ quick, say }) {
    say("calibration of the published panel");
    const published = publishedRows();
    if (quick) return published;
    say("calibration of a large panel");
    const { result, seconds } = timed(panel(300, 12));
    const { draws, settled, rankError } = result.certainty;
    const note = `${draws} draws, largest standard error of a rank ${rankError.toFixed(2)}${settled ? "" : ", not settled"}`;
    return [...published, atMost("P10 calibration 300 × 12", 30, "s", seconds, note)];
  },
};
