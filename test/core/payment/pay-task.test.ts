/** Who is asked to pay a claim that several parks owe: each park for its own orders, and nobody for another's. */
import type { Order } from "@multihelix/core/payment/batch.ts";
import { bookLine } from "@multihelix/core/payment/book-line.ts";
import type { OrderFacts } from "@multihelix/core/payment/order-facts.ts";
import { readPaying } from "@multihelix/core/payment/pay-task.ts";
import { returnLine } from "@multihelix/core/payment/return-line.ts";
import type { Reader } from "@multihelix/core/port/store.ts";
import type { Holder, Task } from "@multihelix/core/task/task.ts";
import { expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase } from "../../fixture/build/case.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aShare, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";

const financeOf = (parkId: string): Holder => ({ kind: "role", role: "finance", parkId });
const main = (parkId: string) => aTask("pay", { holder: financeOf(parkId) });
const own = (parkId: string, given: Partial<Task> = {}) =>
  aTask("pay", { state: "PayShare", slot: parkId, holder: financeOf(parkId), token: undefined, ...given });
const orderOf = (parkId: string, given: Partial<Order> = {}) =>
  anOrder({ status: "sent", parkId, endToEndId: `LIM-V26-7K3QX-1-${parkId.slice(0, 3).toUpperCase()}`, ...given });
const booked = { status: "booked", bookedOn: "2026-11-26" } as const;
const one = aCase({ status: "paying", payingParks: ["limburg", "lund", "wales"], version: 7 });

const facts = (order: Order, others: Order[], tasks: Task[]): OrderFacts => ({
  order,
  one,
  voucher: aVoucher({ left: eur(0) }),
  claim: aClaim({ status: "accepted" }),
  share: aShare({ payable: 800_000, disbursed: 800_000 }),
  lock: undefined,
  batch: undefined,
  others,
  tasks,
  payees: [],
});
const line = ({ parkId, endToEndId, amount }: Order) => ({
  ...amount,
  parkId,
  endToEndId,
  bookedOn: "2026-11-26",
  reference: "R",
});
const moment = aMoment("2026-11-27T09:00:00Z");
const book = (order: Order, others: Order[], tasks: Task[]) =>
  bookLine.decide(facts(order, others, tasks), staff("fin", "finance", order.parkId), line(order), moment).changes;
const paying = (orders: Order[], tasks: Task[] = []) =>
  readPaying({ list: async (name: string) => (name === "order" ? orders : tasks) } as unknown as Reader, one);

test("the lead holds the task of the workflow where it owes, else the first park that does", async () => {
  const orders = [orderOf("wales"), orderOf("lund"), orderOf("limburg")];
  expect(await paying(orders)).toMatchObject({ holder: financeOf("limburg"), others: ["lund", "wales"] });
  expect(await paying(orders.slice(0, 2))).toMatchObject({ holder: financeOf("lund"), others: ["wales"] });
  expect(await paying([orderOf("limburg", booked), orderOf("wales")])).toMatchObject({
    holder: financeOf("wales"),
    others: [],
  });
});

test("what came back of an earlier claim and has a task of its own is not asked twice", async () => {
  const back = orderOf("wales", { claim: 2, status: "returned" });
  const asked = aTask("pay-again", { slot: "wales.2", holder: financeOf("wales") });
  expect((await paying([orderOf("limburg"), back], [asked])).others).toEqual([]);
});

test("a park's task ends with its last booking: not while its tax is unpaid, and nobody else's with it", () => {
  const tasks = [main("limburg"), own("lund"), own("wales")];
  const rest = [orderOf("limburg"), orderOf("wales")];
  const tax = orderOf("lund", { purpose: "tax", endToEndId: "LIM-V26-7K3QX-1-LUN-TAX" });
  expect(patches(book(orderOf("lund"), [...rest, tax], tasks), "task")).toEqual([]);
  const changes = book(orderOf("lund"), [...rest, { ...tax, ...booked }], tasks);
  expect(answersOf(changes)).toEqual([{ outcome: "booked", round: 1 }]);
  expect(changes.flatMap((change) => (change.name === "task" && "key" in change ? [change.key] : []))).toMatchObject([
    { slot: "lund" },
  ]);
});

test("whoever holds the workflow's task and is done hands it to a park that owes, whose own task it replaces", () => {
  const changes = book(
    orderOf("limburg"),
    [orderOf("wales"), orderOf("lund", booked)],
    [main("limburg"), own("wales")],
  );
  const [handed, replaced] = patches(changes, "task");
  expect(handed).toEqual({ set: { holder: financeOf("wales") }, when: { status: "open" } });
  expect(replaced?.set.status).toBe("superseded");
});

test("a booking that no task is seen at looks again should the workflow ask at the same moment", () => {
  expect(book(orderOf("limburg"), [orderOf("wales")], [])).toContainEqual({
    op: "check",
    name: "case",
    key: { caseId: one.caseId },
    when: { version: 7 },
  });
});

test("money that comes back while others still pay is asked of its park anew, once", () => {
  const order = orderOf("lund", booked);
  const back = (tasks: Task[]) =>
    written(
      returnLine.decide(
        facts(order, [orderOf("limburg")], tasks),
        staff("lisa", "finance", "lund"),
        line(order),
        moment,
      ).changes,
      "task",
    );
  const done = own("lund", { status: "answered" });
  const asked = back([main("limburg"), done]);
  expect(asked).toMatchObject([{ kind: "pay", slot: "lund", round: 2, holder: financeOf("lund") }]);
  expect(back([main("limburg"), done, ...asked])).toEqual([]);
  expect(back([main("lund"), done])).toEqual([]);
});
