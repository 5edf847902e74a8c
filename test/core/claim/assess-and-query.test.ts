import { answerQuery, answerQueryInput } from "@multihelix/core/claim/answer-query.ts";
import { assessClaim, assessClaimInput } from "@multihelix/core/claim/assess-claim.ts";
import { queryClaim } from "@multihelix/core/claim/query-claim.ts";
import type { CaseFile } from "@multihelix/core/file/file.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff, sweep } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aLine, anInterimClaim, aShareProof, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
const lars = memberOf("lars", "lab");
const moment = aMoment("2026-11-20T09:00:00Z");
const checking = useFacts({
  one: aCase({ status: "claim-check" }),
  tasks: [aTask("check-claim")],
  claims: [aClaim({ status: "confirmed" })],
});
const assessment = (change: Record<string, unknown> = {}) =>
  assessClaimInput.parse({
    caseId,
    lines: [{ line: 1, net: 1_250_000 }],
    paidByApplicant: 250_000,
    noInterest: true,
    ...change,
  });

describe("assessing a claim", () => {
  test("what is payable is computed, not typed; the case's status is not touched", () => {
    const decision = assessClaim.decide(checking, mia, assessment(), moment);
    expect(decision.result).toEqual({
      outcome: "assessed",
      claim: 1,
      acceptedNet: eur(1_250_000),
      payable: eur(1_000_000),
    });
    expect(written(decision.changes, "claim")[0]?.status).toBe("assessed");
    expect(written(decision.changes, "case")).toEqual([]);
    expect(decision.postings ?? []).toEqual([]);
  });

  test("what the company paid itself is no figure without its document, of this claim or one before", () => {
    const without = (files: CaseFile[], more = {}) =>
      refused(() => assessClaim.decide({ ...checking, files }, mia, assessment(more), moment));
    const missing = "conflict claim.share-proof-missing";
    expect(without([])).toBe(missing);
    expect(without([], { paidByApplicant: 1, reason: "-" })).toBe(missing);
    expect(without([aShareProof({ slot: "invoice" })])).toBe(missing);
    expect(without([aShareProof({ status: "refused" })])).toBe(missing);
    expect(without([aShareProof({ claim: 2 })])).toBe(missing);
    expect(without([aShareProof({ status: "checking" })])).toBe("conflict file.still-checked");
    const sme = { ...checking, files: [], call: aCall({ pays: "sme" }) };
    const interim = { ...sme, claims: [aClaim({ status: "confirmed", interim: true })] };
    const all = assessment({ paidByApplicant: 1_250_000 });
    for (const facts of [sme, interim])
      expect(refused(() => assessClaim.decide(facts, mia, all, moment))).toBe(missing);
    const before = [anInterimClaim(100_000, 20_000), aClaim({ claim: 2, status: "confirmed" })];
    const second = { ...checking, voucher: aVoucher({ left: eur(920_000) }), claims: before };
    expect(assessClaim.decide(second, mia, assessment(), moment).result.claim).toBe(2);
  });

  test("an interim claim that proves nothing yet needs none: its last claim does", () => {
    const claims = [aClaim({ status: "confirmed", interim: true, lines: [aLine({ net: eur(500_000) })] })];
    const nothing = assessment({ lines: [{ line: 1, net: 500_000 }], paidByApplicant: 0 });
    const { payable } = assessClaim.decide({ ...checking, claims, files: [] }, mia, nothing, moment).result;
    expect(payable).toEqual(eur(400_000));
  });

  test("a cut needs a reason", () => {
    const cut = { lines: [{ line: 1, net: 1_000_000 }] };
    expect(refused(() => assessClaim.decide(checking, mia, assessment(cut), moment))).toBe(
      "invalid claim.reason-needed",
    );
    const decision = assessClaim.decide(
      checking,
      mia,
      assessment({ ...cut, reason: "Travel is not eligible." }),
      moment,
    );
    expect(decision.result.payable).toEqual(eur(800_000));
  });

  test("nothing payable is no acceptance", () => {
    const none = assessment({ lines: [{ line: 1, net: 0 }], reason: "Not eligible." });
    expect(refused(() => assessClaim.decide(checking, mia, none, moment))).toBe("invalid claim.nothing-payable");
  });

  test("only the lead park's manager who did not review the case", () => {
    expect(refused(() => assessClaim.decide(checking, staff("fay", "finance", "limburg"), assessment(), moment))).toBe(
      "forbidden actor.role-needed",
    );
    const reviewed = { ...checking, slots: [aSlot({ reviewerId: mia.personId, status: "accepted" })] };
    expect(refused(() => assessClaim.decide(reviewed, mia, assessment(), moment))).toBe("forbidden duties.reviewer");
    const invited = { ...checking, slots: [aSlot({ reviewerId: mia.personId, status: "invited" })] };
    expect(assessClaim.decide(invited, mia, assessment(), moment).result.claim).toBe(1);
  });

  test("without the statement of no interest nothing is assessed", () => {
    expect(assessClaimInput.safeParse({ ...assessment(), noInterest: false }).success).toBe(false);
  });

  test("the same assessment again is no error, another one is a conflict", () => {
    const first = assessClaim.decide(checking, mia, assessment(), moment);
    const closed = aTask("check-claim", {
      status: "answered",
      by: mia.personId,
      at: moment.now,
      answer: { outcome: "assessed" },
    });
    const after = { ...checking, tasks: [closed], claims: written(first.changes, "claim") };
    expect(assessClaim.decide(after, mia, assessment(), moment)).toEqual({ changes: [], result: first.result });
    expect(refused(() => assessClaim.decide(after, mia, assessment({ paidByApplicant: 1 }), moment))).toBe(
      "conflict task.already-answered",
    );
    // Where a limit asks for other public money, another amount of it is another assessment.
    const claims = after.claims.map((claim) => ({
      ...claim,
      ...(claim.assessment === undefined ? {} : { assessment: { ...claim.assessment, otherSupport: eur(100) } }),
    }));
    const told = (otherSupport: number) => () =>
      assessClaim.decide({ ...after, claims }, mia, assessment({ otherSupport }), moment);
    expect(told(100)().changes).toEqual([]);
    expect(refused(told(200))).toBe("conflict task.already-answered");
  });
});

