import { type CreateCall, callIdOf, createCall } from "@multihelix/core/call/create-call.ts";
import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const manager = staff("mia", "manager", "limburg");
const moment = aMoment();

function drafted(given: Partial<CreateCall> = {}): CreateCall {
  return {
    code: "LIM-V27",
    leadPark: "limburg",
    instrument: "voucher",
    title: { en: "Vouchers" },
    summary: { en: "Buy a service." },
    mode: "rolling",
    opens: at("2027-01-04T08:00:00Z"),
    closes: at("2027-12-17T22:59:59Z"),
    payers: [
      { parkId: "limburg", fundId: "limburg-regional", sharePercent: 66.7, aidBasis: "eu-de-minimis" },
      { parkId: "wales", fundId: "wales-innovation", sharePercent: 33.3, aidBasis: "uk-mfa" },
    ],
    currency: "EUR",
    minimumAward: 200_000,
    maximumAward: 1_000_000,
    intensity: 80,
    validityMonths: 9,
    eligibleCountries: ["BE"],
    sectors: [],
    languages: ["en"],
    crossParkRequired: false,
    pays: "provider",
    rubric: defaultVoucherRubric,
    oneReviewUpTo: 750_000,
    ...given,
  };
}

/** Messages of the refusal, by path. */
function problems(given: Partial<CreateCall>): [string, string][] {
  const { facts } = refusalOf(() => createCall.decide({ calls: [] }, manager, drafted(given), moment));
  return (facts.problems as { path: string; message: string }[]).map(({ path, message }) => [path, message]);
}

describe("a drafted call", () => {
  test("gives each payer a ledger key: its own currency, and the budget year of its fund on the opening day", () => {
    const { changes, result } = createCall.decide({ calls: [] }, manager, drafted(), moment);
    const [call] = written(changes, "call");
    expect(result.callId).toBe(callIdOf("LIM-V27", moment.digest));
    expect(call).toMatchObject({ state: "draft", createdBy: manager.personId });
    expect(call?.payers.map(({ ledger }) => ledger)).toEqual([
      { parkId: "limburg", fundId: "limburg-regional", callId: result.callId, budgetYear: 2027, currency: "EUR" },
      { parkId: "wales", fundId: "wales-innovation", callId: result.callId, budgetYear: 2026, currency: "GBP" },
    ]);
  });

  test("its code is its own", () => {
    expect(refused(() => createCall.decide({ calls: [aCall({ code: "LIM-V27" })] }, manager, drafted(), moment))).toBe(
      "conflict call.code-taken",
    );
  });

  test("only a manager of the lead park drafts it", () => {
    expect(refused(() => createCall.decide({ calls: [] }, staff("lars", "manager", "lund"), drafted(), moment))).toBe(
      "forbidden actor.role-needed",
    );
    expect(
      refused(() => createCall.decide({ calls: [] }, staff("ada", "approver", "limburg"), drafted(), moment)),
    ).toBe("forbidden actor.role-needed");
  });
});

describe("what must hold of a call is told all at once", () => {
  test("limits, languages, countries", () => {
    const found = problems({
      closes: at("2027-01-01T00:00:00Z"),
      maximumAward: 100_000,
      eligibleCountries: [],
      languages: ["en", "nl"],
      currency: "SEK",
    });
    expect(found.map(([path]) => path)).toEqual([
      "closes",
      "maximumAward",
      "eligibleCountries",
      "title.nl",
      "summary.nl",
      "currency",
    ]);
  });

  test("the lead park pays and comes first, each park once, shares make 100", () => {
    const lund = { parkId: "lund", fundId: "lund-regional", sharePercent: 50, aidBasis: "eu-de-minimis" } as const;
    expect(problems({ payers: [lund, { ...lund, sharePercent: 49.9 }] }).map(([path]) => path)).toEqual([
      "payers.0",
      "payers",
      "payers",
    ]);
  });

  test("a fund of another park, a basis the park does not use, a fund that has ended", () => {
    const payer = {
      parkId: "limburg",
      fundId: "limburg-regional",
      sharePercent: 100,
      aidBasis: "eu-de-minimis",
    } as const;
    expect(problems({ payers: [{ ...payer, fundId: "lund-regional" }] })).toEqual([
      ["payers.0.fundId", 'limburg has no fund "lund-regional".'],
    ]);
    expect(problems({ payers: [{ ...payer, aidBasis: "uk-mfa" }] })).toEqual([
      ["payers.0", 'LifeTechValley Limburg does not use the aid basis "uk-mfa".'],
    ]);
    expect(problems({ payers: [{ ...payer, aidBasis: "gber-25" }] })).toEqual([
      ["payers.0", '"gber-25" limits by the category of the work, which a voucher does not state.'],
    ]);
    expect(
      problems({ payers: [payer], opens: at("2029-01-08T08:00:00Z"), closes: at("2029-12-17T22:59:59Z") }),
    ).toMatchObject([["payers.0", expect.stringContaining("2028-12-31")]]);
  });

  test("an associate pays nothing, because it has no fund", () => {
    const payer = { parkId: "uppsala", fundId: "uppsala-fund", sharePercent: 100, aidBasis: "no-aid" } as const;
    expect(problems({ payers: [payer] })).toEqual([["payers.0.fundId", 'uppsala has no fund "uppsala-fund".']]);
  });
});
