/** What happens to a payment at the bank, by the verbs and their own reads, beside what a child would say of it. */

import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import type { Verb } from "@multihelix/core/kernel/verb.ts";
import type { Account } from "@multihelix/core/ledger/posting.ts";
import type { Batch, Order } from "@multihelix/core/payment/batch.ts";
import { bookLine } from "@multihelix/core/payment/book-line.ts";
import { markSent } from "@multihelix/core/payment/mark-sent.ts";
import type { StatementLineInput } from "@multihelix/core/payment/order-facts.ts";
import { prepareBatch } from "@multihelix/core/payment/prepare-batch.ts";
import { rejectLine } from "@multihelix/core/payment/reject-line.ts";
import { releaseBatch } from "@multihelix/core/payment/release-batch.ts";
import { returnLine } from "@multihelix/core/payment/return-line.ts";
import { owedOf, type Recovery } from "@multihelix/core/recovery/recovery.ts";
import type { aMoment } from "../fixture/build/moment.ts";
import { type Act, allLedgers, firstYear, type Move } from "./ledger-acts.ts";
import { decided, fay, finn, type Holdings, ofCase, ofKey, type PlannedStep, type Step } from "./ledger-holdings.ts";

const today = "2027-02-01";

export function bankSteps(one: Act, held: Holdings, moment: ReturnType<typeof aMoment>): PlannedStep[] | undefined {
  const parkId = firstYear[one.park]?.parkId ?? "";
  const orders = held.orders.filter((order) => order.parkId === parkId);
  const anyOf = (...statuses: Order["status"][]) => {
    const found = orders.filter(({ status }) => statuses.includes(status));
    return found[one.amount % Math.max(1, found.length)];
  };
  switch (one.kind) {
    case "send":
      return sendSteps(anyOf("waiting", "returned"), moment);
    case "book": {
      // Now and then the same statement is read twice: nothing happens again.
      const order = anyOf(one.amount % 10 > 0 ? "sent" : "booked");
      if (order === undefined) return [];
      const { status, returnedOn, rejected = [] } = order;
      const again = returnedOn !== undefined ? "pay again" : rejected.length > 0 ? "pay after a rejection" : "book";
      const first = status === "sent";
      return [
        step(bookLine, fay, lineOf(order), moment, {
          as: first ? again : "book twice",
          moves: first ? [moved(order, "disbursed", "payable")] : [],
        }),
      ];
    }
    case "book-rejected": {
      const rejected = orders.filter((found) => (found.rejected ?? []).length > 0);
      const order = rejected[one.amount % Math.max(1, rejected.length)];
      const endToEndId = order?.rejected?.at(-1)?.endToEndId;
      if (order === undefined || endToEndId === undefined) return [];
      // Once it is on its way again, or was paid, people must stop the second payment first.
      const no = order.status !== "returned" && order.status !== "waiting";
      const moves = [moved(order, "disbursed", "payable")];
      return [step(bookLine, fay, { ...lineOf(order), endToEndId }, moment, { as: one.kind, no, moves })];
    }
    case "return": {
      const late = orders.filter((found) => found.status === "booked" && isClosed(found, held));
      const order = late[one.amount % Math.max(2, late.length)] ?? anyOf(one.amount > 20 ? "booked" : "sent");
      if (order === undefined) return [];
      const booked = order.status === "booked";
      // It goes back into the year that paid it, however late it is.
      const moves = booked ? [moved(order, "payable", "disbursed")] : [];
      // What the park has asked back of the same payee comes in as that; withheld tax was never theirs.
      const no =
        booked && order.purpose !== "tax" && held.recoveries.some((asked) => isOf(asked, order) && owedOf(asked) > 0);
      return [step(returnLine, fay, lineOf(order), moment, { as: nameOfReturn(order, held), no, moves })];
    }
    case "reject": {
      const order = anyOf("sent", ...(one.of === 0 ? (["booked", "waiting"] as const) : []));
      const batchId = order?.batchId ?? held.batches[0]?.batchId;
      if (order === undefined || batchId === undefined) return [];
      const input = { parkId, batchId, endToEndId: order.endToEndId, reason: "AC04" };
      return [step(rejectLine, fay, input, moment, { as: one.kind, no: order.status !== "sent", moves: [] })];
    }
    default:
      return undefined;
  }
}

function isOf({ caseId, parkId, debtorId }: Recovery, order: Order): boolean {
  return caseId === order.caseId && parkId === order.parkId && debtorId === order.payeeId;
}

/** One prepares, another releases, and the bank gets the file; no money moves by it. */
function sendSteps(order: Order | undefined, moment: ReturnType<typeof aMoment>): PlannedStep[] {
  if (order === undefined) return [];
  const { parkId, endToEndId } = order;
  const moves: Move[] = [];
  const batchIn = ({ batches }: Holdings): Batch["batchId"] =>
    batches.find((batch) => batch.orders.some((line) => line.endToEndId === endToEndId))?.batchId ?? "bat_none";
  const noInterest = true as const;
  const input = { parkId, endToEndIds: [endToEndId], executionDate: today, noInterest };
  return [
    step(prepareBatch, fay, input, moment, { as: "prepare", moves }),
    (fresh) =>
      step(releaseBatch, finn, { parkId, batchId: batchIn(fresh), noInterest }, moment, { as: "release", moves })(
        fresh,
      ),
    (fresh) => step(markSent, fay, { parkId, batchId: batchIn(fresh) }, moment, { as: "send", moves })(fresh),
  ];
}

/** By the verb's own read, on everything that it writes. */
function step<I, F, R>(
  verb: Verb<I, F, R>,
  actor: PersonActor,
  input: I,
  moment: ReturnType<typeof aMoment>,
  said: Step,
): PlannedStep {
  return async ({ reader }) => {
    const facts = await verb.read(reader, input, actor);
    return { ...said, ...decided(() => verb.decide(facts, actor, input, moment)) };
  };
}

function lineOf({ parkId, endToEndId, amount: { amount, currency } }: Order): StatementLineInput {
  return { parkId, endToEndId, bookedOn: today, amount, currency, reference: "a line" };
}

function moved({ caseId, parkId, budgetYear, amount: { amount } }: Order, to: Account, from: Account): Move {
  const ledger = allLedgers.find((key) => key.parkId === parkId && key.budgetYear === budgetYear);
  if (ledger === undefined) throw new Error("an order of no key");
  return { ledger, caseId, to, from, amount };
}

function isClosed(order: Order, { books }: Holdings): boolean {
  return books.find(ofKey(moved(order, "payable", "disbursed").ledger))?.status === "closed";
}

function nameOfReturn(order: Order, held: Holdings): string {
  if (order.status !== "booked") return "return before booking";
  if (isClosed(order, held)) return "return in a closed year";
  return ofCase(held, order.caseId as CaseId).theCase.status === "redeemed" ? "return once redeemed" : "return";
}