describe("asking the claimant", () => {
  const asked = aClaim({
    status: "queried",
    queries: [{ question: "Which hours?", by: mia.personId, at: at("2026-11-18T09:00:00Z") }],
  });
  const task = aTask("answer-query", { timeOut: at("2026-12-02T22:59:59Z") });
  const queried = {
    ...useFacts({ one: aCase({ status: "queried" }), tasks: [task], claims: [asked] }),
    used: [],
    otherIds: [],
  };
  const answer = (change: Record<string, unknown> = {}) =>
    answerQueryInput.parse({ caseId, answer: "Forty hours in October.", ...change });

  test("the question stands on the claim, never in an event", () => {
    const decision = queryClaim.decide(checking, mia, { caseId, question: "Which hours?", noInterest: true }, moment);
    expect(written(decision.changes, "case")[0]?.status).toBe("queried");
    expect(written(decision.changes, "claim")[0]?.queries).toHaveLength(1);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "queried", round: 1 }]);
    expect(JSON.stringify(decision.events)).not.toContain("hours");
  });

  test("the answer goes back to the manager in the next round", () => {
    const decision = answerQuery.decide(queried, lars, answer(), moment);
    expect(written(decision.changes, "case")[0]?.status).toBe("claim-check");
    expect(written(decision.changes, "claim")[0]).toMatchObject({
      status: "confirmed",
      queries: [{ answer: "Forty hours in October.", answeredBy: lars.personId }],
    });
    expect(answersOf(decision.changes)).toEqual([{ outcome: "answered", round: 2 }]);
  });

  test("corrected lines take new invoice numbers, free the gone ones and keep the others", () => {
    const lines = [aLine(), aLine({ invoiceNumber: "2026-120", net: eur(10_000) })];
    const used = [{ providerId: idOf("org", "lab"), invoiceNumber: "2026-114", caseId, claim: 1, version: 0 }];
    const two = { ...asked, lines: [aLine(), aLine({ invoiceNumber: "2026-115" })] };
    const decision = answerQuery.decide({ ...queried, claims: [two], used }, lars, answer({ lines }), moment);
    expect(written(decision.changes, "invoiceUse").map((use) => use.invoiceNumber)).toEqual(["2026-120"]);
    expect(decision.changes.filter(({ op }) => op === "remove")).toMatchObject([
      { key: { invoiceNumber: "2026-115" }, when: { caseId, claim: 1 } },
    ]);
  });

  test("a corrected line cannot take an invoice of another voucher", () => {
    const used = [
      { providerId: idOf("org", "lab"), invoiceNumber: "2026-120", caseId: idOf("app", "other"), claim: 1, version: 0 },
    ];
    const lines = [aLine({ invoiceNumber: "2026-120" })];
    expect(refused(() => answerQuery.decide({ ...queried, used }, lars, answer({ lines }), moment))).toBe(
      "conflict claim.invoice-used",
    );
  });

  test("silence leads back to the manager too, once the time is over", () => {
    const late = answerQuery.decide(
      queried,
      sweep,
      answer({ outcome: "unanswered", answer: undefined }),
      aMoment("2026-12-03T06:00:00Z"),
    );
    expect(late.result).toEqual({ outcome: "unanswered" });
    expect(answersOf(late.changes)).toEqual([{ outcome: "unanswered", round: 2 }]);
    expect(
      refused(() => answerQuery.decide(queried, sweep, answer({ outcome: "unanswered", answer: undefined }), moment)),
    ).toBe("conflict task.not-due");
  });

  test("the claimant cannot choose silence, and the other party does not answer", () => {
    expect(refused(() => answerQuery.decide(queried, lars, answer({ outcome: "unanswered" }), moment))).toBe(
      "invalid claim.answer-needed",
    );
    expect(refused(() => answerQuery.decide(queried, memberOf("anna", "vivo"), answer(), moment))).toBe(
      "forbidden actor.member-needed",
    );
  });
});
