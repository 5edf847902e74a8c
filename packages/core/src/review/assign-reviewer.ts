/** The manager names reviewers where the choice found none: HARD conflicts never, other bounds only with a recorded reason. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, type PersonId, personIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { brokenRules } from "./assignment/park-rule.ts";
import { type Chosen, questionFor } from "./choose-reviewers.ts";
import { laySeat } from "./lay-seat.ts";
import { assignedAnswer, plannedCount, requirePool, seatedChanges, seatedSlots, stillInReview } from "./plan.ts";
import { type PlanningFacts, readPlanning } from "./planning.ts";
import { type Question, rulesOf } from "./sheet.ts";
import { translationWanted } from "./translation/translation.ts";

export const assignReviewer = verb({
  name: "review.assign",
  input: z.object({
    caseId: caseIdSchema,
    /** `r1` and the like, or `-` for the whole plan. */
    slot: z.string(),
    noInterest: z.literal(true),
    reviewerIds: z.array(personIdSchema).min(1).max(3),
    /** Why a bound is waived: a rule on parks, another language, no place left, out of office. */
    waiver: z.string().trim().max(1000).default(""),
  }),
  read: (reader, { caseId }) => readPlanning(reader, caseId, undefined),
  decide(facts: PlanningFacts, actor, input, moment): Decision<{ outcome: string }> {
    const { one, call, on, slots } = requirePool(facts);
    requireStaff(actor, "manager", one, slots, moment.now);
    const task = openOrRepeated(facts.tasks, "assign-reviewer", input.slot, actor, "assigned");
    if (task === undefined) return { changes: [], result: { outcome: "assigned" } };
    const whole = input.slot === "-";
    const count = whole ? plannedCount(call, one) : 1;
    if (input.reviewerIds.length !== count || new Set(input.reviewerIds).size !== count) {
      throw new DomainError("invalid", "review.wrong-count", { wanted: count, given: input.reviewerIds.length });
    }
    const question = questionFor(facts, whole ? { count } : { count, slot: input.slot }, moment);
    const people = input.reviewerIds.map((personId) => namedByHand(question, personId));
    const unread = translationWanted(call, on.language, facts.translated).length > 0 ? ["translation"] : [];
    const waived = [...unread, ...brokenBy(question, people)];
    if (waived.length > 0 && input.waiver === "")
      throw new DomainError("conflict", "review.bound-broken", { bounds: waived });
    const values = seatedSlots(one, slots, input.slot, people, moment.now);
    const lay = whole ? laySeat(facts, values, moment) : undefined;
    const closing = answerTask(task, assignedAnswer(values, whole, task.round, lay?.slots), actor, moment);
    const assigned = values.map(({ slot, round, reviewerId, soft }) => ({
      stream: one.caseId,
      caseId: one.caseId,
      type: "review.assigned",
      facts: { slot, round, reviewerId, soft, waived, ...(waived.length === 0 ? {} : { waiver: input.waiver }) },
    }));
    return {
      changes: [
        stillInReview(one),
        ...seatedChanges(values, one, whole ? "create" : "replace"),
        ...(lay?.changes ?? []),
        ...closing.changes,
      ],
      events: [...assigned, ...(lay?.events ?? [])],
      effects: closing.effects,
      result: { outcome: "assigned" },
    };
  },
});

/** A person the manager names: they must hold the role and be free of HARD conflicts, whoever names them. */
function namedByHand({ seats, sheets }: Question, personId: PersonId): Chosen {
  const seat = seats.findIndex((other) => other.personId === personId);
  const { hard = [], soft = [], tried } = sheets[0]?.pairs[seat] ?? {};
  if (seat < 0) throw new DomainError("conflict", "review.not-a-reviewer", { personId });
  if (tried === true || sheets[0]?.started.includes(personId) === true)
    throw new DomainError("conflict", "review.already-tried", { personId });
  if (hard.length > 0) throw new DomainError("conflict", "review.hard-conflict", { personId, rules: hard });
  return { personId, parkId: seats[seat]?.parkId, soft };
}

/** Rules and bounds that this choice breaks, together with those at work. */
function brokenBy({ seats, sheets: [sheet] }: Question, people: readonly Chosen[]): string[] {
  if (sheet === undefined) return [];
  const parkOf = (personId: PersonId) => seats.find((seat) => seat.personId === personId)?.parkId;
  const parks = [...sheet.started.map(parkOf), ...people.map(({ parkId }) => parkId)];
  const own = people.flatMap(({ personId }) => {
    const at = seats.findIndex((seat) => seat.personId === personId);
    const { barred } = seats[at] ?? {};
    return [...(sheet.pairs[at]?.reading === "none" ? ["language"] : []), ...(barred === undefined ? [] : [barred])];
  });
  return [...new Set([...brokenRules(rulesOf(sheet), parks), ...own])];
}
