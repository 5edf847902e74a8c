/** A grant that waits for the applicant's statement: asked where the law wants a notification, or a declaration signed a few days before it (domain §7). */
import * as z from "zod";
import { sectionData } from "../application/section.ts";
import { aidBasisSchema } from "../call/call.ts";
import { dayAfter } from "../kernel/day.ts";
import { personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import { money, moneySchema } from "../kernel/money.ts";
import type { AidRow } from "../network/aid-row.ts";
import type { Headroom } from "./headroom.ts";

const statementSchema = z.object({
  declared: sectionData.aid.shape.declared,
  by: personIdSchema,
  at: instantSchema,
});

/** What the notification said, as it was said, and what was stated in answer. */
export const conditionSchema = z.object({
  /** `declaration`: what was declared of other aid is to be signed anew, for its signature is too old on the day of the grant. */
  kind: z.enum(["notification", "declaration"]).default("notification"),
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
  statement: statementSchema.optional(),
  /** Codes of what the award still waited for when it was stated: requirements, or the provider's offer. */
  awaited: z.array(z.string()).optional(),
  /** Which of the parties no park had verified then. */
  unverified: z.array(z.string()).optional(),
  /** What was stated for an earlier grant that did not come about: it counts until it is stated anew. */
  before: statementSchema.optional(),
  /** The signature that is too old, and how old it may be; also where a notification's answer renews it. */
  signed: z.object({ on: z.string().optional(), days: z.int() }).optional(),
  /** The instant of the confirmation: the day the assistance was given. */
  grantedAt: instantSchema.optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

/** The signature of what was declared last, as days where the park is. */
export interface Signing {
  /** Day of the grant. */
  readonly day: string;
  /** Day of the signature; undefined where nothing was signed. */
  readonly signedOn: string | undefined;
}

/**
 * The condition that the ceilings of an award put on it; undefined where none wants a statement first. The answer to a
 * notification lists and signs all other aid, too, so nothing more is asked beside it.
 */
export function conditionOf(headrooms: readonly Headroom[], askedAt: Instant, signing: Signing): Condition | undefined {
  const notification = notificationOf(headrooms, askedAt);
  const stale = headrooms.find((headroom) => staleDays(headroom, signing) !== undefined);
  const days = stale === undefined ? undefined : staleDays(stale, signing);
  if (stale === undefined || days === undefined) return notification;
  const { signedOn } = signing;
  const signed = { ...(signedOn === undefined ? {} : { on: signedOn }), days };
  if (notification !== undefined) return { ...notification, signed };
  const asked = askedOf("declaration", stale, askedAt);
  return asked === undefined ? undefined : { ...asked, signed };
}

/**
 * What is asked anew where a statement was made and its grant waited: its signature is too old by now, or another
 * financial year has begun. Undefined where the statement still serves, or is made at this very moment.
 */
export function askedAnew(
  stated: Condition,
  headrooms: readonly Headroom[],
  askedAt: Instant,
  signing: Signing,
): Condition | undefined {
  const { statement } = stated;
  if (statement === undefined || statement.at === askedAt) return undefined;
  const asked = conditionOf(headrooms, askedAt, signing);
  const serves =
    asked === undefined || (asked.signed === undefined && stated.kind === asked.kind && stated.from === asked.from);
  return serves ? undefined : { ...asked, before: statement };
}

/** The same of a notification alone. */
export function notificationOf(headrooms: readonly Headroom[], askedAt: Instant): Condition | undefined {
  const wanted = headrooms.find(({ state, row }) => state === "assessed" && row?.duties.some(isNotification));
  return wanted === undefined ? undefined : askedOf("notification", wanted, askedAt);
}

const isNotification = ({ kind, when }: AidRow["duties"][number]) => kind === "notification" && when === "before-grant";

/** How many days old a signature may be at the grant, where it is older: signed that many days before, it still holds. */
function staleDays({ state, row }: Headroom, { day, signedOn }: Signing): number | undefined {
  const duty = row?.duties.find(({ kind, when }) => kind === "declaration" && when === "before-grant");
  if (state !== "assessed" || duty?.days === undefined) return undefined;
  return signedOn === undefined || dayAfter(signedOn, duty.days) < day ? duty.days : undefined;
}

function askedOf(kind: Condition["kind"], headroom: Headroom, askedAt: Instant): Condition | undefined {
  const { row, period, currency, ceiling, asked, asks, basis, jurisdiction } = headroom;
  if (row === undefined || period === undefined) return undefined;
  if (currency === undefined || ceiling === undefined || asked === undefined) return undefined;
  return {
    kind,
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
