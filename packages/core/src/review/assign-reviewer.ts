/** The manager names reviewers where the choice found none: HARD conflicts never, other bounds only with a recorded reason. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { bounds, type Eligible, eligibleOf, type Wanted } from "./choose-reviewers.ts";
import { conflictsOf, hardOf, softRulesOf } from "./conflict/list.ts";
import { newSlot, plannedCount, requirePool, type SlotRound, stillInReview, wantedOf } from "./plan.ts";
import { type PoolFacts, readPool } from "./pool.ts";
import type { Slot } from "./slot.ts";

export const assignReviewer = verb({
  name: "review.assign",
  input: z.object({
    caseId: caseIdSchema,
    /** `r1` and the like, or `-` for the whole plan. */
    slot: z.string(),
    noInterest: z.literal(true),
    reviewerIds: z.array(personIdSchema).min(1).max(3),
    /** Why a bound is waived: a second reviewer of one park, nobody from outside, another language. */
    waiver: z.string().trim().max(1000).default(""),
  }),
  read: (reader, { caseId }) => readPool(reader, caseId, undefined),
  decide(facts: PoolFacts, actor, input, moment): Decision<{ outcome: string }> {
    const { one, call, slots } = requirePool(facts);
    requireStaff(actor, "manager", one, slots, moment.now);
    const task = openOrRepeated(facts.tasks, "assign-reviewer", input.slot, actor, "assigned");
    if (task === undefined) return { changes: [], result: { outcome: "assigned" } };
    const whole = input.slot === "-";
    const count = whole ? plannedCount(call, one) : 1;
    if (input.reviewerIds.length !== count || new Set(input.reviewerIds).size !== count) {
      throw new DomainError("invalid", "review.wrong-count", { wanted: count, given: input.reviewerIds.length });
    }
    const wanted = wantedOf(facts, count, moment, input.slot);
    const people = input.reviewerIds.map((personId) => eligibleByHand(facts, personId, wanted));
    const waived = brokenBounds(people, wanted);
    if (waived.length > 0 && input.waiver === "")
      throw new DomainError("conflict", "review.bound-broken", { bounds: waived });
    const before = slots.find(({ slot }) => slot === input.slot);
    const values = whole
      ? people.map((one_, index) => newSlot(one, one.attempt, `r${index + 1}`, one_))
      : [refilled(before, people[0])];
    const closing = answerTask(task, answerOf(values, whole, task.round), actor, moment);
    return {
      changes: [
        stillInReview(one),
        ...values.map((value): Change => ({ op: whole ? "create" : "replace", name: "slot", value })),
        ...closing.changes,
      ],
      events: values.map(({ slot, round, reviewerId, soft }) => ({
        stream: one.caseId,
        caseId: one.caseId,
        type: "review.assigned",
        facts: { slot, round, reviewerId, soft, waived },
      })),
      effects: closing.effects,
      result: { outcome: "assigned" },
    };
  },
});

function answerOf(values: readonly Slot[], whole: boolean, taskRound: number) {
  const slots: SlotRound[] = values.map(({ slot, round }) => ({ slot, round }));
  return { outcome: "assigned", slots, round: whole ? taskRound : (values[0]?.round ?? taskRound) };
}

/** A person the manager names: they must hold the role and be free of HARD conflicts, whoever names them. */
function eligibleByHand(facts: PoolFacts, personId: string, { on, now, today, excluded }: Wanted): Eligible {
  const candidate = facts.candidates.find((other) => other.personId === personId);
  if (candidate === undefined || (candidate.until !== undefined && candidate.until <= now)) {
    throw new DomainError("conflict", "review.not-a-reviewer", { personId });
  }
  if (excluded.includes(personId)) throw new DomainError("conflict", "review.already-tried", { personId });
  const conflicts = conflictsOf({ reviewer: candidate, on, today });
  const hard = hardOf(conflicts);
  if (hard.length > 0)
    throw new DomainError("conflict", "review.hard-conflict", { personId, rules: hard.map(({ rule }) => rule) });
  return eligibleOf(candidate, softRulesOf(conflicts), on);
}

function brokenBounds(people: readonly Eligible[], { present, on, candidates }: Wanted): string[] {
  const broken: string[] = bounds.filter((bound) => !bound.keeps([...present, ...people])).map(({ name }) => name);
  const unread = people.some(({ personId }) => {
    const languages: readonly string[] =
      candidates.find((other) => other.personId === personId)?.profile.languages ?? [];
    return !languages.includes(on.language);
  });
  return unread ? [...broken, "language"] : broken;
}

function refilled(slot: Slot | undefined, next: Eligible | undefined): Slot {
  if (slot === undefined || next === undefined) throw new DomainError("not_found", "slot.not-found");
  const { reviewerId: _left, reviewerPark: _park, declaration: _said, declaredAt: _when, ...rest } = slot;
  return {
    ...rest,
    round: slot.round + 1,
    reviewerId: next.personId,
    ...(next.parkId === undefined ? {} : { reviewerPark: next.parkId }),
    status: "invited",
    soft: [...next.soft],
  };
}
