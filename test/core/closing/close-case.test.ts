import { caseStatuses, endedStatuses, terminalStatuses } from "@multihelix/core/application/case.ts";
import { moveCase } from "@multihelix/core/application/move.ts";
import { closeCase } from "@multihelix/core/closing/close-case.ts";
import { type ClosingFacts, type Hold, holdsOf } from "@multihelix/core/closing/keeps-open.ts";
import { looksAfter } from "@multihelix/core/closing/look.ts";
import { addDays, addMilliseconds, type Instant } from "@multihelix/core/kernel/instant.ts";
import { describe, expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aRecovery, cut } from "../../fixture/build/use-redress.ts";
import { aShare, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const zone = "Europe/Brussels";
const ended = at("2026-11-02T09:00:00Z");
/** Opened on the day of the decision: to be asked about until the end of 2 December in Brussels. */
const lastInstant = at("2026-12-02T22:59:59Z");
const outbox = { kind: "system", name: "outbox" } as const;

const letterOf = (key: string): ClosingFacts["letters"][number] => ({
  kind: "-",
  key,
  status: "sent",
  sentAt: ended,
  openedAt: ended,
});

const facts = (given: Partial<ClosingFacts> = {}): ClosingFacts => ({
  one: aCase({ status: "rejected", statusSince: ended }),
  call: aCall(),
  voucher: undefined,
  claims: [],
  recoveries: [],
  letters: [letterOf("decision-rejection:1:per_anna")],
  shares: [],
  orders: [],
  tasks: [],
  ...given,
});
const inState = (status: (typeof endedStatuses)[number], given: Parameters<typeof aCase>[0] = {}) =>
  aCase({ status, statusSince: ended, ...given });
const whys = (given: Partial<ClosingFacts>, now: Instant = addDays(ended, 60)) =>
  holdsOf(facts(given), zone, now).map(({ why }) => why);
const decide = (given: Partial<ClosingFacts>, now: Instant, since = ended) =>
  closeCase.decide(facts(given), outbox, { caseId, since }, aMoment(now));

describe("an ended case stays open", () => {
  const reasons: readonly [string, Hold["why"], Partial<ClosingFacts>][] = [
    [
      "a request for redress waits for its answer",
      "redress-pending",
      { one: inState("rejected", { redress: aRedress() }) },
    ],
    ["no letter of a rejection has provably arrived", "redress-open", { letters: [] }],
    [
      "no letter of a cancellation has provably arrived",
      "redress-open",
      { one: inState("cancelled"), voucher: aVoucher(), letters: [] },
    ],
    [
      "what was cut of a claim can still be asked about",
      "redress-open",
      { one: inState("expired"), voucher: aVoucher({ left: eur(0) }), claims: [cut()] },
    ],
    ["a task is open", "task-open", { one: inState("withdrawn"), tasks: [aTask("pay-again")] }],
    ["a payment waits", "payment-open", { one: inState("expired"), orders: [anOrder()] }],
    ["a payment is at the bank", "payment-open", { one: inState("expired"), orders: [anOrder({ status: "sent" })] }],
    ["a payment came back", "payment-open", { one: inState("expired"), orders: [anOrder({ status: "returned" })] }],
    [
      "a payment may still come back by the rules of its scheme",
      "payment-open",
      { one: inState("expired"), orders: [anOrder({ status: "booked", returnableUntil: "2026-12-01" })] },
    ],
    ["money is reserved", "money-held", { one: inState("withdrawn"), shares: [aShare({ reserved: 1 })] }],
    ["money is committed", "money-held", { one: inState("lapsed"), shares: [aShare({ committed: 1 })] }],
    ["money is payable", "money-held", { one: inState("expired"), shares: [aShare({ payable: 1 })] }],
    ["money is asked back", "debt", { one: inState("withdrawn"), shares: [aShare({ recoverable: 1 })] }],
  ];

  test.each(reasons)("while %s", (_name, why, given) => {
    const none = given.shares === undefined ? { shares: [aShare({ disbursed: 800_000 })] } : {};
    expect(whys({ ...none, ...given })).toEqual([why]);
  });

  test("while a debt is not paid, and while it can be asked about", () => {
    const given = { one: inState("expired"), voucher: aVoucher(), recoveries: [aRecovery()] };
    expect(whys({ ...given, letters: [letterOf("recovery-asked:1:per_lars")] })).toEqual(["debt"]);
    expect(whys({ ...given, letters: [] })).toEqual(["redress-open", "debt"]);
    expect(whys({ ...given, recoveries: [aRecovery({ status: "written-off" })] })).toEqual([]);
  });

  test("for thirty days, whatever its outcome", () => {
    for (const status of ["withdrawn", "lapsed", "expired"] as const) {
      const given = { one: inState(status) };
      expect(whys(given, addDays(ended, 30))).toEqual(["just-ended"]);
      expect(whys(given, addMilliseconds(addDays(ended, 30), 1))).toEqual([]);
    }
  });
});

describe("the last day of redress", () => {
  test("counts to its last instant; the next look comes right after it", () => {
    const after = addMilliseconds(lastInstant, 1000);
    const { result, changes, effects } = decide({}, lastInstant);
    expect(result).toMatchObject({ outcome: "later", holds: [{ why: "redress-open" }] });
    expect(changes).toEqual([]);
    const [look] = effects ?? [];
    expect(look?.body).toEqual({ kind: "close-case", caseId, since: ended });
    expect(decide({}, look?.dueAt ?? ended).result.outcome).toBe("closed");
    expect(Date.parse(look?.dueAt ?? "")).toBeLessThanOrEqual(Date.parse(after));
  });

  test("is sixty days after the end where no letter has provably arrived", () => {
    const last = addDays(ended, 60);
    expect(decide({ letters: [] }, last).effects?.[0]?.dueAt).toBe(addMilliseconds(last, 1));
    expect(decide({ letters: [] }, addMilliseconds(last, 1)).result.outcome).toBe("closed");
  });
});

describe("closing", () => {
  const now = addDays(ended, 40);

  test("keeps the outcome as the status, and says in the record since when it is closed", () => {
    const { changes, events, effects, result } = decide({ shares: [aShare({ disbursed: 5, version: 4 })] }, now);
    expect(result).toEqual({ outcome: "closed", holds: [] });
    expect(written(changes, "case")).toMatchObject([{ status: "rejected", statusSince: ended, closedAt: now }]);
    expect(written(changes, "row")).toMatchObject([{ status: "rejected", since: ended, closedAt: now }]);
    expect(events).toEqual([{ stream: caseId, caseId, type: "case.closed" }]);
    // No letter, and no other look.
    expect(effects ?? []).toEqual([]);
    // A recovery or a return at the same moment moves the share, and has this decided anew.
    expect(changes).toContainEqual(expect.objectContaining({ op: "check", name: "share", when: { version: 4 } }));
  });

  test("is for ended cases alone: one that was used and followed up is closed by its status, the others go on", () => {
    for (const status of caseStatuses.filter((one) => !endedStatuses.includes(one)))
      expect(decide({ one: aCase({ status, statusSince: ended }) }, now).result.outcome).toBe("nothing");
    expect(terminalStatuses.filter((status) => !endedStatuses.includes(status))).toEqual(["redeemed", "closed"]);
  });

  test("is done once, and never for an end that is not the last one", () => {
    expect(decide({ one: inState("rejected", { closedAt: now }) }, now).result.outcome).toBe("nothing");
    expect(decide({}, now, at("2026-10-01T09:00:00Z")).result.outcome).toBe("nothing");
  });

  test("is done by the system alone", () => {
    const person = { kind: "person", personId: "per_x", grants: [], memberships: [], interests: [] } as never;
    const act = () => closeCase.decide(facts(), person, { caseId, since: ended }, aMoment(now));
    expect(refused(act)).toBe("forbidden actor.system-needed");
  });
});

test("every event that ends a case has it looked at thirty days later; others have not", () => {
  const looks = caseStatuses.flatMap((to) =>
    looksAfter([{ stream: caseId, caseId, type: "-", from: "screening", to }], ended).map(({ dueAt }) => [to, dueAt]),
  );
  const due = addMilliseconds(addDays(ended, 30), 1);
  expect(looks).toEqual(endedStatuses.map((status) => [status, due]));
});

test("a case that moves on is not closed any more", () => {
  const one = inState("rejected", { closedAt: addDays(ended, 40) });
  const { moved } = moveCase(one, "in-review", {}, aMoment(addDays(ended, 50)), { type: "redress.decided" });
  expect(moved).not.toHaveProperty("closedAt");
});
