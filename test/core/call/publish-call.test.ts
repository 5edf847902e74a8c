import type { Call } from "@multihelix/core/call/call.ts";
import { publishCall } from "@multihelix/core/call/publish-call.ts";
import { approversOf, type Staff, staffingGaps } from "@multihelix/core/call/staffing.ts";
import { newBook } from "@multihelix/core/ledger/book.ts";
import type { RoleHolder, RoleName } from "@multihelix/core/person/role-grant.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

function holder(name: string, role: RoleName, scope: string, given: Partial<RoleHolder> = {}): RoleHolder {
  return {
    role,
    scope,
    personId: idOf("per", name),
    grantId: idOf("rgr", `${name}${role}`),
    substitute: false,
    version: 0,
    ...given,
  };
}
const substitutes = (["manager", "approver", "finance"] as const).map((role) =>
  holder("sub", role, "limburg", { substitute: true }),
);
const everyone = [
  holder("mia", "manager", "limburg"),
  holder("max", "manager", "limburg"),
  holder("ada", "approver", "limburg"),
  holder("fay", "finance", "limburg"),
  holder("fin", "finance", "limburg"),
  ...substitutes,
  holder("ria", "redress", "limburg"),
  holder("rob", "redress", "limburg", { substitute: true }),
  holder("sec", "secretary", "network"),
  ...["rex", "roy", "ruth"].map((name) => holder(name, "reviewer", "network")),
];
const without = (...names: string[]): Staff =>
  everyone.filter(({ personId }) => !names.some((name) => idOf("per", name) === personId));
const { network } = aMoment();
const gapsOf = (call: Call, people: Staff, rules = network) =>
  staffingGaps(call, people, approversOf(call, rules, "2026-11-12"));
const gapsWithout = (...names: string[]) =>
  gapsOf(aCall(), without(...names)).map(({ step, found }) => `${step} ${found}`);

describe("every step has somebody and a substitute, duties apart", () => {
  test("two of each duty that must be apart, and one substitute for all, are enough", () => {
    expect(gapsOf(aCall(), everyone)).toEqual([]);
  });

  test("the gap is named by its step", () => {
    expect(gapsWithout("max")).toEqual(["confirm-ineligible 1", "release 1"]);
    expect(gapsWithout("ada")).toEqual(["approve:limburg 1"]);
    expect(gapsWithout("fin")).toEqual(["release-payment:limburg 1"]);
    expect(gapsWithout("sec")).toEqual(["escalation 0"]);
    expect(gapsWithout("ruth", "roy")).toEqual(["review 1"]);
    expect(gapsWithout("sub")).toEqual([
      "confirm-ineligible 1",
      "approve:limburg 1",
      "release 1",
      "release-payment:limburg 1",
    ]);
  });

  test("reviews want one person more than the highest amount has reviews, and nobody where it has none", () => {
    const needed = (given: Partial<Call>) =>
      gapsOf(aCall(given), without("rex", "roy", "ruth")).find(({ step }) => step === "review")?.needed;
    const most = aCall().maximumAward;
    expect(needed({})).toBe(3);
    expect(needed({ oneReviewUpTo: most })).toBe(2);
    expect(needed({ twoReviewsUpTo: most - 1 })).toBe(4);
    expect(needed({ noReviewUpTo: most, oneReviewUpTo: most })).toBeUndefined();
  });

  test("who proposes cannot be counted as approver", () => {
    const doubled = [
      ...without("ada", "sub", "max"),
      holder("mia", "approver", "limburg"),
      holder("abe", "approver", "limburg"),
    ];
    expect(gapsOf(aCall(), doubled).find(({ step }) => step === "approve:limburg")).toMatchObject({
      found: 1,
      needed: 2,
      apartFrom: ["screen", "propose"],
    });
  });

  test("somebody answers requests for redress who did nothing before, and somebody stands in", () => {
    expect(gapsWithout("rob")).toEqual(["redress 1"]);
    expect(gapsWithout("ria", "rob")).toEqual(["redress 0"]);
    const screener = [...without("rob"), holder("mia", "redress", "limburg")];
    expect(gapsOf(aCall(), screener)).toMatchObject([
      {
        step: "redress",
        role: "redress",
        found: 1,
        needed: 2,
        apartFrom: expect.arrayContaining(["screen", "release"]),
      },
    ]);
  });

  test("an approval takes as many as the policy row of the highest share asks for, of its roles, and one more", () => {
    const big = aCall({ maximumAward: 2_500_001 });
    expect(gapsOf(big, everyone)).toMatchObject([{ step: "approve:limburg", role: "approver", found: 2, needed: 3 }]);
    expect(gapsOf(big, [...everyone, holder("ann", "approver", "limburg")])).toEqual([]);
    expect(gapsOf(aCall({ maximumAward: 2_500_000 }), everyone)).toEqual([]);
    const approvals = network.approvals.map((row) =>
      row.parkId === "limburg" && row.to === undefined
        ? { ...row, roles: ["approver" as const, "finance" as const] }
        : row,
    );
    const mixed = { ...network, approvals };
    expect(gapsOf(big, everyone, mixed)).toEqual([]);
    expect(gapsOf(big, without("fin", "sub"), mixed).map(({ step, role }) => `${step} ${role}`)).toEqual(
      expect.arrayContaining(["approve:limburg approver", "approve:limburg finance"]),
    );
  });

  test("a draft that says too little to split its award is held against every row", () => {
    const payers = aCall().payers.map((payer) => ({ ...payer, sharePercent: 0 }));
    expect(gapsOf(aCall({ payers }), everyone)).toMatchObject([{ step: "approve:limburg", needed: 3 }]);
  });

  test("a co-payer needs approvers and finance of its own", () => {
    const payers = [
      ...aCall().payers,
      { parkId: "lund", ledger: aLedger("lund", "SEK"), sharePercent: 0, aidBasis: "eu-de-minimis" as const },
    ];
    expect(gapsOf(aCall({ payers }), everyone).map(({ step }) => step)).toEqual([
      "approve:lund",
      "prepare-payment:lund",
      "release-payment:lund",
    ]);
  });
});

