/** Asking a provider for its offer; in a draft another provider may be asked instead, and the earlier offer is gone. */
import * as z from "zod";
import { requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, organisationIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { offerNotNeeded } from "../letter/kind/offer-not-needed.ts";
import type { Recipient } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import { contactsOf } from "../organisation/contacts.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { ProviderEntry } from "../organisation/provider-entry.ts";
import type { Change, Reader } from "../port/store.ts";
import { requireParty } from "../voucher/party.ts";
import type { Case } from "./case.ts";
import { caseLetterData } from "./letter-data.ts";
import type { Offer } from "./offer.ts";

/** So many times a draft asks a provider of the list: each is a letter to people who did not ask for it. */
const invitedMost = 10;

interface Facts {
  readonly one: Case | undefined;
  readonly offer: Offer | undefined;
  /** The applicant as it counts today: the kept one where two were merged. */
  readonly applicantId?: Case["applicantId"] | undefined;
  readonly provider: Organisation | undefined;
  readonly entry: ProviderEntry | undefined;
  readonly contacts: readonly Recipient[];
  /** Contacts of the provider that was asked before. */
  readonly replaced?: readonly Recipient[];
}

/** Who was asked before is told that it is bound no more. @throws as `refuseUnfit`; conflict `provider.invited-often` with the most there can be. */
export const inviteProvider = verb({
  name: "application.invite-provider",
  input: z.object({ caseId: caseIdSchema, organisationId: organisationIdSchema }),
  async read(reader: Reader, { caseId, organisationId }): Promise<Facts> {
    const [one, offer, provider, entry, contacts] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("offer", { caseId }),
      reader.get("organisation", { organisationId }),
      reader.get("providerEntry", { organisationId }),
      contactsOf(reader, organisationId),
    ]);
    const applicant = one === undefined ? undefined : await organisationOf(reader, one.applicantId);
    const before = offer === undefined || offer.providerId === organisationId ? undefined : offer.providerId;
    const replaced = before === undefined ? [] : await contactsOf(reader, before);
    return { one, offer, applicantId: applicant?.organisationId, provider, entry, contacts, replaced };
  },
  decide(
    { one, offer, applicantId, provider, entry, contacts, replaced = [] }: Facts,
    actor,
    _input,
    moment,
  ): Decision<{ outcome: string }> {
    const person = requirePerson(actor);
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    requireParty(actor, one.applicantId, ["owner", "editor"], one);
    if (one.status !== "draft")
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "draft" });
    if (provider === undefined || entry === undefined) throw new DomainError("not_found", "provider.not-listed");
    refuseUnfit(one, applicantId, provider, contacts);
    if (offer?.providerId === provider.organisationId && offer.status !== "declined")
      return { changes: [], result: { outcome: offer.status } };
    const invited = (one.invitedProviders ?? 0) + 1;
    if (invited > invitedMost) throw new DomainError("conflict", "provider.invited-often", { most: invitedMost });
    const { organisationId } = provider;
    const asked = withProvider(one, provider);
    const letters = joinLetters([
      // Who declined awaits nothing.
      ...(offer?.status === "declined" ? [] : replaced).map((to) => replacedLetter(one, to, moment)),
      ...contacts.map((to) =>
        letterChanges(
          {
            kind: "provider-invited",
            key: `provider-invited:${organisationId}:${moment.now}:${to.personId}`,
            stream: one.caseId,
            caseId: one.caseId,
            to,
            data: {
              ...caseLetterData(asked, moment.network),
              applicant: one.applicantName,
              provider: provider.legalName,
            },
          },
          moment,
        ),
      ),
    ]);
    const asks = { by: person.personId, at: moment.now };
    return {
      changes: [...providerChanges({ ...one, invitedProviders: invited }, offer, provider, asks), ...letters.changes],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "application.provider-invited",
          facts: { providerId: organisationId },
        },
      ],
      effects: letters.effects,
      result: { outcome: "invited" },
    };
  },
});

function replacedLetter(one: Case, to: Recipient, moment: Moment) {
  return ownLetter(
    offerNotNeeded,
    {
      kind: "offer-not-needed",
      key: `offer-not-needed:${one.providerId}:${moment.now}:${to.personId}`,
      stream: one.caseId,
      caseId: one.caseId,
      to,
      data: {
        ...caseLetterData(one, moment.network),
        applicant: one.applicantName,
        provider: one.providerName ?? "",
      },
    },
    moment,
  );
}

/**
 * @throws invalid `provider.is-applicant`, `provider.is-payer`, `provider.rejected`; conflict `provider.nobody-to-ask`
 */
export function refuseUnfit(
  one: Case,
  applicantId: Case["applicantId"] | undefined,
  provider: Organisation,
  contacts: readonly unknown[],
): void {
  const facts = { organisationId: provider.organisationId };
  if ([one.applicantId, applicantId].includes(provider.organisationId))
    throw new DomainError("invalid", "provider.is-applicant", facts);
  const pays =
    provider.kind === "park" && provider.homePark !== undefined && one.payingParks.includes(provider.homePark);
  if (pays) throw new DomainError("invalid", "provider.is-payer", facts);
  if (provider.verification === "rejected") throw new DomainError("invalid", "provider.rejected", facts);
  if (contacts.length === 0) throw new DomainError("conflict", "provider.nobody-to-ask", facts);
}

export function withProvider(one: Case, { organisationId, legalName, homePark }: Organisation): Case {
  return { ...one, providerId: organisationId, providerName: legalName, providerPark: homePark };
}

/** The draft with its offer asked of this provider; what stood there of another is gone, and nobody else is asked any more. */
export function providerChanges(
  one: Case,
  offer: Offer | undefined,
  provider: Organisation,
  asked: { readonly by: Offer["invitedBy"]; readonly at: Offer["invitedAt"] },
  /** Of the case, where what was read of it decides. */
  seen: { readonly version?: number } = {},
): Change[] {
  const value: Offer = {
    caseId: one.caseId,
    providerId: provider.organisationId,
    status: "invited",
    invitedBy: asked.by,
    invitedAt: asked.at,
    version: offer?.version ?? 0,
  };
  return [
    offer === undefined ? { op: "create", name: "offer", value } : { op: "replace", name: "offer", value },
    patchCase(withProvider(one, provider), seen),
    ...partyChanges(one, provider),
  ];
}

/** What another provider offered is no longer asked for. */
function patchCase(
  { caseId, providerId, providerName, providerPark, invitedProviders }: Case,
  seen: { readonly version?: number },
): Change {
  const gone = { requested: undefined, askedProvider: undefined };
  const set = { providerId, providerName, providerPark, invitedProviders, ...gone };
  return { op: "patch", name: "case", key: { caseId }, set, when: { status: "draft", ...seen } };
}

function partyChanges({ caseId, providerId: before }: Case, { organisationId }: Organisation): Change[] {
  const changes: Change[] = [
    { op: "put", name: "partyCase", value: { organisationId, caseId, part: "provider", version: 0 } },
  ];
  if (before !== undefined && before !== organisationId)
    changes.push({ op: "remove", name: "partyCase", key: { organisationId: before, caseId } });
  return changes;
}
