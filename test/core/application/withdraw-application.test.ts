import { withdrawApplication } from "@multihelix/core/application/withdraw-application.ts";
import { emptyShare } from "@multihelix/core/ledger/posting.ts";
import { describe, expect, test } from "vitest";
import { memberOf, sweep, workflow } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const anna = memberOf("anna", "vivo");
const contact = { personId: idOf("per", "anna"), email: "anna@vivo.example", name: "Anna", language: "en" } as const;
const proposal = {
  caseId,
  attempt: 1,
  round: 1,
  kind: "award",
  shares: [],
  conditions: "",
  reasons: "Clear need.",
  contentHash: "c0ffee",
  proposedBy: idOf("per", "mia"),
  proposedAt: at("2026-11-01T08:00:00Z"),
  status: "open",
  version: 1,
} as const;

const facts = {
  one: aCase({ status: "approving" }),
  tasks: [
    aTask("approve", { slot: "limburg" }),
    aTask("approve", { slot: "lund" }),
    aTask("propose", { status: "answered" }),
  ],
  shares: [
    { ...emptyShare(caseId, aLedger()), reserved: 600_000 },
    { ...emptyShare(caseId, aLedger("lund", "SEK")), reserved: 4_400_000 },
    emptyShare(caseId, aLedger("wales", "GBP")),
  ],
  proposals: [{ ...proposal, shares: [] }],
  aidGrants: [aGrant({ status: "reserved" })],
  recipients: [contact],
};
type Facts = typeof facts;
const withdraw = (given: { [K in keyof Facts]?: unknown } = {}, actor: typeof anna | typeof sweep = anna) =>
  withdrawApplication.decide(
    { ...facts, ...given } as Parameters<typeof withdrawApplication.decide>[0],
    actor,
    { caseId },
    aMoment(),
  );

describe("withdrawal by the applicant", () => {
  test("frees the money of every park and the aid headroom in the same commit", () => {
    const { postings, changes } = withdraw();
    expect(postings).toEqual([
      { ledger: aLedger(), to: "available", from: "reserved", amount: 600_000, caseId, memo: "withdrawn" },
      {
        ledger: aLedger("lund", "SEK"),
        to: "available",
        from: "reserved",
        amount: 4_400_000,
        caseId,
        memo: "withdrawn",
      },
    ]);
    expect(patches(changes, "aidGrant")).toMatchObject([{ set: { status: "freed" } }]);
    expect(patches(changes, "proposal")).toEqual([{ set: { status: "superseded" }, when: { status: "open" } }]);
  });

  test("closes every open task and stops the workflow that ran", () => {
    const { changes, effects } = withdraw();
    expect(patches(changes, "task").map(({ set, when }) => [set.status, when])).toEqual([
      ["cancelled", { status: "open" }],
      ["cancelled", { status: "open" }],
    ]);
    expect(effects?.map(({ body }) => body.kind)).toEqual(["stop-execution", "send-letter"]);
    expect(effects?.[0]?.body).toMatchObject({ executionName: `${caseId}-1` });
    expect(written(changes, "case")).toMatchObject([{ status: "withdrawn" }]);
    expect(written(changes, "letter")).toMatchObject([{ kind: "withdrawn" }]);
  });

  test("is possible in every status before a voucher exists, and in none after", () => {
    for (const status of [
      "screening",
      "more-information",
      "conditional",
      "ineligible-proposed",
      "in-review",
      "deciding",
      "approving",
      "approved",
    ] as const) {
      expect(withdraw({ one: aCase({ status }) }).result).toEqual({ outcome: "withdrawn" });
    }
    for (const status of ["issued", "in-use", "redeemed", "rejected"] as const) {
      expect(refused(() => withdraw({ one: aCase({ status }) }))).toBe("conflict case.wrong-status");
    }
  });

  test("of a draft: no workflow, no letter, and no park ever sees a row", () => {
    const { submittedAt: _at, ...draft } = aCase({ status: "draft" });
    const { changes, effects } = withdraw({ one: draft, tasks: [], shares: [], proposals: [], aidGrants: [] });
    expect(effects).toEqual([]);
    expect(written(changes, "row")).toEqual([]);
    expect(written(changes, "letter")).toEqual([]);
  });

  test("twice is once", () => {
    expect(withdraw({ one: aCase({ status: "withdrawn" }) })).toEqual({
      changes: [],
      result: { outcome: "withdrawn" },
    });
  });

  test("not by others", () => {
    expect(refused(() => withdraw({}, memberOf("zoe", "other")))).toBe("not_found case.not-found");
    expect(refused(() => withdraw({}, memberOf("lena", "lab")))).toBe("forbidden actor.member-needed");
  });
});

describe("silence on a question", () => {
  const asked = (timeOut: string) => ({
    one: aCase({ status: "more-information" }),
    tasks: [aTask("answer-question", { timeOut: at(timeOut) })],
    shares: [],
    proposals: [],
    aidGrants: [],
  });

  test("past its time, the question answers itself and the workflow ends by that answer", () => {
    const { changes, effects } = withdraw(asked("2026-11-11T22:59:59Z"), sweep);
    expect(patches(changes, "task")[0]?.set).toMatchObject({
      status: "timed-out",
      answer: { outcome: "withdrawn", round: 1, parks: [], slots: [] },
    });
    expect(effects?.map(({ body }) => body.kind)).toEqual(["resolve-task", "send-letter"]);
    expect(written(changes, "letter")[0]?.text).toContain("not answered in time");
  });

  test("before its time, the system withdraws nothing", () => {
    expect(refused(() => withdraw(asked("2026-11-13T22:59:59Z"), sweep))).toBe("conflict task.not-due");
    expect(refused(() => withdraw({}, workflow))).toBe("conflict task.not-open");
  });
});
