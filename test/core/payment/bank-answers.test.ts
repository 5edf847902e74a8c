import { bankReference } from "@multihelix/core/payment/bank-text.ts";
import { bookLine } from "@multihelix/core/payment/book-line.ts";
import { paymentsOfSums } from "@multihelix/core/payment/booked-as-one.ts";
import { parseCamt } from "@multihelix/core/payment/camt.ts";
import { confirmLine, returnableUntil } from "@multihelix/core/payment/confirm-line.ts";
import type { OrderFacts } from "@multihelix/core/payment/order-facts.ts";
import { parsePain002 } from "@multihelix/core/payment/pain002.ts";
import { readXml } from "@multihelix/core/payment/xml-read.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder, aPreparedBatch } from "../../fixture/build/order.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aRecipient, aShare, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";

interface Entry {
  id?: string;
  amount?: string;
  sign?: "DBIT" | "CRDT";
  status?: string;
}
const details = ({ id = "LIM-V26-7K3QX-1-LIM", amount = "8000.00" }: Entry) =>
  `<TxDtls><Refs><AcctSvcrRef>KBC-1</AcctSvcrRef><EndToEndId>${id}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt></TxDtls>`;
const entry = (one: Entry, ...more: Entry[]) =>
  `<Ntry><Amt Ccy="EUR">${one.amount ?? "8000.00"}</Amt><CdtDbtInd>${one.sign ?? "DBIT"}</CdtDbtInd>
   <Sts><Cd>${one.status ?? "BOOK"}</Cd></Sts><BookgDt><Dt>2026-11-26</Dt></BookgDt>
   <NtryDtls>${[one, ...more].map(details).join("")}</NtryDtls></Ntry>`;
const camt053 = (...entries: string[]) =>
  `<?xml version="1.0"?><ns:Document xmlns:ns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><!-- a --><BkToCstmrStmt><Stmt>${entries.join("")}</Stmt></BkToCstmrStmt></ns:Document>`;
const read = (xml: string) => parseCamt(readXml(xml.replaceAll("ns:Document", "ns:Document")));

