/** The act that answers each kind of task of staff: asked beforehand, it says who may not do it. */
import { confirmIneligible } from "../application/confirm-ineligible.ts";
import { screenApplication } from "../application/screen-application.ts";
import { answerApproval } from "../approval/answer-approval.ts";
import { propose } from "../decision/propose.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { refusalOf } from "../kernel/rehearse.ts";
import type { Moment, Verb } from "../kernel/verb.ts";
import type { Deps } from "../port/deps.ts";
import type { Reader } from "../port/store.ts";
import { settleScope } from "../review/settle-scope.ts";
import { changeOf } from "../voucher/second-word.ts";
import type { Task, TaskKind } from "./task.ts";

/** The act that answers a task, with an input that says nothing yet. */
export interface TaskAct {
  /** Why this person may not do it; undefined where nothing forbids it. */
  readonly refusal: (deps: Deps, actor: PersonActor) => ReturnType<typeof refusalOf>;
  /** Reads what the act looks at; the answer decides it, throws as the act does and changes nothing. */
  readonly judge: (reader: Reader, actor: PersonActor) => Promise<(moment: Moment) => void>;
}

function acting<I, F, R>(verb: Verb<I, F, R>, input: NoInfer<I>): TaskAct {
  return {
    refusal: (deps, actor) => refusalOf(deps, actor, verb, input),
    async judge(reader, actor) {
      const facts = await verb.read(reader, input, actor);
      return (moment) => void verb.decide(facts, actor, input, moment);
    },
  };
}

const sure = { noInterest: true } as const;

/**
 * Each act with an input that says nothing yet: only what forbids the person counts, not what the input lacks. Rare ones
 * are loaded where a case has come so far.
 */
const acts: Partial<Record<TaskKind, (task: Task) => TaskAct | Promise<TaskAct>>> = {
  screen: ({ caseId }) => acting(screenApplication, { caseId, ...sure, outcome: "ask", reasons: "", question: "" }),
  "confirm-ineligible": ({ caseId }) => acting(confirmIneligible, { caseId, ...sure, outcome: "back" }),
  "assign-reviewer": async ({ caseId, slot }) =>
    acting((await import("../review/assign-reviewer.ts")).assignReviewer, {
      caseId,
      slot,
      ...sure,
      reviewerIds: [],
      waiver: "",
    }),
  "settle-scope": ({ caseId }) => acting(settleScope, { caseId, ...sure, outcome: "in-scope", reasons: "-" }),
  propose: ({ caseId }) =>
    acting(propose, {
      caseId,
      ...sure,
      kind: "reject",
      conditions: "",
      reasons: "-",
      outOfOrderReason: "",
    }),
  approve: ({ caseId, slot }) => acting(answerApproval, { caseId, parkId: slot, ...sure, answer: "ask", reason: "" }),
  release: async ({ caseId }) => acting((await import("../decision/release.ts")).release, { caseId, ...sure }),
  "admit-redress": async ({ caseId }) =>
    acting((await import("../redress/admit-redress.ts")).admitRedress, {
      caseId,
      ...sure,
      outcome: "inadmissible",
      reasons: "-",
    }),
  "decide-redress": async ({ caseId }) =>
    acting((await import("../redress/decide-redress.ts")).decideRedress, {
      caseId,
      ...sure,
      outcome: "rejected",
      reasons: "-",
    }),
  "confirm-change": async (task) => {
    const { caseId, slot } = task;
    const change = changeOf(task);
    if (change === "value")
      return acting((await import("../voucher/approve-value.ts")).approveValue, {
        caseId,
        parkId: slot,
        ...sure,
        contentHash: "",
      });
    if (change === "cancellation")
      return acting((await import("../voucher/cancel-voucher.ts")).cancelVoucher, { caseId, ...sure });
    if (change === "scope")
      return acting((await import("../voucher/decide-scope.ts")).decideScope, {
        caseId,
        ...sure,
        contentHash: "",
        reasons: "-",
      });
    return acting((await import("../voucher/extend-voucher.ts")).extendVoucher, {
      caseId,
      ...sure,
      months: 1,
      reasons: "-",
    });
  },
  resume: async ({ caseId }) =>
    acting((await import("../voucher/resume-voucher.ts")).resumeVoucher, { caseId, ...sure }),
  "settle-dispute": async ({ caseId }) =>
    acting((await import("../claim/settle-dispute.ts")).settleDispute, {
      caseId,
      ...sure,
      outcome: "confirmed",
      reasons: "-",
    }),
  "settle-refusal": async ({ caseId }) =>
    acting((await import("../claim/settle-refusal.ts")).settleRefusal, {
      caseId,
      ...sure,
      outcome: "again",
    }),
  "check-claim": async ({ caseId }) =>
    acting((await import("../claim/query-claim.ts")).queryClaim, { caseId, ...sure, question: "-" }),
  "finance-check": async ({ caseId }) =>
    acting((await import("../claim/finance-check.ts")).financeCheck, {
      caseId,
      ...sure,
      outcome: "back",
      reason: "-",
    }),
};

/** Undefined where many tasks are answered at once, or none by one act alone. */
export async function actOfTask(task: Task): Promise<TaskAct | undefined> {
  return acts[task.kind]?.(task);
}
