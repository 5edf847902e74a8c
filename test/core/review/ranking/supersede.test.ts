import { refuseSuperseded } from "@multihelix/core/decision/rests-on.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { backToGate } from "@multihelix/core/review/ranking/back-to-gate.ts";
import { goBack } from "@multihelix/core/review/ranking/go-back.ts";
import { answerSuperseding, proposeSuperseding } from "@multihelix/core/review/ranking/supersede.ts";
import { recheckReviewer } from "@multihelix/core/review/recheck-reviewer.ts";
import type { Review } from "@multihelix/core/review/review.ts";
import { openTask } from "@multihelix/core/task/open-task.ts";
import { describe, expect, test } from "vitest";
import { staff, workflow } from "../../../fixture/build/actor.ts";
import { aCall, callId } from "../../../fixture/build/call.ts";
import { aCase, caseId } from "../../../fixture/build/case.ts";
import { aProposal, decisionFacts } from "../../../fixture/build/decision.ts";
import { fresh, inForce, max, mia, moment, now, sure } from "../../../fixture/build/frozen-call.ts";
import { idOf } from "../../../fixture/build/ids.ts";
import { at } from "../../../fixture/build/moment.ts";
import { aCandidate, allMarks, aParty, theParties, thePool } from "../../../fixture/build/reviewer.ts";
import { aSlot } from "../../../fixture/build/slot.ts";
import { aTask } from "../../../fixture/build/task.ts";
import { patches, written } from "../../../fixture/changes.ts";
import { refused } from "../../../fixture/refusal.ts";

describe("superseding by managers", () => {
  const ask = (actor = mia, call = inForce, round = 2) =>
    proposeSuperseding.decide({ call, scored: [] }, actor, { ...sure, round, reason: "Wrong vote." }, moment);
  const asked = { ...inForce, superseding: { round: 2, reason: "Wrong vote.", by: mia.personId, at: moment.now } };
  const answer = (actor: PersonActor, outcome: "confirm" | "refuse", call: typeof inForce = asked, round = 2) =>
    answerSuperseding.decide({ call, scored: [] }, actor, { ...sure, round, outcome }, moment);

  test("changes nothing before another manager confirms it", () => {
    const [call] = written(ask().changes, "call");
    expect(call).toMatchObject({ frozen: { round: 2 }, superseding: { reason: "Wrong vote.", by: mia.personId } });
    expect(ask(mia, asked)).toEqual({ changes: [], result: { round: 2 } });
    expect(refused(() => ask(max, asked))).toBe("conflict ranking.superseding");
    expect(refused(() => answer(mia, "confirm"))).toBe("forbidden duties.same-person");
  });

  test("shuts the gate, keeps the version with who said so, and has the cases brought back", () => {
    const done = answer(max, "confirm");
    const [call] = written(done.changes, "call");
    expect(call?.frozen).toBeUndefined();
    expect(call?.superseding).toBeUndefined();
    expect(call?.superseded).toEqual({ round: 2, at: moment.now });
    expect(patches(done.changes, "frozenRanking")).toMatchObject([
      { set: { superseded: { cause: "managers", by: mia.personId, confirmedBy: max.personId } } },
    ]);
    expect(done.effects).toEqual([{ body: { kind: "shut-gate", callId, round: 2 } }]);
  });

  test("is refused by any of them, and taken back by who proposed it", () => {
    for (const actor of [mia, max]) {
      const [call] = written(answer(actor, "refuse").changes, "call");
      expect([call?.frozen?.round, call?.superseding]).toEqual([2, undefined]);
    }
  });

  test("is for managers of the lead park with a fresh second factor who reviewed nothing, of the version in force", () => {
    expect(refused(() => ask(fresh("olga", "wales")))).toBe("forbidden actor.role-needed");
    expect(refused(() => ask(staff("mia", "manager", "limburg")))).toBe("forbidden second-factor.stale");
    expect(refused(() => ask(mia, inForce, 1))).toBe("conflict ranking.other-version");
    expect(refused(() => ask(mia, { ...inForce, state: "decided" }))).toBe("conflict call.wrong-state");
    expect(refused(() => answer(max, "confirm", inForce))).toBe("conflict ranking.not-superseding");
  });
});

