/** Reviewers whom a manager may name by hand: what speaks for and against each, and what naming them costs against the best plan. */
import * as z from "zod";
import { dayOf } from "../application/read-application.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { type CaseId, personIdSchema } from "../kernel/id.ts";
import { momentOf } from "../kernel/perform.ts";
import { languageSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import { priceOfMoves } from "../review/assignment/explain.ts";
import { openAssignment } from "../review/assignment/solve.ts";
import { askable, questionFor } from "../review/choose-reviewers.ts";
import type { CaseParties } from "../review/conflict/conflict.ts";
import { conflictsOf, hardOf } from "../review/conflict/list.ts";
import { plannedCount, requirePool } from "../review/plan.ts";
import { readPlanning } from "../review/planning.ts";
import { problemOf, seatSchema } from "../review/sheet.ts";
import { readInside } from "./inside.ts";
import { namesOfIds } from "./names.ts";

export const candidateSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  parkId: z.string().optional(),
  languages: z.array(languageSchema),
  terms: z.array(z.string()),
  conflicts: z.array(z.object({ rule: z.string(), level: z.enum(["HARD", "SOFT"]), about: z.string().optional() })),
  /** From neither a paying park nor the provider's: each case needs one. */
  outsider: z.boolean(),
  /** Reads the language of the case, or of a translation of it. */
  reads: z.boolean(),
  /** Tried before, or at work in another slot. */
  tried: z.boolean(),
  /** Expertise match, 0 to 1. */
  match: z.number(),
  /** Open reviews over all cases, and how many at one time. */
  openReviews: z.number().int(),
  capacity: z.number().int(),
  barred: seatSchema.shape.barred,
  /** What naming them adds to the cost of the best plan; 0: they are in one. Absent where no plan keeps every rule with them. */
  price: z.number().optional(),
  /** May be named. */
  open: z.boolean(),
});
export const candidatesSchema = z.object({
  count: z.number().int(),
  /** False: no plan keeps every rule, so there are no prices. */
  possible: z.boolean(),
  candidates: z.array(candidateSchema),
});
export type Candidates = z.infer<typeof candidatesSchema>;

/** So many are priced; the rest of a large pool can be named without. */
const pricedMost = 60;

/** @param slot `r1` and the like, or `-` for the whole plan. Who may be named comes first, cheapest before dearer. */
export async function readCandidates(
  deps: Deps,
  actor: PersonActor,
  caseId: CaseId,
  slot: string,
): Promise<Candidates> {
  await readInside(deps, actor, caseId);
  const facts = await readPlanning(deps.store, caseId, undefined);
  const { one, call, on } = requirePool(facts);
  const count = slot === "-" ? plannedCount(call, one) : 1;
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  const question = questionFor(facts, slot === "-" ? { count } : { count, slot }, moment);
  const [sheet] = question.sheets;
  const today = dayOf(call, moment.network, moment.now);
  const inForce = askable(facts, { slot }, moment.now);
  const opened = openAssignment(problemOf(question));
  const names = await namesOfIds(
    deps.store,
    inForce.map(({ personId }) => personId),
  );
  const candidates = inForce.map((reviewer, at): Candidates["candidates"][number] => {
    const { personId, profile } = reviewer;
    const conflicts = conflictsOf({ reviewer, on, today });
    const pair = sheet?.pairs[at];
    const seat = question.seats[at];
    const tried = pair?.tried === true || sheet?.started.includes(personId) === true;
    return {
      personId,
      name: names[personId] ?? "",
      ...(profile.parkId === undefined ? {} : { parkId: profile.parkId }),
      languages: [...profile.languages],
      terms: [...profile.terms],
      conflicts: conflicts.map((found) => ({ ...found })),
      outsider: isOutsider(profile.parkId, on),
      reads: pair?.reading !== "none",
      tried,
      match: pair?.match ?? 0,
      openReviews: facts.work.filter((work) => work.personId === personId).length,
      capacity: profile.capacity,
      ...(seat?.barred === undefined ? {} : { barred: seat.barred }),
      open: !tried && hardOf(conflicts).length === 0,
    };
  });
  const priced =
    "plan" in opened
      ? candidates.map((one_, at) => {
          if (!one_.open || at >= pricedMost) return one_;
          const pair = { reviewer: one_.personId, case: caseId };
          const inPlan = opened.plan.pairs.some(({ reviewer }) => reviewer === pair.reviewer);
          const change = inPlan ? 0 : priceOfMoves(opened, { take: [pair] }).change;
          return change === undefined ? one_ : { ...one_, price: Math.round(change * 10_000) / 10_000 || 0 };
        })
      : candidates;
  return { count, possible: "plan" in opened, candidates: priced.sort(byPreference) };
}

/** From neither a paying park nor the provider's park. */
function isOutsider(parkId: string | undefined, on: Pick<CaseParties, "payingParks" | "providerPark">): boolean {
  return parkId === undefined || !(on.payingParks.includes(parkId) || on.providerPark === parkId);
}

function byPreference(a: Candidates["candidates"][number], b: Candidates["candidates"][number]): number {
  const rank = (one: typeof a) => [one.open ? 0 : 1, one.price ?? 99, one.reads ? 0 : 1, one.conflicts.length] as const;
  const [left, right] = [rank(a), rank(b)];
  return (
    left[0] - right[0] || left[1] - right[1] || left[2] - right[2] || left[3] - right[3] || a.name.localeCompare(b.name)
  );
}
