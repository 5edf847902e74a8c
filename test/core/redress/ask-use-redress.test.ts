import { askablesOf } from "@multihelix/core/redress/against.ts";
import { executionsOf } from "@multihelix/core/task/restart-case.ts";
import { describe, expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import {
  anna,
  aRecovery,
  ask,
  asking,
  cut,
  decisionLetter,
  fay,
  lars,
  now,
  redeemed,
  told,
} from "../../fixture/build/use-redress.ts";
import { eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

describe("who may ask, against what", () => {
  test("whoever is paid asks about what was cut; the other party does not, and is not written to", () => {
    const decision = ask();
    const [one] = written(decision.changes, "case");
    expect(one?.redress).toMatchObject({ against: "claim-cut", claim: 1, party: "provider", status: "asked" });
    expect(written(decision.changes, "letter").map(({ to }) => to.email)).toEqual(["lars@example.org"]);
    expect(refused(() => ask({}, anna, now, { against: "claim-cut" }))).toBe("forbidden actor.member-needed");
    const reimbursed = { call: aCall({ pays: "sme" }) };
    expect(ask(reimbursed, anna).result.status).toBe("asked");
    expect(refused(() => ask(reimbursed, lars))).toBe("forbidden actor.member-needed");
  });

  test("nothing was cut: nothing is asked; nor twice, nor too late, nor while another request is examined", () => {
    const whole = {
      ...cut().assessment,
      lines: [{ ...cut().assessment?.lines[0], accepted: eur(1_250_000) }],
      reason: "",
    };
    expect(
      refused(() => ask({ call: aCall({ pays: "sme" }), claims: [cut({ assessment: whole as never })] }, anna)),
    ).toBe("conflict case.wrong-status");
    const before = aRedress({ against: "claim-cut", claim: 1, status: "rejected", reasons: "Other." });
    expect(refused(() => ask({ one: redeemed({ redress: before }) }))).toBe("conflict redress.asked-before");
    expect(refused(() => ask({}, lars, aMoment("2027-01-02T09:00:00Z")))).toBe("conflict redress.too-late");
    const other = aRedress({ against: "recovery", recovery: 1, party: "provider" });
    expect(refused(() => ask({ one: redeemed({ redress: other }) }))).toBe("conflict redress.pending");
  });

  test("a claim that was looked at again is counted from its last letter", () => {
    const again = cut({ sentBack: [{ reason: "Bank.", by: fay.personId, at: told }] });
    const second = {
      ...(decisionLetter as object),
      key: `claim-decision:1:${lars.personId}:1`,
      openedAt: at("2026-12-20T09:00:00Z"),
    };
    const later = aMoment("2027-01-10T09:00:00Z");
    expect(ask({ claims: [again], letters: [decisionLetter, second as never] }, lars, later).result.status).toBe(
      "asked",
    );
  });

  test("while the voucher is still paid its own workflow goes on, and the request has one beside it", () => {
    const decision = ask({ one: redeemed({ status: "paying", restarts: 2 }) });
    const [one] = written(decision.changes, "case");
    if (one === undefined) throw new Error("no case");
    const rdr = one.redress?.redressId;
    expect(executionsOf(one).map(({ executionName }) => executionName)).toEqual([`${idOf("vch", "vivo1")}-1-r2`, rdr]);
    expect(decision.effects?.[0]?.body).toMatchObject({ workflow: "redress", executionName: rdr });
  });

  test("each request on a case is asked in a round of its own: no earlier answer is taken for its", () => {
    const one = redeemed({ redress: aRedress({ status: "rejected" }) });
    expect(ask({ one }).effects?.[0]?.body).toMatchObject({ input: { from: "Admissibility", round: 2 } });
  });

  test("the company asks about a cancellation, whoever is asked to pay back about a recovery", () => {
    const cancelled = { one: redeemed({ status: "cancelled" }), claims: [], letters: [] };
    expect(written(ask(cancelled, anna).changes, "case")[0]?.redress).toMatchObject({ against: "cancellation" });
    expect(refused(() => ask(cancelled, lars))).toBe("forbidden actor.member-needed");
    const back = { recoveries: [aRecovery()], claims: [cut()] };
    const both = askablesOf({ ...asking(back), one: redeemed() }).map(({ against }) => against);
    expect(both).toEqual(["recovery", "claim-cut"]);
    expect(written(ask(back).changes, "case")[0]?.redress).toMatchObject({ against: "recovery", recovery: 1 });
  });
});
