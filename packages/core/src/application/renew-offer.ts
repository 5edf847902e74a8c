/** The provider says whether its offer still stands after the application was sent; content and price stay as they were frozen. */
import * as z from "zod";
import type { Actor } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { askedNow } from "../letter/recipient.ts";
import { joinLetters } from "../letter/write-letter.ts";
import type { Change, Reader } from "../port/store.ts";
import { answerTask, answerTasks } from "../task/answer.ts";
import { taskRules } from "../task/kind.ts";
import type { Task } from "../task/task.ts";
import { requireParty } from "../voucher/party.ts";
import { silentTask } from "../voucher/silence.ts";
import type { Case } from "./case.ts";
import type { Offer } from "./offer.ts";
import { askAgainAt, standingOf, validFrom, validityOf } from "./offer-validity.ts";
import { againLetter, type RenewFacts, readRenewal } from "./renew-facts.ts";

export const renewOfferResult = z.object({ outcome: z.enum(["confirmed", "declined", "silent", "nothing"]) });
type Outcome = z.infer<typeof renewOfferResult>;

/**
 * Owner or editor of the provider, asked or not, until the award is granted or refused: who said no may still change its mind.
 * @throws conflict `offer.not-awaited`; invalid `input.invalid` for a day too early.
 */
export const renewOffer = verb({
  name: "application.renew-offer",
  input: z.object({
    caseId: caseIdSchema,
    answer: z.enum(["confirmed", "declined"]),
    validUntil: daySchema.optional(),
  }),
  read: (reader: Reader, { caseId }) => readRenewal(reader, caseId),
  decide(facts: RenewFacts, actor, { answer, validUntil }, moment): Decision<Outcome> {
    const { one, offer, call, tasks } = facts;
    if (one === undefined || offer === undefined || call === undefined)
      throw new DomainError("not_found", "case.not-found");
    requireParty(actor, offer.providerId, ["owner", "editor"], one);
    // What outsiders are not told yet does not show in what they may do: any status before the grant is alike.
    if (!taskRules["renew-offer"].opensIn.includes(one.status)) throw new DomainError("conflict", "offer.not-awaited");
    const task = tasks.find(({ kind, status }) => kind === "renew-offer" && status === "open");
    if (answer === "declined") {
      if (offer.withdrawnAt !== undefined) return { changes: [], result: { outcome: "declined" } };
      return settled(facts, one, { ...offer, withdrawnAt: moment.now }, "declined", task, actor, moment);
    }
    const { withdrawnAt: _, ...standing } = offer;
    const until = [validFrom(call, validUntil, moment), validityOf(offer) ?? moment.now].sort()[1] ?? moment.now;
    const same = task === undefined && until === validityOf(offer) && standingOf(offer, moment.now) === "stands";
    if (same) return { changes: [], result: { outcome: "confirmed" } };
    return settled(facts, one, { ...standing, validUntil: until }, "confirmed", task, actor, moment);
  },
});

/** Nobody answered: the manager and the company are told that the offer will not hold. */
export const leaveOffer = verb({
  name: "application.leave-offer",
  input: z.object({ caseId: caseIdSchema }),
  read: (reader: Reader, { caseId }) => readRenewal(reader, caseId),
  decide(facts: RenewFacts, actor, _input, moment): Decision<Outcome> {
    const { one, offer, tasks } = facts;
    const task = silentTask(tasks, "renew-offer", moment.now);
    if (one === undefined || offer === undefined || task === undefined)
      return { changes: [], result: { outcome: "nothing" } };
    return settled(facts, one, offer, "silent", task, actor, moment);
  },
});

/** Granted, refused or lapsed: nobody needs an answer any more. */
export function endRenewal(tasks: readonly Task[], actor: Actor, moment: Moment): Change[] {
  const asked = tasks.filter(({ kind, status }) => kind === "renew-offer" && status === "open");
  return answerTasks(asked, "over", actor, moment).changes;
}

function settled(
  facts: RenewFacts,
  one: Case,
  value: Offer,
  outcome: "confirmed" | "declined" | "silent",
  task: Task | undefined,
  actor: Actor,
  moment: Moment,
): Decision<Outcome> {
  const status = outcome === "silent" ? "timed-out" : "answered";
  const closed =
    task === undefined ? [] : answerTask(task, { outcome, round: task.round }, actor, moment, status).changes;
  const told = [...facts.applicants, ...askedNow(facts.managers, moment.now)];
  const letters = joinLetters(told.map((to) => againLetter(one, value, outcome, undefined, moment.now, to, moment)));
  const dueAt = askAgainAt(value);
  return {
    changes: [
      ...(outcome === "silent" ? [] : [{ op: "replace" as const, name: "offer" as const, value }]),
      // Whoever releases at this very moment read another status: one of the two is decided anew.
      { op: "check", name: "case", key: { caseId: one.caseId }, when: { status: one.status } },
      ...closed,
      ...letters.changes,
    ],
    events: [
      {
        stream: one.caseId,
        caseId: one.caseId,
        type: `offer.again-${outcome}`,
        facts: { validUntil: validityOf(value) },
      },
    ],
    effects: [
      ...letters.effects,
      ...(outcome === "confirmed" && dueAt !== undefined
        ? [{ body: { kind: "ask-offer-again" as const, caseId: one.caseId }, dueAt }]
        : []),
    ],
    result: { outcome },
  };
}
