import type { Parties } from "@multihelix/core/approval/park-interest.ts";
import { newBook } from "@multihelix/core/ledger/book.ts";
import { cancelRecovery } from "@multihelix/core/recovery/cancel-recovery.ts";
import { chaseRecovery, lookWhenDue } from "@multihelix/core/recovery/chase-recovery.ts";
import { receiveRecovery } from "@multihelix/core/recovery/receive-recovery.ts";
import { type Recovery, recoverySchema } from "@multihelix/core/recovery/recovery.ts";
import { writeOffRecovery } from "@multihelix/core/recovery/write-off-recovery.ts";
import { cancelTasks } from "@multihelix/core/task/answer.ts";
import { describe, expect, test } from "vitest";
import { staff, sweep } from "../../fixture/build/actor.ts";
import { aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aRecovery, ask, decide, deciding, lars, now } from "../../fixture/build/use-redress.ts";
import { aRecipient, eur } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const fay = staff("fay", "finance", "limburg");
const [ada, bob] = [staff("ada", "approver", "limburg"), staff("bob", "approver", "limburg")];
const one = aCase({ status: "redeemed" });
/** To be paid by 31 January 2027. */
const asked: Recovery = aRecovery();
const late = aMoment("2027-02-01T00:00:00Z");
const chase = (given: { one?: typeof one; recovery?: Recovery } = {}, moment = late, who = sweep) =>
  chaseRecovery.decide({ one, recovery: asked, ...given }, who, { caseId, recovery: 1 }, moment);

describe("money that was asked back and has not come in by its day", () => {
  test("is looked for as the day has passed in the park, and not before", () => {
    const look = lookWhenDue(asked, late.network);
    expect(look).toEqual({
      body: { kind: "chase-recovery", caseId, recovery: 1 },
      dueAt: "2027-01-31T23:00:00.000Z",
    });
    const early = chase({}, aMoment("2027-01-31T22:59:59Z"));
    expect(early).toMatchObject({ changes: [], effects: [look], result: { outcome: "later" } });
  });

  test("becomes a task of the park's finance, once, with a reminder and those above told", () => {
    const { changes, events, result } = chase();
    expect(result).toEqual({ outcome: "asked" });
    const [task] = written(changes, "task");
    expect(task).toMatchObject({
      kind: "chase-recovery",
      slot: "limburg",
      round: 1,
      holder: { kind: "role", role: "finance", parkId: "limburg" },
      due: "2027-03-01T22:59:59.000Z",
    });
    expect([task?.reminders.length, task?.escalations.length, task?.timeOut]).toEqual([1, 2, undefined]);
    expect(events).toMatchObject([{ type: "recovery.overdue", facts: { parkId: "limburg", recovery: 1 } }]);
    // Whoever settles it at this moment decides anew: the recovery is another now.
    const [chased] = written(changes, "recovery");
    expect(chased?.chasedAt).toBe(late.now);
    expect(chase({ recovery: recoverySchema.parse(chased) })).toMatchObject({
      changes: [],
      result: { outcome: "nothing" },
    });
  });

  test("asks nothing where nothing is owed any more", () => {
    for (const status of ["received", "cancelled", "written-off"] as const)
      expect(chase({ recovery: { ...asked, status } }).result).toEqual({ outcome: "nothing" });
    expect(refused(() => chase({}, late, fay))).toBe("forbidden actor.system-needed");
  });

  test("waits while redress against it is examined, and not for redress against anything else", () => {
    const redress = aRedress({ against: "recovery", recovery: 1, status: "admitted" });
    const waiting = chase({ one: { ...one, redress } });
    expect(waiting).toMatchObject({ changes: [], effects: [{ dueAt: "2027-02-08T00:00:00.000Z" }] });
    const other = { ...one, redress: { ...redress, recovery: 2 } };
    expect(chase({ one: other }).result).toEqual({ outcome: "asked" });
  });

  test("is nobody's to see to from when redress is asked for on, and asked for anew after it if it stands", () => {
    const chased = { ...asked, chasedAt: at("2026-12-09T00:00:00Z") };
    const letter = { kind: "recovery-asked", key: "recovery-asked:1:per_lars", status: "sent", sentAt: now.now };
    const tasks = [1, 2].map((round) => aTask("chase-recovery", { state: "ChaseRecovery", slot: "limburg", round }));
    const asking = (recovery: Recovery, open: typeof tasks) =>
      ask({ recoveries: [recovery], tasks: open, letters: [letter as never] }, lars, now, { against: "recovery" });
    const { changes, effects } = asking(chased, tasks);
    expect(changes.filter(({ name }) => name === "task")).toMatchObject([
      { key: { slot: "limburg", round: 1 }, set: { status: "superseded" } },
    ]);
    expect(written(changes, "recovery")).toEqual([asked]);
    const look = { body: { kind: "chase-recovery", caseId, recovery: 1 }, dueAt: "2026-12-17T09:00:00.000Z" };
    expect(effects).toContainEqual(look);
    // Asked for before its day: a look at that moment decides anew, and the one with the ask goes on.
    const before = asking(asked, []);
    expect([written(before.changes, "recovery"), patches(before.changes, "task")]).toEqual([[asked], []]);
    expect(before.effects?.map(({ body }) => body.kind)).not.toContain("chase-recovery");

    const [pending] = written(changes, "case");
    if (pending?.redress === undefined) throw new Error("no request");
    expect(chase({ one: pending }).result).toEqual({ outcome: "later" });
    const rejected = { ...pending, redress: { ...pending.redress, status: "rejected" as const } };
    const again = chase({ one: rejected });
    // Its first task is kept as it was closed.
    expect(written(again.changes, "task")).toMatchObject([{ state: "ChaseRecoveryAgain", round: 1, status: "open" }]);
  });
});

