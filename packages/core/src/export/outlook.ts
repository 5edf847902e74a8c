/** What a park's money waits for, by age, as a file: what will lapse, what is to be paid, what was asked back. */
import * as z from "zod";
import { money } from "../kernel/money.ts";
import { readOutlook } from "../view/outlook.ts";
import { tableExport } from "./export.ts";
import { tableOf } from "./table.ts";

export const outlookExport = tableExport({
  summary: "What the park's money waits for, by age",
  params: z.object({ parkId: z.string().max(40) }),
  query: z.object({ of: z.enum(["lapsing", "owed", "recoverable"]).optional() }),
  async read(deps, actor, { parkId }, { of }) {
    const { lapsing, owed, recoverable } = await readOutlook(deps, actor, parkId);
    const parts = { lapsing, owed, recoverable };
    const asked = of === undefined ? (["lapsing", "owed", "recoverable"] as const) : [of];
    return tableOf(
      `outlook-${parkId}`,
      [
        ["waits_for", ({ part }) => part],
        ["day", ({ line }) => line.day],
        ["case", ({ line }) => line.reference],
        ["company", ({ line }) => line.applicant],
        ["status", ({ line }) => line.status],
        ["amount", ({ line }) => money(line.amount, line.currency)],
        ["currency", ({ line }) => line.currency],
        ["ledger_key", ({ line }) => line.key],
      ],
      asked.flatMap((part) => parts[part].map((line) => ({ part, line }))),
    );
  },
});
