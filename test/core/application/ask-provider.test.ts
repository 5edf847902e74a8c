import { answerAsk } from "@multihelix/core/application/answer-ask.ts";
import { askProvider, takeBackAsk } from "@multihelix/core/application/ask-provider.ts";
import { askedProviderMost } from "@multihelix/core/application/asked-provider.ts";
import type { Person } from "@multihelix/core/person/person.ts";
import { askedShown } from "@multihelix/core/view/asked-provider-view.ts";
import { describe, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { anApplicant, anOffer } from "../../fixture/build/application.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const aPerson = (given: Partial<Person> = {}): Person => ({
  personId: idOf("per", "anna"),
  email: "anna@vivo.example",
  name: "Anna",
  language: "nl",
  disabled: false,
  createdAt: at("2026-01-01T00:00:00Z"),
  version: 0,
  ...given,
});
const anna = memberOf("anna", "vivo");
const lena = memberOf("lena", "lab", "editor");
const { providerId: _id, providerName: _name, providerPark: _park, ...bare } = aCase({ status: "draft" });
const input = { caseId, name: "Nytt Labb AB", email: "Lena@Lab.example" };
const asked = {
  invitationId: idOf("inv", "lena"),
  name: "Nytt Labb AB",
  email: "lena@lab.example",
  askedBy: anna.personId,
  askedAt: at("2026-11-12T09:00:00Z"),
  validUntil: at("2026-12-12T09:00:00Z"),
};
const waiting = { ...bare, askedProvider: asked, askedProviders: 1 };
const lenaKnown = aPerson({ personId: idOf("per", "lena"), email: "lena@lab.example" });

describe("a provider that is not in the list is asked by mail", () => {
  const ask = (given = {}, actor = anna) =>
    askProvider.decide({ one: bare, person: aPerson(), known: undefined, ...given }, actor, input, aMoment());

  test("one address, for 30 days, in the language of whoever has it or else of who asks", () => {
    const { changes, result } = ask();
    expect(result.validUntil).toBe("2026-12-12T09:00:00.000Z");
    expect(patches(changes, "case")).toMatchObject([
      { set: { askedProvider: { email: "lena@lab.example", name: "Nytt Labb AB" }, askedProviders: 1 } },
    ]);
    expect(written(changes, "letter")).toMatchObject([{ kind: "provider-asked", language: aPerson().language }]);
    expect(written(ask({ known: { ...lenaKnown, language: "sv" } }).changes, "letter")).toMatchObject([
      { language: "sv" },
    ]);
  });

  test("somebody known is written to as themself, so that an interest holds the letter back; the disabled are not", () => {
    expect(written(ask({ known: lenaKnown }).changes, "letter")).toMatchObject([
      { to: { personId: lenaKnown.personId } },
    ]);
    expect(ask({ known: { ...lenaKnown, disabled: true } }).effects).toEqual([]);
  });

  test("another replaces it; a draft writes to so many and no more, also after one was chosen meanwhile", () => {
    expect(patches(ask({ one: waiting }).changes, "case")).toMatchObject([{ set: { askedProviders: 2 } }]);
    const one = { ...bare, askedProviders: askedProviderMost };
    expect(refused(() => ask({ one }))).toBe("conflict provider.asked-often");
  });

  test("only a draft's own owners and editors; for others it does not exist", () => {
    expect(refused(() => ask({}, memberOf("zoe", "other")))).toBe("not_found case.not-found");
    expect(refused(() => ask({}, memberOf("vic", "vivo", "viewer")))).toBe("forbidden actor.member-needed");
    expect(refused(() => ask({ one: aCase() }))).toBe("conflict case.wrong-status");
  });

  test("taken back once; the applicant sees what became of it", () => {
    const back = (one: typeof waiting) => takeBackAsk.decide({ one }, anna, { caseId }, aMoment());
    expect(patches(back(waiting).changes, "case")).toMatchObject([
      { set: { askedProvider: { withdrawnAt: "2026-11-12T09:00:00.000Z" }, askedProviders: 1 } },
    ]);
    const withdrawn = { ...waiting, askedProvider: { ...asked, withdrawnAt: at("2026-11-13T09:00:00Z") } };
    expect(back(withdrawn).changes).toEqual([]);
    expect(askedShown(waiting, at("2026-12-12T08:59:59Z"))).toMatchObject({ askedProvider: { open: true, left: 4 } });
    expect(askedShown(waiting, asked.validUntil)).toMatchObject({ askedProvider: { open: false } });
    expect(askedShown(withdrawn, asked.askedAt)).toMatchObject({ askedProvider: { open: false } });
  });
});

