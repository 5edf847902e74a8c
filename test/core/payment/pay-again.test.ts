/** A payment that comes back while the voucher goes on is asked for, by decision and on the real store. */
import type { Case } from "@multihelix/core/application/case.ts";
import type { Actor } from "@multihelix/core/kernel/actor.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Order } from "@multihelix/core/payment/batch.ts";
import { bookStatement } from "@multihelix/core/payment/book-statement.ts";
import { queueChanges } from "@multihelix/core/payment/new-order.ts";
import type { OrderFacts } from "@multihelix/core/payment/order-facts.ts";
import { returnLine } from "@multihelix/core/payment/return-line.ts";
import { cancelTasks } from "@multihelix/core/task/answer.ts";
import { fallDue, fallDueKey } from "@multihelix/core/task/fall-due.ts";
import { type Task, taskKeyOf } from "@multihelix/core/task/task.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { issuedVoucher, limburg, lund } from "../../fixture/build/issued-voucher.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { aClaim, aShare, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";

const lisa = staff("lisa", "finance", "lund");
const sek = (amount: number) => ({ amount, currency: "SEK" });
const booked: Partial<Order> = { status: "booked", bookedOn: "2026-11-20", bankReference: "R1" };
const mine = anOrder({ ...booked, amount: eur(240_000), version: 0 });
const theirs = anOrder({
  ...booked,
  parkId: "lund",
  endToEndId: "LIM-V26-7K3QX-1-LUN",
  amount: sek(1_764_938),
  version: 0,
});

describe("a payment that comes back", () => {
  const back = (status: Case["status"], order = theirs, tasks: readonly Task[] = []) => {
    const facts: OrderFacts = {
      order,
      one: aCase({ status, payingParks: ["limburg", "lund"] }),
      voucher: aVoucher({ left: eur(400_000) }),
      claim: aClaim({ status: "paid" }),
      share: aShare({ disbursed: 1_764_938 }, lund),
      lock: undefined,
      batch: undefined,
      others: [mine],
      tasks,
      payees: [],
    };
    const { endToEndId, amount } = order;
    const line = { parkId: "lund", endToEndId, bookedOn: "2026-11-24", ...amount, reference: "R2" };
    return written(returnLine.decide(facts, lisa, line, aMoment("2026-11-25T09:00:00Z")).changes, "task");
  };

  test.each(["in-use", "suspended", "claim-check", "expired", "cancelled"] as const)(
    "while the voucher is %s, is asked of finance of its own park, by that park's days",
    (status) => {
      expect(back(status)).toMatchObject([
        {
          kind: "pay-again",
          slot: "lund.1",
          round: 2,
          holder: { kind: "role", role: "finance", parkId: "lund" },
          due: "2026-12-25T22:59:59.000Z",
        },
      ]);
    },
  );

  test("once the voucher was redeemed, is asked for by the workflow, which is at the payment again", () => {
    expect(back("redeemed")).toEqual([]);
  });

  test("of tax that was withheld has its own task beside the provider's", () => {
    const tax: Order = { ...theirs, purpose: "tax", endToEndId: "LIM-V26-7K3QX-1-LUN-TAX" };
    expect(back("in-use", tax)[0]?.slot).toBe("lund.1.tax");
    expect(back("in-use", tax, back("in-use"))).toHaveLength(1);
  });

  test("before it was booked anew is asked for already", () => {
    const again: Order = { ...theirs, status: "sent", sending: 2, endToEndId: `${theirs.endToEndId}-2` };
    expect(back("in-use", again, back("in-use"))).toEqual([]);
  });

  test("is owed whatever becomes of the voucher", () => {
    expect(cancelTasks(back("in-use"), lisa, aMoment(), true)).toEqual({ changes: [], effects: [] });
  });
});

describe("on the store", () => {
  let deps: TestDeps;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ deps, stop } = await startTestDeps({ now: "2026-11-25T09:00:00Z" }));
    const issued = issuedVoucher().filter(({ name }) => name !== "case" && name !== "voucher" && name !== "share");
    await deps.store.commit([
      ...issued,
      { op: "create", name: "case", value: aCase({ status: "in-use", payingParks: ["limburg", "lund"], version: 0 }) },
      { op: "create", name: "voucher", value: aVoucher({ left: eur(600_000), version: 0 }) },
      { op: "create", name: "claim", value: aClaim({ status: "paid", version: 0 }) },
      { op: "create", name: "share", value: aShare({ disbursed: 240_000, version: 0 }, limburg) },
      { op: "create", name: "share", value: aShare({ disbursed: 1_764_938, version: 0 }, lund) },
      ...[mine, theirs].flatMap((order) => [
        { op: "create", name: "order", value: order } as const,
        ...queueChanges(order, aMoment()).slice(0, 1),
      ]),
    ]);
  });
  afterAll(() => stop());

  const held = () => deps.store.tasksHeldBy("role:finance:lund");
  const order = () => deps.store.get("order", { caseId, parkId: "lund", claim: 1, purpose: "payee" });
  const state = async (line: string) => {
    const header = "endToEndId,bookedOn,amount,currency,reference\n";
    return (await bookStatement(deps, lisa, "lund", header + line)).lines;
  };
  const sendAgain = async () => {
    const now = await order();
    if (now === undefined) throw new Error("the order is there");
    await deps.store.commit([{ op: "replace", name: "order", value: { ...now, status: "sent" } }]);
  };

  test("finance of the park holds one task until the new payment is booked; a further return asks anew, with a reminder", async () => {
    expect(await state(`${theirs.endToEndId},2026-11-24,-17649.38,SEK,R2\n`)).toMatchObject([{ outcome: "returned" }]);
    expect(await held()).toMatchObject([{ kind: "pay-again", slot: "lund.1", round: 2, status: "open" }]);
    await sendAgain();
    expect(await state(`${theirs.endToEndId}-2,2026-11-25,17649.38,SEK,R3\n`)).toMatchObject([{ outcome: "booked" }]);
    expect(await held()).toEqual([]);
    const [answered] = await deps.store.list("task", { caseId });
    expect(answered).toMatchObject({ status: "answered", answer: { outcome: "booked" }, by: lisa.personId });

    expect(await state(`${theirs.endToEndId}-2,2026-11-25,-17649.38,SEK,R4\n`)).toMatchObject([
      { outcome: "returned" },
    ]);
    const [task] = await held();
    expect(task).toMatchObject({ kind: "pay-again", slot: "lund.1", round: 3 });
    if (task?.nextAt === undefined) throw new Error("it has a reminder");
    deps.moveClock(task.nextAt);
    const sweep: Actor = { kind: "system", name: "sweep" };
    expect(await perform(deps, sweep, fallDueKey(task), fallDue, taskKeyOf(task))).toEqual({ step: "reminded" });
    expect((await deps.store.get("case", { caseId }))?.status).toBe("in-use");
  });
});
