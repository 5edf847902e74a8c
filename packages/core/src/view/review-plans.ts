/** Every choice of reviewers that was made for a case, with what it rested on; asked about one person, it says why or why not. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, type PersonId, personIdSchema } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import { openAssignment } from "../review/assignment/solve.ts";
import { impossibleSchema, planIdSchema, type ReviewPlan, reviewPlanSchema } from "../review/review-plan.ts";
import { costOfPair, problemOf, type Question, seatSchema } from "../review/sheet.ts";
import { explanationOf, type explanationSchema, type Labels, named, partSchema, partsOf } from "./explanation.ts";
import { readInside } from "./inside.ts";
import { namesOfIds } from "./names.ts";

const candidateSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  parkId: z.string().optional(),
  already: z.number().int(),
  free: z.number().int(),
  barred: seatSchema.shape.barred,
  match: z.number(),
  /** Absent where something forbids the pair. */
  cost: z.number().optional(),
  parts: z.array(partSchema),
  part: z.enum(["chosen", "at-work", "not-chosen", "excluded"]),
});

export const reviewPlansSchema = z.object({
  plans: z.array(
    z.object({
      planId: planIdSchema,
      at: reviewPlanSchema.shape.at,
      purpose: reviewPlanSchema.shape.purpose,
      slot: z.string().optional(),
      wanted: z.number().int(),
      /** Of the whole plan; proved to be the least there is. Absent where there is no plan. */
      cost: z.number().optional(),
      impossible: impossibleSchema.optional(),
      candidates: z.array(candidateSchema),
    }),
  ),
});
export type ReviewPlans = z.infer<typeof reviewPlansSchema>;

/** Newest first. */
export async function readReviewPlans(deps: Deps, actor: PersonActor, caseId: CaseId): Promise<ReviewPlans> {
  await readInside(deps, actor, caseId);
  const plans = await deps.store.list("reviewPlan", { caseId });
  const names = await namesOfIds(deps.store, [...new Set(plans.flatMap(idsOf))]);
  return { plans: plans.map((plan) => viewPlan(plan, names)).reverse() };
}

/** @throws not_found `plan.not-found`, `assignment.pair-unknown`; conflict `plan.impossible`: there is nothing to compare with. */
export async function explainReviewer(
  deps: Deps,
  actor: PersonActor,
  caseId: CaseId,
  planId: ReviewPlan["planId"],
  personId: PersonId,
): Promise<z.infer<typeof explanationSchema>> {
  await readInside(deps, actor, caseId);
  const plan = (await deps.store.list("reviewPlan", { caseId })).find((one) => one.planId === planId);
  if (plan === undefined) throw new DomainError("not_found", "plan.not-found");
  const question = questionOf(plan);
  const open = openAssignment(problemOf(question));
  if (!("plan" in open)) throw new DomainError("conflict", "plan.impossible");
  const people = await namesOfIds(deps.store, idsOf(plan));
  return explanationOf(open, question, { caseId, personId }, { people, cases: { [caseId]: plan.sheet.reference } });
}

function idsOf({ seats }: ReviewPlan): PersonId[] {
  return seats.map(({ personId }) => personId);
}

function questionOf({ seats, sheet, seed }: ReviewPlan): Question {
  return { seats, sheets: [sheet], seed };
}

function viewPlan(plan: ReviewPlan, people: Labels["people"]): ReviewPlans["plans"][number] {
  const { planId, at, purpose, slot, sheet, seats, outcome } = plan;
  const question = questionOf(plan);
  const chosen = outcome.kind === "chosen" ? outcome.chosen : [];
  const labels: Labels = { people, cases: { [sheet.caseId]: sheet.reference } };
  const candidates = seats.map((seat, row): ReviewPlans["plans"][number]["candidates"][number] => {
    const { personId, parkId, already, free, barred } = seat;
    const { cost } = costOfPair(sheet, row, personId);
    const forbidden = Number.isNaN(cost);
    return {
      personId,
      name: people[personId] ?? "",
      ...(parkId === undefined ? {} : { parkId }),
      already,
      free,
      ...(barred === undefined ? {} : { barred }),
      match: sheet.pairs[row]?.match ?? 0,
      ...(forbidden ? {} : { cost }),
      parts: partsOf(question, { caseId: sheet.caseId, personId }),
      part: chosen.includes(personId)
        ? "chosen"
        : sheet.started.includes(personId)
          ? "at-work"
          : forbidden || barred !== undefined
            ? "excluded"
            : "not-chosen",
    };
  });
  const rank = { chosen: 0, "at-work": 1, "not-chosen": 2, excluded: 3 };
  return {
    planId,
    at,
    purpose,
    ...(slot === undefined ? {} : { slot }),
    wanted: sheet.wanted - sheet.started.length,
    ...(outcome.kind === "chosen" ? { cost: outcome.cost } : { impossible: viewImpossible(outcome, labels) }),
    candidates: candidates.sort(
      (a, b) => rank[a.part] - rank[b.part] || (a.cost ?? 0) - (b.cost ?? 0) || a.name.localeCompare(b.name),
    ),
  };
}

function viewImpossible(
  { kind: _, binding, text, mend, ...facts }: Extract<ReviewPlan["outcome"], { kind: "impossible" }>,
  labels: Labels,
): z.infer<typeof impossibleSchema> {
  return { ...facts, kind: binding, text: named(text, labels), mend: named(mend, labels) };
}