describe("a case that goes back", () => {
  const facts = decisionFacts({
    case: { status: "approving" },
    call: aCall({ mode: "deadline", state: "deciding", superseded: { round: 1, at: moment.now } }),
    tasks: [aTask("propose", { status: "answered", round: 3 }), aTask("approve", { slot: "limburg", round: 3 })],
    proposals: [aProposal({ round: 3, status: "open" })],
  });
  const back = (given: object = {}) =>
    backToGate.decide({ ...facts, ...given }, workflow, { caseId, round: 1 }, moment);

  test("has its proposal and its open tasks superseded, holds nothing, and begins with rounds that nobody used", () => {
    const decision = back();
    expect(decision.result).toEqual({ outcome: "back" });
    expect(written(decision.changes, "case")).toMatchObject([{ status: "in-review", roundsFrom: 4 }]);
    expect(patches(decision.changes, "proposal")).toMatchObject([{ set: { status: "superseded" } }]);
    expect(patches(decision.changes, "task").map(({ set }) => set.status)).toEqual(["superseded"]);
    expect(decision.effects?.map(({ body }) => body)).toMatchObject([
      { kind: "stop-execution" },
      { kind: "start-execution", input: { from: "AwaitRanking", round: 4 } },
    ]);
  });

  test("is one that was not told and rests on a superseded version, or is not proposed while the gate is shut", () => {
    const one = (status: "deciding" | "in-review" | "issued" | "rejected") => aCase({ status });
    expect(back({ one: one("issued") }).result).toEqual({ outcome: "nothing" });
    expect(back({ one: one("rejected") }).result).toEqual({ outcome: "nothing" });
    expect(back({ proposals: [aProposal({ round: 3, ranking: { round: 2, hash: "f" } })] }).result).toEqual({
      outcome: "nothing",
    });
    expect(back({ one: one("deciding") }).result).toEqual({ outcome: "back" });
    expect(back({ one: one("deciding"), call: inForce }).result).toEqual({ outcome: "nothing" });
    const gate = (status: "open" | "answered") => ({
      one: one("in-review"),
      tasks: [aTask("await-ranking", { status })],
    });
    expect(back(gate("open")).result).toEqual({ outcome: "nothing" });
    expect(back(gate("answered")).result).toEqual({ outcome: "back" });
  });

  test("begins with rounds that nobody used, also where it went back before", () => {
    const facts = decisionFacts({ case: { status: "in-review", roundsFrom: 5 }, tasks: [], proposals: [] });
    const one = aCase({ status: "in-review", roundsFrom: 5 });
    const again = goBack(
      { ...facts, one },
      "PlanReviews",
      { type: "review.set-aside", facts: {} },
      "review-aside",
      workflow,
      moment,
    );
    expect(written(again.changes, "case")).toMatchObject([{ roundsFrom: 6 }]);
  });

  test("is not asked by the execution that it left", () => {
    const one = aCase({ status: "in-review", roundsFrom: 2 });
    const asking = { token: "t", execution: "e", entered: now, retry: 0, workflow: "voucher-selection" as const };
    const open = (kind: "propose" | "await-ranking", round: number) =>
      openTask.decide(
        { one, existing: undefined, slot: undefined, voucher: undefined, call: inForce, recipients: [] },
        workflow,
        { ...asking, caseId, attempt: 1, state: "Propose", slot: "-", kind, round },
        moment,
      ).result;
    expect(open("propose", 1)).toEqual({ status: "cancelled" });
    expect(open("propose", 2)).toEqual({ status: "open" });
  });

  test("sends who stands in the opened slot nobody's question: somebody is looked for first", () => {
    const reopened = aSlot({ slot: "r1", status: "planned", round: 2 });
    const { reviewerId: _nobody, ...slot } = reopened;
    const decision = openTask.decide(
      {
        one: aCase({ status: "in-review" }),
        existing: undefined,
        slot,
        voucher: undefined,
        call: undefined,
        recipients: [],
      },
      workflow,
      {
        caseId,
        attempt: 1,
        workflow: "voucher-selection",
        state: "Declare",
        slot: "r1",
        round: 2,
        kind: "declare",
        token: "t",
        execution: "e",
        entered: now,
        retry: 0,
      },
      moment,
    );
    expect(written(decision.changes, "task")).toMatchObject([{ status: "answered", answer: { outcome: "vacant" } }]);
  });
});

