/** How long a draft is kept: warned and erased by its age since somebody last changed it, and found by its call. */
import * as z from "zod";
import { callIdSchema, caseIdSchema } from "../kernel/id.ts";
import { addDays, type Instant, instantSchema } from "../kernel/instant.ts";
import type { CaseItems } from "../port/store.ts";

/** Days without a change after which the applicant is warned, and after which everything is erased (domain §5). */
export const draftWarnedDays = 150;
export const draftErasedDays = 180;

/** Finds the drafts of a call: a draft has no row, since no park sees it. Gone as soon as it is a draft no more. */
export const draftSchema = z.object({
  callId: callIdSchema,
  caseId: caseIdSchema,
  /** When its applicant was told that it will be erased; of another idle time if it was changed since. */
  warnedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Draft = z.infer<typeof draftSchema>;

/** What a draft's age is counted from. */
export type DraftItems = Pick<CaseItems, "case" | "section" | "offer" | "file">;

/** The instant of its last change by anybody; `undefined` where there is no case. */
export function lastChanged({ case: [one], section, offer, file }: DraftItems): Instant | undefined {
  if (one === undefined) return undefined;
  const all = [
    one.createdAt,
    one.statusSince,
    ...section.map(({ savedAt }) => savedAt),
    ...offer.flatMap(({ invitedAt, confirmedAt }) => [invitedAt, confirmedAt ?? invitedAt]),
    ...file.map(({ at }) => at),
    ...(one.askedProvider === undefined ? [] : [one.askedProvider.askedAt]),
  ];
  return all.toSorted().at(-1);
}

/** Until when a draft is kept at least; later changes and a late warning lengthen it. */
export function keptUntil(items: DraftItems): Instant | undefined {
  const changed = lastChanged(items);
  return changed === undefined || items.case[0]?.status !== "draft" ? undefined : addDays(changed, draftErasedDays);
}

/** What a look at a draft of this age leads to, and when the next look is due. */
export function stepOf(
  items: DraftItems,
  warnedAt: Instant | undefined,
  now: Instant,
): { step: "warn" | "erase" } | { step: "wait"; until: Instant } | { step: "nothing" } {
  const changed = lastChanged(items);
  if (changed === undefined || items.case[0]?.status !== "draft") return { step: "nothing" };
  if (warnedAt === undefined || warnedAt < changed) {
    const until = addDays(changed, draftWarnedDays);
    return now < until ? { step: "wait", until } : { step: "warn" };
  }
  const until = erasedAt(changed, warnedAt);
  return now < until ? { step: "wait", until } : { step: "erase" };
}

/** Nobody is warned in vain: between the warning and the end lie the days that the law of the house gives. */
export function erasedAt(changed: Instant, warnedAt: Instant): Instant {
  const byAge = addDays(changed, draftErasedDays);
  const byWarning = addDays(warnedAt, draftErasedDays - draftWarnedDays);
  if (byAge < byWarning) return byWarning;
  return byAge;
}
