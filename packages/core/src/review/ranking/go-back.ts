/** The only place where a case goes back from the gate of its call or from behind it: to its reviews, or to wait for the next ranking. */
import { freeAid } from "../../aid/reserve.ts";
import type { Case } from "../../application/case.ts";
import { moveCase } from "../../application/move.ts";
import type { DecisionFacts } from "../../decision/decision-facts.ts";
import { freeReserved, invalidate } from "../../decision/send-back.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Decision, Moment } from "../../kernel/verb.ts";
import type { Change } from "../../port/store.ts";
import { supersedeTasks } from "../../task/answer.ts";
import { executionOf } from "../../task/restart-case.ts";
import type { TaskKind } from "../../task/task.ts";

type Facts = Pick<DecisionFacts, "tasks" | "proposals" | "approvals" | "shares" | "aidGrants">;

/** What comes after the reviews: open, it asks about what is replaced; of whatever end, its round is used. */
const afterReviews: readonly TaskKind[] = ["settle-scope", "await-ranking", "propose", "approve", "release"];

/**
 * Its tasks behind the reviews are superseded; a proposal that was not told is, too, with its approvals, and all money and
 * aid that it held is freed, for what `memo` says. A new execution takes the case up; the rounds of what follows begin where none was used.
 */
export function goBack(
  facts: Facts & { readonly one: Case },
  from: "PlanReviews" | "AwaitRanking",
  event: { type: string; facts: Record<string, unknown> },
  memo: "ranking-superseded" | "review-aside",
  actor: Actor,
  moment: Moment,
): Omit<Decision<unknown>, "result"> {
  const { one } = facts;
  const tasks = facts.tasks.filter(
    ({ workflow, attempt, kind }) =>
      workflow === "voucher-selection" && attempt === one.attempt && afterReviews.includes(kind),
  );
  const mine = facts.proposals.filter(({ attempt }) => attempt === one.attempt);
  const used = [...tasks, ...mine].map(({ round }) => round);
  const round = 1 + Math.max(one.roundsFrom ?? 1, ...used);
  const set = { roundsFrom: round, restarts: one.restarts + 1 };
  const move =
    one.status === "in-review"
      ? {
          moved: { ...one, ...set },
          changes: [{ op: "replace", name: "case", value: { ...one, ...set } } satisfies Change],
          events: [{ stream: one.caseId, caseId: one.caseId, ...event }],
        }
      : moveCase(one, "in-review", set, moment, event);
  const pending = mine.filter(({ status }) => status === "open" || status === "approved");
  const { workflow, executionName } = executionOf(one);
  const next = executionOf(move.moved);
  return {
    changes: [
      ...move.changes,
      ...supersedeTasks(tasks, actor, moment),
      ...pending.flatMap((proposal): Change[] => [
        {
          op: "patch",
          name: "proposal",
          key: { caseId: one.caseId, attempt: proposal.attempt, round: proposal.round },
          set: { status: "superseded" },
          when: { status: proposal.status },
        },
        ...invalidate(facts.approvals, proposal, moment.now),
      ]),
      ...(pending.length === 0 ? [] : freeAid(facts.aidGrants, one.caseId)),
    ],
    postings: pending.length === 0 ? [] : freeReserved(one, facts.shares, memo),
    events: move.events,
    effects: [
      { body: { kind: "stop-execution", workflow, executionName, reason: "replaced" } },
      {
        body: {
          kind: "start-execution",
          ...next,
          input: { caseId: one.caseId, attempt: one.attempt, from, round, parks: one.payingParks },
        },
      },
    ],
  };
}
