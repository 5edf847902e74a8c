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
  readonly purpose: Order["purpose"];
}

/** The order of a park for a claim, waiting for a batch. */
export function newOrderChanges(input: NewOrder, moment: Moment): Change[] {
  const { one, parkId, claim, amount, payeeId, budgetYear, purpose } = input;
  const endToEndId = endToEndIdOf(one.reference, claim, parkOf(moment.network, parkId).initials, 1, purpose);
  const order: Order = {
    caseId: one.caseId,
    parkId,
    claim,
    purpose,
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
export function queueChanges({ caseId, parkId, claim, purpose, endToEndId }: Order, moment: Moment): Change[] {
  return [
    { op: "create", name: "orderRef", value: { endToEndId, caseId, parkId, claim, purpose, version: 0 } },
    {
      op: "create",
      name: "orderWaiting",
      value: { parkId, endToEndId, caseId, claim, purpose, since: moment.now, version: 0 },
    },
  ];
}

/** `LIM-V26-7K3QX-1-LIM`: case, claim and paying park; `-TAX` for tax withheld, `-2` from the second sending on. At most 35 characters of SEPA's set. */
export function endToEndIdOf(
  reference: string,
  claim: number,
  initials: string,
  sending: number,
  purpose: Order["purpose"],
): string {
  const tax = purpose === "tax" ? ["TAX"] : [];
  return [reference, claim, initials, ...tax, ...(sending === 1 ? [] : [sending])].join("-");
}
