import type { Order } from "@multihelix/core/payment/batch.ts";
import { bookLine } from "@multihelix/core/payment/book-line.ts";
import type { OrderFacts } from "@multihelix/core/payment/order-facts.ts";
import { parsePain002 } from "@multihelix/core/payment/pain002.ts";
import { rejectLine } from "@multihelix/core/payment/reject-line.ts";
import { returnLine } from "@multihelix/core/payment/return-line.ts";
import { readXml } from "@multihelix/core/payment/xml-read.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder, aPreparedBatch } from "../../fixture/build/order.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aRecipient, aShare, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const fay = staff("fay", "finance", "limburg");
const moment = aMoment("2026-11-27T09:00:00Z");
const batch = aPreparedBatch({ status: "sent", releasedAt: at("2026-11-24T08:00:00Z") });
const first = "LIM-V26-7K3QX-1-LIM";
const sent = (change: Partial<Order> = {}) => anOrder({ status: "sent", batchId: batch.batchId, ...change });
const facts = (order: Order = sent()): OrderFacts => ({
  order,
  one: aCase({ status: "paying" }),
  voucher: aVoucher({ left: eur(0) }),
  claim: aClaim({ status: "accepted" }),
  share: aShare({ payable: 800_000, disbursed: 800_000 }),
  lock: undefined,
  batch,
  others: [],
  tasks: [aTask("pay")],
  payees: [aRecipient("lars")],
});
const said = { parkId: "limburg", batchId: batch.batchId, endToEndId: first, reason: "AC04 account of Lars closed" };
const reject = (order = sent(), sentIn: typeof batch | undefined = batch, who = fay) =>
  rejectLine.decide({ ...facts(order), sentIn }, who, said, moment);
const rejected = (): Order => written(reject().changes, "order")[0] as Order;

const line = {
  parkId: "limburg",
  endToEndId: first,
  bookedOn: "2026-11-26",
  amount: 800_000,
  currency: "EUR",
  reference: "KBC 998877",
};
const book = (order: Order, endToEndId = first) => bookLine.decide(facts(order), fay, { ...line, endToEndId }, moment);

describe("a sent payment that the bank rejects (domain 13)", () => {
  test("waits to be sent again under another reference, and no money moves", () => {
    const { changes, postings, result } = reject();
    expect(postings ?? []).toEqual([]);
    expect(written(changes, "order")[0]).toMatchObject({ status: "returned", sending: 2, endToEndId: `${first}-2` });
    expect(rejected().batchId).toBeUndefined();
    expect(written(changes, "orderRef")).toMatchObject([{ endToEndId: `${first}-2` }]);
    expect(written(changes, "orderWaiting")).toMatchObject([{ endToEndId: `${first}-2` }]);
    expect(changes.some(({ name }) => name === "case" || name === "share" || name === "claim")).toBe(false);
    expect(result.endToEndId).toBe(`${first}-2`);
  });

  test("keeps who said it and the bank's reason with the batch; the event names neither", () => {
    const { changes, events } = reject();
    expect(written(changes, "batch")[0]?.rejections).toEqual([
      { endToEndId: first, reason: said.reason, by: fay.personId, at: moment.now },
    ]);
    expect(events?.map(({ type }) => type)).toEqual(["payment.rejected"]);
    expect(JSON.stringify(events)).not.toContain("Lars");
  });

  test("one of a batch that was taken back waits under another reference too, and a booking of it still counts", () => {
    const withdrawn = { ...batch, status: "discarded" as const, withdrawn: { reason: "Stopped", at: moment.now } };
    const { changes, events } = reject(sent({ status: "batched" }), withdrawn);
    const [next] = written(changes, "order");
    expect(next).toMatchObject({ status: "returned", endToEndId: `${first}-2` });
    expect(next?.rejected).toEqual([{ endToEndId: first, batchId: batch.batchId }]);
    expect(events?.map(({ type }) => type)).toEqual(["payment.withdrawn"]);
    expect(book(next as Order).postings).toMatchObject([{ to: "disbursed", from: "payable" }]);
    expect(refused(() => reject(sent(), withdrawn))).toBe("conflict payment.not-sent");
  });

  test.each([
    ["one that is booked", sent({ status: "booked", bookedOn: "2026-11-26" }), "conflict payment.rejected-booked"],
    ["one that only waits", sent({ status: "waiting" }), "conflict payment.not-sent"],
    ["one whose batch was not sent", sent({ status: "batched" }), "conflict payment.not-sent"],
    ["one that was sent again", sent({ endToEndId: `${first}-2`, sending: 2 }), "conflict payment.superseded"],
  ])("%s is refused", (_, order, expected) => {
    expect(refused(() => reject(order))).toBe(expected);
  });

  test("of another batch, or said by others than finance of the park, is refused", () => {
    const other = aPreparedBatch({ status: "sent", orders: [] });
    expect(refused(() => reject(sent(), other))).toBe("not_found payment.unknown");
    expect(refused(() => reject(sent(), batch, staff("mia", "manager", "limburg")))).toBe(
      "forbidden actor.role-needed",
    );
    expect(refused(() => reject(sent(), batch, staff("lisa", "finance", "lund")))).toBe("forbidden actor.role-needed");
  });
});

