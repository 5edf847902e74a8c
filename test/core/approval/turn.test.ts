/** One after the other: who is asked first, who next, and that never one person gives both approvals. */
import { answerApproval } from "@multihelix/core/approval/answer-approval.ts";
import { delegateApproval, type HandingFacts, takeBackApproval } from "@multihelix/core/approval/delegate-approval.ts";
import { type ParkStaff, turnAfter } from "@multihelix/core/approval/turn.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import type { Moment } from "@multihelix/core/kernel/verb.ts";
import type { Candidate } from "@multihelix/core/letter/recipient.ts";
import type { ApprovalPolicy } from "@multihelix/core/network/fund.ts";
import { askedOfTask } from "@multihelix/core/task/asked.ts";
import type { Task } from "@multihelix/core/task/task.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { caseId } from "../../fixture/build/case.ts";
import { anApprover, aProposal, approvingFacts } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aShare, eur } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";

const approve = { caseId, parkId: "limburg", noInterest: true, answer: "approve", reason: "" } as const;
const [abe, ann, sol] = [anApprover("abe"), anApprover("ann"), anApprover("sol")];

function candidate(name: string, given: Partial<Candidate> = {}): Candidate {
  return {
    personId: idOf("per", name),
    email: `${name}@example.org`,
    name,
    language: "en",
    substitute: false,
    ...given,
  };
}
const both = [candidate("abe"), candidate("ann"), candidate("sol", { substitute: true })];
const people = (given: Partial<ParkStaff> = {}): ParkStaff => ({ approver: both, manager: [], finance: [], ...given });

/** All rows of Limburg ask two, with these words. */
function momentWith(given: Partial<ApprovalPolicy>): Moment {
  const moment = aMoment();
  const approvals = moment.network.approvals.map((row) =>
    row.parkId === "limburg" ? { ...row, approvers: 2 as const, ...given } : row,
  );
  return { ...moment, network: { ...moment.network, approvals } };
}
const sequential = momentWith({ order: "sequential" });

function waiting(task: Partial<Task> = {}, given: Partial<HandingFacts> = {}): HandingFacts {
  const facts = approvingFacts({
    proposals: [aProposal({ award: eur(300_000), shares: [{ parkId: "limburg", amount: eur(300_000) }] })],
    shares: [aShare({ reserved: 300_000 })],
    staff: people(),
    ...given,
  });
  const tasks = facts.tasks.map((one) => (one.slot === "limburg" ? { ...one, ...task } : one));
  return { ...facts, tasks };
}
const byAbe = { asked: [abe.personId] };

/** The facts after a decision of these verbs. */
function factsAfter(facts: HandingFacts, decision: { changes: Parameters<typeof patches>[0] }): HandingFacts {
  const set = Object.assign({}, ...patches(decision.changes, "task").map((patch) => patch.set)) as Partial<Task>;
  const approvals = written(decision.changes, "approval");
  const tasks = facts.tasks.map((one) => (one.slot === "limburg" ? { ...one, ...set } : one));
  return { ...facts, tasks, approvals: approvals.length === 0 ? facts.approvals : approvals };
}

