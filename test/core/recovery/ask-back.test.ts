import { settleRefusal } from "@multihelix/core/claim/settle-refusal.ts";
import { type CaseItems, caseEntities } from "@multihelix/core/port/store.ts";
import { askRecovery } from "@multihelix/core/recovery/ask-recovery.ts";
import { leaveRecovery } from "@multihelix/core/recovery/leave-recovery.ts";
import type { TaskKind } from "@multihelix/core/task/task.ts";
import { viewCase } from "@multihelix/core/view/case-view.ts";
import { cancelVoucher } from "@multihelix/core/voucher/cancel-voucher.ts";
import { expireVoucher } from "@multihelix/core/voucher/expire-voucher.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff, sweep } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, anInterimClaim, aRecipient, aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
const [fay, ada] = [staff("fay", "finance", "limburg"), staff("ada", "approver", "limburg")];
const sure = { caseId, noInterest: true } as const;
const late = aMoment("2027-05-02T06:00:00Z");
const cancellation = { by: mia.personId, at: at("2026-11-10T08:00:00Z"), reasons: "The provider has closed." };

/** 8,000 € were paid of an award of 10,000 €, for a cost of 10,000 € at 80 %. */
const using = (proven: number, kind: TaskKind, status: "in-use" | "claim-refused" = "in-use") =>
  useFacts({
    one: aCase({ status, awarded: eur(1_000_000), statusSince: at("2026-11-21T09:00:00Z") }),
    voucher: aVoucher({ intensity: 80, left: eur(200_000), cancellation }),
    claims: [
      anInterimClaim(1_000_000, proven),
      ...(status === "in-use" ? [] : [aClaim({ claim: 2, status: "refused" as const })]),
    ],
    shares: [aShare({ committed: 200_000, disbursed: 800_000 })],
    tasks: [aTask(kind, { timeOut: at("2027-05-01T21:59:59Z") })],
  });
const ends = {
  expires: (proven: number) => expireVoucher.decide(using(proven, "use"), sweep, { caseId }, late).changes,
  "is cancelled": (proven: number) => cancelVoucher.decide(using(proven, "use"), ada, sure, late).changes,
  "ends after a refused last claim": (proven: number) =>
    settleRefusal.decide(
      { ...using(proven, "settle-refusal", "claim-refused"), letters: [] },
      mia,
      { ...sure, outcome: "end" },
      late,
    ).changes,
};
const back = aTask("ask-back", { slot: "limburg", facts: { amount: eur(600_000) } });

describe("a voucher that was paid in part, and whose last claim never came", () => {
  test.each(Object.entries(ends))("%s: finance is asked for what no proven own share supports", (_, end) => {
    expect(written(end(50_000), "task")).toMatchObject([
      {
        kind: "ask-back",
        slot: "limburg",
        holder: { kind: "role", role: "finance", parkId: "limburg" },
        facts: { amount: eur(600_000) },
      },
    ]);
    expect(written(end(200_000), "task")).toEqual([]);
  });

  test("counts anew what an earlier end asked; what a park left with reasons it is not asked again", () => {
    const open = { ...back, status: "open" as const };
    const again = expireVoucher.decide(
      { ...using(0, "use"), tasks: [...using(0, "use").tasks, open] },
      sweep,
      { caseId },
      late,
    ).changes;
    const asks = written(again, "task").filter(({ kind }) => kind === "ask-back");
    expect(asks.map(({ round, status }) => [round, status])).toEqual([[2, "open"]]);
    expect(patches(again, "task").map(({ set }) => set["status"])).toContain("superseded");
    const wanted = asks[0]?.facts["amount"];
    const left = { ...open, status: "answered" as const, answer: { outcome: "left" }, facts: { amount: wanted } };
    const quiet = expireVoucher.decide(
      { ...using(0, "use"), tasks: [...using(0, "use").tasks, left] },
      sweep,
      { caseId },
      late,
    ).changes;
    expect(written(quiet, "task").filter(({ kind }) => kind === "ask-back")).toEqual([]);
  });

  test("what redress lowered or cancelled was asked, and is not asked again", () => {
    const lowered = { from: eur(800_000), by: fay.personId, at: late.now, reasons: "Upheld." };
    for (const one of [
      { status: "asked", amount: eur(100_000), lowered },
      { status: "cancelled", amount: eur(800_000), lowered },
    ]) {
      const facts = { ...using(0, "use"), recoveries: [{ parkId: "limburg", ...one }] as never };
      expect(written(expireVoucher.decide(facts, sweep, { caseId }, late).changes, "task")).toEqual([]);
    }
  });

  test("asks less where a part was asked back before", () => {
    const facts = {
      ...using(0, "use"),
      recoveries: [{ parkId: "limburg", status: "asked", amount: eur(300_000) }] as never,
    };
    const { changes } = expireVoucher.decide(facts, sweep, { caseId }, late);
    expect(written(changes, "task")[0]?.facts).toMatchObject({ amount: eur(500_000) });
  });
});

