import type { CaseStatus } from "@multihelix/core/application/case.ts";
import { proposeAmendment, publishAmendment, withdrawAmendment } from "@multihelix/core/call/amend-call.ts";
import type { Amendment } from "@multihelix/core/call/amendment.ts";
import type { Call } from "@multihelix/core/call/call.ts";
import type { DraftChange } from "@multihelix/core/call/change-schema.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
const max = staff("max", "manager", "limburg");
const moment = aMoment();
const call = aCall({ title: { en: "A", nl: "A" }, summary: { en: "B", nl: "B" } });
const reason = { en: "Holidays.", nl: "Vakantie." };

const about: DraftChange = {
  step: "about",
  languages: ["en", "nl"],
  title: { en: "A", nl: "A" },
  summary: { en: "B", nl: "B" },
  mode: "rolling",
  opensOn: "2026-01-05",
  closesOn: "2027-01-29",
};
const money: DraftChange = {
  step: "money",
  minimumAward: 500_000,
  maximumAward: 1_200_000,
  intensity: 80,
  validityMonths: 6,
  pays: "provider",
  payers: [{ parkId: "limburg", fundId: "limburg-regional", sharePercent: 100, aidBasis: "eu-de-minimis" }],
};
const review: DraftChange = {
  step: "review",
  rubric: { ...call.rubric, threshold: 70 },
  oneReviewUpTo: 750_000,
};

interface Given {
  call?: Call;
  actor?: typeof mia;
  amendments?: Amendment[];
  statuses?: CaseStatus[];
  reason?: typeof reason | { en: string };
  version?: number;
}

function propose(change: DraftChange, given: Given = {}) {
  const { call: of = call, actor = mia, amendments = [], statuses = [] } = given;
  const facts = { call: of, amendments, rows: statuses.map((status) => ({ status })) };
  const input = { callId: of.callId, version: given.version ?? 0, change, reason: given.reason ?? reason };
  return proposeAmendment.decide(facts, actor, input, moment);
}
const proposed = (change: DraftChange, given: Given = {}) =>
  written(propose(change, given).changes, "amendment")[0] as Amendment;

function publish(change: DraftChange, { actor = max, call: of = call, statuses = [] }: Given = {}) {
  const facts = { call: of, amendments: [proposed(change)], rows: statuses.map((status) => ({ status })) };
  return publishAmendment.decide(facts, actor, { callId: of.callId, number: 1 }, moment);
}

const hindrances = (act: () => unknown) => refusalOf(act).facts.fields;

describe("a change of a published call", () => {
  test("is proposed with what differs and why, and changes nothing until another manager publishes it", () => {
    const { changes } = propose(about);
    expect(written(changes, "call")).toEqual([]);
    expect(written(changes, "amendment")).toMatchObject([
      {
        number: 1,
        status: "proposed",
        changes: [{ field: "closes", from: call.closes, to: at("2027-01-29T22:59:59Z") }],
        reason,
        proposedBy: mia.personId,
      },
    ]);
    expect(refused(() => publish(about, { actor: mia }))).toBe("forbidden duties.same-person");
    const done = publish(about);
    expect(written(done.changes, "call")).toMatchObject([{ closes: at("2027-01-29T22:59:59Z"), state: "open" }]);
    expect(written(done.changes, "amendment")).toMatchObject([{ status: "published", endedBy: max.personId }]);
  });

  test("of the closing wakes the call at the new one, and no other change wakes anything", () => {
    expect(publish(about).effects?.map(({ body }) => body)).toEqual([
      { kind: "tell-amendment", callId: call.callId, number: 1 },
      { kind: "advance-call", callId: call.callId, wake: `closes:${at("2027-01-29T22:59:59Z")}` },
    ]);
    expect(publish(money).effects?.map(({ body }) => body.kind)).toEqual(["tell-amendment"]);
  });

  test("needs a reason in every language of the call, a manager of the lead park, and the call as it was read", () => {
    expect(refusalOf(() => propose(about, { reason: { en: "Holidays." } })).facts.problems).toMatchObject([
      { path: "reason.nl" },
    ]);
    expect(refused(() => propose(about, { actor: staff("lea", "manager", "lund") }))).toBe(
      "forbidden actor.role-needed",
    );
    expect(refused(() => propose(about, { actor: memberOf("anna", "vivo") }))).toBe("forbidden actor.role-needed");
    expect(refused(() => propose(about, { version: 7 }))).toBe("conflict call.changed");
    expect(refused(() => propose({ ...about, closesOn: "2026-12-18" } as DraftChange))).toBe(
      "invalid amendment.changes-nothing",
    );
  });

  test("waits alone: a second one is proposed when the first is settled, under the next number", () => {
    const first = proposed(about);
    expect(refused(() => propose(money, { amendments: [first] }))).toBe("conflict amendment.another-open");
    const facts = { call, amendments: [first], rows: [] };
    const one = { callId: call.callId, number: 1 };
    const [gone] = written(withdrawAmendment.decide(facts, max, one, moment).changes, "amendment") as Amendment[];
    expect(gone).toMatchObject({ status: "withdrawn", endedBy: max.personId });
    if (gone === undefined) throw new Error("not withdrawn");
    expect(proposed(money, { amendments: [gone] }).number).toBe(2);
    const settled = { call, amendments: [gone], rows: [] };
    expect(refused(() => publishAmendment.decide(settled, max, one, moment))).toBe("conflict amendment.settled");
  });

  test("is refused before publication and after the decisions", () => {
    for (const state of ["draft", "decided", "archived"] as const)
      expect(refused(() => propose(about, { call: { ...call, state } }))).toBe("conflict call.wrong-state");
  });
});

