/** What an answer of the provider looks at, and who may give it. */
import type { Call } from "../call/call.ts";
import type { Actor, PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import { type Recipient, recipientOf } from "../letter/recipient.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";
import { requireParty } from "../voucher/party.ts";
import type { Case } from "./case.ts";
import type { Offer } from "./offer.ts";

export interface OfferFacts {
  readonly one: Case | undefined;
  readonly offer: Offer | undefined;
  readonly call: Call | undefined;
  readonly applicant: Organisation | undefined;
  readonly provider: Organisation | undefined;
  /** The applicant's contact on the case. */
  readonly contact: Recipient | undefined;
}

export async function readOffer(reader: Reader, caseId: CaseId): Promise<OfferFacts> {
  const [one, offer] = await Promise.all([reader.get("case", { caseId }), reader.get("offer", { caseId })]);
  if (one === undefined || offer === undefined)
    return { one, offer, call: undefined, applicant: undefined, provider: undefined, contact: undefined };
  const [call, applicant, provider, person] = await Promise.all([
    reader.get("call", { callId: one.callId }),
    organisationOf(reader, one.applicantId),
    organisationOf(reader, offer.providerId),
    reader.get("person", { personId: one.contactId }),
  ]);
  return { one, offer, call, applicant, provider, contact: recipientOf(person) };
}

/**
 * The offer of a draft, for an owner or editor of the provider that was asked.
 * @throws not_found `case.not-found`; forbidden; conflict `case.wrong-status`.
 */
export function requireOffer(
  facts: OfferFacts,
  actor: Actor,
): { one: Case; offer: Offer; call: Call; applicant: Organisation; provider: Organisation; person: PersonActor } {
  const { one, offer, call, applicant, provider } = facts;
  if (
    one === undefined ||
    offer === undefined ||
    call === undefined ||
    applicant === undefined ||
    provider === undefined
  ) {
    throw new DomainError("not_found", "case.not-found");
  }
  const person = requireParty(actor, offer.providerId, ["owner", "editor"], one);
  if (one.status !== "draft")
    throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "draft" });
  return { one, offer, call, applicant, provider, person };
}
