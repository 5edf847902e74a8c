import { type ApplicationFacts, eligibilityFactsOf } from "@multihelix/core/application/read-application.ts";
import { checkEligibility, failingOf, requirements } from "@multihelix/core/eligibility/list.ts";
import type { Stage } from "@multihelix/core/eligibility/requirement.ts";
import { describe, expect, test } from "vitest";
import { aGrant } from "../../fixture/build/aid.ts";
import { anApplicant, anApplication, anOffer, theSections } from "../../fixture/build/application.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";

type Given = Parameters<typeof anApplication>[0];

function results(given: Given = {}, now?: string, stage: Stage = "check") {
  return checkEligibility(eligibilityFactsOf(anApplication(given), aMoment(now), stage));
}

/** Codes of what fails. */
function failing(given: Given = {}, now?: string, stage?: Stage): (string | undefined)[] {
  return failingOf(results(given, now, stage)).map(({ code }) => code);
}

function factsOf(requirement: string, given: Given = {}, now?: string) {
  return results(given, now).find((one) => one.requirement === requirement)?.facts;
}

const company = (changed: Record<string, unknown>): Given => ({ sections: theSections({ company: changed }) });
const declarations = (changed: Record<string, unknown>): Given => ({
  sections: theSections({ declarations: changed }),
});
const offer = (content: Partial<NonNullable<ReturnType<typeof anOffer>["content"]>>): Given => {
  const { content: whole, ...rest } = anOffer();
  return { offer: { ...rest, ...(whole === undefined ? {} : { content: { ...whole, ...content } }) } };
};

test("a complete application of the story meets every requirement", () => {
  expect(failing()).toEqual([]);
  expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
});

test("all that fail are told, never only the first, each with its code", () => {
  const given = {
    call: aCall({ closes: at("2026-10-01T00:00:00Z"), crossParkRequired: true }),
    applicant: anApplicant({
      address: { street: "Rue", number: "1", postcode: "75001", town: "Paris", country: "FR" },
      homePark: "lund",
    }),
    sections: theSections({
      company: { headcount: 250, inDifficulty: true, outstandingRecovery: true },
      aid: { signed: false },
      declarations: { notBegun: false },
    }),
    offer: anOffer({ status: "invited" }),
  };
  expect(failing(given)).toEqual([
    "call.closed",
    "country.not-eligible",
    "size.not-an-sme",
    "difficulty.declared",
    "recovery.outstanding",
    "work.begun",
    "offer.not-confirmed",
    "cross-park.same-park",
    "aid.not-signed",
  ]);
});

test("an empty draft is told everything it must still do", () => {
  const { provider: _provider, offer: _offer, ...empty } = anApplication({ sections: [] });
  const facts: ApplicationFacts = { ...empty, provider: undefined, offer: undefined };
  const codes = failingOf(checkEligibility(eligibilityFactsOf(facts, aMoment(), "check"))).map(({ code }) => code);
  expect(codes).toEqual([
    "size.not-stated",
    "difficulty.not-stated",
    "recovery.not-stated",
    "export.not-stated",
    "work.not-stated",
    "double-funding.not-stated",
    "truth.not-stated",
    "offer.none",
    "provider.none",
    "payee.none",
    "price.none",
    "aid.not-signed",
    "price.none",
  ]);
});

describe("the call is open by the server's clock", () => {
  const call = aCall({ closes: at("2026-11-12T11:00:00Z") });

  test("five minutes of grace are stated and given, not a second more", () => {
    expect(failing({ call }, "2026-11-12T11:05:00Z")).toEqual([]);
    expect(factsOf("call-open", { call }, "2026-11-12T11:04:00Z")).toMatchObject({ window: "grace", graceMinutes: 5 });
    expect(failing({ call }, "2026-11-12T11:05:00.001Z")).toEqual(["call.closed"]);
  });

  test("not before it opens, not as a draft, not when it was closed early", () => {
    expect(failing({ call: aCall({ opens: at("2026-11-13T00:00:00Z") }) })).toEqual(["call.not-yet-open"]);
    expect(failing({ call: aCall({ state: "draft" }) })).toEqual(["call.not-published"]);
    expect(failing({ call: aCall({ state: "closed" }) })).toEqual(["call.closed"]);
  });

  test("once submitted, the moment of submission is what counts", () => {
    const submitted = { call, case: { submittedAt: at("2026-11-12T10:59:00Z") } };
    expect(failing(submitted, "2026-12-03T09:00:00Z", "screening")).toEqual([]);
  });
});