describe("that task", () => {
  const task = aTask("chase-recovery", { slot: "limburg", round: 1 });
  const facts = (recovery: Recovery = asked) => ({
    one,
    slots: [],
    recovery: { ...recovery, chasedAt: at("2027-02-01T00:00:00Z") },
    book: newBook(aLedger()),
    lock: undefined,
    parties: [] as Parties,
    // Another recovery of the park is chased too.
    tasks: [task, aTask("chase-recovery", { slot: "limburg", round: 2 })],
    debtors: [aRecipient("lars")],
  });
  const ids = { caseId, recovery: 1 };
  const words = { ...ids, reasons: "Bankrupt.", noInterest: true as const };
  const receive = (amount: number) =>
    receiveRecovery.decide(facts(), fay, { ...ids, amount, bookedOn: "2027-02-01", bankReference: "KBC-1" }, late);

  test("closes as all of it has come in, not with a part", () => {
    expect(answersOf(receive(199_999).changes)).toEqual([]);
    const done = receive(200_000);
    expect(answersOf(done.changes)).toEqual([{ outcome: "received", round: 1 }]);
    expect(done.effects?.map(({ body }) => body.kind)).toEqual(["resolve-task"]);
  });

  test("closes as it is cancelled, and as the second approver writes it off", () => {
    const cancelled = cancelRecovery.decide(facts(), fay, words, late);
    expect(answersOf(cancelled.changes)).toEqual([{ outcome: "cancelled", round: 1 }]);
    const first = writeOffRecovery.decide(facts(), ada, words, late);
    expect(answersOf(first.changes)).toEqual([]);
    const [half] = written(first.changes, "recovery");
    const second = writeOffRecovery.decide(facts(half), bob, words, late);
    expect(answersOf(second.changes)).toEqual([{ outcome: "written-off", round: 1 }]);
  });

  test("closes as redress undoes it, and stands where it only becomes less", () => {
    const examined = deciding("recovery", { recoveries: [aRecovery()] });
    const chased = { ...examined, tasks: [...examined.tasks, task] };
    const outcomes = (changes: Parameters<typeof answersOf>[0]) => answersOf(changes).map((one) => one?.["outcome"]);
    expect(outcomes(decide(chased).changes)).toContain("cancelled");
    const less = decide(chased, "partly", 50_000);
    expect(written(less.changes, "recovery")[0]?.amount).toEqual(eur(50_000));
    expect(outcomes(less.changes)).toEqual(["partly"]);
  });

  test("outlives whatever becomes of the case", () => {
    expect(cancelTasks([task], sweep, late, false).changes).toEqual([]);
  });
});
