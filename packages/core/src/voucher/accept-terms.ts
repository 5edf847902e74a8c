/** SME and provider accept the terms, each for itself; the voucher is used when both have. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireParty } from "./party.ts";
import { readUse, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";

export const acceptTermsInput = z.object({ caseId: caseIdSchema, party: z.enum(["applicant", "provider"]) });
export type AcceptTermsInput = z.infer<typeof acceptTermsInput>;

export const acceptTermsResult = z.object({
  outcome: z.literal("accepted"),
  party: acceptTermsInput.shape.party,
  acceptedAt: instantSchema,
});
export type AcceptTermsResult = z.infer<typeof acceptTermsResult>;

/** Owner or editor of the party; `forbidden duties.same-person` for who accepted on the other side already. */
export const acceptTerms = verb({
  name: "voucher.accept-terms",
  input: acceptTermsInput,
  read: (reader: Reader, { caseId }) => readUse(reader, caseId),
  decide(facts: UseFacts, actor, { party }, moment): Decision<AcceptTermsResult> {
    const one = requireCase(facts);
    const organisationId = party === "applicant" ? one.applicantId : one.providerId;
    if (organisationId === undefined) throw new DomainError("not_found", "case.not-found");
    const person = requireParty(actor, organisationId, ["owner", "editor"], one);
    const { voucher } = requireVoucher(facts);
    const task = openOrRepeated(facts.tasks, "accept", party, actor, "accepted");
    if (task === undefined) {
      const earlier = voucher.accepted.find((acceptance) => acceptance.party === party);
      return { changes: [], result: { outcome: "accepted", party, acceptedAt: earlier?.at ?? moment.now } };
    }
    if (voucher.accepted.some((acceptance) => acceptance.by === person.personId)) {
      throw new DomainError("forbidden", "duties.same-person", { step: "voucher.accept-terms" });
    }
    const closing = answerTask(task, { outcome: "accepted", round: task.round }, actor, moment);
    const accepted = [...voucher.accepted, { party, by: person.personId, at: moment.now }];
    const { terms } = parkOf(moment.network, one.leadPark).texts;
    return {
      changes: [...closing.changes, { op: "replace", name: "voucher", value: { ...voucher, accepted } }],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "voucher.terms-accepted",
          // Years later it must be provable which wording was accepted.
          facts: { party, termsHash: moment.digest(JSON.stringify(terms)) },
        },
      ],
      effects: closing.effects,
      result: { outcome: "accepted", party, acceptedAt: moment.now },
    };
  },
});