test("sectors bind only where the call names some", () => {
  const call = aCall({ sectors: ["sec-diagnostics"] });
  expect(failing({ call })).toEqual([]);
  expect(failing({ call, applicant: anApplicant({ sector: "sec-pharma" }) })).toEqual(["sector.not-eligible"]);
  const { sector: _sector, ...unstated } = anApplicant();
  expect(failing({ call, applicant: unstated })).toEqual(["sector.not-stated"]);
});

test("the size shows its arithmetic; only enterprises are SMEs", () => {
  expect(failing(company({ headcount: 249, turnover: 5_000_000_001, balanceSheet: 4_300_000_001 }))).toEqual([
    "size.not-an-sme",
  ]);
  expect(factsOf("size")).toMatchObject({
    class: "small",
    headcount: 12,
    turnover: { amount: 140_000_000, currency: "EUR" },
  });
  expect(failing({ applicant: anApplicant({ kind: "academia" }) })).toEqual(["size.not-an-enterprise"]);
});

test("register numbers of both parties are looked at, and the wrong one is named", () => {
  const given = {
    applicant: anApplicant({ registerId: "0999999032" }),
    provider: anOrganisation({ registerId: "1234" }),
  };
  expect(failing(given)).toEqual(["register-id.wrong"]);
  expect(factsOf("register-id", given)?.wrong).toMatchObject([{ reason: "check-digit" }, { reason: "shape" }]);
});

test("an unverified organisation never blocks drafting or submitting, but the award", () => {
  const given = { applicant: anApplicant({ verification: "unverified" }) };
  expect(failing(given, undefined, "submit")).toEqual([]);
  expect(failing(given, undefined, "release")).toEqual(["organisation.not-verified"]);
  expect(failing({ provider: anOrganisation({ verification: "rejected" }) })).toEqual(["organisation.rejected"]);
});

test("declarations must be made, and made this way", () => {
  expect(failing(declarations({ noDoubleFunding: false, noExport: false, truthful: false }))).toEqual([
    "export.related",
    "double-funding.declared",
    "truth.not-confirmed",
  ]);
});

test("the work may begin on the day of submission in the lead park's zone, not before", () => {
  const late = "2026-11-12T23:30:00Z";
  expect(failing(offer({ startsOn: "2026-11-12" }), late)).toEqual(["work.starts-too-early"]);
  expect(failing(offer({ startsOn: "2026-11-13" }), late)).toEqual([]);
});

describe("price and own share", () => {
  test("80 % of 12,500 € is asked, 2,500 € are the SME's own", () => {
    expect(factsOf("price-within-limits")).toMatchObject({
      requested: { amount: 1_000_000 },
      own: { amount: 250_000 },
      capped: false,
    });
  });

  test("above the largest award the own share grows", () => {
    expect(factsOf("price-within-limits", offer({ price: { amount: 2_000_000, currency: "EUR" } }))).toMatchObject({
      byIntensity: { amount: 1_600_000 },
      requested: { amount: 1_000_000 },
      own: { amount: 1_000_000 },
      capped: true,
    });
  });

  test("an award below the smallest is refused", () => {
    expect(failing(offer({ price: { amount: 625_000, currency: "EUR" } }))).toEqual([]);
    expect(failing(offer({ price: { amount: 624_999, currency: "EUR" } }))).toEqual(["price.below-minimum"]);
  });
});

