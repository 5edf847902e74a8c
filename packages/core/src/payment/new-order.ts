/** How an accepted claim becomes a payment order: its reference for the bank, its place by case, and its place in the park's queue. */
import type { Case } from "../application/case.ts";
import type { OrganisationId } from "../kernel/id.ts";
import type { Money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change } from "../port/store.ts";
import type { Order } from "./batch.ts";

export interface NewOrder {
  readonly one: Pick<Case, "caseId" | "reference">;
  readonly parkId: string;
  readonly claim: number;
  readonly amount: Money;
  readonly payeeId: OrganisationId;
  readonly budgetYear: number;
}

/** The order of a park for a claim, waiting for a batch. */
export function newOrderChanges(input: NewOrder, moment: Moment): Change[] {
  const { one, parkId, claim, amount, payeeId, budgetYear } = input;
  const endToEndId = endToEndIdOf(one.reference, claim, parkOf(moment.network, parkId).initials, 1);
  const order: Order = {
    caseId: one.caseId,
    parkId,
    claim,
    endToEndId,
    amount,
    payeeId,
    budgetYear,
    status: "waiting",
    sending: 1,
    version: 0,
  };
  return [{ op: "create", name: "order", value: order }, ...queueChanges(order, moment)];
}

/** The order's reference, and its place in the queue of its park. */
export function queueChanges({ caseId, parkId, claim, endToEndId }: Order, moment: Moment): Change[] {
  return [
    { op: "create", name: "orderRef", value: { endToEndId, caseId, parkId, claim, version: 0 } },
    { op: "create", name: "orderWaiting", value: { parkId, endToEndId, caseId, claim, since: moment.now, version: 0 } },
  ];
}

/** `LIM-V26-7K3QX-1-LIM`: case, claim and paying park; `-2` from the second sending on. At most 35 characters of SEPA's set. */
export function endToEndIdOf(reference: string, claim: number, initials: string, sending: number): string {
  return [reference, claim, initials, ...(sending === 1 ? [] : [sending])].join("-");
}
