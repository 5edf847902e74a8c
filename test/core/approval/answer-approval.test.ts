import { planOf } from "@multihelix/adapters/dynamo/write.ts";
import { type AnswerApproval, answerApproval } from "@multihelix/core/approval/answer-approval.ts";
import type { HandingFacts } from "@multihelix/core/approval/delegate-approval.ts";
import { changesOf } from "@multihelix/core/kernel/perform.ts";
import { describe, expect, test } from "vitest";
import { staff, sweep } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import {
  aJointProposal,
  anApproval,
  anApprover,
  aProposal,
  approvingFacts,
  max,
  mia,
} from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aShare, eur } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const abe = anApprover("abe");
const wyn = anApprover("wyn", "wales");
const approve: AnswerApproval = { caseId, parkId: "limburg", noInterest: true, answer: "approve", reason: "" };
const decline: AnswerApproval = { ...approve, answer: "decline", reason: "Ask for a smaller scope." };

describe("a park approves", () => {
  test("its approval is bound to the proposal's hash, and the case is not written: parks approve in the same instant", () => {
    const decision = answerApproval.decide(approvingFacts(), abe, approve, moment);
    expect(written(decision.changes, "approval")).toMatchObject([
      { parkId: "limburg", answer: "approve", contentHash: aJointProposal().contentHash, by: abe.personId },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "approve", round: 1 }]);
    expect(decision.changes.map(({ name }) => name).sort()).toEqual(["approval", "task"]);
    expect(decision.postings).toBeUndefined();
  });

  test("not what the approver did not see: another hash is refused", () => {
    expect(
      refused(() => answerApproval.decide(approvingFacts(), abe, { ...approve, contentHash: "old" }, moment)),
    ).toBe("conflict approval.content-changed");
    const seen = { ...approve, contentHash: aJointProposal().contentHash };
    expect(answerApproval.decide(approvingFacts(), abe, seen, moment).result.outcome).toBe("approve");
  });

  test("not when the proposal or the application changed behind its hash", () => {
    const changed = approvingFacts({ proposals: [{ ...aJointProposal(), conditions: "New." }] });
    expect(refused(() => answerApproval.decide(changed, abe, approve, moment))).toBe(
      "conflict approval.content-changed",
    );
    const one = aCase({ status: "approving", payingParks: ["limburg", "wales"], contentHash: "other" });
    expect(refused(() => answerApproval.decide(approvingFacts({ one }), abe, approve, moment))).toBe(
      "conflict approval.content-changed",
    );
  });

  test("the same answer again gives the same; another one is told who answered and when", () => {
    const task = aTask("approve", {
      slot: "limburg",
      status: "answered",
      by: abe.personId,
      at: at("2026-11-11T09:00:00Z"),
      answer: { outcome: "approve" },
    });
    const again = approvingFacts({ tasks: [task] });
    expect(answerApproval.decide(again, abe, approve, moment)).toEqual({ changes: [], result: { outcome: "approve" } });
    expect(refusalOf(() => answerApproval.decide(again, abe, decline, moment))).toMatchObject({
      code: "task.already-answered",
      facts: { by: abe.personId, outcome: "approve" },
    });
    expect(refused(() => answerApproval.decide(again, anApprover("ann"), approve, moment))).toBe(
      "conflict task.already-answered",
    );
  });
});

describe("who may approve", () => {
  const by = (actor: typeof abe, facts: HandingFacts = approvingFacts(), input = approve) =>
    refused(() => answerApproval.decide(facts, actor, input, moment));

  test("an approver of that very park", () => {
    expect(by(wyn)).toBe("forbidden actor.role-needed");
    expect(by(staff("max", "manager", "limburg"))).toBe("forbidden actor.role-needed");
    expect(by(anApprover("lo", "lund"))).toBe("not_found case.not-found");
    expect(answerApproval.decide(approvingFacts(), wyn, { ...approve, parkId: "wales" }, moment).result.outcome).toBe(
      "approve",
    );
  });

  test("never the screener, never the proposer, never a reviewer of the case", () => {
    const screened = { ...abe, personId: mia.personId };
    const proposedByMax = approvingFacts({ proposals: [aJointProposal({ proposedBy: max.personId })] });
    expect(refusalOf(() => answerApproval.decide(proposedByMax, screened, approve, moment))).toMatchObject({
      code: "duties.same-person",
      facts: { step: "application.screen" },
    });
    const proposedByAbe = approvingFacts({ proposals: [aJointProposal({ proposedBy: abe.personId })] });
    expect(by(abe, proposedByAbe)).toBe("forbidden duties.same-person");
    expect(by(abe, approvingFacts({ slots: [aSlot({ status: "filed", reviewerId: abe.personId })] }))).toBe(
      "forbidden duties.reviewer",
    );
  });

  test("nor whoever proposed a round that a park sent back, though a colleague repeated it word for word", () => {
    const sent = aJointProposal({ proposedBy: abe.personId, status: "superseded" });
    const again = aJointProposal({ proposedBy: max.personId, round: 2 });
    const tasks = approvingFacts().tasks.map((one) => (one.kind === "approve" ? { ...one, round: 2 } : one));
    const facts = approvingFacts({ proposals: [sent, again], tasks });
    expect(by(abe, facts)).toBe("forbidden duties.same-person");
    expect(answerApproval.decide(facts, anApprover("ann"), approve, moment).result.outcome).toBe("approve");
  });

  test("over the policy's limit a second factor not older than 15 minutes", () => {
    const big = approvingFacts({ proposals: [aProposal()], shares: [aShare({ reserved: 1_000_000 })] });
    const at15 = { ...abe, secondFactorAt: at("2026-11-12T08:45:00Z") };
    expect(answerApproval.decide(big, at15, approve, moment).result.outcome).toBe("approve");
    expect(by({ ...abe, secondFactorAt: at("2026-11-12T08:44:59Z") }, big)).toBe("forbidden second-factor.stale");
    expect(by(staff("abe", "approver", "limburg"), big)).toBe("forbidden second-factor.stale");
    expect(
      answerApproval.decide(approvingFacts(), staff("abe", "approver", "limburg"), approve, moment).result.outcome,
    ).toBe("approve");
  });

  test("silence is said by the sweep, not by a person", () => {
    expect(by(abe, approvingFacts(), { ...approve, answer: "silent" })).toBe("forbidden actor.system-needed");
  });

  test("two approvers where the policy needs two: the task stays open for the second, who is another person", () => {
    const proposal = aProposal({ award: eur(3_000_000), shares: [{ parkId: "limburg", amount: eur(3_000_000) }] });
    const facts = approvingFacts({ proposals: [proposal], shares: [aShare({ reserved: 3_000_000 })] });
    const first = answerApproval.decide(facts, abe, approve, moment);
    expect(answersOf(first.changes)).toEqual([]);
    const [approval] = written(first.changes, "approval");
    if (approval === undefined) throw new Error("the first approval is kept");
    const half = { ...facts, approvals: [approval] };
    expect(answerApproval.decide(half, abe, approve, moment).changes).toEqual([]);
    const second = answerApproval.decide(half, anApprover("ann"), approve, moment);
    expect(written(second.changes, "approval")).toMatchObject([
      { by: abe.personId, second: { by: idOf("per", "ann") } },
    ]);
    expect(answersOf(second.changes)).toEqual([{ outcome: "approve", round: 1 }]);
  });
});

