/** The provider confirms what it offers; a price in another currency is converted here, once. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { payeeOfCall, unreachedBy } from "../eligibility/reach.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { convert } from "../kernel/rate.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { letterChanges } from "../letter/write-letter.ts";
import { rateFor } from "../network/rate-for.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";
import type { Case } from "./case.ts";
import { fundingOf } from "./funding.ts";
import { caseLetterData } from "./letter-data.ts";
import { type Offer, offerContentSchema } from "./offer.ts";
import { validFrom } from "./offer-validity.ts";
import { dayOf, priceOf } from "./read-application.ts";
import { type OfferFacts, readOffer, requireOffer } from "./read-offer.ts";

export const confirmOffer = verb({
  name: "application.confirm-offer",
  input: z.object({ caseId: caseIdSchema, content: offerContentSchema, validUntil: daySchema.optional() }),
  read: (reader: Reader, { caseId }): Promise<OfferFacts> => readOffer(reader, caseId),
  decide(facts: OfferFacts, actor, { content, validUntil }, moment): Decision<{ outcome: string }> {
    const { one, offer, call, applicant, provider, person } = requireOffer(facts, actor);
    const valid = validFrom(call, validUntil, moment);
    const known = offer.status === "confirmed" && canonicalJson(offer.content) === canonicalJson(content);
    if (known && offer.validUntil !== undefined && valid <= offer.validUntil)
      return { changes: [], result: { outcome: "confirmed" } };
    refuseUnreadable(content, call, moment);
    refuseUnreachable(call, applicant, provider, moment);
    const confirmed: Offer = {
      ...withoutAnswer(offer),
      status: "confirmed",
      content,
      confirmedBy: person.personId,
      confirmedAt: moment.now,
      validUntil: valid,
      ...convertedPrice(content, call, moment),
    };
    const price = priceOf(confirmed) ?? content.price;
    const letter =
      facts.contact === undefined
        ? { changes: [], effects: [] }
        : letterChanges(
            {
              kind: "offer-answered",
              key: `offer-answered:${moment.now}:${facts.contact.personId}`,
              stream: one.caseId,
              caseId: one.caseId,
              to: facts.contact,
              data: {
                ...caseLetterData(one, moment.network),
                provider: provider.legalName,
                answer: "confirmed",
                price: content.price,
              },
            },
            moment,
          );
    return {
      changes: [
        { op: "replace", name: "offer", value: confirmed },
        patchRequested(one, fundingOf(call, price).requested),
        ...letter.changes,
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "application.offer-confirmed",
          facts: { providerId: offer.providerId, price: content.price, converted: confirmed.converted },
        },
      ],
      effects: letter.effects,
      result: { outcome: "confirmed" },
    };
  },
});

function refuseUnreadable(
  { price, startsOn, endsOn }: z.infer<typeof offerContentSchema>,
  call: Pick<Call, "currency" | "leadPark">,
  { now, network }: Moment,
): void {
  const { currency } = price;
  const rated = network.rates.some(({ base, quote }) => base === currency || quote === currency);
  const problems = [
    ...(rated || currency === call.currency
      ? []
      : [{ path: "content.price.currency", message: `No official rate is known for ${currency}.` }]),
    ...(price.amount > 0 ? [] : [{ path: "content.price", message: "The price is above zero." }]),
    ...(startsOn <= endsOn
      ? []
      : [{ path: "content.endsOn", message: "The work ends on the day it starts or later." }]),
    ...(endsOn >= dayOf(call, network, now)
      ? []
      : [{ path: "content.endsOn", message: "The work ends in the future." }]),
  ];
  if (problems.length > 0) throw new DomainError("invalid", "input.invalid", { problems });
}

/** An offer whose payee no channel can reach is refused now, with the reason, not after the work is done (domain §2). */
function refuseUnreachable(call: Call, applicant: Organisation, provider: Organisation, moment: Moment): void {
  const payee = payeeOfCall(call, applicant, provider) ?? provider;
  const unreached = unreachedBy(moment.network, call, payee);
  if (unreached.length > 0)
    throw new DomainError("conflict", "payee.not-reachable", { payeeId: payee.organisationId, unreached });
}

/** At the last rate published before today, where the lead park is. */
function convertedPrice(
  { price }: z.infer<typeof offerContentSchema>,
  call: Call,
  moment: Moment,
): Pick<Offer, "converted"> {
  if (price.currency === call.currency) return {};
  const day = dayOf(call, moment.network, moment.now);
  const { money, rate } = convert(price, rateFor(moment.network, price.currency, call.currency, day));
  return { converted: { price: { ...money }, rate: rate.rate, rateDate: rate.date, source: rate.source } };
}

function withoutAnswer({ caseId, providerId, status, invitedBy, invitedAt, version }: Offer): Offer {
  return { caseId, providerId, status, invitedBy, invitedAt, version };
}

function patchRequested({ caseId, providerId }: Case, requested: { amount: number; currency: string }) {
  // The offer belongs to the provider that the draft asks for at this moment.
  return {
    op: "patch",
    name: "case",
    key: { caseId },
    set: { requested: { ...requested } },
    when: { status: "draft", providerId: providerId ?? null },
  } as const;
}
