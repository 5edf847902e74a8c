/** A provider is asked whether its offer, which would run out before the grant, still stands; no workflow waits for it. */
import * as z from "zod";
import type { EffectDraft } from "../effect/effect.ts";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { addMilliseconds, type Instant } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { joinLetters } from "../letter/write-letter.ts";
import type { Reader } from "../port/store.ts";
import { clockOfHolder, deadlinesOf } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { openAlone } from "../task/open-alone.ts";
import type { Task } from "../task/task.ts";
import { type Case, isStated } from "./case.ts";
import type { Offer } from "./offer.ts";
import { askAgainAt, standingOf, validityOf } from "./offer-validity.ts";
import { againLetter, type RenewFacts, readRenewal } from "./renew-facts.ts";

/** `later`: it stands for long enough, and is looked at again in time. `nothing`: asked before, or decided. */
export const askOfferAgain = verb({
  name: "application.ask-offer-again",
  input: z.object({ caseId: caseIdSchema }),
  read: (reader: Reader, { caseId }) => readRenewal(reader, caseId),
  decide(facts: RenewFacts, actor, _input, moment): Decision<{ outcome: "asked" | "later" | "nothing" }> {
    requireSystem(actor);
    const { one, offer, tasks } = facts;
    const at = offer === undefined ? undefined : askAgainAt(offer);
    if (one === undefined || offer === undefined || at === undefined || wasAsked(facts, moment))
      return { changes: [], result: { outcome: "nothing" } };
    if (at > moment.now) return { changes: [], effects: laterAsk(one, offer), result: { outcome: "later" } };
    const asked = tasks.filter(({ kind, attempt }) => kind === "renew-offer" && attempt === one.attempt);
    const round = asked.length + 1;
    const holder = { kind: "organisation", organisationId: offer.providerId } as const;
    const deadlines = deadlinesOf(
      moment.network,
      moment.now,
      taskRules["renew-offer"],
      clockOfHolder(moment.network, one, holder, facts.worksAt),
    );
    const task = openAlone(
      one,
      {
        kind: "renew-offer",
        state: "OfferAgain",
        holder,
        round,
        workflow: "voucher-selection",
        deadlines,
      },
      moment,
    );
    const letters = joinLetters(
      facts.providers.map((to) =>
        againLetter(one, offer, "asked", deadlines.due, `${one.attempt}:${round}`, to, moment),
      ),
    );
    return {
      changes: [task, ...letters.changes],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "offer.asked-again", facts: { round } }],
      effects: letters.effects,
      result: { outcome: "asked" },
    };
  },
});

/** Over, or asked for this very validity in this attempt: who was silent or said no is not asked by a clock again. */
function wasAsked(facts: RenewFacts, { now }: Moment): boolean {
  const { one } = facts;
  if (one === undefined || !taskRules["renew-offer"].opensIn.includes(one.status)) return true;
  return asksOf(facts, now).length > 0;
}

type Asked = Pick<RenewFacts, "one" | "offer" | "tasks">;

/** The questions about this validity. Where an announced award waits for an offer that ran out, only those that ended since its statement. */
function asksOf({ one, offer, tasks }: Asked, now: Instant): Task[] {
  const asked = offer === undefined ? undefined : askAgainAt(offer);
  if (one === undefined || offer === undefined || asked === undefined) return [];
  const stated = isStated(one) ? one.condition?.statement?.at : undefined;
  const since = stated !== undefined && stated > asked && standingOf(offer, now) === "run-out" ? stated : asked;
  return tasks.filter(
    ({ kind, attempt, status, opened, at = opened }) =>
      kind === "renew-offer" && attempt === one.attempt && (status === "open" || opened >= since || at >= since),
  );
}

/** Taken back, or run out without a word from the provider, which was asked: nothing comes of waiting for it. */
export function offerGone(facts: Asked, now: Instant): boolean {
  const standing = facts.offer === undefined ? "stands" : standingOf(facts.offer, now);
  const asks = standing === "run-out" ? asksOf(facts, now) : [];
  return standing === "withdrawn" || (asks.length > 0 && asks.every(({ status }) => status === "timed-out"));
}

/** With a statement whose award waits: once the offer has run out its provider is asked, whatever it left unanswered before. */
export function lookOnceOver(one: Case, offer: Offer | undefined, { now }: Moment): EffectDraft[] {
  const until = offer === undefined ? undefined : validityOf(offer);
  if (until === undefined) return [];
  const body = { kind: "ask-offer-again", caseId: one.caseId } as const;
  return [until < now ? { body } : { body, dueAt: addMilliseconds(until, 1) }];
}

/** A schedule item, no sleeping execution. */
function laterAsk(one: Case, offer: Offer): EffectDraft[] {
  const dueAt = askAgainAt(offer);
  return dueAt === undefined ? [] : [{ body: { kind: "ask-offer-again", caseId: one.caseId }, dueAt }];
}

/** With the submission: from then on the offer must hold until the release. */
export function firstLook(one: Case, offer: Offer | undefined, { now }: Moment): EffectDraft[] {
  return offer === undefined
    ? []
    : laterAsk(one, offer).map((draft) => ((draft.dueAt ?? now) < now ? { body: draft.body } : draft));
}