describe("a proposal", () => {
  test("rests on the version that it names, and those of earlier days on the first", () => {
    const call = aCall({ mode: "deadline", superseded: { round: 1, at: moment.now } });
    expect(refused(() => refuseSuperseded(aProposal(), call))).toBe("conflict proposal.ranking-superseded");
    expect(refused(() => refuseSuperseded(aProposal({ ranking: { round: 1, hash: "f" } }), call))).toBe(
      "conflict proposal.ranking-superseded",
    );
    refuseSuperseded(aProposal({ ranking: { round: 2, hash: "f" } }), call);
    refuseSuperseded(aProposal(), aCall());
  });
});

describe("a review set aside", () => {
  const personId = idOf("per", "uma");
  const register = { scheme: "BE-BCE_KBO", id: "0999999031" };
  const on = theParties({ parties: [aParty("vivo", { register }), aParty("lab", { headcount: 5_000 })] });
  const stake = aCandidate("uma", "uppsala", {
    interests: [{ register: { ...register, name: "Vivo" }, kind: "equity" }],
  });
  const filedAt = at("2026-12-18T09:00:00Z");
  const review = { caseId, attempt: 1, slot: "r1", reviewerId: personId, status: "filed", marks: allMarks(4), filedAt };
  const aside = (call: ReturnType<typeof aCall>, status: "deciding" | "approving" = "deciding", filed = filedAt) =>
    recheckReviewer.decide(
      {
        ...thePool({ on, call, one: aCase({ status }), candidates: [stake] }),
        slots: [aSlot({ slot: "r1", reviewerId: personId, status: "filed" })],
        reviews: [{ ...review, filedAt: filed } as unknown as Review],
        decision: decisionFacts({ case: { status }, call }),
      },
      workflow,
      { caseId, attempt: 1, personId },
      moment,
    );

  test("opens its slot for somebody else and supersedes the version that counted it", () => {
    const decision = aside(inForce);
    expect(written(decision.changes, "slot")).toMatchObject([
      { status: "planned", round: 2, tried: [{ personId, reason: "conflict", read: true }] },
    ]);
    expect(written(decision.changes, "case")).toMatchObject([{ status: "in-review" }]);
    expect(written(decision.changes, "call")[0]?.frozen).toBeUndefined();
    expect(patches(decision.changes, "frozenRanking")).toMatchObject([
      { set: { superseded: { cause: "conflict", caseId, slot: "r1" } } },
    ]);
  });

  test("leaves a version alone that did not count it, and a rolling call without one", () => {
    const later = aside(inForce, "deciding", at("2026-12-19T10:00:00Z"));
    expect(written(later.changes, "call")).toEqual([]);
    expect(written(aside(aCall()).changes, "call")).toEqual([]);
    expect(patches(aside(aCall()).changes, "call")).toEqual([]);
  });

  test("takes a proposal of a deadline call with it, and leaves one of a rolling call to those who approve it", () => {
    expect(aside(inForce, "approving").result).toEqual({ outcome: "set-aside" });
    expect(aside(aCall(), "approving").result).toEqual({ outcome: "none" });
  });
});
