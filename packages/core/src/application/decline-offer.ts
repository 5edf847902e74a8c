/** The provider makes no offer; the applicant is told and may ask another. */
import * as z from "zod";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { letterChanges } from "../letter/write-letter.ts";
import type { Reader } from "../port/store.ts";
import { caseLetterData } from "./letter-data.ts";
import type { Offer } from "./offer.ts";
import { type OfferFacts, readOffer, requireOffer } from "./read-offer.ts";

export const declineOffer = verb({
  name: "application.decline-offer",
  input: z.object({ caseId: caseIdSchema }),
  read: (reader: Reader, { caseId }): Promise<OfferFacts> => readOffer(reader, caseId),
  decide(facts: OfferFacts, actor, _input, moment): Decision<{ outcome: string }> {
    const { one, offer, provider } = requireOffer(facts, actor);
    if (offer.status === "declined") return { changes: [], result: { outcome: "declined" } };
    const { caseId, providerId, invitedBy, invitedAt, version } = offer;
    const declined: Offer = { caseId, providerId, status: "declined", invitedBy, invitedAt, version };
    const letter =
      facts.contact === undefined
        ? { changes: [], effects: [] }
        : letterChanges(
            {
              kind: "offer-answered",
              key: `offer-answered:${moment.now}:${facts.contact.personId}`,
              stream: caseId,
              caseId,
              to: facts.contact,
              data: { ...caseLetterData(one, moment.network), provider: provider.legalName, answer: "declined" },
            },
            moment,
          );
    return {
      changes: [
        { op: "replace", name: "offer", value: declined },
        { op: "patch", name: "case", key: { caseId }, set: { requested: undefined }, when: { status: "draft" } },
        ...letter.changes,
      ],
      events: [{ stream: caseId, caseId, type: "application.offer-declined", facts: { providerId } }],
      effects: letter.effects,
      result: { outcome: "declined" },
    };
  },
});
