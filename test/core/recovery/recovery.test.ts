import type { Parties } from "@multihelix/core/approval/park-interest.ts";
import { newBook } from "@multihelix/core/ledger/book.ts";
import type { PeriodLock } from "@multihelix/core/ledger/period-lock.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { askRecovery } from "@multihelix/core/recovery/ask-recovery.ts";
import { cancelRecovery } from "@multihelix/core/recovery/cancel-recovery.ts";
import { receiveRecovery } from "@multihelix/core/recovery/receive-recovery.ts";
import type { Recovery } from "@multihelix/core/recovery/recovery.ts";
import { writeOffRecovery } from "@multihelix/core/recovery/write-off-recovery.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { anApplicant } from "../../fixture/build/application.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { aRecipient, aShare, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const fay = staff("fay", "finance", "limburg");
const [ada, bob] = [staff("ada", "approver", "limburg"), staff("bob", "approver", "limburg")];
const moment = aMoment("2027-03-01T09:00:00Z");
const one = aCase({ status: "redeemed" });
const ledger = aLedger();

const ask = (amount: number, given: object = {}, who = fay) =>
  askRecovery.decide(
    {
      one,
      slots: [],
      shares: [aShare({ disbursed: 800_000 })],
      orders: [anOrder({ status: "booked" })],
      recoveries: [],
      debtors: [aRecipient("lars")],
      ...given,
    },
    who,
    { caseId, parkId: "limburg", amount, due: "2027-03-31", reasons: "Work not done.", noInterest: true },
    moment,
  );
const asked: Recovery = {
  caseId,
  recovery: 1,
  parkId: "limburg",
  ledger,
  debtorId: idOf("org", "lab"),
  amount: eur(300_000),
  reasons: "Work not done.",
  status: "asked",
  due: "2027-03-31",
  askedBy: fay.personId,
  askedAt: moment.now,
  received: [],
  version: 0,
};
const facts = (recovery: Recovery = asked, status: "open" | "closed" = "open") => ({
  one,
  slots: [],
  recovery,
  book: { ...newBook(ledger), status },
  lock: undefined,
  parties: [] as Parties,
});
const ids = { caseId, recovery: 1 };
const words = { ...ids, reasons: "Bankrupt.", noInterest: true as const };
const moves = (decision: { postings?: readonly { to: string; from: string; amount: number }[] }) =>
  decision.postings?.map(({ to, from, amount }) => [to, from, amount]);

describe("money asked back", () => {
  test("recoverable ← disbursed, and whoever was paid gets a letter with the reasons and the remedy", () => {
    const decision = ask(300_000);
    expect(moves(decision)).toEqual([["recoverable", "disbursed", 300_000]]);
    expect(written(decision.changes, "recovery")).toMatchObject([
      { recovery: 1, status: "asked", amount: eur(300_000) },
    ]);
    expect(written(decision.changes, "letter").map(({ kind }) => kind)).toEqual(["recovery-asked"]);
    // The day after the last one on which it can be paid it is looked at.
    const look = { body: { kind: "chase-recovery", caseId, recovery: 1 }, dueAt: "2027-03-31T22:00:00.000Z" };
    expect(decision.effects).toContainEqual(look);
  });

  test("is no more than was paid, and asked by finance of the park", () => {
    expect(refusalOf(() => ask(800_001)).facts).toEqual({ amount: 800_001, paid: 800_000, currency: "EUR" });
    expect(refused(() => ask(1, { orders: [] }))).toBe("conflict recovery.more-than-paid");
    expect(refused(() => ask(1, {}, staff("mia", "manager", "limburg")))).toBe("forbidden actor.role-needed");
  });

  test("of a voucher that moved in is also what another system paid of it: whoever its call pays owes it", () => {
    const moved = { orders: [], call: aCall(), voucher: aVoucher({ paidBefore: eur(400_000) }) };
    const paid = { ...moved, shares: [aShare({ committed: 600_000, disbursed: 400_000 })] };
    const decision = ask(400_000, paid);
    expect(moves(decision)).toEqual([["recoverable", "disbursed", 400_000]]);
    expect(written(decision.changes, "recovery")[0]?.debtorId).toBe(moved.voucher.providerId);
    expect(refusalOf(() => ask(400_001, paid)).facts).toMatchObject({ paid: 400_000 });
    const sme = ask(1, { ...paid, call: aCall({ pays: "sme" }) });
    expect(written(sme.changes, "recovery")[0]?.debtorId).toBe(moved.voucher.applicantId);
    const own = memberOf("lars", "lab");
    expect(refused(() => ask(1, paid, { ...fay, memberships: own.memberships }))).toBe("forbidden duties.own-case");
  });

  test("is free again when it comes in while its year is open, the fund's once the year is closed; parts may come", () => {
    const receive = (amount: number, status: "open" | "closed", recovery = asked) =>
      receiveRecovery.decide(
        facts(recovery, status),
        fay,
        { ...ids, amount, bookedOn: "2027-03-01", bankReference: "KBC-1" },
        moment,
      );
    const part = receive(100_000, "open");
    expect(moves(part)).toEqual([["available", "recoverable", 100_000]]);
    expect(part.result).toEqual({ status: "asked", owed: 200_000 });
    expect(moves(receive(300_000, "closed"))).toEqual([["returned", "recoverable", 300_000]]);
    expect(receive(300_000, "closed").result).toEqual({ status: "received", owed: 0 });
    expect(refused(() => receive(300_001, "open"))).toBe("conflict recovery.more-than-owed");
  });

  test("booked by the bank before it was asked, it counts from the ask on: until then it was paid, and nothing is below zero", () => {
    const received = (bookedOn: string, lock?: PeriodLock) =>
      receiveRecovery.decide(
        { ...facts(), lock },
        fay,
        { ...ids, amount: 1, bookedOn, bankReference: "KBC-1" },
        moment,
      );
    const dayOf = (decision: ReturnType<typeof received>) => decision.postings?.[0]?.day;
    const early = received("2027-02-10");
    expect(dayOf(early)).toBe("2027-03-01");
    expect(written(early.changes, "recovery")[0]?.received).toMatchObject([{ bookedOn: "2027-02-10" }]);
    const lock: PeriodLock = { parkId: "limburg", through: "2027-03-31", by: fay.personId, at: moment.now, version: 1 };
    expect(dayOf(received("2027-02-10", lock))).toBe("2027-04-01");
  });

  test("entered by two officers it counts once: the bank's reference is known", () => {
    const first = { amount: 100_000, bookedOn: "2027-03-01", bankReference: "KBC 2027/77" };
    const [part] = written(receiveRecovery.decide(facts(), fay, { ...ids, ...first }, moment).changes, "recovery");
    const again = { ...ids, ...first, bankReference: "kbc2027/77" };
    const finn = staff("finn", "finance", "limburg");
    expect(refused(() => receiveRecovery.decide(facts(part), finn, again, moment))).toBe(
      "conflict recovery.received-before",
    );
    const other = { ...again, bankReference: "KBC 2027/78" };
    expect(receiveRecovery.decide(facts(part), finn, other, moment).result.owed).toBe(100_000);
    // What was entered before the reference was asked bars nothing.
    const old = { ...asked, received: [{ amount: 100_000, bookedOn: "2027-02-20", by: fay.personId }] };
    expect(receiveRecovery.decide(facts(old), finn, other, moment).result.owed).toBe(100_000);
  });

  test("the year's state is held fast while it comes in", () => {
    const { changes } = receiveRecovery.decide(
      facts(),
      fay,
      { ...ids, amount: 1, bookedOn: "2027-03-01", bankReference: "KBC-1" },
      moment,
    );
    expect(changes).toContainEqual(expect.objectContaining({ op: "check", name: "book", when: { version: 0 } }));
  });

  test("cancelled, what is owed counts as paid again", () => {
    const later = { ...asked, received: [{ amount: 100_000, bookedOn: "2027-02-20", by: fay.personId }] };
    const withDebtor = { ...facts(later), debtors: [aRecipient("lars")] };
    const decision = cancelRecovery.decide(withDebtor, fay, words, moment);
    expect(moves(decision)).toEqual([["disbursed", "recoverable", 200_000]]);
    // Whoever was asked is told, with what is no longer owed and why.
    const [letter] = written(decision.changes, "letter");
    expect(letter).toMatchObject({ kind: "recovery-cancelled", to: { email: "lars@example.org" } });
    for (const said of ["2,000.00", "Bankrupt."]) expect(letter?.text).toContain(said);
    expect(decision.effects?.map(({ body }) => body.kind)).toEqual(["send-letter"]);
  });

  test("is written off by two approvers, neither of whom asked for it", () => {
    const first = writeOffRecovery.decide(facts(), ada, words, moment);
    expect(first).toMatchObject({ postings: [], result: { status: "asked", approvers: 1 } });
    const [half] = written(first.changes, "recovery");
    const again = writeOffRecovery.decide(facts(half), ada, words, moment);
    expect(again).toMatchObject({ changes: [], result: { approvers: 1 } });
    expect(moves(writeOffRecovery.decide(facts(half), bob, words, moment))).toEqual([
      ["writtenOff", "recoverable", 300_000],
    ]);
    const same = { ...asked, askedBy: ada.personId };
    expect(refused(() => writeOffRecovery.decide(facts(same), ada, words, moment))).toBe(
      "forbidden duties.same-person",
    );
  });

  test("is not written off by people of a park that houses the debtor for free", () => {
    const housed = anApplicant();
    const { registerScheme, registerId, organisationId } = housed;
    const parks = demoNetwork().parks.map((park) =>
      park.id === "limburg"
        ? { ...park, interests: [{ registerScheme, registerId, kind: "houses-free" as const }] }
        : park,
    );
    const parties = [
      { kept: housed, names: [{ organisationId, register: { scheme: registerScheme, id: registerId } }] },
    ];
    const tied = { ...moment, network: { ...moment.network, parks } };
    const own = () => writeOffRecovery.decide({ ...facts(), parties }, ada, words, tied);
    expect(refused(own)).toBe("forbidden duties.park-interest");
  });

  test("settled, it takes no further act", () => {
    const settled = facts({ ...asked, status: "received" });
    expect(refused(() => cancelRecovery.decide(settled, fay, words, moment))).toBe("conflict recovery.settled");
    expect(refused(() => writeOffRecovery.decide(settled, ada, words, moment))).toBe("conflict recovery.settled");
  });
});
