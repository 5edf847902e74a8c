import { describe, expect, test } from "vitest";
import { aGrant } from "../../fixture/build/aid.ts";
import { anApplicant, theSections } from "../../fixture/build/application.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { factsOf, failing, offer } from "../../fixture/build/eligibility.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";

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
