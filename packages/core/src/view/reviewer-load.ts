/** What each reviewer has been asked for, month by month, and has open now: whether the load is fair. */
import * as z from "zod";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { personIdSchema } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import { readCandidates } from "../review/pool.ts";
import type { Work } from "../review/work.ts";
import { namesOfIds } from "./names.ts";

const countsSchema = z.object({
  asked: z.number().int(),
  filed: z.number().int(),
  /** Declined, in conflict, silent or replaced. */
  left: z.number().int(),
});
export const reviewerLoadSchema = z.object({
  /** `YYYY-MM`, oldest first. */
  months: z.array(z.string()),
  reviewers: z.array(
    z.object({
      personId: personIdSchema,
      name: z.string(),
      parkId: z.string().optional(),
      open: z.number().int(),
      capacity: z.number().int(),
      away: z.array(z.object({ from: z.string(), until: z.string() })),
      /** By the order of the months. */
      byMonth: z.array(countsSchema),
      /** Days from asking to filing, median; absent where nothing was filed. */
      days: z.number().optional(),
    }),
  ),
});
export type ReviewerLoad = z.infer<typeof reviewerLoadSchema>;

const monthsShown = 12;

/** For staff of a park that plans reviews. @throws forbidden `actor.role-needed` */
export async function readReviewerLoad(deps: Deps, actor: PersonActor, parkId: string): Promise<ReviewerLoad> {
  const now = deps.clock.now();
  const reads =
    (["manager", "auditor"] as const).some((role) => holdsRole(actor, role, parkId, now)) ||
    holdsRole(actor, "secretary", undefined, now);
  if (!reads) throw new DomainError("forbidden", "actor.role-needed", { role: "manager", parkId });
  const candidates = (await readCandidates(deps.store, undefined)).filter(
    ({ until }) => until === undefined || now < until,
  );
  const ids = candidates.map(({ personId }) => personId);
  const [names, lists] = await Promise.all([
    namesOfIds(deps.store, ids),
    Promise.all(ids.map((personId) => deps.store.list("work", { personId }))),
  ]);
  const months = monthsUntil(now.slice(0, 7));
  const reviewers = candidates.map(({ personId, profile }, at) => {
    const work = lists[at] ?? [];
    const days = medianDays(work);
    return {
      personId,
      name: names[personId] ?? "",
      ...(profile.parkId === undefined ? {} : { parkId: profile.parkId }),
      open: work.filter(({ endedAt }) => endedAt === undefined).length,
      capacity: profile.capacity,
      away: (profile.away ?? []).filter(({ until }) => until >= now.slice(0, 10)),
      byMonth: months.map((month) => countsOf(work.filter(({ askedAt }) => askedAt.startsWith(month)))),
      ...(days === undefined ? {} : { days }),
    };
  });
  return { months, reviewers: reviewers.sort((a, b) => b.open - a.open || a.name.localeCompare(b.name)) };
}

function countsOf(work: readonly Work[]): z.infer<typeof countsSchema> {
  const filed = work.filter(({ outcome }) => outcome === "filed").length;
  const open = work.filter(({ outcome }) => outcome === undefined || outcome === "case-over").length;
  return { asked: work.length, filed, left: work.length - filed - open };
}

/** The month of `last` and those before it. */
function monthsUntil(last: string): string[] {
  const [year = 0, month = 1] = last.split("-").map(Number);
  return Array.from({ length: monthsShown }, (_, at) => {
    const counted = year * 12 + month - 1 - (monthsShown - 1 - at);
    return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, "0")}`;
  });
}

function medianDays(work: readonly Work[]): number | undefined {
  const days = work
    .flatMap(({ askedAt, endedAt, outcome }) =>
      outcome === "filed" && endedAt !== undefined ? [(Date.parse(endedAt) - Date.parse(askedAt)) / 86_400_000] : [],
    )
    .sort((a, b) => a - b);
  const middle = days[Math.floor(days.length / 2)];
  return middle === undefined ? undefined : Math.round(middle * 10) / 10;
}
