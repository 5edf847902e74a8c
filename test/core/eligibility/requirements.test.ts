import { type ApplicationFacts, eligibilityFactsOf } from "@multihelix/core/application/read-application.ts";
import { checkEligibility, failingOf, requirements } from "@multihelix/core/eligibility/list.ts";
import { describe, expect, test } from "vitest";
import { anApplicant, anApplication, anOffer, theSections } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { company, declarations, factsOf, failing, offer, results } from "../../fixture/build/eligibility.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";

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

  test("once submitted in time, it stays so whatever state the call moves on to", () => {
    const taken = { case: { submittedAt: at("2026-11-12T10:59:00Z") } };
    for (const state of ["closed", "deciding", "decided", "archived"] as const)
      for (const stage of ["screening", "release"] as const)
        expect(failing({ call: { ...call, state }, ...taken }, "2026-12-03T09:00:00Z", stage)).toEqual([]);
    const late = { call: { ...call, state: "closed" as const }, case: { submittedAt: at("2026-11-12T11:06:00Z") } };
    expect(failing(late, "2026-12-03T09:00:00Z", "screening")).toEqual(["call.closed"]);
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

test("work that may not begin before the award is told so, and no delay of a park speaks against its offer", () => {
  const call = aCall({ notBegunBefore: "award" });
  const begun = failingOf(results({ call, ...declarations({ notBegun: false }) }));
  expect(begun).toMatchObject([{ code: "work.begun", facts: { before: "award" } }]);
  const sent = { submittedAt: at("2026-11-13T09:00:00Z") } as const;
  const planned = { call, case: sent, ...offer({ startsOn: "2026-11-13" }) };
  expect(failing(planned, "2026-12-20T09:00:00Z", "release")).not.toContain("work.starts-too-early");
});
