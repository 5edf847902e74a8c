import { settleApprovals } from "@multihelix/core/approval/settle-approvals.ts";
import { describe, expect, test } from "vitest";
import { workflow } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aJointProposal, anApproval, mia } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const input = { caseId, attempt: 1, round: 1 };
const one = aCase({ status: "approving", payingParks: ["limburg", "wales"] });
const proposal = aJointProposal();
const both = [anApproval(proposal), anApproval(proposal, { parkId: "wales", by: idOf("per", "wyn") })] as const;

describe("the join of approvals", () => {
  test("all parks approved: the case is approved", () => {
    const decision = settleApprovals.decide({ one, proposal, approvals: both }, workflow, input, moment);
    expect(decision.result).toEqual({ outcome: "approved", round: 1 });
    expect(written(decision.changes, "case")[0]?.status).toBe("approved");
    expect(patches(decision.changes, "proposal")).toEqual([{ set: { status: "approved" }, when: { status: "open" } }]);
  });

  test("unanimity: one park missing is not approved", () => {
    const work = () => settleApprovals.decide({ one, proposal, approvals: both.slice(0, 1) }, workflow, input, moment);
    expect(refusalOf(work)).toMatchObject({ code: "approval.missing", facts: { parks: ["wales"] } });
  });

  test.each([
    ["another content", { contentHash: "other" }],
    ["an invalidated one", { invalidatedAt: moment.now }],
    ["another round", { round: 2 }],
    ["a decline", { answer: "decline" as const }],
    ["half of two approvers", { needed: 2 as const }],
  ])("an approval of %s does not count", (_what, given) => {
    const approvals = [both[0], { ...both[1], ...given }];
    expect(refused(() => settleApprovals.decide({ one, proposal, approvals }, workflow, input, moment))).toBe(
      "conflict approval.missing",
    );
  });

  test("a proposal that was sent back goes to the next round", () => {
    const facts = {
      one: aCase({ status: "deciding" }),
      proposal: aJointProposal({ status: "superseded" }),
      approvals: [],
    };
    expect(settleApprovals.decide(facts, workflow, input, moment)).toEqual({
      changes: [],
      result: { outcome: "back", round: 2 },
    });
  });

  test("a fourth proposal goes on in a new execution, from where the case is then", () => {
    const proposals = { ...input, round: 4 };
    const fourth = aJointProposal({ round: 4, status: "superseded" });
    const decision = settleApprovals.decide(
      { one: aCase({ status: "deciding" }), proposal: fourth, approvals: [] },
      workflow,
      proposals,
      moment,
    );
    expect(decision.result.outcome).toBe("renew");
    expect(decision.effects?.map(({ body }) => body)).toEqual([
      { kind: "reconcile-case", caseId, failed: `${caseId}-1` },
    ]);
  });

  test("asked again it gives the same; a case that left otherwise is closed", () => {
    const done = {
      one: { ...one, status: "approved" as const },
      proposal: aJointProposal({ status: "approved" }),
      approvals: both,
    };
    expect(settleApprovals.decide(done, workflow, input, moment)).toEqual({
      changes: [],
      result: { outcome: "approved", round: 1 },
    });
    const gone = {
      one: { ...one, status: "withdrawn" as const },
      proposal: aJointProposal({ status: "superseded" }),
      approvals: both,
    };
    expect(settleApprovals.decide(gone, workflow, input, moment).result.outcome).toBe("closed");
  });

  test("a person may not settle", () => {
    expect(refused(() => settleApprovals.decide({ one, proposal, approvals: both }, mia, input, moment))).toBe(
      "forbidden actor.system-needed",
    );
  });
});
