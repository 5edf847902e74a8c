/** Limits of state aid and stacking as dated rows with their source: figures live here, never in code (domain §7). */
import * as z from "zod";
import { aidBasisSchema } from "../call/call.ts";
import { daySchema } from "../kernel/day.ts";
import { currencySchema } from "../kernel/money.ts";

export const aidWindowSchema = z.discriminatedUnion("kind", [
  /** Day to day: the last so many years before the grant. */
  z.object({ kind: z.literal("rolling-years"), years: z.int().min(1).max(10) }),
  /** The elapsed part of the present financial year and so many whole ones before it; a year begins on `start` (`MM-DD`). */
  z.object({
    kind: z.literal("financial-years"),
    start: z.string().regex(/^\d{2}-\d{2}$/),
    preceding: z.int().min(0).max(10),
  }),
  /** Each project, or each funded activity, for itself. */
  z.object({ kind: z.literal("project") }),
]);
export type AidWindow = z.infer<typeof aidWindowSchema>;

/** Percent of eligible cost, by kind of work, with what smaller enterprises get on top. */
export const intensitySchema = z.object({
  category: z.string().min(1),
  percent: z.number().min(0).max(100),
  medium: z.number().min(0).max(100),
  small: z.number().min(0).max(100),
  cap: z.number().min(0).max(100),
});

export const aidLimitSchema = z.discriminatedUnion("kind", [
  /** Sum of aid to one undertaking in the window, minor units. */
  z.object({ kind: z.literal("ceiling"), amount: z.int().positive(), currency: currencySchema }),
  z.object({ kind: z.literal("intensity"), rows: z.array(intensitySchema).min(1) }),
  /** Percent of eligible cost from all governments together. */
  z.object({ kind: z.literal("stacking"), percent: z.number().min(0).max(100) }),
]);
export type AidLimit = z.infer<typeof aidLimitSchema>;

export const aidDutySchema = z.object({
  kind: z.enum([
    "declaration",
    "notification",
    "confirmation",
    "letter-states-regulation",
    "incentive-effect",
    "register-entry",
    "correction-entry",
    "publication",
    "disclosure",
    "record",
  ]),
  /** Before the grant, at it, or after it. */
  when: z.enum(["before-grant", "at-grant", "after-grant", "on-change"]),
  workingDays: z.int().positive().optional(),
  days: z.int().positive().optional(),
  months: z.int().positive().optional(),
  years: z.int().positive().optional(),
  /** Only for grants above this amount, minor units of the limit's currency. */
  above: z.int().positive().optional(),
});

export const aidRowSchema = z.object({
  basis: aidBasisSchema,
  /** Countries of the *payer*, as ISO codes or areas of the network file (`area:eu`); each has its own headroom. */
  jurisdictions: z.array(z.union([z.string().regex(/^[A-Z]{2}$/), z.templateLiteral(["area:", z.string()])])).min(1),
  validFrom: daySchema,
  /** Last day on which it allows a new grant; no day: until a successor is added. */
  validUntil: daySchema.optional(),
  limit: aidLimitSchema,
  window: aidWindowSchema,
  source: z.object({ act: z.string().min(1), article: z.string().min(1), url: z.url().optional() }),
  duties: z.array(aidDutySchema),
  /** What a reader of the figure ought to know. */
  note: z.string().optional(),
});
export type AidRow = z.infer<typeof aidRowSchema>;
