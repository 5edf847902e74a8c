/** A released batch is taken back on the real store: every payment waits again once, however often it is cut short. */
import { queueChanges } from "@multihelix/core/payment/new-order.ts";
import { rejectLines } from "@multihelix/core/payment/reject-lines.ts";
import { withdrawBatch } from "@multihelix/core/payment/withdraw-batch.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { issuedVoucher } from "../../fixture/build/issued-voucher.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder, aPreparedBatch } from "../../fixture/build/order.ts";
import { aClaim, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { dyingAt } from "../../fixture/dying.ts";

const [fay, finn] = [staff("fay", "finance", "limburg"), staff("finn", "finance", "limburg")];
const [line] = aPreparedBatch().orders;
if (line === undefined) throw new Error("the batch has an order");
const second = { ...line, claim: 2, endToEndId: "LIM-V26-7K3QX-2-LIM" };
const batch = aPreparedBatch({
  status: "released",
  orders: [line, second],
  total: 1_600_000,
  releasedBy: finn.personId,
  releasedAt: at("2026-11-24T08:00:00Z"),
  version: 0,
});
const key = { parkId: "limburg", batchId: batch.batchId };
let deps: TestDeps;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ deps, stop } = await startTestDeps({ now: "2026-11-25T09:00:00Z" }));
  const issued = issuedVoucher().filter(({ name }) => name !== "case" && name !== "voucher");
  const orders = batch.orders.map(({ claim, endToEndId }) =>
    anOrder({ claim, endToEndId, status: "batched", batchId: batch.batchId, version: 0 }),
  );
  await deps.store.commit([
    ...issued,
    { op: "create", name: "case", value: aCase({ status: "paying", version: 0 }) },
    { op: "create", name: "voucher", value: aVoucher({ left: eur(0), version: 0 }) },
    ...[1, 2].map((claim) => ({ op: "create", name: "claim", value: aClaim({ claim, version: 0 }) }) as const),
    { op: "create", name: "batch", value: batch },
    ...orders.flatMap((order) => [
      { op: "create", name: "order", value: order } as const,
      ...queueChanges(order, aMoment()).slice(0, 1),
    ]),
  ]);
});
afterAll(() => stop());

const waiting = async () =>
  (await deps.store.list("orderWaiting", { parkId: "limburg" })).map(({ endToEndId }) => endToEndId).sort();

test("every payment of it waits under a reference of its own, once, also when it was cut short and somebody else goes on", async () => {
  const reason = "The payee named another account";
  await expect(withdrawBatch(deps, finn, "own", { ...key, reason })).rejects.toMatchObject({
    code: "duties.same-person",
  });
  await expect(rejectLines(deps, fay, key, { reason })).rejects.toMatchObject({ code: "payment.not-sent" });
  expect(await waiting()).toEqual([]);
  await expect(withdrawBatch(dyingAt(deps, 2, false), fay, "cut", { ...key, reason })).rejects.toThrow("killed");
  expect((await deps.store.get("batch", key))?.status).toBe("discarded");
  expect(await waiting()).toEqual([]);
  await withdrawBatch(deps, finn, "goes on", key);
  await withdrawBatch(deps, fay, "once more", key);
  expect(await waiting()).toEqual(["LIM-V26-7K3QX-1-LIM-2", "LIM-V26-7K3QX-2-LIM-2"]);
  const orders = await deps.store.list("order", { caseId });
  expect(orders.map(({ status, sending }) => [status, sending])).toEqual([
    ["returned", 2],
    ["returned", 2],
  ]);
  const { discardedBy, withdrawn } = (await deps.store.get("batch", key)) ?? {};
  expect([discardedBy, withdrawn?.reason]).toEqual([idOf("per", "fay"), reason]);
});
