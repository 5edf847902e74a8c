import { conditionOf } from "@multihelix/core/aid/condition.ts";
import { type GiveStatementInput, giveStatement } from "@multihelix/core/decision/give-statement.ts";
import { release } from "@multihelix/core/decision/release.ts";
import type { ReleaseFacts } from "@multihelix/core/decision/release-plan.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { describe, expect, test } from "vitest";
import { memberOf, sweep } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { theSections } from "../../fixture/build/application.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { anna, approvedFacts, conditionalFacts, gbp, olga, reserved } from "../../fixture/build/conditional.ts";
import { max, releaseFacts } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const given: GiveStatementInput = { caseId, outcome: "given", declared: [], signed: true };
const state = (facts = conditionalFacts(), input = given, actor: Parameters<typeof giveStatement.decide>[1] = anna) =>
  giveStatement.decide(facts, actor, input, aMoment());

describe("the release of an award whose law wants a statement first", () => {
  const decision = release.decide(approvedFacts(), olga, { caseId, noInterest: true }, aMoment());

  test("grants nothing: money and aid stay reserved, no voucher, no workflow of its use", () => {
    expect(decision.result).toEqual({ outcome: "condition" });
    expect(decision.postings ?? []).toEqual([]);
    expect(written(decision.changes, "voucher")).toEqual([]);
    expect(written(decision.changes, "aidGrant")).toEqual([]);
    expect(decision.effects?.map(({ body }) => body.kind)).not.toContain("start-execution");
  });

  test("asks with the gross value, the ceiling and the two financial years before this one", () => {
    expect(written(decision.changes, "case")).toMatchObject([
      {
        status: "conditional",
        condition: {
          basis: "uk-mfa",
          gross: gbp(800_000),
          ceiling: gbp(31_500_000),
          from: "2024-04-01",
          until: "2026-11-12",
          law: "Subsidy Control Act 2022, Sections 36 to 38",
        },
      },
    ]);
    const letters = written(decision.changes, "letter");
    expect(letters.map(({ kind, to }) => [kind, to.name])).toEqual([["mfa-notification", "anna"]]);
    expect(letters[0]?.text).not.toMatch(/één keer om een nieuwe/);
  });

  test("is not asked for where the row of the basis has no such duty", () => {
    expect(conditionOf([], at("2026-11-12T09:00:00Z"), { day: "2026-11-12", signedOn: undefined })).toBeUndefined();
    expect(release.decide(releaseFacts(), max, { caseId, noInterest: true }, aMoment()).result).toEqual({
      outcome: "released",
    });
  });
});