describe("what the bank books counts more than what was said of it", () => {
  test("a rejected payment that it books after all is booked while the order waits, and leaves the queue", () => {
    const { changes, postings, result } = book(rejected());
    expect(postings).toMatchObject([{ to: "disbursed", from: "payable", amount: 800_000 }]);
    expect(result.redeemed).toBe(true);
    expect(patches(changes, "order")[0]).toMatchObject({
      set: { status: "booked", endToEndId: first, batchId: batch.batchId, rejected: [] },
      when: { status: "returned", endToEndId: `${first}-2` },
    });
    expect(changes).toContainEqual({
      op: "remove",
      name: "orderWaiting",
      key: { parkId: "limburg", endToEndId: `${first}-2` },
    });
    expect(changes).toContainEqual({
      op: "add",
      name: "batch",
      key: { parkId: "limburg", batchId: batch.batchId },
      by: { booked: 1 },
    });
  });

  test("so is one whose new batch was discarded", () => {
    expect(book({ ...rejected(), status: "waiting" }).result.redeemed).toBe(true);
  });

  test.each(["batched", "sent", "booked"] as const)(
    "where it is %s again, the first one is not booked and people are told under which reference",
    (status) => {
      const again = { ...rejected(), status };
      expect(refused(() => book(again))).toBe("conflict payment.rejected-sent-again");
      expect(refusalOf(() => book(again)).facts).toEqual({ endToEndId: first, now: `${first}-2`, status });
    },
  );

  test("the new sending is booked as ever, and the rejected one cannot come back", () => {
    expect(book({ ...rejected(), status: "sent" }, `${first}-2`).result.redeemed).toBe(true);
    expect(refused(() => returnLine.decide(facts(rejected()), fay, line, moment))).toBe("conflict payment.superseded");
  });

  test("booked after all and come back, it is sent under a third reference, and its first booking counts no more", () => {
    const booked: Order = { ...rejected(), status: "booked", endToEndId: first, bookedOn: "2026-11-26", rejected: [] };
    const back = returnLine.decide(facts(booked), fay, { ...line, bookedOn: "2026-11-27" }, moment);
    const third = written(back.changes, "order")[0] as Order;
    expect(third.endToEndId).toBe(`${first}-3`);
    expect(refused(() => book(third))).toBe("conflict payment.superseded");
  });
});

describe("a pain.002 about the whole file", () => {
  const report = (parts: string) =>
    parsePain002(readXml(`<Document><CstmrPmtStsRpt>${parts}</CstmrPmtStsRpt></Document>`));
  const group = (more: string) => `<OrgnlGrpInfAndSts><OrgnlMsgId>BAT1</OrgnlMsgId>${more}</OrgnlGrpInfAndSts>`;

  test("is one line with the file's id and the bank's reason", () => {
    const why = "<StsRsnInf><Rsn><Cd>AM10</Cd></Rsn></StsRsnInf>";
    expect(report(group(`<GrpSts>RJCT</GrpSts>${why}`))).toEqual([
      { line: 1, endToEndId: "", messageId: "BAT1", status: "RJCT", reason: "AM10" },
    ]);
  });

  test("so is one that judges the file's only block", () => {
    const block = "<OrgnlPmtInfAndSts><PmtInfSts>RJCT</PmtInfSts></OrgnlPmtInfAndSts>";
    expect(report(group("") + block)).toMatchObject([{ messageId: "BAT1", status: "RJCT" }]);
  });
});
