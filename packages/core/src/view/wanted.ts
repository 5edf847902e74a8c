/** The acts that a case asks of staff now: who holds each, and whether the reader may do it — the verb itself is asked. */
import * as z from "zod";
import { confirmIneligible } from "../application/confirm-ineligible.ts";
import { screenApplication } from "../application/screen-application.ts";
import { answerApproval } from "../approval/answer-approval.ts";
import { propose } from "../decision/propose.ts";
import { release } from "../decision/release.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import type { CaseId } from "../kernel/id.ts";
import { refusalOf } from "../kernel/rehearse.ts";
import type { Deps } from "../port/deps.ts";
import { settleScope } from "../review/settle-scope.ts";
import { holderText, type Task, type TaskKind, taskKindSchema, taskPath } from "../task/task.ts";
import { holderPersonSchema, readHolders } from "./holders.ts";
import { readInside } from "./inside.ts";
import { type RefusalView, refusalSchema } from "./refusal.ts";

export const wantedSchema = z.object({
  path: z.string(),
  kind: taskKindSchema,
  slot: z.string(),
  /** People who hold the role that is asked, substitutes last. */
  holders: z.array(holderPersonSchema),
  /** The reader holds the role. */
  mine: z.boolean(),
  /** Why the reader may not do it all the same. */
  refusal: refusalSchema.optional(),
});
export type Wanted = z.infer<typeof wantedSchema>;

type Rehearsal = (deps: Deps, actor: PersonActor, task: Task) => Promise<RefusalView | undefined>;

const sure = { noInterest: true } as const;

/**
 * Each act with an input that says nothing yet: only what forbids the person counts, not what the input lacks. Rare ones
 * are loaded where a case has come so far.
 */
const rehearsals: Partial<Record<TaskKind, Rehearsal>> = {
  screen: (deps, actor, { caseId }) =>
    refusalOf(deps, actor, screenApplication, { caseId, ...sure, outcome: "ask", reasons: "", question: "" }),
  "confirm-ineligible": (deps, actor, { caseId }) =>
    refusalOf(deps, actor, confirmIneligible, { caseId, ...sure, outcome: "back" }),
  "assign-reviewer": async (deps, actor, { caseId, slot }) =>
    refusalOf(deps, actor, (await import("../review/assign-reviewer.ts")).assignReviewer, {
      caseId,
      slot,
      ...sure,
      reviewerIds: [],
      waiver: "",
    }),
  "settle-scope": (deps, actor, { caseId }) =>
    refusalOf(deps, actor, settleScope, { caseId, ...sure, outcome: "in-scope", reasons: "-" }),
  propose: (deps, actor, { caseId }) =>
    refusalOf(deps, actor, propose, {
      caseId,
      ...sure,
      kind: "reject",
      conditions: "",
      reasons: "-",
      outOfOrderReason: "",
    }),
  approve: (deps, actor, { caseId, slot }) =>
    refusalOf(deps, actor, answerApproval, { caseId, parkId: slot, ...sure, answer: "ask", reason: "" }),
  release: (deps, actor, { caseId }) => refusalOf(deps, actor, release, { caseId, ...sure }),
  "admit-redress": async (deps, actor, { caseId }) =>
    refusalOf(deps, actor, (await import("../redress/admit-redress.ts")).admitRedress, {
      caseId,
      ...sure,
      outcome: "inadmissible",
      reasons: "-",
    }),
  "decide-redress": async (deps, actor, { caseId }) =>
    refusalOf(deps, actor, (await import("../redress/decide-redress.ts")).decideRedress, {
      caseId,
      ...sure,
      outcome: "rejected",
      reasons: "-",
    }),
  resume: async (deps, actor, { caseId }) =>
    refusalOf(deps, actor, (await import("../voucher/resume-voucher.ts")).resumeVoucher, { caseId, ...sure }),
  "settle-dispute": async (deps, actor, { caseId }) =>
    refusalOf(deps, actor, (await import("../claim/settle-dispute.ts")).settleDispute, {
      caseId,
      ...sure,
      outcome: "confirmed",
      reasons: "-",
    }),
  "settle-refusal": async (deps, actor, { caseId }) =>
    refusalOf(deps, actor, (await import("../claim/settle-refusal.ts")).settleRefusal, {
      caseId,
      ...sure,
      outcome: "again",
    }),
  "check-claim": async (deps, actor, { caseId }) =>
    refusalOf(deps, actor, (await import("../claim/query-claim.ts")).queryClaim, { caseId, ...sure, question: "-" }),
  "finance-check": async (deps, actor, { caseId }) =>
    refusalOf(deps, actor, (await import("../claim/finance-check.ts")).financeCheck, {
      caseId,
      ...sure,
      outcome: "back",
      reason: "-",
    }),
};

/** Why this person may not answer the task although they hold its role; undefined where nothing forbids it. */
export async function refusalOfTask(deps: Deps, actor: PersonActor, task: Task): Promise<RefusalView | undefined> {
  return rehearsals[task.kind]?.(deps, actor, task);
}

export async function readWanted(deps: Deps, actor: PersonActor, caseId: CaseId): Promise<Wanted[]> {
  const { items } = await readInside(deps, actor, caseId);
  const now = deps.clock.now();
  const open = items.task.filter(({ status, holder }) => status === "open" && holder.kind === "role");
  const [one] = items.case;
  const holders = one === undefined ? new Map<string, never>() : await readHolders(deps.store, open, now, one);
  return Promise.all(
    open.map(async (task): Promise<Wanted> => {
      const { holder } = task;
      const mine = holder.kind === "role" && holdsRole(actor, holder.role, holder.parkId, now);
      const refusal = mine ? await refusalOfTask(deps, actor, task) : undefined;
      return {
        path: taskPath(task),
        kind: task.kind,
        slot: task.slot,
        holders: holders.get(holderText(holder)) ?? [],
        mine,
        ...(refusal === undefined ? {} : { refusal }),
      };
    }),
  );
}