describe("the statement", () => {
  test("is the grant: committed ← reserved, aid granted on this day, the confirmation names it", () => {
    const decision = state();
    expect(decision.result).toEqual({ outcome: "granted" });
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["committed", "reserved", 800_000],
    ]);
    expect(written(decision.changes, "aidGrant")).toMatchObject([{ status: "granted", date: "2026-11-12" }]);
    expect(written(decision.changes, "case")).toMatchObject([
      {
        status: "issued",
        awarded: gbp(800_000),
        condition: { grantedAt: aMoment().now, statement: { by: anna.personId } },
      },
    ]);
    const letters = written(decision.changes, "letter");
    expect(letters.map(({ kind, to }) => [kind, to.name])).toEqual([
      ["mfa-confirmation", "anna"],
      ["voucher", "anna"],
      ["voucher", "lena"],
    ]);
    expect(letters[0]?.text).toContain("12 november 2026");
    expect(letters[0]?.text).toMatch(/rechter van Engeland en Wales/);
    expect(decision.effects?.some(({ body }) => body.kind === "start-execution")).toBe(true);
  });

  test("counts what it declares instead of what the application said; too little room sends it back, all freed", () => {
    const declared = [{ grantor: "Cyllid Cymru", amount: 30_800_000, granted: "2024-04-01" }];
    const decision = state(conditionalFacts(), { ...given, declared });
    expect(decision.result).toEqual({ outcome: "back" });
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["available", "reserved", 800_000],
    ]);
    expect(patches(decision.changes, "aidGrant").map(({ set }) => set)).toEqual([{ status: "freed" }]);
    expect(written(decision.changes, "case")[0]?.status).toBe("deciding");
    expect(patches(decision.changes, "proposal")).toEqual([
      { set: { status: "superseded" }, when: { status: "released" } },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "back", round: 2 }]);
    const letters = written(decision.changes, "letter");
    expect(letters.map(({ kind, to }) => [kind, to.name])).toEqual([["award-anew", "anna"]]);
    expect(letters[0]?.text).toContain("Er is niets toegekend");
  });

  test("looks at the financial years of the grant: what was given the day before them does not count", () => {
    const declared = [{ grantor: "Cyllid Cymru", amount: 31_000_000, granted: "2024-03-31" }];
    expect(state(conditionalFacts(), { ...given, declared }).result).toEqual({ outcome: "granted" });
    const sections = theSections({
      aid: { declared: [{ grantor: "Old", amount: 31_500_000, granted: "2026-01-10" }] },
    });
    expect(state(conditionalFacts({ sections })).result).toEqual({ outcome: "granted" });
  });

  test("is signed by an owner or editor of the company, and by nobody else", () => {
    expect(refused(() => state(conditionalFacts(), { ...given, signed: false }))).toBe("invalid statement.not-signed");
    expect(refused(() => state(conditionalFacts(), given, memberOf("vic", "vivo", "viewer")))).toBe(
      "forbidden actor.member-needed",
    );
    expect(refused(() => state(conditionalFacts(), given, memberOf("lena", "lab")))).toBe(
      "forbidden actor.member-needed",
    );
    expect(refused(() => state(conditionalFacts(), given, olga))).toBe("not_found case.not-found");
  });

  test("twice is once", () => {
    const answered = aTask("give-statement", {
      status: "answered",
      by: anna.personId,
      at: aMoment().now,
      answer: { outcome: "granted" },
    });
    const facts = conditionalFacts();
    const one = aCase({
      ...facts.one,
      status: "issued",
      condition: { ...requireCondition(facts), grantedAt: aMoment().now },
    });
    expect(state({ ...facts, one, tasks: [answered] })).toEqual({ changes: [], result: { outcome: "granted" } });
  });
});

function requireCondition({ one }: ReleaseFacts) {
  if (one?.condition === undefined) throw new Error("no condition");
  return one.condition;
}

describe("without a statement", () => {
  const freed = (decision: ReturnType<typeof state>) => {
    expect(decision.result).toEqual({ outcome: "lapsed" });
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["available", "reserved", 800_000],
    ]);
    expect(patches(decision.changes, "aidGrant").map(({ set }) => set)).toEqual([{ status: "freed" }]);
    expect(written(decision.changes, "case")[0]?.status).toBe("lapsed");
    expect(written(decision.changes, "voucher")).toEqual([]);
    expect(written(decision.changes, "letter").map(({ kind, to }) => [kind, to.name])).toEqual([
      ["mfa-lapsed", "anna"],
      ["offer-over", "lena"],
    ]);
  };

  test("a refusal lets the award lapse and frees its reservations", () => {
    freed(state(conditionalFacts(), { ...given, outcome: "refused", signed: false }));
  });

  test("silence lets it lapse once its time is over, and not before", () => {
    const silent = { ...given, outcome: "silent", signed: false } as const;
    const late = aMoment(addDays(at("2026-12-03T23:59:59Z"), 1));
    freed(giveStatement.decide(conditionalFacts(), sweep, silent, late));
    expect(refused(() => state(conditionalFacts(), silent, sweep))).toBe("conflict task.not-due");
    expect(refused(() => state(conditionalFacts(), silent))).toBe("forbidden actor.system-needed");
  });

  test("nothing is freed twice: the other park of the network keeps what it granted", () => {
    const other = aGrant({ caseId: idOf("app", "other") });
    const decision = state(conditionalFacts({ aidGrants: [reserved, other] }), { ...given, outcome: "refused" });
    expect(patches(decision.changes, "aidGrant")).toHaveLength(1);
  });
});