test("whoever a HARD interest keeps from any organisation does not change a call that takes applications: a refusal would tell who applied", () => {
  const tie = { organisationId: idOf("org", "vivo"), level: "HARD" as const };
  const tied = { ...mia, ties: [{ ...tie, kind: "household" as const }] } as unknown as typeof mia;
  expect(refused(() => propose(money, { actor: tied }))).toBe("forbidden duties.interest");
  expect(propose(money, { actor: tied, call: { ...call, state: "scheduled" } }).result).toEqual({ number: 1 });
});

describe("what may not change", () => {
  test("who pays under which aid basis, mode, opening and whom the parks pay", () => {
    const payers = money.payers.map((payer) => ({ ...payer, aidBasis: "no-aid" as const }));
    expect(hindrances(() => propose({ ...money, payers }))).toEqual([{ field: "payers", why: "fixed" }]);
    expect(hindrances(() => propose({ ...money, pays: "sme" }))).toEqual([{ field: "pays", why: "fixed" }]);
    expect(hindrances(() => propose({ ...about, mode: "deadline", opensOn: "2026-02-05" } as DraftChange))).toEqual([
      { field: "mode", why: "fixed" },
      { field: "opens", why: "fixed" },
    ]);
    expect(hindrances(() => propose({ ...about, languages: ["en"] } as DraftChange))).toContainEqual({
      field: "languages",
      why: "fixed",
    });
  });

  test("criteria once a case is in review, and not before", () => {
    expect(proposed(review, { statuses: ["screening", "ineligible"] }).changes).toMatchObject([{ field: "rubric" }]);
    expect(hindrances(() => propose(review, { statuses: ["screening", "in-review"] }))).toEqual([
      { field: "rubric", why: "reviewed" },
    ]);
    expect(refused(() => publish(review, { statuses: ["deciding"] }))).toBe("conflict amendment.not-allowed");
  });

  test("anything that makes it worse for who has applied, though it may become better", () => {
    const worse = { ...money, maximumAward: 900_000, minimumAward: 600_000, intensity: 70 } as DraftChange;
    expect(hindrances(() => propose(worse, { statuses: ["screening"] }))).toEqual([
      { field: "intensity", why: "worse" },
      { field: "maximumAward", why: "worse" },
      { field: "minimumAward", why: "worse" },
    ]);
    expect(proposed(worse).changes).toHaveLength(3);
    expect(proposed(money, { statuses: ["screening"] }).changes).toMatchObject([{ field: "maximumAward" }]);
    const who = (given: Partial<Extract<DraftChange, { step: "who" }>>) =>
      propose(
        { step: "who", eligibleCountries: ["BE"], sectors: [], crossParkRequired: false, ...given },
        {
          statuses: ["screening"],
        },
      );
    expect(hindrances(() => who({ sectors: ["C21"] }))).toEqual([{ field: "sectors", why: "worse" }]);
    expect(hindrances(() => who({ sizeMost: "small" }))).toEqual([{ field: "sizeMost", why: "worse" }]);
    expect(hindrances(() => who({ comparisonAbove: 500_000 }))).toEqual([{ field: "comparisonAbove", why: "worse" }]);
    expect(hindrances(() => who({ notBegunBefore: "award" }))).toEqual([{ field: "notBegunBefore", why: "worse" }]);
    expect(hindrances(() => who({ vouchersMost: { count: 1, months: 12 } }))).toEqual([
      { field: "vouchersMost", why: "worse" },
    ]);
    const papers = { step: "papers", documents: [], evidence: ["invoice", "report"] } as unknown as DraftChange;
    expect(hindrances(() => propose(papers, { statuses: ["in-use"] }))).toContainEqual({
      field: "evidence",
      why: "worse",
    });
    expect(who({ eligibleCountries: ["BE", "SE"] }).result).toEqual({ number: 1 });
    expect(hindrances(() => who({ eligibleCountries: ["SE"] }))).toEqual([
      { field: "eligibleCountries", why: "worse" },
    ]);
  });

  test("the closing of a call that has closed, or into the past", () => {
    expect(hindrances(() => propose(about, { call: { ...call, state: "closed" } }))).toEqual([
      { field: "closes", why: "closed" },
    ]);
    expect(hindrances(() => propose({ ...about, closesOn: "2026-11-01" } as DraftChange))).toEqual([
      { field: "closes", why: "past" },
    ]);
    const earlier = { ...about, closesOn: "2026-12-01" } as DraftChange;
    expect(hindrances(() => propose(earlier))).toEqual([{ field: "closes", why: "worse" }]);
    expect(propose(earlier, { call: { ...call, state: "scheduled" } }).result).toEqual({ number: 1 });
  });
});
