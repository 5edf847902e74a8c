/** What silence does, by kind of task: the verb that the sweep performs once a task's time is over. */

import { withdrawApplication } from "../application/withdraw-application.ts";
import { answerApproval } from "../approval/answer-approval.ts";
import { answerQuery } from "../claim/answer-query.ts";
import { confirmService } from "../claim/confirm-service.ts";
import { giveStatement } from "../decision/give-statement.ts";
import { answerFollowUp } from "../follow-up/answer-follow-up.ts";
import { perform } from "../kernel/perform.ts";
import type { Deps } from "../port/deps.ts";
import { expireVoucher } from "../voucher/expire-voucher.ts";
import { silentAnswer } from "./silent-answer.ts";
import { type Task, taskKeyOf, taskPath } from "./task.ts";

const sweeper = { kind: "system", name: "sweep" } as const;

/** Commit silence as an answer, once, whoever sweeps. Kinds without a consequence of their own close their task only. */
export async function timeOut(deps: Deps, task: Task): Promise<void> {
  const { caseId } = task;
  const key = `silence:${caseId}:${taskPath(task)}`;
  switch (task.kind) {
    case "answer-question":
      await perform(deps, sweeper, key, withdrawApplication, { caseId });
      return;
    case "approve":
      await perform(deps, sweeper, key, answerApproval, {
        caseId,
        parkId: task.slot,
        answer: "silent",
        reason: "",
        noInterest: true,
      });
      return;
    case "give-statement":
      await perform(deps, sweeper, key, giveStatement, { caseId, outcome: "silent", declared: [], signed: false });
      return;
    case "use":
      // By its instant: extended meanwhile, the voucher is heard of again.
      await perform(deps, sweeper, `${key}:${task.timeOut ?? ""}`, expireVoucher, { caseId });
      return;
    case "confirm-service":
      await perform(deps, sweeper, key, confirmService, { caseId, outcome: "confirmed" });
      return;
    case "answer-kpi":
      await perform(deps, sweeper, key, answerFollowUp, { caseId, answers: [] });
      return;
    case "renew-offer": {
      // Rare: loaded when the first of them is due.
      const { leaveOffer } = await import("../application/renew-offer.ts");
      await perform(deps, sweeper, key, leaveOffer, { caseId });
      return;
    }
    case "answer-query":
      await perform(deps, sweeper, key, answerQuery, { caseId, outcome: "unanswered" });
      return;
    default:
      await perform(deps, sweeper, key, silentAnswer, taskKeyOf(task));
  }
}
