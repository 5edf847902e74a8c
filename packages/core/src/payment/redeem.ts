/** The last payment of a claim is final: the claim is paid; with the last order of the voucher it is redeemed, or used further. */
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import type { Claim } from "../claim/claim.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { EventDraft } from "../event/event.ts";
import { firstAsk } from "../follow-up/ask-follow-up.ts";
import type { Actor } from "../kernel/actor.ts";
import { endOfDay, toZonedDateString } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change } from "../port/store.ts";
import { answerTask } from "../task/answer.ts";
import { nextUse, startWorkflow } from "../task/start-workflow.ts";
import type { Task } from "../task/task.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { isFinal, type Order } from "./batch.ts";

interface Settled {
  readonly one: Case;
  readonly claim: Claim;
  readonly voucher: Voucher;
  readonly tasks: readonly Task[];
  /** All other orders of the case. */
  readonly others: readonly Order[];
}

export interface Closing {
  changes: Change[];
  events: EventDraft[];
  effects: EffectDraft[];
  redeemed: boolean;
}

/** What follows once an order of the claim is final. The workflow may lag behind the bank: without an open task there is nobody to tell. */
export function settlePaid(settled: Settled, actor: Actor, moment: Moment): Closing {
  const { one, claim, voucher, tasks, others } = settled;
  const paid = others.filter((other) => other.claim === claim.claim).every(isFinal);
  const changes: Change[] = paid ? [{ op: "replace", name: "claim", value: { ...claim, status: "paid" } }] : [];
  // A payment that came back of an earlier claim is settled beside whatever goes on now.
  if (one.status !== "paying" || !others.every(isFinal)) return { changes, events: [], effects: [], redeemed: false };
  const further = voucher.left.amount > 0;
  const move = further
    ? moveCase(one, "in-use", nextUse(one), moment, { type: "voucher.partly-used", facts: { claim: claim.claim } })
    : moveCase(one, "redeemed", {}, moment, { type: "voucher.redeemed", facts: { claim: claim.claim } });
  const task = tasks.find((other) => other.kind === "pay" && other.slot === "-" && other.status === "open");
  const closing =
    task === undefined
      ? { changes: [], effects: [] }
      : answerTask(task, { outcome: "booked", round: task.round }, actor, moment);
  return {
    changes: [...move.changes, ...changes, ...closing.changes, ...(further ? stillValid(one, voucher, moment) : [])],
    events: move.events,
    effects: [...closing.effects, ...(further ? [startWorkflow(move.moved)] : firstAsk(one, voucher, moment))],
    redeemed: !further,
  };
}

/** Checking and paying took time: who waited for it has the whole filing window still. */
function stillValid(one: Case, voucher: Voucher, { now, network }: Moment): Change[] {
  const { zone } = parkOf(network, one.leadPark);
  if (voucher.expires >= now) return [];
  const expires = endOfDay(toZonedDateString(now, zone), zone);
  return [{ op: "replace", name: "voucher", value: { ...voucher, expires } }];
}