describe("one after the other", () => {
  test("the second is refused while the first may still answer, then asked by letter, and closes the task", () => {
    const facts = waiting(byAbe);
    expect(refused(() => answerApproval.decide(facts, ann, approve, sequential))).toBe(
      "forbidden approval.not-your-turn",
    );
    const first = answerApproval.decide(facts, abe, approve, sequential);
    expect(answersOf(first.changes)).toEqual([]);
    expect(written(first.changes, "letter").map(({ kind, to }) => [kind, to.email])).toEqual([
      ["approval-asked", "ann@example.org"],
    ]);
    const half = factsAfter(facts, first);
    expect(answerApproval.decide(half, abe, approve, sequential).changes).toEqual([]);
    const second = answerApproval.decide(half, ann, approve, sequential);
    expect(answersOf(second.changes)).toEqual([{ outcome: "approve", round: 1 }]);
    expect(written(second.changes, "approval")).toMatchObject([{ by: abe.personId, second: { by: ann.personId } }]);
  });

  test("at once where the row says parallel: nobody waits, and nobody is written to anew", () => {
    const facts = waiting();
    const first = answerApproval.decide(facts, ann, approve, momentWith({ order: "parallel" }));
    expect(written(first.changes, "letter")).toEqual([]);
    expect(answersOf(answerApproval.decide(factsAfter(facts, first), abe, approve, aMoment()).changes)).toHaveLength(1);
  });

  test("a substitute stands in at any time; where whoever is asked has gone, the colleagues are asked", () => {
    expect(answerApproval.decide(waiting(byAbe), sol, approve, sequential).result.outcome).toBe("approve");
    const gone = waiting(byAbe, { staff: people({ approver: [candidate("ann")] }) });
    expect(answerApproval.decide(gone, ann, approve, sequential).result.outcome).toBe("approve");
  });

  test("in the order of the roles where these differ: finance after the approver", () => {
    const moment = momentWith({ order: "sequential", roles: ["approver", "finance"] });
    const fia: PersonActor = { ...staff("fia", "finance", "limburg"), secondFactorAt: at("2026-11-12T08:59:00Z") };
    const facts = waiting({ asked: [abe.personId, ann.personId] }, { staff: people({ finance: [candidate("fia")] }) });
    expect(refused(() => answerApproval.decide(facts, fia, approve, moment))).toBe("forbidden actor.role-needed");
    const half = factsAfter(facts, answerApproval.decide(facts, ann, approve, moment));
    expect(half.tasks.find(({ slot }) => slot === "limburg")?.holder).toMatchObject({ role: "finance" });
    expect(refused(() => answerApproval.decide(half, abe, approve, moment))).toBe("forbidden actor.role-needed");
    expect(answersOf(answerApproval.decide(half, fia, approve, moment).changes)).toHaveLength(1);
  });

  test("whoever screened or proposed has no turn", () => {
    const policy = { roles: ["approver"], order: "sequential", approvers: 2 } as const;
    expect(
      turnAfter({ ...policy, roles: [...policy.roles] }, people(), [], [abe.personId], at("2026-11-12T09:00:00Z")),
    ).toEqual({
      role: "approver",
      asked: [ann.personId],
    });
  });

  test("never one person twice, whoever answers in whatever order, and it ends when two may", () => {
    const actors = [abe, ann, sol, anApprover("tia"), anApprover("udo")];
    const names = ["abe", "ann", "sol", "tia", "udo"];
    fc.assert(
      fc.property(
        fc.constantFrom("parallel" as const, "sequential" as const),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.array(fc.nat(4), { minLength: 5, maxLength: 30 }),
        (order, substitutes, tries) => {
          const moment = momentWith({ order });
          const holders = names.map((name, index) => candidate(name, { substitute: substitutes[index] === true }));
          const staffed = people({ approver: holders });
          const turn = turnAfter({ roles: ["approver"], order, approvers: 2 }, staffed, [], [], moment.now);
          let facts = waiting(turn.asked === undefined ? {} : { asked: turn.asked }, { staff: staffed });
          let closed = false;
          for (const nth of [...tries, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4]) {
            const actor = actors[nth];
            if (closed || actor === undefined) break;
            const task = facts.tasks.find(({ slot }) => slot === "limburg");
            const asked = askedOfTask(task ?? {}, holders, moment.now).map(({ personId }) => personId);
            try {
              const decision = answerApproval.decide(facts, actor, approve, moment);
              const fresh = decision.changes.length > 0;
              if (fresh && order === "sequential")
                expect(asked.includes(actor.personId) || substitutes[nth] === true).toBe(true);
              closed = answersOf(decision.changes).length > 0;
              facts = factsAfter(facts, decision);
            } catch (error) {
              expect(asked).not.toContain(actor.personId);
              expect(String((error as { code?: string }).code)).toBe("approval.not-your-turn");
            }
          }
          const [approval] = facts.approvals;
          expect(closed).toBe(true);
          expect(approval?.by).not.toBe(approval?.second?.by);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("an approval handed on", () => {
  const hand = { caseId, parkId: "limburg", to: ann.personId, reason: "On leave.", until: "2026-11-20" };
  const may = momentWith({ approvers: 1, order: "parallel", delegation: true });

  test("goes to the colleague by letter and in the record; who handed it on no longer answers", () => {
    const facts = waiting();
    const decision = delegateApproval.decide(facts, abe, hand, may);
    expect(written(decision.changes, "letter")).toMatchObject([
      { kind: "approval-asked", to: { email: "ann@example.org" } },
    ]);
    expect(written(decision.changes, "letter")[0]?.text).toContain("On leave.");
    expect(decision.events).toMatchObject([{ type: "approval.delegated", facts: { to: ann.personId } }]);
    const handed = factsAfter(facts, decision);
    expect(refused(() => answerApproval.decide(handed, abe, approve, may))).toBe("forbidden approval.delegated");
    expect(written(answerApproval.decide(handed, ann, approve, may).changes, "approval")).toMatchObject([
      { by: ann.personId, instead: abe.personId },
    ]);
    const [task] = handed.tasks.filter(({ slot }) => slot === "limburg");
    expect(askedOfTask(task ?? {}, both, may.now).map(({ name }) => name)).toEqual(["ann"]);
  });

  test("is kept with whose answer it was, a refusal too; a substitute's answer says that it is one", () => {
    const facts = waiting();
    const moment = momentWith({ approvers: 1, delegation: true });
    const handed = factsAfter(facts, delegateApproval.decide(facts, abe, hand, moment));
    const declined = answerApproval.decide(handed, ann, { ...approve, answer: "decline", reason: "No." }, moment);
    expect(written(declined.changes, "approval")).toMatchObject([
      { answer: "decline", by: ann.personId, instead: abe.personId },
    ]);
    const bySol = written(answerApproval.decide(facts, sol, approve, moment).changes, "approval");
    expect(bySol).toMatchObject([{ by: sol.personId, substitute: true }]);
    const [byAnn] = written(answerApproval.decide(facts, ann, approve, moment).changes, "approval");
    expect(byAnn).not.toHaveProperty("substitute");
    expect(byAnn).not.toHaveProperty("instead");
  });

  test("puts the colleague in the turn of who handed it on", () => {
    const facts = waiting(byAbe);
    const moment = momentWith({ order: "sequential", delegation: true });
    const handed = factsAfter(facts, delegateApproval.decide(facts, abe, hand, moment));
    expect(answerApproval.decide(handed, ann, approve, moment).result.outcome).toBe("approve");
    expect(refused(() => delegateApproval.decide(facts, ann, { ...hand, to: abe.personId }, moment))).toBe(
      "forbidden approval.not-your-turn",
    );
  });

  test("is over after its day, and can be taken back until answered", () => {
    const facts = waiting();
    const handed = factsAfter(facts, delegateApproval.decide(facts, abe, hand, may));
    const later = { ...may, now: at("2026-11-21T09:00:00Z") };
    const fresh = { ...abe, secondFactorAt: later.now };
    expect(answerApproval.decide(handed, fresh, approve, later).result.outcome).toBe("approve");
    const back = takeBackApproval.decide(handed, abe, { caseId, parkId: "limburg" }, may);
    expect(answerApproval.decide(factsAfter(handed, back), abe, approve, may).result.outcome).toBe("approve");
    const two = momentWith({ order: "parallel", delegation: true });
    const used = factsAfter(handed, answerApproval.decide(handed, ann, approve, two));
    expect(refused(() => takeBackApproval.decide(used, abe, { caseId, parkId: "limburg" }, two))).toBe(
      "conflict approval.not-delegated",
    );
    expect(refused(() => answerApproval.decide(used, abe, approve, { ...two, now: later.now }))).toBe(
      "forbidden approval.delegated",
    );
  });

  test("not where the row forbids it, not to who did an earlier step, not further, not for a day that is past", () => {
    const by = (actor: PersonActor, input = hand, moment = may, facts = waiting()) =>
      refused(() => delegateApproval.decide(facts, actor, input, moment));
    expect(by(abe, hand, momentWith({ approvers: 1, delegation: false }))).toBe("forbidden approval.no-delegation");
    const mia = people({ approver: [...both, candidate("mia")] });
    expect(by(abe, { ...hand, to: idOf("per", "mia") }, may, waiting({}, { staff: mia }))).toBe(
      "invalid approval.delegate-unfit",
    );
    expect(by(abe, { ...hand, to: abe.personId })).toBe("invalid approval.delegate-unfit");
    expect(by(abe, { ...hand, until: "2026-11-11" })).toBe("invalid approval.delegation-day");
    const handed = factsAfter(waiting(), delegateApproval.decide(waiting(), abe, hand, may));
    expect(by(ann, { ...hand, to: sol.personId }, may, handed)).toBe("forbidden approval.delegate-again");
  });
});
