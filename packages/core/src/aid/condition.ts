/** A grant that waits for the applicant's statement: asked where the law wants a notification before the grant (domain §7). */
import * as z from "zod";
import { sectionData } from "../application/section.ts";
import { aidBasisSchema } from "../call/call.ts";
import { personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import { money, moneySchema } from "../kernel/money.ts";
import type { Headroom } from "./headroom.ts";

/** What the notification said, as it was said, and what was stated in answer. */
export const conditionSchema = z.object({
  basis: aidBasisSchema,
  jurisdiction: z.string(),
  /** Parks whose part of the award falls under it. */
  parkIds: z.array(z.string()).min(1),
  /** Value of that part before tax, in the ceiling's currency. */
  gross: moneySchema,
  ceiling: moneySchema,
  /** First and last day that counted when it was asked, `YYYY-MM-DD`. */
  from: z.string(),
  until: z.string(),
  /** `Subsidy Control Act 2022, Sections 36 to 38`. */
  law: z.string(),
  askedAt: instantSchema,
  statement: z.object({ declared: sectionData.aid.shape.declared, by: personIdSchema, at: instantSchema }).optional(),
  /** The instant of the confirmation: the day the assistance was given. */
  grantedAt: instantSchema.optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

/** The condition that the ceilings of an award put on it; undefined where none wants a statement first. */
export function conditionOf(headrooms: readonly Headroom[], askedAt: Instant): Condition | undefined {
  for (const { state, row, period, currency, ceiling, asked, asks, basis, jurisdiction } of headrooms) {
    const wanted = row?.duties.some(({ kind, when }) => kind === "notification" && when === "before-grant") ?? false;
    if (!wanted || state !== "assessed" || row === undefined || period === undefined) continue;
    if (currency === undefined || ceiling === undefined || asked === undefined) continue;
    return {
      basis,
      jurisdiction,
      parkIds: asks.map(({ parkId }) => parkId),
      gross: money(asked, currency),
      ceiling: money(ceiling, currency),
      from: period.from,
      until: period.until,
      law: `${row.source.act}, ${row.source.article}`,
      askedAt,
    };
  }
  return undefined;
}