describe("a bank's statement in camt", () => {
  test("a booked debit is a booking, a booked credit with our reference a return; pending and foreign entries are left out", () => {
    const { lines, problems } = read(
      camt053(
        entry({}),
        entry({ id: "LIM-V26-7K3QX-2-LIM", sign: "CRDT" }),
        entry({ status: "PDNG" }),
        entry({ id: "NOTPROVIDED" }),
      ),
    );
    expect(problems).toEqual([]);
    expect(
      lines.map(({ kind, endToEndId, amount, bookedOn, reference }) => [
        kind,
        endToEndId,
        amount.amount,
        bookedOn,
        reference,
      ]),
    ).toEqual([
      ["booked", "LIM-V26-7K3QX-1-LIM", 800_000, "2026-11-26", "KBC-1"],
      ["returned", "LIM-V26-7K3QX-2-LIM", 800_000, "2026-11-26", "KBC-1"],
    ]);
  });

  test("a batch that the bank booked as one sum is read payment by payment, also from a camt.054", () => {
    const one = camt053(entry({ amount: "3000.00" }, { id: "B", amount: "2000.5" }));
    const notified = one.replaceAll("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn").replaceAll("Stmt>", "Ntfctn>");
    for (const xml of [one, notified])
      expect(read(xml).lines.map(({ amount }) => amount.amount)).toEqual([300_000, 200_050]);
  });

  describe("a batch that the bank booked as one entry without its payments", () => {
    const batch = aPreparedBatch({ status: "sent", releasedAt: at("2026-11-24T08:00:00Z") });
    const [order] = batch.orders;
    const both = {
      ...batch,
      orders: [...batch.orders, ...(order === undefined ? [] : [{ ...order, endToEndId: "B", amount: eur(200_050) }])],
      total: 1_000_050,
    };
    const one = (amount: string, inner = "<NbOfTxs>2</NbOfTxs>", sign = "DBIT") =>
      read(
        camt053(
          `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-11-26</Dt></BookgDt><AcctSvcrRef>KBC-7</AcctSvcrRef>
          <NtryDtls><Btch><PmtInfId>${bankReference(batch.batchId)}-1</PmtInfId>${inner}</Btch></NtryDtls></Ntry>`,
        ),
      ).sums ?? [];
    const refusedOf = (sums: ReturnType<typeof one>, of = both) => {
      const { lines, refused } = paymentsOfSums(sums, [of]);
      return [lines.length, refused.length];
    };

    test("is every payment of it where sum and number are the batch's", () => {
      const { lines, refused } = paymentsOfSums(one("10000.50"), [both]);
      expect(refused).toEqual([]);
      expect(lines).toMatchObject([
        { kind: "booked", endToEndId: "LIM-V26-7K3QX-1-LIM", amount: eur(800_000), bookedOn: "2026-11-26" },
        { kind: "booked", endToEndId: "B", amount: eur(200_050), reference: "KBC-7" },
      ]);
      expect(refusedOf(one("10000.50", ""))).toEqual([2, 0]);
    });

    test("is refused with the batch, never left out without a word, where anything differs", () => {
      const rejections = [{ endToEndId: "B", reason: "AC01", by: idOf("per", "fay"), at: at("2026-11-25T08:00:00Z") }];
      expect(refusedOf(one("10000.49"))).toEqual([0, 1]);
      expect(refusedOf(one("10000.50", "<NbOfTxs>3</NbOfTxs>"))).toEqual([0, 1]);
      expect(refusedOf(one("10000.50", "", "CRDT"))).toEqual([0, 1]);
      expect(refusedOf(one("10000.50"), { ...both, rejections })).toEqual([0, 1]);
      // Taken back here, and paid by the bank all the same.
      const withdrawn = { reason: "Stopped", at: at("2026-11-25T08:00:00Z") };
      expect(refusedOf(one("10000.50"), { ...both, rejections, withdrawn })).toEqual([2, 0]);
    });

    test("is none of ours where no file of the park has its name, or its payments are told", () => {
      expect(refusedOf(one("10000.50"), { ...both, batchId: idOf("bat", "other") })).toEqual([0, 0]);
      const { releasedAt: _, ...prepared } = both;
      expect(refusedOf(one("10000.50"), prepared)).toEqual([0, 0]);
      expect(read(camt053(entry({}))).sums).toEqual([]);
    });
  });

  test("what cannot be read is named with its line and nothing of it is guessed", () => {
    const { lines, problems } = read(camt053(entry({ amount: "80,0x" })));
    expect(lines).toEqual([]);
    expect(problems).toMatchObject([{ code: "amount.unreadable" }]);
    expect(read(camt053(entry({ amount: "1.234" }))).problems).toHaveLength(1);
    expect(read(camt053(entry({ amount: "8000.00000" }))).lines[0]?.amount.amount).toBe(800_000);
  });

  test.each([
    ["cut off", "<Document><BkToCstmrStmt>"],
    ["crossed", "<a><b></a></b>"],
    ["with a declaration of entities", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ["two roots", "<a/><b/>"],
    ["no element", "text"],
  ])("a file that is %s is refused", (_, xml) => {
    expect(refused(() => readXml(xml))).toBe("invalid xml.unreadable");
  });

  test("any text is read or refused, never a fault", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", "/", "a", '"', "=", " ", "!", "-", "&", ";", "#", "x") }),
        (text) => {
          try {
            readXml(text);
          } catch (error) {
            expect((error as { code?: string }).code).toBe("xml.unreadable");
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

test("what a bank says of a file is read, with its reason", () => {
  const xml =
    "<Document><CstmrPmtStsRpt><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>A</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>";
  expect(parsePain002(readXml(xml))).toEqual([{ line: 1, endToEndId: "A", status: "RJCT", reason: "AC01" }]);
});

describe("Bacs", () => {
  const fay = staff("fay", "finance", "limburg");
  const batch = aPreparedBatch({ status: "sent", channel: "bacs-csv", releasedAt: at("2026-11-24T08:00:00Z") });
  const sent = anOrder({ status: "sent", batchId: batch.batchId });
  const facts: OrderFacts = {
    order: sent,
    one: aCase({ status: "paying" }),
    voucher: aVoucher({ left: eur(0) }),
    claim: aClaim({ status: "accepted" }),
    share: aShare({ payable: 800_000 }),
    lock: undefined,
    batch,
    others: [],
    tasks: [aTask("pay")],
    payees: [aRecipient("lars")],
  };
  const line = {
    parkId: "limburg",
    endToEndId: sent.endToEndId,
    bookedOn: "2026-11-26",
    amount: 800_000,
    currency: "EUR",
    reference: "",
  };

  test("booked money is paid at once, but the voucher is redeemed only after five banking days without a return", () => {
    const decision = bookLine.decide(facts, fay, line, aMoment("2026-11-27T09:00:00Z"));
    expect(decision.postings).toMatchObject([{ to: "disbursed", from: "payable" }]);
    expect(decision.result.redeemed).toBe(false);
    expect(written(decision.changes, "case")).toEqual([]);
    expect(patches(decision.changes, "order")[0]?.set).toMatchObject({ returnableUntil: "2026-12-03" });
    expect(decision.effects).toContainEqual({
      body: { kind: "confirm-booking", endToEndId: sent.endToEndId },
      dueAt: "2026-12-03T23:00:00.000Z",
    });
  });

  test("then it is; not a day before, and not if it came back", () => {
    const booked = { ...facts, order: { ...sent, status: "booked" as const, returnableUntil: "2026-12-03" } };
    const confirm = (now: string, given: Partial<OrderFacts> = {}) =>
      confirmLine.decide(
        { ...booked, ...given },
        { kind: "system", name: "outbox" },
        { endToEndId: sent.endToEndId },
        aMoment(now),
      );
    expect(confirm("2026-12-03T12:00:00Z").changes).toEqual([]);
    expect(written(confirm("2026-12-04T00:10:00Z").changes, "case")[0]?.status).toBe("redeemed");
    const returned = { ...sent, status: "returned" as const, endToEndId: `${sent.endToEndId}-2` };
    expect(confirm("2026-12-04T00:10:00Z", { order: returned }).changes).toEqual([]);
  });

  test("only where the scheme has such days", () => {
    const { network } = aMoment();
    expect(returnableUntil("sepa", "2026-11-26", "limburg", network)).toBeUndefined();
    expect(returnableUntil("bacs-csv", "2026-12-24", "wales", network)).toBe("2027-01-05");
  });

  test("where the holidays are not known so far ahead it is booked all the same, and waits two weeks", () => {
    const { network } = aMoment();
    const calendars = network.calendars.map((one) => ({ ...one, until: "2026-12-31" }));
    expect(returnableUntil("bacs-csv", "2026-12-24", "wales", { ...network, calendars })).toBe("2027-01-07");
  });
});
