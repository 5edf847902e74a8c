import { startApplication } from "@multihelix/core/application/start-application.ts";
import { expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { anApplicant } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const anna = memberOf("anna", "vivo");
const person = {
  personId: anna.personId,
  email: "anna@vivo.example",
  name: "Anna",
  language: "nl",
  disabled: false,
  createdAt: at("2026-01-01T00:00:00Z"),
  version: 0,
} as const;
const input = { callId: aCall().callId, organisationId: idOf("org", "vivo") };

function start(given: { call?: ReturnType<typeof aCall>; actor?: typeof anna; language?: "nl" | "sv" } = {}) {
  const facts = {
    call: given.call ?? aCall(),
    organisation: anApplicant(),
    person: { ...person, language: given.language ?? "nl" },
  };
  return startApplication.decide(facts, given.actor ?? anna, input, aMoment());
}

test("a draft with a reference that people can say, in the applicant's language where the call is read in it", () => {
  const { changes, result } = start();
  expect(result.reference).toMatch(/^LIM-V26-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(written(changes, "case")).toMatchObject([
    { status: "draft", language: "nl", payingParks: ["limburg"], applicantCountry: "BE", contactId: anna.personId },
  ]);
  expect(written(changes, "reference")).toEqual([{ reference: result.reference, caseId: result.caseId, version: 0 }]);
  expect(written(start({ language: "sv" }).changes, "case")).toMatchObject([{ language: "en" }]);
});

test("parks see nothing of a draft", () => {
  expect(written(start().changes, "row")).toEqual([]);
});

test("only while the call is open, without the minutes of grace", () => {
  const closed = aCall({ closes: at("2026-11-12T08:58:00Z") });
  expect(refused(() => start({ call: closed }))).toBe("conflict call.not-open");
  expect(refused(() => start({ call: aCall({ state: "draft" }) }))).toBe("not_found call.not-found");
});

test("only by owners and editors of the organisation", () => {
  expect(refused(() => start({ actor: memberOf("vera", "vivo", "viewer") }))).toBe("not_found case.not-found");
  expect(refused(() => start({ actor: memberOf("zoe", "other") }))).toBe("not_found case.not-found");
});
