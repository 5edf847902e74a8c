/** A second person of the park confirms that an application is not eligible, or sends it back to screening. */
import * as z from "zod";
import { refuseWhoDid } from "../decision/duties.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type Recipient, recipientsOf } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import { parkOf } from "../network/network-file.ts";
import { textIn } from "../network/text.ts";
import type { Slot } from "../review/slot.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import type { Case } from "./case.ts";
import { caseLetterData } from "./letter-data.ts";
import { moveCase } from "./move.ts";
import { tellOfferOver } from "./offer-over.ts";
import { endRenewal } from "./renew-offer.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly tasks: readonly Task[];
  readonly slots: readonly Slot[];
  readonly applicants: readonly Recipient[];
  readonly providers?: readonly Recipient[];
}

export const confirmIneligible = verb({
  name: "application.confirm-ineligible",
  input: z.object({ caseId: caseIdSchema, noInterest: z.literal(true), outcome: z.enum(["confirmed", "back"]) }),
  async read(reader, { caseId }): Promise<Facts> {
    const [one, tasks, slots] = await Promise.all([
      reader.get("case", { caseId }),
      reader.list("task", { caseId }),
      reader.list("slot", { caseId }),
    ]);
    if (one === undefined) return { one, tasks, slots, applicants: [] };
    const [applicants = [], providers = []] = await Promise.all(
      [one.applicantId, one.providerId].map((organisationId) =>
        organisationId === undefined ? [] : recipientsOf(reader, { kind: "organisation", organisationId }, one),
      ),
    );
    return { one, tasks, slots, applicants, providers };
  },
  decide(
    { one, tasks, slots, applicants, providers = [] }: Facts,
    actor,
    { outcome },
    moment,
  ): Decision<{ outcome: string }> {
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    const person = requireStaff(actor, "manager", one, slots, moment.now);
    refuseWhoDid(person, [one.ineligibility?.by], "application.screen");
    const task = openOrRepeated(tasks, "confirm-ineligible", undefined, actor, outcome);
    if (task === undefined) return { changes: [], result: { outcome } };
    const { ineligibility } = one;
    if (ineligibility === undefined) throw new DomainError("conflict", "screening.not-proposed");
    const back = outcome === "back";
    const { changes, events } = back
      ? moveCase(one, "screening", { ineligibility: undefined }, moment, { type: "application.ineligible-refused" })
      : moveCase(one, "ineligible", {}, moment, { type: "application.ineligible" });
    const closing = answerTask(task, { outcome, round: back ? task.round + 1 : task.round }, actor, moment);
    const { texts, languages } = parkOf(moment.network, one.leadPark);
    const letters = joinLetters([
      ...(back ? [] : applicants).map((to) =>
        letterChanges(
          {
            kind: "ineligible",
            key: `ineligible:${one.attempt}:${to.personId}`,
            stream: one.caseId,
            caseId: one.caseId,
            to,
            data: {
              ...caseLetterData(one, moment.network),
              reasons: ineligibility.reasons,
              legalRemedy: textIn(texts.legalRemedy, to.language, languages),
            },
          },
          moment,
        ),
      ),
      ...(back ? [] : [tellOfferOver(one, providers, applicants, moment)]),
    ]);
    return {
      changes: [...changes, ...closing.changes, ...(back ? [] : endRenewal(tasks, actor, moment)), ...letters.changes],
      events,
      effects: [...closing.effects, ...letters.effects],
      result: { outcome },
    };
  },
});
