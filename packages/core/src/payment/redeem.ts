/** The last payment of a claim is final: claim paid, voucher redeemed, and the workflow told if it waits. */
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import type { Claim } from "../claim/claim.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { answerTask } from "../task/answer.ts";
import type { Task } from "../task/task.ts";

/** The workflow may lag behind the bank: without an open task there is nobody to tell. */
export function redeem(
  { one, claim, tasks }: { one: Case; claim: Claim; tasks: readonly Task[] },
  actor: Actor,
  moment: Moment,
) {
  const move = moveCase(one, "redeemed", {}, moment, { type: "voucher.redeemed", facts: { claim: claim.claim } });
  const task = tasks.find((other) => other.kind === "pay" && other.status === "open");
  const closing =
    task === undefined
      ? { changes: [], effects: [] }
      : answerTask(task, { outcome: "booked", round: task.round }, actor, moment);
  const paid: Change = { op: "replace", name: "claim", value: { ...claim, status: "paid" } };
  return { changes: [...move.changes, paid, ...closing.changes], events: move.events, effects: closing.effects };
}