describe.each(["decline", "ask", "silent"] as const)("a park's %s", (answer) => {
  const silent = answer === "silent";
  const timedOut = approvingFacts().tasks.map((task) =>
    task.slot === "limburg" ? { ...task, timeOut: at("2026-11-12T08:59:59Z") } : task,
  );
  const facts = (given: Partial<HandingFacts> = {}) =>
    approvingFacts({
      tasks: timedOut,
      approvals: [anApproval(aJointProposal(), { parkId: "wales", by: wyn.personId })],
      aidGrants: [
        aGrant({ status: "reserved" }),
        aGrant({ status: "reserved", parkId: "wales", jurisdiction: "GB", basis: "uk-mfa", currency: "GBP" }),
        aGrant({ caseId: idOf("app", "earlier") }),
      ],
      ...given,
    });
  const decide = (given: Partial<HandingFacts> = {}) =>
    answerApproval.decide(facts(given), silent ? sweep : abe, { ...decline, answer }, moment);

  test("frees the reservations of all parks together, with the aid, and the case decides anew", () => {
    const decision = decide();
    expect(decision.postings?.map(({ ledger, to, from, amount }) => [ledger.parkId, to, from, amount])).toEqual([
      ["limburg", "available", "reserved", 750_000],
      ["wales", "available", "reserved", 210_538],
    ]);
    expect(patches(decision.changes, "aidGrant").map(({ set }) => set)).toEqual([
      { status: "freed" },
      { status: "freed" },
    ]);
    expect(written(decision.changes, "case")[0]?.status).toBe("deciding");
    expect(patches(decision.changes, "proposal")).toEqual([
      { set: { status: "superseded" }, when: { status: "open" } },
    ]);
  });

  test("closes the other parks' tasks, and the workflow is told of each", () => {
    const decision = decide();
    expect(answersOf(decision.changes)).toMatchObject([{ outcome: answer }, { outcome: "cancelled" }]);
    expect(decision.effects?.map(({ body }) => body.kind)).toEqual(["resolve-task", "resolve-task"]);
  });

  test("keeps the approvals that were given, which no longer count", () => {
    expect(patches(decide().changes, "approval")).toEqual([
      { set: { invalidatedAt: moment.now }, when: { invalidatedAt: null } },
    ]);
  });

  test("tells nobody outside", () => {
    expect(written(decide().changes, "letter")).toEqual([]);
  });

  test("is one transaction that the store accepts", () => {
    expect(planOf("table", changesOf(decide(), "approval.answer", "somebody", aMoment())).length).toBeGreaterThan(10);
  });
});

describe("what a refusal needs", () => {
  test("a decline and a question give a reason", () => {
    for (const answer of ["decline", "ask"] as const) {
      expect(
        refused(() => answerApproval.decide(approvingFacts(), abe, { ...decline, answer, reason: "" }, moment)),
      ).toBe("invalid approval.reason-missing");
    }
  });

  test("silence before its time is no answer that could be kept", () => {
    expect(
      refused(() => answerApproval.decide(approvingFacts(), sweep, { ...approve, answer: "silent" }, moment)),
    ).toBe("conflict task.not-due");
  });

  test("an approval whose case was sent back meanwhile learns what happened", () => {
    const tasks = approvingFacts().tasks.map((task) =>
      task.kind === "approve"
        ? { ...task, status: "cancelled" as const, by: wyn.personId, at: moment.now, answer: { outcome: "cancelled" } }
        : task,
    );
    const one = aCase({ status: "deciding", payingParks: ["limburg", "wales"] });
    expect(refusalOf(() => answerApproval.decide(approvingFacts({ one, tasks }), abe, approve, moment))).toMatchObject({
      code: "task.already-answered",
      facts: { status: "cancelled", by: wyn.personId },
    });
  });
});
