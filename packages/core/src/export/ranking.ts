/** The ranking of a call as a file, in the order of the page. */
import * as z from "zod";
import { callIdSchema } from "../kernel/id.ts";
import { money } from "../kernel/money.ts";
import { readRanking } from "../view/ranking-view.ts";
import { tableExport } from "./export.ts";
import { tableOf } from "./table.ts";

const yes = (is: boolean) => (is ? "yes" : "no");

export const rankingExport = tableExport({
  summary: "The ranking of a call, raw and calibrated",
  params: z.object({ callId: callIdSchema }),
  query: z.object({}),
  async read(deps, actor, { callId }) {
    const { rows, currency } = await readRanking(deps, actor, callId);
    return tableOf(
      `ranking-${callId}`,
      [
        ["raw_rank", ({ rawRank }) => rawRank],
        ["expected_rank", ({ calibrated }) => calibrated?.expectedRank],
        ["reference", ({ reference }) => reference],
        ["title", ({ title }) => title],
        ["company", ({ applicant }) => applicant],
        ["status", ({ status }) => status],
        ["mean_percent", ({ mean }) => mean],
        ["median_percent", ({ median }) => median],
        ["lowest_percent", ({ lowest }) => lowest],
        ["highest_percent", ({ highest }) => highest],
        ["reviews", ({ counted }) => counted],
        ["meets_threshold", ({ meetsThreshold }) => yes(meetsThreshold)],
        ["tie_band", ({ tieBand }) => yes(tieBand)],
        ["within_money", ({ withinMoney }) => yes(withinMoney)],
        ["requested", ({ requested }) => (requested === undefined ? undefined : money(requested, currency))],
        ["currency", () => currency],
      ],
      rows,
    );
  },
});
