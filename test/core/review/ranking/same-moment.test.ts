/** Two acts on one ranking in the same second, on a real store: one stands, the other is decided anew. */
import { propose } from "@multihelix/core/decision/propose.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Decision, Verb } from "@multihelix/core/kernel/verb.ts";
import { backToGate } from "@multihelix/core/review/ranking/back-to-gate.ts";
import { freezeRanking } from "@multihelix/core/review/ranking/freeze-ranking.ts";
import { passGate } from "@multihelix/core/review/ranking/pass-gate.ts";
import { answerSuperseding, proposeSuperseding } from "@multihelix/core/review/ranking/supersede.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { staff, workflow } from "../../../fixture/build/actor.ts";
import { aCall, callId } from "../../../fixture/build/call.ts";
import { caseId } from "../../../fixture/build/case.ts";
import { decisionFacts } from "../../../fixture/build/decision.ts";
import { fresh, inForce, max, mia, moment, now, sure } from "../../../fixture/build/frozen-call.ts";
import { aMoment } from "../../../fixture/build/moment.ts";
import { aTask } from "../../../fixture/build/task.ts";
import { aWholeCall } from "../../../fixture/build/whole-call.ts";
import { written } from "../../../fixture/changes.ts";
import { startTestDeps, type TestDeps } from "../../../fixture/deps.ts";

describe("at the same moment", () => {
  let deps: TestDeps;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    ({ deps, stop } = await startTestDeps({ now }));
  });
  afterEach(() => stop());

  /** What somebody would commit who read before the others acted. */
  async function stale<I, F, R>(verb: Verb<I, F, R>, actor: Parameters<typeof perform>[1], input: I) {
    const facts = await verb.read(deps.store, input, actor);
    return () => verb.decide(facts, actor, input, aMoment(now));
  }
  const commits = async ({ changes }: Decision<unknown>) => (await deps.store.commit(changes)).ok;
  async function frozenCall() {
    const world = await aWholeCall(deps.store, 2, 2, 3);
    for (const one of world.caseIds)
      await deps.store.commit([
        { op: "create", name: "task", value: { ...aTask("await-ranking", { caseId: one }), version: 0 } },
      ]);
    return world.caseIds;
  }
  const freeze = { callId, noInterest: true as const };
  const supersedes = async (round: number) => {
    await perform(deps, mia, `ask-${round}`, proposeSuperseding, { ...sure, round, reason: "Wrong." });
    await perform(deps, max, `confirm-${round}`, answerSuperseding, { ...sure, round, outcome: "confirm" });
  };

  test("two managers: one proposal stands, and one confirmation", async () => {
    await frozenCall();
    await perform(deps, mia, "freeze", freezeRanking, freeze);
    const input = { ...sure, round: 1, reason: "Wrong." };
    const [first, second] = [await stale(proposeSuperseding, mia, input), await stale(proposeSuperseding, max, input)];
    expect([await commits(first()), await commits(second())]).toEqual([true, false]);
    const third = fresh("noor");
    const confirm = { ...sure, round: 1, outcome: "confirm" as const };
    const [one, other] = [await stale(answerSuperseding, max, confirm), await stale(answerSuperseding, third, confirm)];
    expect([await commits(one()), await commits(other())]).toEqual([true, false]);
    await expect(perform(deps, third, "again", answerSuperseding, confirm)).rejects.toMatchObject({
      code: "ranking.other-version",
    });
  });

  test("a case let through the gate and the ranking superseded: whichever is first, the case waits or goes back", async () => {
    const [one] = await frozenCall();
    if (one === undefined) throw new Error("no case");
    await perform(deps, mia, "freeze", freezeRanking, freeze);
    const passing = await stale(passGate, workflow, { caseId: one });
    await supersedes(1);
    // The gate was shut meanwhile: the answer that was decided before is refused, and decided anew it lets nobody through.
    expect(await commits(passing())).toBe(false);
    expect(await perform(deps, workflow, "late", passGate, { caseId: one })).toEqual({ outcome: "nothing" });
    await perform(deps, mia, "freeze-2", freezeRanking, freeze);
    await perform(deps, workflow, "pass", passGate, { caseId: one });
    await supersedes(2);
    expect(await perform(deps, workflow, "shut", backToGate, { caseId: one, round: 2 })).toEqual({ outcome: "back" });
    expect(await perform(deps, workflow, "shut", backToGate, { caseId: one, round: 2 })).toEqual({ outcome: "back" });
    expect(await deps.store.get("case", { caseId: one })).toMatchObject({ roundsFrom: 2, restarts: 1 });
  });

  test("a version frozen and a review set aside: neither commits on what the other changed", async () => {
    await frozenCall();
    const call = await deps.store.get("call", { callId });
    if (call === undefined) throw new Error("no call");
    const freezing = await stale(freezeRanking, mia, freeze);
    // As a review set aside does before there is a version that counts it.
    const touches = () =>
      deps.store.commit([{ op: "patch", name: "call", key: { callId }, set: {}, when: { version: call.version } }]);
    expect((await touches()).ok).toBe(true);
    expect(await commits(freezing())).toBe(false);
    await perform(deps, mia, "freeze", freezeRanking, freeze);
    expect((await touches()).ok).toBe(false);
  });

  test("a proposal holds the version that it was decided on, and one of a rolling call no call at all", () => {
    const input = {
      caseId,
      noInterest: true as const,
      kind: "reject" as const,
      reasons: "Low.",
      conditions: "",
      outOfOrderReason: "",
    };
    const proposing = (call: ReturnType<typeof aCall>) =>
      propose.decide(
        { ...decisionFacts({ call, tasks: [aTask("propose")] }), budgets: [], books: [], rows: [] },
        staff("mia", "manager", "limburg"),
        input,
        moment,
      );
    const held = ({ changes }: Decision<unknown>) => changes.filter(({ name }) => name === "call");
    expect(held(proposing(inForce))).toEqual([
      { op: "check", name: "call", key: { callId }, when: { version: inForce.version } },
    ]);
    expect(held(proposing(aCall()))).toEqual([]);
    expect(written(proposing(inForce).changes, "proposal")[0]?.ranking).toEqual({ round: 2, hash: "f00" });
  });
});
