import { bookLine } from "@multihelix/core/payment/book-line.ts";
import { fileSlip } from "@multihelix/core/payment/file-slip.ts";
import type { OrderFacts } from "@multihelix/core/payment/order-facts.ts";
import { prepareBatch } from "@multihelix/core/payment/prepare-batch.ts";
import { releaseBatch } from "@multihelix/core/payment/release-batch.ts";
import { returnLine } from "@multihelix/core/payment/return-line.ts";
import { slipDue } from "@multihelix/core/payment/slip-task.ts";
import { cancelTasks } from "@multihelix/core/task/answer.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aClaim, aRecipient, aShare, aVoucher } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const cad = (amount: number) => ({ amount, currency: "CAD" });
const fay = staff("fay", "finance", "sherbrooke");
const zoe = staff("zoe", "finance", "sherbrooke");
const moment = aMoment("2026-11-27T15:00:00Z");
const one = aCase({ status: "paying", leadPark: "sherbrooke", payingParks: ["sherbrooke"] });
const claim = aClaim({
  status: "accepted",
  assessment: {
    by: idOf("per", "mia"),
    at: at("2026-11-20T09:00:00Z"),
    lines: [],
    acceptedNet: cad(1_000_000),
    paidByApplicant: cad(200_000),
    payable: cad(800_000),
    withholding: [
      {
        country: "CA",
        percent: 15,
        source: "Income Tax Regulations, C.R.C., c. 945, s. 105(1)",
        slip: { form: "T4A-NR", month: 2 },
        worked: cad(1_000_000),
        cost: cad(1_000_000),
      },
    ],
    reason: "",
  },
  draws: [
    {
      parkId: "sherbrooke",
      counted: cad(800_000),
      amount: cad(800_000),
      taxed: cad(800_000),
      withheld: cad(120_000),
    },
  ],
});
const sent = { parkId: "sherbrooke", status: "sent" } as const;
const net = anOrder({ ...sent, endToEndId: "LIM-V26-7K3QX-1-SHE", amount: cad(680_000) });
const tax = anOrder({ ...sent, purpose: "tax", endToEndId: "LIM-V26-7K3QX-1-SHE-TAX", amount: cad(120_000) });

function facts(order: typeof net, others: (typeof net)[], given: Partial<OrderFacts> = {}): OrderFacts {
  return {
    order,
    one,
    voucher: aVoucher({ value: cad(1_000_000), left: cad(0) }),
    claim,
    share: aShare({ payable: 800_000, disbursed: 800_000 }, aLedger("sherbrooke", "CAD")),
    lock: undefined,
    batch: undefined,
    others,
    tasks: [],
    payees: [aRecipient("lars")],
    ...given,
  };
}
const statement = (order: typeof net, bookedOn = "2026-11-26") => ({
  parkId: "sherbrooke",
  endToEndId: order.endToEndId,
  bookedOn,
  amount: order.amount.amount,
  currency: "CAD",
  reference: "RBC 1",
});
const book = (order: typeof net, others: (typeof net)[], given: Partial<OrderFacts> = {}) =>
  bookLine.decide(facts(order, others, given), fay, statement(order), moment);
const slip = () => {
  const [task] = written(book(net, [tax]).changes, "task");
  if (task === undefined) throw new Error("a slip is owed");
  return task;
};

describe("an order of withheld tax", () => {
  test("goes to the park's revenue authority, with the park's own account number there; the provider's account is not asked", () => {
    const waiting = { ...tax, status: "waiting" as const };
    const wanted = [
      {
        endToEndId: waiting.endToEndId,
        order: waiting,
        one,
        claim,
        slots: [],
        payee: anOrganisation({ accounts: [] }),
        accountChange: undefined,
        sanctions: [],
      },
    ];
    const input = {
      parkId: "sherbrooke",
      endToEndIds: [waiting.endToEndId],
      executionDate: "2026-11-30",
      noInterest: true as const,
    };
    const decision = prepareBatch.decide({ wanted }, fay, input, moment);
    const [batch] = written(decision.changes, "batch");
    expect(batch).toMatchObject({ channel: "eft-csv", total: 120_000 });
    expect(batch?.orders[0]).toMatchObject({
      purpose: "tax",
      payeeName: "Receiver General for Canada (démonstration)",
      remittance: "999999999 RP 0001 LIM-V26-7K3QX",
    });
    expect(patches(decision.changes, "order")).toHaveLength(1);
    if (batch === undefined) throw new Error("prepared");
    const lines = batch.orders.map((order) => ({
      sent: order,
      claim,
      slots: [],
      one,
      payee: anOrganisation(),
      accountChange: undefined,
      sanctions: [],
    }));
    const release = { parkId: "sherbrooke", batchId: batch.batchId, noInterest: true as const };
    expect(releaseBatch.decide({ batch, lines }, zoe, release, moment).result.status).toBe("released");
    const parks = moment.network.parks.map(({ remittance, ...park }) =>
      remittance === undefined
        ? park
        : { ...park, remittance: { ...remittance, account: { ...remittance.account, other: "999-00002-0000000" } } },
    );
    const moved = { ...moment, network: { ...moment.network, parks } };
    expect(refused(() => releaseBatch.decide({ batch, lines }, zoe, release, moved))).toBe(
      "conflict batch.account-changed",
    );
  });

  test("the voucher is redeemed once both are booked, in either order; nobody is advised of the authority's money", () => {
    const first = book(net, [tax]);
    expect(first.result.redeemed).toBe(false);
    expect(written(first.changes, "claim")).toEqual([]);
    const second = book(tax, [{ ...net, status: "booked" }]);
    expect(second.result.redeemed).toBe(true);
    expect(second.postings).toMatchObject([
      { to: "disbursed", from: "payable", amount: 120_000, memo: "tax 2026-11-26" },
    ]);
    expect(written(second.changes, "letter")).toEqual([]);
    expect(written(second.changes, "task").filter(({ kind }) => kind === "file-slip")).toEqual([]);
  });

  test("comes back alone: it waits again under its own next reference, the provider's stays booked", () => {
    const decision = returnLine.decide(
      facts({ ...tax, status: "booked", bookedOn: "2026-11-26" }, [{ ...net, status: "booked" }]),
      fay,
      statement(tax, "2026-11-27"),
      moment,
    );
    expect(decision.result.endToEndId).toBe("LIM-V26-7K3QX-1-SHE-TAX-2");
    expect(written(decision.changes, "order")).toMatchObject([{ purpose: "tax", status: "returned" }]);
    expect(decision.postings).toMatchObject([{ to: "payable", from: "disbursed", amount: 120_000 }]);
  });
});

