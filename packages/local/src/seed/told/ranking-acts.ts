/** Acts of a deadline call as its people did them in the told cases: assignment of all its reviewers, vote, frozen ranking, a proposal that the money refuses, upheld redress. */
import { answerApproval } from "@multihelix/core/approval/answer-approval.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { propose } from "@multihelix/core/decision/propose.ts";
import { release } from "@multihelix/core/decision/release.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import { admitRedress } from "@multihelix/core/redress/admit-redress.ts";
import { decideRedress } from "@multihelix/core/redress/decide-redress.ts";
import { freezeRanking, plainRanking, readFreeze, voteTie } from "@multihelix/core/review/ranking/freeze-ranking.ts";
import { publishRun } from "@multihelix/core/review/run/change-run.ts";
import { startRun } from "@multihelix/core/review/run/start-run.ts";
import type { Act, Scene } from "./told-case.ts";

const noInterest = true as const;

/** The manager has all cases of the call assigned to reviewers together, and a day later the reviewers invited. */
export const assigns = (after: number): readonly Act[] => [
  {
    after,
    run: async (scene) =>
      void (await scene.perform(`${scene.park}-manager`, startRun, { callId: callOf(scene), noInterest })),
  },
  {
    after: after + 1,
    async run(scene) {
      const callId = callOf(scene);
      const run = (await scene.deps.store.list("run", { callId })).at(-1);
      const input = { callId, runId: run?.runId, round: run?.round, noInterest };
      await scene.perform(`${scene.park}-manager`, publishRun, input);
    },
  },
];

/** The panel votes on every exact tie of the call: five in the room, the first by id gets three of their votes. */
export const votes = (after: number): Act => ({
  after,
  async run(scene) {
    const callId = callOf(scene);
    const facts = await readFreeze(scene.deps.store, callId);
    if (facts.call === undefined) throw new Error(`there is no call ${scene.told.call}`);
    for (const [nth, tie] of plainRanking(facts, facts.call, scene.deps.digest).ties.entries()) {
      const counted = tie.map((caseId, at) => ({ caseId, votes: Math.max(0, 3 - at) }));
      const reasons = "The panel sees the nearer customer in the first.";
      const input = { callId, noInterest, votes: counted, present: 5 + tie.length, reasons };
      await scene.perform(`${scene.park}-manager`, voteTie, input, String(nth));
    }
  },
});

export const freezes = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-manager`, freezeRanking, { callId: callOf(scene), noInterest })),
});

/** The manager proposes what the call has no money for and is refused: nothing changes, and the case goes on waiting. */
export const overspends = (after: number): Act => ({
  after,
  async run(scene) {
    try {
      await scene.perform(`${scene.park}-manager`, propose, {
        caseId: scene.caseId(),
        noInterest,
        kind: "award",
        amount: { amount: scene.told.award, currency: scene.currency },
        reasons: "Next in the ranking.",
      });
    } catch (error) {
      if (isDomainError(error) && error.code === "budget.too-little") return;
      throw error;
    }
    throw new Error(`${scene.told.key} was to ask for more than there is`);
  },
});

export const admits = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-redress`, admitRedress, {
      caseId: scene.caseId(),
      noInterest,
      outcome: "admitted",
    })),
});

export const upholds = (after: number, reasons: string): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-redress`, decideRedress, {
      caseId: scene.caseId(),
      noInterest,
      outcome: "upheld",
      reasons,
    })),
});

/** After upheld redress others decide: the second manager proposes, the second approver approves. */
export const proposesAnew = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-second-manager`, propose, {
      caseId: scene.caseId(),
      noInterest,
      kind: "award",
      amount: { amount: scene.told.award, currency: scene.currency },
      reasons: "Others have read it anew: the customer is named and waits.",
    })),
});

export const approvesAnew = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-second-approver`, answerApproval, {
      caseId: scene.caseId(),
      parkId: scene.park,
      noInterest,
      answer: "approve",
    })),
});

export const releasesAnew = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-manager`, release, { caseId: scene.caseId(), noInterest })),
});

function callOf({ told, deps }: Scene) {
  return callIdOf(told.call, deps.digest);
}
