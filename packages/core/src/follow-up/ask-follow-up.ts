/** Six, twelve and twenty-four months after its voucher was redeemed, a company is asked what came of it (domain §5). */

import * as z from "zod";
import type { Case } from "../application/case.ts";
import { caseLetterData } from "../application/letter-data.ts";
import type { EffectDraft } from "../effect/effect.ts";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { addMonths } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { kpiAsked } from "../letter/kind/kpi-asked.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import { textIn } from "../network/text.ts";
import type { Reader } from "../port/store.ts";
import { clockOfPark, spanEnd } from "../task/due.ts";
import { taskRules } from "../task/kind.ts";
import { openAlone } from "../task/open-alone.ts";
import { readUse, requireCase, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { type FollowUp, type FollowUpMonth, followUpMonths, followUpSchema, questionsOf } from "./question.ts";

const input = z.object({ caseId: caseIdSchema, month: followUpSchema.shape.month });

/** `nothing`: asked before, or the voucher is in payment again: its next redemption asks anew. */
export const askFollowUp = verb({
  name: "follow-up.ask",
  input,
  read: (reader: Reader, { caseId }) => readUse(reader, caseId),
  decide(facts: UseFacts, actor, { month }, moment): Decision<{ outcome: "asked" | "nothing" }> {
    requireSystem(actor);
    const one = requireCase(facts);
    const { voucher, call } = requireVoucher(facts);
    const asked = voucher.followUps ?? [];
    if (one.status !== "redeemed" || asked.some((earlier) => earlier.month === month))
      return { changes: [], result: { outcome: "nothing" } };
    const followUp: FollowUp = { month, askedAt: moment.now, questions: [...questionsOf(call)] };
    const value: Voucher = { ...voucher, followUps: [...asked, followUp] };
    const holder = { kind: "organisation", organisationId: one.applicantId } as const;
    const task = openAlone(one, { kind: "answer-kpi", state: "FollowUp", holder, round: month }, moment);
    const clock = clockOfPark(moment.network, one.leadPark);
    const due = spanEnd(moment.network, moment.now, taskRules["answer-kpi"].due, clock);
    const letters = joinLetters(
      facts.applicants.map((to) =>
        ownLetter(
          kpiAsked,
          {
            kind: "kpi-asked",
            key: `kpi-asked:${month}:${to.personId}`,
            stream: one.caseId,
            caseId: one.caseId,
            to,
            data: {
              ...caseLetterData(one, moment.network),
              month,
              due,
              zone: clock.zone,
              questions: followUp.questions.map(({ text }) => textIn(text, to.language)),
            },
          },
          moment,
        ),
      ),
    );
    return {
      changes: [{ op: "replace", name: "voucher", value }, task, ...letters.changes],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "follow-up.asked", facts: { month } }],
      effects: [...letters.effects, ...laterAsk(one, month, moment)],
      result: { outcome: "asked" },
    };
  },
});

/** The first ask that is still to come, once a voucher is redeemed; what was asked before a returned payment stays asked. */
export function firstAsk(one: Case, { followUps = [] }: Pick<Voucher, "followUps">, moment: Moment): EffectDraft[] {
  const month = followUpMonths.find((wanted) => !followUps.some((asked) => asked.month === wanted));
  return month === undefined ? [] : [ask(one, month, month, moment)];
}

function laterAsk(one: Case, asked: FollowUpMonth, moment: Moment): EffectDraft[] {
  const month = followUpMonths.find((wanted) => wanted > asked);
  return month === undefined ? [] : [ask(one, month, month - asked, moment)];
}

/** A schedule item, no sleeping execution. */
function ask(one: Case, month: FollowUpMonth, inMonths: number, { now, network }: Moment): EffectDraft {
  const { zone } = parkOf(network, one.leadPark);
  return { body: { kind: "ask-follow-up", caseId: one.caseId, month }, dueAt: addMonths(now, inMonths, zone) };
}
