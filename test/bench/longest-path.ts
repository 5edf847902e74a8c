/** P7: history and payload on the longest way through each workflow, every loop gone several times. */
import { longestAnswers, startOf } from "../workflow/longest-path.ts";
import { play } from "../workflow/play.ts";
import { atMost, type Benchmark, type BenchRow } from "./benchmark.ts";

/** So often every question, objection, declined proposal, dispute and query comes back before the case goes on. */
const rounds = 5;

export const benchmark: Benchmark = {
  bar: "P7",
  async run({ folder, say }) {
    say("the longest path through each workflow");
    const rows: BenchRow[] = [];
    for (const [workflow, input] of Object.entries(startOf)) {
      const played = await play(workflow, input, longestAnswers(rounds), { folder });
      if (played.status !== "SUCCEEDED") throw new Error(`${workflow} ended ${played.status}`);
      const note = `each loop ${rounds} times, every reviewer replaced to the cap and ${rounds} times by hand; five parks`;
      rows.push(
        atMost(`P7 ${workflow}, history events`, 2000, "", played.historyEvents, note),
        atMost(`P7 ${workflow}, largest payload`, 32, "KB", played.largestPayloadBytes / 1024),
      );
    }
    return rows;
  },
};
