import { confirmOffer } from "@multihelix/core/application/confirm-offer.ts";
import { declineOffer } from "@multihelix/core/application/decline-offer.ts";
import { inviteProvider } from "@multihelix/core/application/invite-provider.ts";
import type { OfferFacts } from "@multihelix/core/application/read-offer.ts";
import { describe, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { anApplicant, anOffer } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const anna = memberOf("anna", "vivo");
const lena = memberOf("lena", "lab", "editor");
const contact = { personId: idOf("per", "anna"), email: "anna@vivo.example", name: "Anna", language: "en" } as const;
const labContact = { personId: idOf("per", "lena"), email: "lena@lab.example", name: "Lena", language: "sv" } as const;
const draft = (given = {}) => {
  const { submittedAt: _at, contentHash: _hash, requested: _requested, ...one } = aCase({ status: "draft", ...given });
  return one;
};

describe("a provider is invited", () => {
  const { providerId: _id, providerName: _name, providerPark: _park, ...bare } = draft();
  const entry = {
    organisationId: idOf("org", "lab"),
    name: "Lund laboratory AB",
    parkId: "lund",
    country: "SE",
    version: 0,
  };
  const facts = { one: bare, offer: undefined, provider: anOrganisation(), entry, contacts: [labContact] };
  const input = { caseId, organisationId: idOf("org", "lab") };

  test("the draft names it, its people are written to in their language", () => {
    const { changes, result } = inviteProvider.decide(facts, anna, input, aMoment());
    expect(result).toEqual({ outcome: "invited" });
    expect(written(changes, "offer")).toMatchObject([{ status: "invited", providerId: idOf("org", "lab") }]);
    expect(patches(changes, "case")).toMatchObject([
      { set: { providerId: idOf("org", "lab"), providerPark: "lund" }, when: { status: "draft" } },
    ]);
    expect(written(changes, "partyCase")).toMatchObject([{ part: "provider", organisationId: idOf("org", "lab") }]);
    expect(written(changes, "letter")).toMatchObject([{ kind: "provider-invited", language: "sv" }]);
  });

  test("another one may be asked instead: the earlier offer is gone and its organisation no longer sees the case", () => {
    const asked = {
      ...facts,
      one: draft({ providerId: idOf("org", "first") }),
      offer: anOffer({ providerId: idOf("org", "first"), version: 2 }),
    };
    const replaced = [{ ...labContact, personId: idOf("per", "first"), email: "first@example.org" }];
    const { changes } = inviteProvider.decide({ ...asked, replaced }, anna, input, aMoment());
    const told = (given: object) =>
      written(inviteProvider.decide({ ...asked, replaced, ...given }, anna, input, aMoment()).changes, "letter").map(
        ({ kind, to }) => `${kind} ${to.email}`,
      );
    const asksLab = `provider-invited ${labContact.email}`;
    expect(told({})).toEqual(["offer-not-needed first@example.org", asksLab]);
    expect(told({ offer: { ...asked.offer, status: "declined" } })).toEqual([asksLab]);
    const often = { ...asked, one: { ...asked.one, invitedProviders: 10 } };
    expect(refused(() => inviteProvider.decide(often, anna, input, aMoment()))).toBe("conflict provider.invited-often");
    expect(written(changes, "offer")).toEqual([
      {
        caseId,
        providerId: idOf("org", "lab"),
        status: "invited",
        invitedBy: anna.personId,
        invitedAt: "2026-11-12T09:00:00.000Z",
        version: 2,
      },
    ]);
    expect(changes).toContainEqual({
      op: "remove",
      name: "partyCase",
      key: { organisationId: idOf("org", "first"), caseId },
    });
    expect(patches(changes, "case")[0]?.set).toHaveProperty("requested", undefined);
  });

  test("asked again while it thinks, nothing happens; after it declined, it is asked anew", () => {
    const waiting = { ...facts, offer: anOffer({ status: "invited" }) };
    expect(inviteProvider.decide(waiting, anna, input, aMoment())).toEqual({
      changes: [],
      result: { outcome: "invited" },
    });
    const declined = { ...facts, offer: anOffer({ status: "declined" }) };
    expect(inviteProvider.decide(declined, anna, input, aMoment()).result).toEqual({ outcome: "invited" });
  });

  test("never the applicant itself, never a paying park, never one that is not listed or has nobody to ask", () => {
    const ask = (changed: object) =>
      refused(() => inviteProvider.decide({ ...facts, ...changed }, anna, input, aMoment()));
    expect(ask({ provider: anApplicant() })).toBe("invalid provider.is-applicant");
    expect(ask({ provider: anOrganisation({ kind: "park", homePark: "limburg" }) })).toBe("invalid provider.is-payer");
    expect(ask({ provider: anOrganisation({ verification: "rejected" }) })).toBe("invalid provider.rejected");
    expect(ask({ entry: undefined })).toBe("not_found provider.not-listed");
    expect(ask({ contacts: [] })).toBe("conflict provider.nobody-to-ask");
    expect(ask({ one: aCase() })).toBe("conflict case.wrong-status");
  });

  test("for strangers the case does not exist", () => {
    expect(refused(() => inviteProvider.decide(facts, memberOf("zoe", "other"), input, aMoment()))).toBe(
      "not_found case.not-found",
    );
  });
});

describe("the provider answers", () => {
  const content = {
    scope: "Validation of the sensor on 120 serum samples.",
    price: { amount: 1_250_000, currency: "EUR" },
    startsOn: "2027-01-11",
    endsOn: "2027-03-19",
    independent: true,
    priceBasis: "market-price" as const,
  };
  const { content: _content, confirmedAt: _confirmed, confirmedBy: _by, ...invited } = anOffer({ status: "invited" });
  const facts: OfferFacts = {
    one: draft(),
    offer: invited,
    call: aCall(),
    applicant: anApplicant(),
    provider: anOrganisation(),
    contact,
  };
  const confirm = (changed: Partial<OfferFacts> = {}, given: Partial<typeof content> = {}, actor = lena) =>
    confirmOffer.decide({ ...facts, ...changed }, actor, { caseId, content: { ...content, ...given } }, aMoment());

  test("a confirmed offer sets what is asked of the parks, and the applicant is told", () => {
    const { changes } = confirm();
    expect(written(changes, "offer")).toMatchObject([{ status: "confirmed", confirmedBy: lena.personId, content }]);
    expect(written(changes, "offer")[0]).not.toHaveProperty("converted");
    expect(patches(changes, "case")).toEqual([
      {
        set: { requested: { amount: 1_000_000, currency: "EUR" } },
        when: { status: "draft", providerId: idOf("org", "lab") },
      },
    ]);
    expect(written(changes, "letter")).toMatchObject([{ kind: "offer-answered", to: { email: "anna@vivo.example" } }]);
  });

  test("a foreign price is converted once, at the last rate published before the day, and keeps the rate", () => {
    const { changes } = confirm({}, { price: { amount: 11_000_000, currency: "SEK" } });
    const [offer] = written(changes, "offer");
    expect(offer?.converted).toMatchObject({ price: { currency: "EUR" }, rateDate: "2026-10-31" });
    expect(offer?.converted?.source).toContain("Synthetic");
    const price = offer?.converted?.price.amount ?? 0;
    expect(patches(changes, "case")[0]?.set.requested).toEqual({ amount: Math.round(price * 0.8), currency: "EUR" });
  });

  test("an offer whose provider no channel can reach is refused now, with each channel's reason", () => {
    const unreachable = anOrganisation({ accounts: [] });
    expect(refusalOf(() => confirm({ provider: unreachable }))).toMatchObject({
      kind: "conflict",
      code: "payee.not-reachable",
      facts: {
        unreached: [
          {
            parkId: "limburg",
            reasons: [
              { kind: "sepa", reason: "account-missing" },
              { kind: "pain001-cross-border", reason: "account-missing" },
            ],
          },
        ],
      },
    });
    expect(confirm({ provider: unreachable, call: aCall({ pays: "sme" }) }).result).toEqual({ outcome: "confirmed" });
  });

  test("the same offer again changes nothing; another one replaces it while it is a draft", () => {
    const confirmed = anOffer({ content, validUntil: at("2027-03-12T22:59:59Z") });
    expect(confirm({ offer: confirmed })).toEqual({ changes: [], result: { outcome: "confirmed" } });
    expect(written(confirm({ offer: confirmed }, { endsOn: "2027-04-30" }).changes, "offer")).toMatchObject([
      { version: 1, content: { endsOn: "2027-04-30" } },
    ]);
    expect(refused(() => confirm({ one: aCase({ status: "screening" }) }))).toBe("conflict case.wrong-status");
  });

  test("price above zero, dates in order and in the future", () => {
    expect(
      refusalOf(() =>
        confirm({}, { price: { amount: 0, currency: "EUR" }, startsOn: "2026-02-01", endsOn: "2026-01-01" }),
      ).facts,
    ).toMatchObject({
      problems: [{ path: "content.price" }, { path: "content.endsOn" }, { path: "content.endsOn" }],
    });
  });

  test("only by people of the provider that was asked", () => {
    expect(refused(() => confirm({}, {}, anna))).toBe("forbidden actor.member-needed");
    expect(refused(() => confirm({}, {}, memberOf("lars", "lab", "viewer")))).toBe("forbidden actor.member-needed");
    expect(refused(() => confirm({}, {}, memberOf("zoe", "other")))).toBe("not_found case.not-found");
    expect(refused(() => confirm({ offer: undefined }))).toBe("not_found case.not-found");
  });

  test("declined: the offer is empty, nothing is asked, the applicant is told", () => {
    const { changes, result } = declineOffer.decide({ ...facts, offer: anOffer() }, lena, { caseId }, aMoment());
    expect(result).toEqual({ outcome: "declined" });
    expect(written(changes, "offer")).toEqual([
      {
        caseId,
        providerId: idOf("org", "lab"),
        status: "declined",
        invitedBy: idOf("per", "anna"),
        invitedAt: at("2026-08-25T08:00:00Z"),
        version: 1,
      },
    ]);
    expect(patches(changes, "case")[0]?.set).toEqual({ requested: undefined });
    expect(
      declineOffer.decide({ ...facts, offer: anOffer({ status: "declined" }) }, lena, { caseId }, aMoment()).changes,
    ).toEqual([]);
  });
});
