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
const input = { callId: aCall().callId, organisationId: idOf("org", "vivo") };

function start(given: { call?: ReturnType<typeof aCall>; actor?: typeof anna; language?: "nl" | "sv" } = {}) {
  const facts = { call: given.call ?? aCall(), organisation: anApplicant() };
  const asked = given.language === undefined ? input : { ...input, language: given.language };
  return startApplication.decide(facts, given.actor ?? anna, asked, aMoment());
}

test("a draft with a reference that people can say, in the first language of the call unless another is asked for", () => {
  const { changes, result } = start();
  expect(result.reference).toMatch(/^LIM-V26-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(written(changes, "case")).toMatchObject([
    { status: "draft", language: "en", payingParks: ["limburg"], applicantCountry: "BE", contactId: anna.personId },
  ]);
  expect(written(changes, "reference")).toEqual([{ reference: result.reference, caseId: result.caseId, version: 0 }]);
  expect(written(start({ language: "nl" }).changes, "case")).toMatchObject([{ language: "nl" }]);
  expect(refused(() => start({ language: "sv" }))).toBe("invalid application.language");
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