describe("the slip of withheld tax", () => {
  test("is due on the last day of February after the payment, on the next working day where that is none", () => {
    expect(slipDue(2, "2026-11-26", "sherbrooke", moment.network)).toBe("2027-03-01");
    expect(slipDue(2, "2027-01-02", "sherbrooke", moment.network)).toBe("2028-02-29");
    expect(slipDue(12, "2026-11-26", "sherbrooke", moment.network)).toBe("2027-12-31");
  });

  test("never keeps a payment from being booked: beyond the known holidays it is due on the last day itself", () => {
    const until = (day: string) => ({
      ...moment,
      network: { ...moment.network, calendars: moment.network.calendars.map((one) => ({ ...one, until: day })) },
    });
    const booked = (day: string) => bookLine.decide(facts(net, [tax]), fay, statement(net), until(day)).changes;
    for (const day of ["2026-12-31", "2027-02-28"]) {
      expect(slipDue(2, "2026-11-26", "sherbrooke", until(day).network), day).toBe("2027-02-28");
      expect(patches(booked(day), "order"), day).toHaveLength(1);
      expect(written(booked(day), "task"), day).toMatchObject([{ due: "2027-03-01T04:59:59.000Z", escalations: [] }]);
    }
    // The first escalation is still known, the second is not.
    expect(written(booked("2027-03-05"), "task")[0]?.escalations).toHaveLength(1);
    expect(slip().escalations).toHaveLength(2);
  });

  test("opens with the booking of the provider's payment, for finance of the park that withheld", () => {
    expect(slip()).toMatchObject({
      kind: "file-slip",
      slot: "sherbrooke.1",
      holder: { kind: "role", role: "finance", parkId: "sherbrooke" },
      due: "2027-03-02T04:59:59.000Z",
    });
  });

  test("is owed whatever becomes of the case, but not for money that came back", () => {
    expect(cancelTasks([slip()], fay, moment, false).changes).toEqual([]);
    const back = facts({ ...net, status: "booked", bookedOn: "2026-11-26" }, [tax], { tasks: [slip()] });
    const decision = returnLine.decide(back, fay, statement(net, "2026-11-27"), moment);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "returned", round: 1 }]);
  });

  test("is closed with the authority's confirmation as proof, once", () => {
    const later = aMoment("2027-02-20T15:00:00Z");
    const known = { one, claim, order: { ...net, bookedOn: "2026-11-26" }, slots: [], tasks: [slip()] };
    const input = {
      caseId,
      parkId: "sherbrooke",
      claim: 1,
      confirmation: "NR-2026-0042",
      filedOn: "2027-02-19",
      noInterest: true as const,
    };
    const decision = fileSlip.decide(known, fay, input, later);
    expect(decision.result).toEqual({ outcome: "filed", form: "T4A-NR", year: 2026 });
    const [value] = written(decision.changes, "claim");
    expect(value?.slips).toMatchObject([{ form: "T4A-NR", year: 2026, confirmation: "NR-2026-0042" }]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "filed", round: 1 }]);
    const again = fileSlip.decide({ ...known, claim: value, tasks: [] }, fay, input, later);
    expect(again.changes).toEqual([]);
    expect(refused(() => fileSlip.decide({ ...known, tasks: [] }, fay, input, later))).toBe("conflict slip.none");
    expect(refused(() => fileSlip.decide(known, fay, { ...input, filedOn: "2027-02-21" }, later))).toBe(
      "invalid slip.in-future",
    );
    expect(refused(() => fileSlip.decide(known, fay, { ...input, filedOn: "2026-11-25" }, later))).toBe(
      "invalid slip.before-payment",
    );
  });
});