describe("the provider", () => {
  test("is independent of the applicant, and says so", () => {
    expect(failing(offer({ independent: false }))).toEqual(["provider.not-independent"]);
    expect(failing({ provider: anOrganisation({ aidGroupId: anApplicant().aidGroupId }) })).toEqual([
      "provider.same-undertaking",
    ]);
    expect(failing({ provider: anOrganisation({ organisationId: anApplicant().organisationId }) })).toEqual([
      "provider.is-applicant",
    ]);
  });

  test("is never a paying park", () => {
    expect(failing({ provider: anOrganisation({ kind: "park", homePark: "limburg" }) })).toEqual(["provider.is-payer"]);
    expect(failing({ provider: anOrganisation({ kind: "park", homePark: "lund" }) })).toEqual([]);
  });

  test("can be paid by every payer, else each payer's channels say why not", () => {
    const swedish = anOrganisation({
      accounts: [{ holder: "Lab", other: "12345678", currency: "SEK", country: "SE" }],
    });
    expect(failing({ provider: swedish })).toEqual(["payee.not-reachable"]);
    expect(factsOf("payee-reachable", { provider: swedish })).toMatchObject({
      unreached: [
        {
          parkId: "limburg",
          currency: "EUR",
          reasons: [
            { kind: "sepa", reason: "iban-missing" },
            { kind: "pain001-cross-border", reason: "bic-missing" },
          ],
        },
      ],
    });
    expect(failing({ provider: swedish, call: aCall({ pays: "sme" }) })).toEqual([]);
  });

  test("is of another park where the call wants it", () => {
    const call = aCall({ crossParkRequired: true });
    expect(failing({ call })).toEqual([]);
    expect(failing({ call, provider: anOrganisation({ homePark: "limburg" }) })).toEqual(["cross-park.same-park"]);
    const { homePark: _park, ...nowhere } = anOrganisation();
    expect(failing({ call, provider: nowhere })).toEqual(["cross-park.provider-without-park"]);
  });
});

describe("aid headroom", () => {
  const had = (amount: number) => [aGrant({ caseId: idOf("app", "other"), amount })];

  test("what is asked must fit beside grants, reservations and declared aid", () => {
    const declared = {
      sections: theSections({ aid: { declared: [{ grantor: "VLAIO", amount: 1_000_000, granted: "2025-01-31" }] } }),
    };
    expect(failing({ ...declared, aidGrants: had(28_000_000) })).toEqual([]);
    expect(failing({ ...declared, aidGrants: had(28_000_001) })).toEqual(["aid.no-room"]);
    expect(factsOf("aid-headroom", { aidGrants: had(28_000_000) })).toMatchObject({
      ceilings: [{ jurisdiction: "BE", room: 2_000_000 }],
    });
  });

  test("declared aid of another country does not count against the payer's", () => {
    const abroad = {
      sections: theSections({
        aid: { declared: [{ grantor: "Vinnova", amount: 30_000_000, granted: "2026-01-31", country: "SE" }] },
      }),
    };
    expect(failing(abroad)).toEqual([]);
  });

  test("each payer asks its own share of its own ceiling", () => {
    const payers = [
      { parkId: "limburg", ledger: aLedger(), sharePercent: 60, aidBasis: "eu-de-minimis" as const },
      { parkId: "lund", ledger: aLedger("lund", "SEK"), sharePercent: 40, aidBasis: "eu-de-minimis" as const },
    ];
    const provider = anOrganisation({
      accounts: [{ holder: "Lab", iban: "SE4550000000058398257466", bic: "ESSESESS", currency: "SEK", country: "SE" }],
    });
    const given = { call: aCall({ payers }), provider, aidGrants: had(29_400_000) };
    expect(failing(given)).toEqual([]);
    expect(factsOf("aid-headroom", given)).toMatchObject({
      ceilings: [
        { jurisdiction: "BE", asked: 600_000, room: 600_000 },
        { jurisdiction: "SE", asked: 400_000, room: 30_000_000 },
      ],
    });
  });
});