describe("publishing", () => {
  const { publishedBy: _by, ...fresh } = aCall();
  const draft = { ...fresh, languages: ["en" as const], state: "draft" as const };
  const budgets = [{ ledger: aLedger(), available: 5_000_000, version: 1 }];
  const max = staff("max", "manager", "limburg");
  const publish = (given: object = {}, actor = max) =>
    publishCall.decide(
      { call: draft, staff: everyone, budgets, books: [newBook(aLedger())], challenge: undefined, ...given },
      actor,
      { callId: draft.callId },
      aMoment(),
    );

  test("opens at once when its time has come, else it waits for it", () => {
    expect(publish().result).toEqual({ state: "open" });
    const later = publish({ call: { ...draft, opens: at("2026-12-01T08:00:00Z") } });
    expect(written(later.changes, "call")).toMatchObject([{ state: "scheduled", publishedBy: max.personId }]);
  });

  test("answers no challenge that was taken back, not even in the same second", () => {
    const copy = {
      challengeId: "chl_01K8Z3V5J0QW4R7T9Y2B6C8D1F" as const,
      organisationId: idOf("org", "vivo"),
      organisationName: "Vivo",
      title: { en: "Cold chain" },
      text: { en: "Four days." },
    };
    const posed = {
      ...copy,
      parkId: "limburg",
      posedBy: idOf("per", "anna"),
      at: at("2026-11-01T08:00:00Z"),
      version: 4,
    };
    const call = { ...draft, challenge: copy };
    expect(publish({ call, challenge: posed }).changes).toContainEqual(
      expect.objectContaining({ op: "patch", name: "posedChallenge", when: { version: 4 } }),
    );
    const gone = { ...posed, withdrawnAt: at("2026-11-02T08:00:00Z") };
    for (const challenge of [gone, undefined])
      expect(refused(() => publish({ call, challenge }))).toBe("conflict challenge.withdrawn");
  });

  test("needs a second manager of the lead park", () => {
    expect(refused(() => publish({}, staff("mia", "manager", "limburg")))).toBe("forbidden duties.same-person");
    expect(refused(() => publish({}, staff("lars", "manager", "lund")))).toBe("forbidden actor.role-needed");
  });

  test("is refused with every gap: no money, nobody to stand in", () => {
    const refusal = refusalOf(() => publish({ staff: without("ada"), budgets: [{ ...budgets[0], available: 0 }] }));
    expect(refusal).toMatchObject({
      kind: "conflict",
      code: "call.not-publishable",
      facts: { parksWithoutMoney: ["limburg"], gaps: [{ step: "approve:limburg", found: 1 }] },
    });
  });

  test("people whose grant has ended do not count", () => {
    const ended = everyone.map((one) =>
      one.personId === idOf("per", "ada") ? { ...one, until: at("2026-11-12T09:00:00Z") } : one,
    );
    expect(refused(() => publish({ staff: ended }))).toBe("conflict call.not-publishable");
  });

  test("twice by the same person is once; a published call is not published again by another", () => {
    expect(publish({ call: aCall() }).changes).toEqual([]);
    expect(refused(() => publish({ call: aCall() }, staff("kim", "manager", "limburg")))).toBe(
      "conflict call.wrong-state",
    );
  });
});
