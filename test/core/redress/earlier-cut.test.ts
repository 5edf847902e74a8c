/** What was cut of a claim stays askable, whatever is filed, decided or ended after it. */
import { settleRefusal } from "@multihelix/core/claim/settle-refusal.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { isWindowOpen } from "@multihelix/core/redress/open-window.ts";
import { describe, expect, test } from "vitest";
import { aCase } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import { aTask } from "../../fixture/build/task.ts";
import {
  anna,
  ask,
  asking,
  cut,
  decide,
  deciding,
  decisionLetter,
  lars,
  mo,
  money,
  moves,
  redeemed,
  sure,
  told,
} from "../../fixture/build/use-redress.ts";
import { aClaim, aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const zone = "Europe/Brussels";
const first = cut({ interim: true });
const second = cut({ claim: 2 });
const whole = cut({
  claim: 2,
  assessment: {
    ...cut().assessment,
    lines: [{ ...cut().assessment?.lines[0], accepted: eur(1_250_000) }],
    reason: "",
  } as never,
});
const letter = (claim: number, openedAt = told) =>
  ({
    ...(decisionLetter as object),
    key: `claim-decision:${claim}:${lars.personId}`,
    sentAt: openedAt,
    openedAt,
  }) as never;

describe("a cut of an earlier claim", () => {
  test.each([
    "in-use",
    "suspended",
    "reported",
    "disputed",
    "claim-check",
    "queried",
    "claim-refused",
    "paying",
    "redeemed",
    "expired",
    "closed",
  ] as const)("can be asked about while the voucher is %s, and keeps its window open", (status) => {
    const one = redeemed({ status });
    const claims = [first, aClaim({ claim: 2, status: status === "claim-refused" ? "refused" : "filed" })];
    const asked = ask({ one, claims }, lars, undefined, { against: "claim-cut", number: 1 });
    expect(written(asked.changes, "case")[0]?.redress).toMatchObject({ against: "claim-cut", claim: 1 });
    const facts = { ...asking({ claims }), one };
    expect([30, 31].map((days) => isWindowOpen(facts, zone, addDays(told, days)))).toEqual(
      status === "claim-refused" ? [true, true] : [true, false],
    );
  });

  test("stays so once a later claim is accepted, whole or cut; each is asked about once, the latest first", () => {
    expect(written(ask({ claims: [first, whole] }).changes, "case")[0]?.redress).toMatchObject({ claim: 1 });
    const letters = [letter(1), letter(2)];
    const both = { claims: [first, second], letters };
    expect(written(ask(both).changes, "case")[0]?.redress).toMatchObject({ claim: 2 });
    const redress = aRedress({
      against: "claim-cut",
      claim: 2,
      party: "provider",
      by: lars.personId,
      status: "rejected",
      reasons: "Other.",
      at: told,
      outcome: { reasons: "-", by: "per_nora" as never, at: told },
    });
    const one = redeemed({ redress });
    expect(written(ask({ ...both, one }).changes, "case")[0]?.redress).toMatchObject({ claim: 1 });
    expect(refused(() => ask({ ...both, one }, lars, undefined, { against: "claim-cut", number: 2 }))).toBe(
      "conflict redress.asked-before",
    );
  });

  test("upheld, it is claimed anew after the latest claim, and nothing of what that was paid is taken", () => {
    const voucher = aVoucher({ value: eur(2_000_000), left: eur(100_000) });
    const claims = [first, { ...whole, interim: true }];
    const facts = deciding("claim-cut", {
      claims,
      voucher,
      money: money({ shares: [aShare({ disbursed: 1_200_000 })] }),
    });
    const { changes } = decide({ ...facts, one: { ...aCase(facts.one), status: "in-use" } });
    expect(written(changes, "claim")).toMatchObject([{ claim: 3, supplementTo: 1, interim: true }]);
    expect(written(changes, "case")[0]?.redress?.outcome?.amount).toEqual(eur(400_000));
    expect(written(changes, "voucher")[0]?.left).toEqual(eur(400_000));
  });

  test("upheld after the voucher expired: what it had left went back, so all of it is held anew", () => {
    for (const status of ["expired", "closed", "cancelled"] as const) {
      const cancellation = { by: mo.personId, at: told, reasons: "-" };
      const facts = deciding("claim-cut", { claims: [first], voucher: aVoucher({ left: eur(400_000), cancellation }) });
      const { changes, postings } = decide({ ...facts, one: { ...aCase(facts.one), status } });
      expect(moves(postings).at(-1)).toEqual(["committed", "available", 400_000]);
      expect(written(changes, "case")[0]?.status).toBe("claim-check");
      expect(written(changes, "voucher")[0]?.left).toEqual(eur(400_000));
      // One that nobody agreed to was for the voucher as it ended, too.
      expect(written(changes, "voucher")[0]?.cancellation).toBeUndefined();
    }
  });

  test("upheld while a later claim stands refused: that may be claimed again, in time, and both parties are told", () => {
    const later = aClaim({ claim: 2, status: "refused", filedAt: at("2026-11-20T09:00:00Z") });
    const voucher = aVoucher({ left: eur(400_000), expires: at("2026-11-21T22:59:59Z") });
    const facts = deciding("claim-cut", { claims: [first, later], voucher });
    const settle = aTask("settle-refusal", { state: "Refused" });
    const { changes, effects = [] } = decide({
      ...facts,
      one: { ...aCase(facts.one), status: "claim-refused" },
      tasks: [...facts.tasks, settle],
    });
    expect(written(changes, "claim")).toMatchObject([{ claim: 3, supplementTo: 1, interim: true }]);
    expect(written(changes, "voucher")[0]).toMatchObject({ left: eur(400_000), expires: "2027-01-09T22:59:59.000Z" });
    expect(changes.filter(({ op, name }) => op === "remove" && name === "invoiceUse")).toHaveLength(1);
    expect(written(changes, "letter").filter(({ kind }) => kind === "claim-refused")).toHaveLength(2);
    expect(effects.map(({ body }) => body.kind)).not.toContain("stop-execution");
    const supplement = { ...later, supplementTo: 1 };
    const waits = {
      ...facts,
      one: { ...aCase(facts.one), status: "claim-refused" as const },
      claims: [first, supplement],
    };
    expect(refused(() => decide(waits))).toBe("conflict redress.not-now");
  });

  test("which redress has claimed anew is not asked about again, though others refuse that too", () => {
    const supplement = aClaim({ claim: 2, status: "refused", supplementTo: 1 });
    const redress = aRedress({
      against: "claim-cut",
      claim: 1,
      party: "provider",
      status: "upheld",
      by: lars.personId,
    });
    const given = { one: aCase({ status: "claim-refused", redress }), claims: [first, supplement] };
    expect(refused(() => ask(given, anna, undefined, { against: "claim-refusal" }))).toBe("conflict case.wrong-status");
    expect(refused(() => ask(given))).toBe("conflict redress.asked-before");
  });
});

describe("days on which nobody could ask", () => {
  const examined = (days: number) =>
    aRedress({
      against: "recovery",
      recovery: 1,
      status: "rejected",
      at: addDays(told, 10),
      outcome: { reasons: "-", by: "per_nora" as never, at: addDays(told, 10 + days) },
    });
  const open = (one: ReturnType<typeof aCase>, days: number) =>
    isWindowOpen({ ...asking({ claims: [first] }), one }, zone, addDays(told, days));

  test("another request was examined: its days are added to the window, once that ran", () => {
    const one = redeemed({ redress: examined(40) });
    expect([open(one, 70), open(one, 71)]).toEqual([true, false]);
    const before = redeemed({
      redress: {
        ...examined(40),
        at: addDays(told, -40),
        outcome: undefined,
        admission: { reasons: "-", by: "per_nora" as never, at: addDays(told, -5) },
      },
    });
    expect([open(before, 30), open(before, 31)]).toEqual([true, false]);
  });

  test("the voucher was cancelled: the cancellation comes first, and the cut has its days left after it", () => {
    const one = redeemed({ status: "cancelled", statusSince: addDays(told, 10) });
    const cancelled = {
      ...(decisionLetter as object),
      key: "cancelled:per_anna",
      sentAt: addDays(told, 10),
      openedAt: addDays(told, 10),
    };
    const letters = [letter(1), cancelled as never];
    const asked = (days: number) =>
      refused(() =>
        ask({ one, claims: [first], letters }, lars, aMoment(addDays(told, days)), { against: "claim-cut" }),
      );
    expect(asked(40)).toBe("conflict redress.waits");
    const late = ask({ one, claims: [first], letters }, lars, aMoment(addDays(told, 60)), { against: "claim-cut" });
    expect(late.result.status).toBe("asked");
    expect(asked(61)).toBe("conflict redress.too-late");
    const facts = { ...asking({ claims: [first], letters }), one };
    expect([60, 61].map((days) => isWindowOpen(facts, zone, addDays(told, days)))).toEqual([true, false]);
  });

  test("a refusal ends the voucher only once nothing is examined, since nobody could ask about it", () => {
    const redress = aRedress({ against: "claim-cut", claim: 1, party: "provider", status: "admitted", at: told });
    const later = aClaim({ claim: 2, status: "refused" });
    const settle = (outcome: "again" | "end", one: ReturnType<typeof aCase>, days: number) =>
      settleRefusal.decide(
        {
          ...useFacts({ one, tasks: [aTask("settle-refusal", { state: "Refused" })], claims: [first, later] }),
          letters: [{ ...(decisionLetter as object), key: `claim-refused:2:refused:${anna.personId}` } as never],
          aidGrants: [],
        },
        mo,
        { ...sure, outcome },
        aMoment(addDays(told, days)),
      );
    const waiting = aCase({ status: "claim-refused", statusSince: told, redress });
    expect(refused(() => settle("end", waiting, 35))).toBe("conflict redress.pending");
    expect(settle("again", waiting, 35).result.outcome).toBe("again");
    const outcome = { reasons: "-", by: "per_nora" as never, at: addDays(told, 20) };
    const answered = { ...waiting, redress: { ...redress, status: "rejected" as const, outcome } };
    expect(refused(() => settle("end", answered, 50))).toBe("conflict redress.still-open");
    expect(settle("end", answered, 51).result.outcome).toBe("end");
  });
});
