import { submitApplication } from "@multihelix/core/application/submit-application.ts";
import { recipientOf } from "@multihelix/core/letter/recipient.ts";
import { describe, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { anApplication, anOffer, theSections } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const anna = memberOf("anna", "vivo");
const recipient = recipientOf({
  personId: idOf("per", "anna"),
  email: "anna@vivo.example",
  name: "Anna",
  language: "nl",
  disabled: false,
  createdAt: at("2026-01-01T00:00:00Z"),
  version: 0,
});

function submit(given: Parameters<typeof anApplication>[0] = {}, actor = anna, now?: string) {
  const facts = { ...anApplication(given), files: [], recipients: recipient === undefined ? [] : [recipient] };
  return submitApplication.decide(facts, actor, { caseId }, aMoment(now));
}

describe("a submission", () => {
  test("freezes the content under its hash, tells the receipt and moves to screening", () => {
    const { changes, result } = submit();
    expect(result).toEqual({
      reference: "LIM-V26-7K3QX",
      submittedAt: "2026-11-12T09:00:00.000Z",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(written(changes, "case")).toMatchObject([
      {
        status: "screening",
        submittedAt: result.submittedAt,
        contentHash: result.contentHash,
        requested: { amount: 1_000_000, currency: "EUR" },
      },
    ]);
    expect(written(changes, "row")).toMatchObject([{ parkId: "limburg", status: "screening", requested: 1_000_000 }]);
    const [letter] = written(changes, "letter");
    expect(letter).toMatchObject({ kind: "receipt", language: "nl", to: { email: "anna@vivo.example" } });
    expect(letter?.text).toContain(result.contentHash);
  });

  test("starts the selection at screening, once per attempt", () => {
    expect(submit().effects?.[1]).toMatchObject({ body: { kind: "ask-offer-again" } });
    expect(submit().effects?.[0]?.body).toMatchObject({
      kind: "start-execution",
      workflow: "voucher-selection",
      executionName: `${caseId}-1`,
      input: { caseId, attempt: 1, from: "Screen", round: 1 },
    });
  });

  test("holds only if sections and offer are still those that were read", () => {
    const checks = submit().changes.filter(({ op }) => op === "check");
    expect(checks.map((change) => ("when" in change ? [change.name, change.when] : []))).toEqual([
      ["section", { version: 0 }],
      ["section", { version: 0 }],
      ["section", { version: 0 }],
      ["section", { version: 0 }],
      ["offer", { version: 1 }],
    ]);
  });

  test("the hash follows the content alone", () => {
    const later = submit({}, anna, "2026-11-13T09:00:00Z").result.contentHash;
    expect(later).toBe(submit().result.contentHash);
    expect(submit({ sections: theSections({ project: { need: "Another need." } }) }).result.contentHash).not.toBe(
      later,
    );
    expect(submit({ sections: theSections().toReversed() }).result.contentHash).toBe(later);
  });

  test("repeated by anybody of the applicant, it gives the receipt that was given", () => {
    const before = { status: "screening" as const, submittedAt: at("2026-11-10T09:00:00Z"), contentHash: "abc" };
    expect(submit({ case: before })).toEqual({
      changes: [],
      result: { reference: "LIM-V26-7K3QX", submittedAt: before.submittedAt, contentHash: "abc" },
    });
  });
});

describe("a submission is refused", () => {
  test("with everything missing and every requirement that fails, at once", () => {
    const refusal = refusalOf(() =>
      submit({
        sections: theSections({ project: { need: "" }, aid: { signed: false } }),
        offer: anOffer({ status: "invited" }),
      }),
    );
    expect(refusal).toMatchObject({ kind: "invalid", code: "application.not-ready" });
    expect(refusal.facts.missing).toEqual([{ section: "project", field: "need", reason: "missing" }]);
    expect(refusal.facts.failing).toMatchObject([
      { requirement: "offer-confirmed", code: "offer.not-confirmed" },
      { requirement: "aid-declared", code: "aid.not-signed" },
    ]);
  });

  test("after the minutes of grace", () => {
    const call = aCall({ closes: at("2026-11-12T08:55:00Z") });
    expect(submit({ call }).result.submittedAt).toBe("2026-11-12T09:00:00.000Z");
    expect(refused(() => submit({ call }, anna, "2026-11-12T09:00:01Z"))).toBe("invalid application.not-ready");
  });

  test("to strangers, for whom the case does not exist, and to members who may only look", () => {
    expect(refused(() => submit({}, memberOf("zoe", "other")))).toBe("not_found case.not-found");
    expect(refused(() => submit({}, memberOf("vera", "vivo", "viewer")))).toBe("forbidden actor.member-needed");
    expect(refused(() => submit({}, memberOf("lena", "lab")))).toBe("forbidden actor.member-needed");
  });

  test("once it is past screening", () => {
    expect(refused(() => submit({ case: { status: "in-review" } }))).toBe("conflict case.wrong-status");
  });
});
