/** What a park brings from another system. */
import { requireRole } from "@multihelix/core/kernel/actor.ts";
import { importReportSchema, importVouchers } from "@multihelix/core/voucher/import/import-vouchers.ts";
import { problemText } from "@multihelix/core/voucher/import/problem-text.ts";
import * as z from "zod";
import { signedRoute } from "../route.ts";

const problemSchema = importReportSchema.shape.problems.element.extend({
  /** The same as a sentence. */
  text: z.string(),
});

export const importRoutes = [
  signedRoute({
    method: "post",
    path: "/api/parks/{parkId}/imports/vouchers",
    summary:
      "Take over running vouchers with opening balances from a CSV file: looked at with dryRun, told what is wrong by line and column, the same file twice is nothing new",
    tag: "import",
    params: z.object({ parkId: z.string().max(40) }),
    body: z.object({
      /** The file's text. */
      csv: z.string().min(1).max(400_000),
      dryRun: z.boolean(),
    }),
    result: importReportSchema.extend({ problems: z.array(problemSchema) }),
    fresh: true,
    keyless: true,
    handle: async ({ deps, params, body }, { actor }) => {
      const report = await importVouchers(
        deps,
        requireRole(actor, "finance", params.parkId, deps.clock.now()),
        body.csv,
        body.dryRun,
      );
      return { body: { ...report, problems: report.problems.map((one) => ({ ...one, text: problemText[one.code] })) } };
    },
  }),
] as const;