describe("whoever was asked takes it up", () => {
  const facts = {
    one: waiting,
    offer: undefined,
    person: lenaKnown,
    applicantId: undefined,
    provider: anOrganisation(),
  };
  const answering = { caseId, invitationId: asked.invitationId, organisationId: idOf("org", "lab") };
  const answer = (given = {}, moment = aMoment(), actor = lena) =>
    answerAsk.decide({ ...facts, ...given }, actor, answering, moment);

  test("the offer is asked of their organisation, which sees the case; the address is forgotten", () => {
    const { changes } = answer();
    expect(written(changes, "offer")).toMatchObject([
      { status: "invited", providerId: idOf("org", "lab"), invitedBy: anna.personId },
    ]);
    expect(written(changes, "partyCase")).toMatchObject([{ part: "provider" }]);
    const [set] = patches(changes, "case").map((change) => change.set);
    expect(set).toMatchObject({ providerId: idOf("org", "lab") });
    expect(set).toHaveProperty("askedProvider", undefined);
    expect(set).not.toHaveProperty("askedProviders");
  });

  test("with the address that it was sent to, this very request, of a draft", () => {
    const unknown = "not_found invitation.not-found";
    expect(refused(() => answer({ person: aPerson({ email: "eve@lab.example" }) }))).toBe(unknown);
    expect(
      refused(() => answer({ one: { ...waiting, askedProvider: { ...asked, invitationId: idOf("inv", "x") } } })),
    ).toBe(unknown);
    expect(refused(() => answer({ one: { ...waiting, status: "screening" } }))).toBe(unknown);
    expect(refused(() => answer({ one: bare }))).toBe(unknown);
    expect(refused(() => answer({ one: undefined }))).toBe(unknown);
  });

  test("what another provider has confirmed stays; the same one asked twice changes nothing", () => {
    const confirmed = anOffer({ providerId: idOf("org", "first"), status: "confirmed" });
    expect(refused(() => answer({ offer: confirmed }))).toBe("conflict provider.ask-over");
    expect(answer({ offer: anOffer({ providerId: idOf("org", "lab"), status: "confirmed" }) }).changes).toEqual([]);
    const declined = anOffer({ providerId: idOf("org", "lab"), status: "declined" });
    expect(written(answer({ offer: declined }).changes, "offer")).toMatchObject([{ status: "invited" }]);
  });

  test("for an organisation of their own, that may be the provider, until it is over", () => {
    expect(refused(() => answer({}, aMoment(), memberOf("lena", "lab", "viewer")))).toBe(
      "not_found organisation.not-found",
    );
    expect(refused(() => answer({ provider: undefined }))).toBe("not_found organisation.not-found");
    expect(refused(() => answer({ provider: anApplicant() }, aMoment(), memberOf("lena", "vivo")))).toBe(
      "invalid provider.is-applicant",
    );
    expect(refused(() => answer({ provider: anOrganisation({ verification: "rejected" }) }))).toBe(
      "invalid provider.rejected",
    );
    expect(refused(() => answer({}, aMoment(asked.validUntil)))).toBe("conflict provider.ask-over");
    const withdrawn = { ...waiting, askedProvider: { ...asked, withdrawnAt: asked.askedAt } };
    expect(refused(() => answer({ one: withdrawn }))).toBe("conflict provider.ask-over");
  });
});