describe("the task to ask it back", () => {
  const facts = { one: aCase({ status: "expired" }), slots: [], tasks: [back] };

  test("is answered as the park asks", () => {
    const asking = {
      ...facts,
      shares: [aShare({ disbursed: 800_000 })],
      orders: [anOrder({ status: "booked" })],
      recoveries: [],
      debtors: [aRecipient("lars")],
    };
    const input = {
      ...sure,
      parkId: "limburg",
      amount: 600_000,
      due: "2027-06-30",
      reasons: "Not proven.",
      answers: 1,
    };
    const { changes } = askRecovery.decide(asking, fay, input, late);
    expect(written(changes, "recovery")[0]?.amount).toEqual(eur(600_000));
    expect(answersOf(changes)).toEqual([{ outcome: "asked", round: 1 }]);
    // What is asked for another reason leaves it open; a second officer's form, or one from before, asks nothing again.
    const { answers: _, ...other } = input;
    expect(answersOf(askRecovery.decide(asking, fay, other, late).changes)).toEqual([]);
    const done = { ...back, status: "answered" as const, answer: { outcome: "asked" }, by: fay.personId, at: late.now };
    expect(refused(() => askRecovery.decide({ ...asking, tasks: [done] }, fay, input, late))).toBe(
      "conflict task.already-answered",
    );
    expect(refused(() => askRecovery.decide({ ...asking, tasks: [] }, fay, input, late))).toBe(
      "conflict task.not-open",
    );
    // Who can still object to the cancellation may get the voucher back, and its last claim settles what was paid.
    const cancelled = aCase({ status: "cancelled", statusSince: at("2027-05-01T06:00:00Z") });
    const windows = [{ one: cancelled, call: undefined, voucher: undefined, claims: [], recoveries: [], letters: [] }];
    const early = { ...asking, one: cancelled, windows };
    expect(refusalOf(() => askRecovery.decide(early, fay, input, late))).toMatchObject({
      code: "recovery.redress-open",
      facts: { until: at("2027-06-30T06:00:00Z") },
    });
    const over = aMoment("2027-06-30T06:00:00.001Z");
    const after = { ...input, due: "2027-08-31" };
    expect(answersOf(askRecovery.decide(early, fay, after, over).changes)).toHaveLength(1);
    // Part of it, as of one year: the rest stays wanted.
    const part = written(askRecovery.decide(asking, fay, { ...input, amount: 400_000 }, late).changes, "task");
    expect(part).toMatchObject([{ status: "open", facts: { amount: eur(200_000) } }]);
  });

  const leave = (given = {}, who = fay) =>
    leaveRecovery.decide({ ...facts, ...given }, who, { ...sure, parkId: "limburg", reasons: "It was proven." }, late);

  test("or as its finance says why nothing is asked, once", () => {
    const { changes, events } = leave();
    expect(answersOf(changes)).toEqual([{ outcome: "left", round: 1, reasons: "It was proven." }]);
    expect(events).toMatchObject([{ type: "recovery.left", facts: { parkId: "limburg", amount: 600_000 } }]);
    const by = fay.personId;
    const left = { ...back, status: "answered" as const, answer: { outcome: "left" }, by, at: late.now };
    expect(refused(() => leave({ tasks: [] }))).toBe("conflict task.not-open");
    expect(refused(() => leave({ tasks: [left] }, staff("finn", "finance", "limburg")))).toBe(
      "conflict task.already-answered",
    );
    expect(refused(() => leave({}, mia))).toBe("forbidden actor.role-needed");
  });

  test("tells the amount to staff, and nothing to the parties", () => {
    const none = Object.fromEntries(caseEntities.map((name) => [name, []])) as unknown as CaseItems;
    const items = { ...none, case: [facts.one], task: [back] };
    expect(viewCase(fay, items, late.now)?.tasks[0]?.amount).toEqual(eur(600_000));
    expect(viewCase(memberOf("anna", "vivo"), items, late.now)?.tasks).toEqual([]);
  });
});
