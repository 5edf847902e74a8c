import type { OtherCase } from "@multihelix/core/application/other-case.ts";
import { likeness } from "@multihelix/core/eligibility/likeness.ts";
import { describe, expect, test } from "vitest";
import { anApplicant, completeAnswers, theSections } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { company, failing } from "../../fixture/build/eligibility.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";

const { title, need } = completeAnswers.project;

function another(given: Partial<OtherCase> = {}): OtherCase {
  return {
    caseId: idOf("app", "other"),
    reference: "WAL-V26-7K3QX",
    callId: idOf("call", "wales26"),
    payingParks: ["wales"],
    status: "screening",
    providerId: anOrganisation().organisationId,
    text: `${title} ${need}`,
    issuedAt: undefined,
    owes: false,
    ...given,
  };
}

describe("what the network knows of the applicant itself", () => {
  test("the same service from the same provider in another call is found, whatever was declared", () => {
    expect(failing({ others: [another()] })).toEqual(["double-funding.same-service"]);
    expect(failing({ others: [another({ text: `${title.toUpperCase()}; ${need} Soon.` })] })).toEqual([
      "double-funding.same-service",
    ]);
  });

  test("a second case of the same call counts like one of another call", () => {
    expect(failing({ others: [another({ callId: aCall().callId })] })).toEqual(["double-funding.same-service"]);
    expect(failing({ others: [another({ callId: aCall().callId, status: "issued" })] })).toEqual([
      "double-funding.same-service",
    ]);
    expect(failing({ others: [another({ callId: aCall().callId, status: "draft" })] })).toEqual([]);
    expect(failing({ others: [another({ callId: aCall().callId, status: "ineligible" })] })).toEqual([]);
  });

  test("another service, another provider, a draft, or what came to nothing is not the same cost", () => {
    const harmless = [
      another({ text: "Patent search for a cell line and advice on licences" }),
      another({ providerId: idOf("org", "elsewhere") }),
      another({ status: "draft" }),
      another({ status: "rejected" }),
      another({ status: "withdrawn" }),
    ];
    expect(failing({ others: harmless })).toEqual([]);
  });

  test("aid that a park asked back and did not get forbids new aid", () => {
    expect(failing({ others: [another({ text: "", owes: true })] })).toEqual(["recovery.owed-here"]);
  });

  test("vouchers of these parks count in the period of the call, lapsed and cancelled ones do not", () => {
    const call = aCall({ vouchersMost: { count: 1, months: 12 } });
    const had = (given: Partial<OtherCase>) =>
      another({ text: "", payingParks: ["limburg"], status: "in-use", issuedAt: at("2026-03-01T10:00:00Z"), ...given });
    expect(failing({ call, others: [had({})] })).toEqual(["voucher.most-reached"]);
    expect(failing({ call, others: [had({ issuedAt: at("2025-11-12T10:00:00Z") })] })).toEqual([]);
    expect(failing({ call, others: [had({ status: "lapsed" }), had({ payingParks: ["wales"] })] })).toEqual([]);
    expect(failing({ call: aCall(), others: [had({}), had({})] })).toEqual([]);
  });

  test("a name on the sanctions list in force is told by name", () => {
    expect(failing({ sanctioned: [{ name: "Vivo", reference: "EU.1" }] })).toEqual(["sanction.listed"]);
  });
});

describe("what a call may ask besides", () => {
  test("a class of size below medium, or none at all", () => {
    const large = company({ headcount: 300 });
    expect(failing({ ...company({ headcount: 60 }), call: aCall({ sizeMost: "small" }) })).toEqual(["size.above-rule"]);
    expect(failing({ ...company({ headcount: 40 }), call: aCall({ sizeMost: "small" }) })).toEqual([]);
    expect(failing({ ...large, call: aCall({ sizeMost: "any" }) })).toEqual([]);
    expect(failing(large)).toEqual(["size.not-an-sme"]);
  });

  test("sectors that are shut out, also where all others may apply", () => {
    expect(failing({ call: aCall({ excludedSectors: ["sec-diagnostics"] }) })).toEqual(["sector.excluded"]);
    expect(failing({ call: aCall({ excludedSectors: ["sec-pharma"] }) })).toEqual([]);
  });

  test("kinds of provider", () => {
    expect(failing({ call: aCall({ providerKinds: ["park"] }) })).toEqual(["provider.kind-not-wanted"]);
    expect(failing({ call: aCall({ providerKinds: [anOrganisation().kind] }) })).toEqual([]);
  });

  test("a comparison above a price, and only above it", () => {
    expect(failing({ call: aCall({ comparisonAbove: 1_249_999 }) })).toEqual(["price.not-compared"]);
    expect(failing({ call: aCall({ comparisonAbove: 1_250_000 }) })).toEqual([]);
    const sections = theSections({ project: { comparison: "Two other offers, 13,000 and 14,500 euro." } });
    expect(failing({ call: aCall({ comparisonAbove: 1_000_000 }), sections })).toEqual([]);
  });

  test("a part of the price that the company pays itself", () => {
    expect(failing({ call: aCall({ ownShareLeast: 20 }) })).toEqual([]);
    expect(failing({ call: aCall({ ownShareLeast: 21 }) })).toEqual(["own.too-little"]);
  });

  test("figures of owners that count", () => {
    const owner = { name: "Holding", kind: "enterprise", percent: 80, control: false, samePersons: false };
    expect(failing(company({ links: [owner] }))).toEqual(["size.link-not-stated"]);
    const whole = { ...owner, last: { headcount: 400, turnover: 1, balanceSheet: 1 } };
    expect(failing(company({ links: [whole] }))).toEqual(["size.not-an-sme"]);
    expect(failing({ ...company({ links: [whole] }), applicant: anApplicant({ kind: "academia" }) })).toEqual([
      "size.not-an-enterprise",
    ]);
  });
});

test("likeness is that of words, in any order and case", () => {
  expect(likeness("Stability of an enzyme", "an ENZYME: stability of")).toBe(1);
  expect(likeness("", "")).toBe(0);
  expect(likeness("enzyme stability", "patent search")).toBe(0);
});
