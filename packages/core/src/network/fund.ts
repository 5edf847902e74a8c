/** Funds and approval policies of the parks, as rows of the network file. */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { currencySchema } from "../kernel/money.ts";

export const fundSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  parkId: z.string(),
  name: z.string().min(1).max(120),
  funder: z.string().min(1).max(120),
  /** The funder's own reference of the grant. */
  reference: z.string().min(1).max(60),
  /** First day of its budget year, `MM-DD`. */
  budgetYearStart: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  currency: currencySchema,
  /** Costs count from and until these days. */
  eligibleFrom: daySchema,
  eligibleUntil: daySchema,
  /** Money of a federal or central government, with the disclosure that follows from it. */
  federal: z.boolean(),
});
export type Fund = z.infer<typeof fundSchema>;

export const instruments = ["voucher", "joint-project"] as const;
export type Instrument = (typeof instruments)[number];

/** Roles of a park that may be asked to approve. */
export const approverRoles = ["approver", "manager", "finance"] as const;
export type ApproverRole = (typeof approverRoles)[number];

/** Who must approve amounts from `from` up to and including `to` (minor units of the park's currency; no `to`: no upper end). */
export const approvalPolicySchema = z.object({
  parkId: z.string(),
  instrument: z.enum(instruments),
  from: z.int().min(0),
  to: z.int().min(0).optional(),
  approvers: z.union([z.literal(1), z.literal(2)]),
  /** Who gives the first approval, then who gives the second; one role gives both. */
  roles: z.array(z.enum(approverRoles)).min(1),
  /** Whether an approver may hand their answer to a colleague. */
  delegation: z.boolean(),
  /** Two approvers at once, or the second asked only when the first has approved. */
  order: z.enum(["parallel", "sequential"]),
  /** Amounts from here on ask the approver for a fresh second factor. */
  secondFactorFrom: z.int().min(0).optional(),
});
export type ApprovalPolicy = z.infer<typeof approvalPolicySchema>;

/** The budget year of a fund that a day falls in, named by the calendar year in which it begins. */
export function budgetYearOf(fund: Pick<Fund, "budgetYearStart">, day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= fund.budgetYearStart ? year : year - 1;
}
