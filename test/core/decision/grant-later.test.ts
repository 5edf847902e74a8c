import { askOfferAgain } from "@multihelix/core/application/ask-offer-again.ts";
import { type GiveStatementInput, giveStatement } from "@multihelix/core/decision/give-statement.ts";
import { release } from "@multihelix/core/decision/release.ts";
import { previewRelease, type ReleaseFacts } from "@multihelix/core/decision/release-plan.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import type { Moment } from "@multihelix/core/kernel/verb.ts";
import { resumeInput } from "@multihelix/core/task/restart-case.ts";
import { partyBlocks } from "@multihelix/core/view/party-picture.ts";
import { statedSentence } from "@multihelix/core/view/stated-text.ts";
import type { PictureFacts } from "@multihelix/core/view/station.ts";
import { describe, expect, test } from "vitest";
import { staff, sweep } from "../../fixture/build/actor.ts";
import { caseId } from "../../fixture/build/case.ts";
import { anna, conditionalFacts, gbp, olga, reserved } from "../../fixture/build/conditional.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const given: GiveStatementInput = { caseId, outcome: "given", declared: [], signed: true };
const state = (facts: ReleaseFacts, input = given) => giveStatement.decide(facts, anna, input, aMoment());

type Verification = NonNullable<ReleaseFacts["applicant"]>["verification"];
function having(facts: ReleaseFacts, verification: Verification): ReleaseFacts {
  const { applicant } = facts;
  if (applicant === undefined) throw new Error("no applicant");
  return { ...facts, applicant: { ...applicant, verification } };
}
function offered(facts: ReleaseFacts, given: Partial<NonNullable<ReleaseFacts["offer"]>>): ReleaseFacts {
  const { offer } = facts;
  if (offer === undefined) throw new Error("no offer");
  return { ...facts, offer: { ...offer, ...given } };
}

const unverified = having(conditionalFacts(), "unverified");

/** The statement was made while the park had not verified the company; the releaser has the task. */
function stated(facts = unverified, moment = aMoment()): ReleaseFacts {
  const [one] = written(giveStatement.decide(facts, anna, given, moment).changes, "case");
  const { one: before } = facts;
  if (one === undefined || before === undefined) throw new Error("nothing was stated");
  const answer = { outcome: "waits", round: 2 };
  const condition = { state: "Condition", status: "answered", by: anna.personId, at: moment.now, answer } as const;
  return {
    ...facts,
    one: { ...before, ...one },
    tasks: [aTask("give-statement", condition), aTask("release", { state: "Release", round: 2 })],
  };
}

const input = { caseId, noInterest: true } as const;
const grant = (facts: ReleaseFacts, moment: Moment = aMoment(), by = olga) => release.decide(facts, by, input, moment);
const verified = having(stated(), "verified");

/** Two weeks after the statement the offer has run out; its provider was asked meanwhile. */
const late = aMoment(at("2026-11-26T09:00:00Z"));
const runOut = offered(verified, { validUntil: at("2026-11-20T22:59:59Z") });
const renewal = (status: "open" | "timed-out", opened = at("2026-11-12T09:00:01Z")) =>
  aTask("renew-offer", { workflow: "voucher-selection", state: "OfferAgain", status, opened });
const asking = (task: ReturnType<typeof renewal>): ReleaseFacts => ({ ...runOut, tasks: [...runOut.tasks, task] });
const asked = (status: "open" | "timed-out") => asking(renewal(status));

describe("a statement whose award waits for what others can still put right", () => {
  const decision = state(unverified);

  test("is kept, its task answered, and says what is awaited; nothing is granted or freed", () => {
    expect(decision.result).toEqual({ outcome: "waits" });
    expect(decision.postings ?? []).toEqual([]);
    expect(written(decision.changes, "aidGrant")).toEqual([]);
    expect(patches(decision.changes, "aidGrant")).toEqual([]);
    expect(written(decision.changes, "voucher")).toEqual([]);
    expect(written(decision.changes, "letter")).toEqual([]);
    expect(written(decision.changes, "case")).toMatchObject([
      {
        status: "conditional",
        condition: { statement: { by: anna.personId }, awaited: ["organisation.not-verified"] },
      },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "waits", round: 2 }]);
  });

  test("waits for a provider whose offer has run out, too, and the provider is asked at once", () => {
    const out = state(offered(conditionalFacts(), { validUntil: at("2026-11-01T22:59:59Z") }));
    expect(out.result).toEqual({ outcome: "waits" });
    expect(written(out.changes, "case")).toMatchObject([{ condition: { awaited: ["offer.run-out"] } }]);
    expect(out.effects).toContainEqual({ body: { kind: "ask-offer-again", caseId } });
    expect(decision.effects).toContainEqual({
      body: { kind: "ask-offer-again", caseId },
      dueAt: "2026-12-26T08:00:00.001Z",
    });
  });

  test("goes back where what fails lasts, or the offer was taken back, and the company is told", () => {
    const taken = offered(conditionalFacts(), { withdrawnAt: at("2026-11-01T09:00:00Z") });
    for (const facts of [having(conditionalFacts(), "rejected"), taken]) {
      const back = state(facts);
      expect(back.result).toEqual({ outcome: "back" });
      expect(written(back.changes, "letter").map(({ kind }) => kind)).toEqual(["award-anew"]);
      expect(back.postings?.map(({ to, amount }) => [to, amount])).toEqual([["available", reserved.amount]]);
    }
  });

  test("twice is once, and silence after it changes nothing", () => {
    const { one, tasks } = stated();
    const only = tasks.filter(({ kind }) => kind === "give-statement");
    expect(state({ ...unverified, one, tasks: only })).toEqual({ changes: [], result: { outcome: "waits" } });
    const silent: GiveStatementInput = { ...given, outcome: "silent", signed: false };
    const late = aMoment(addDays(at("2026-12-03T23:59:59Z"), 1));
    expect(giveStatement.decide(stated(), sweep, silent, late).changes).toEqual([]);
  });

  test("is explained to everybody who reads the case", () => {
    const { one } = stated();
    if (one === undefined) throw new Error("no case");
    for (const language of ["en", "nl", "fr", "sv", "cy"] as const)
      expect(statedSentence(one, "Wales Park", language)).toContain("Wales Park");
    expect(statedSentence(one, "Wales Park", "en")).toBe(
      `${one.applicantName} has made its statement, and it is kept. When it was made, the award still waited for the check of ${one.applicantName} by Wales Park. Once nothing is missing, Wales Park grants the award by the rules of that day.`,
    );
  });

  test("is where the parties see the case, while the park's people hold the release", () => {
    const { one, tasks } = stated();
    if (one === undefined) throw new Error("no case");
    const facts: Pick<PictureFacts, "items" | "view" | "language" | "names" | "network" | "now"> = {
      items: { task: tasks } as PictureFacts["items"],
      view: { status: "conditional" } as PictureFacts["view"],
      language: "en",
      names: {},
      network: aMoment().network,
      now: aMoment().now,
    };
    const blocks = partyBlocks(facts, one, [
      { name: "Condition", states: ["Condition"] },
      { name: "Accept", states: ["AcceptTerms"] },
    ]);
    expect(blocks.filter(({ state }) => state === "present").map(({ id }) => id)).toEqual(["Condition"]);
  });

  test("a workflow that was lost takes it up at the release, in the round that the statement named", () => {
    const { one, tasks, proposals } = stated();
    if (one === undefined) throw new Error("no case");
    const answered = tasks.filter(({ kind }) => kind === "give-statement");
    expect(resumeInput(one, answered, proposals)).toMatchObject({ from: "Release", round: 2 });
    expect(resumeInput(one, tasks, proposals)).toMatchObject({ from: "Release", round: 2 });
  });
});

describe("the grant that follows it", () => {
  test("is refused while something is awaited, and leaves its task open", () => {
    expect(refused(() => grant(stated()))).toBe("conflict eligibility.not-met");
    expect(refused(() => grant(runOut, late))).toBe("conflict offer.run-out");
    expect(refused(() => grant(asked("open"), late))).toBe("conflict offer.run-out");
    expect(previewRelease(asked("open"), late).back).toBe(false);
  });

  test("is decided anew once the provider took its offer back, or let it run out and was silent: everything is freed", () => {
    const taken = offered(verified, { withdrawnAt: at("2026-11-12T08:00:00Z") });
    for (const facts of [taken, asked("timed-out")]) {
      expect(previewRelease(facts, late)).toMatchObject({ back: true, letters: [{ kind: "award-anew" }] });
      const decision = grant(facts, late);
      expect(decision.result).toEqual({ outcome: "back" });
      expect(decision.postings?.map(({ to, amount }) => [to, amount])).toEqual([["available", reserved.amount]]);
      expect(patches(decision.changes, "aidGrant").map(({ set }) => set)).toEqual([{ status: "freed" }]);
      const letters = written(decision.changes, "letter");
      expect(letters.map(({ kind }) => kind)).toEqual(["award-anew"]);
      expect(decision.changes).toContainEqual(expect.objectContaining({ op: "check", name: "offer" }));
    }
  });

  test("has the provider asked once more where its silence was before the statement", () => {
    const { one, offer, call } = runOut;
    const ask = (tasks: ReleaseFacts["tasks"]) =>
      askOfferAgain.decide(
        { one, offer, call, tasks, providers: [], applicants: [], managers: [] },
        { kind: "system", name: "outbox" },
        { caseId },
        late,
      ).result;
    const before = renewal("timed-out", at("2026-11-05T09:00:00Z"));
    expect(ask([before])).toEqual({ outcome: "asked" });
    expect(refused(() => grant(asking(before), late))).toBe("conflict offer.run-out");
    const across = { ...before, at: at("2026-11-12T09:30:00Z") };
    expect(grant(asking(across), late).result).toEqual({ outcome: "back" });
    expect(ask(asked("open").tasks)).toEqual({ outcome: "nothing" });
    expect(ask(asked("timed-out").tasks)).toEqual({ outcome: "nothing" });
  });

  test("is the releaser's: committed ← reserved, aid of this day, the confirmation sent", () => {
    const decision = grant(verified, aMoment(at("2026-12-20T09:00:00Z")));
    expect(decision.result).toEqual({ outcome: "granted" });
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["committed", "reserved", 800_000],
    ]);
    expect(written(decision.changes, "aidGrant")).toMatchObject([{ status: "granted", date: "2026-12-20" }]);
    expect(written(decision.changes, "case")).toMatchObject([{ status: "issued", awarded: gbp(800_000) }]);
    expect(written(decision.changes, "letter").map(({ kind }) => kind)).toEqual([
      "mfa-confirmation",
      "voucher",
      "voucher",
    ]);
    expect(decision.changes).toContainEqual(expect.objectContaining({ op: "check", name: "offer" }));
  });

  test("is neither the proposer's nor the company's", () => {
    expect(refused(() => grant(verified, aMoment(), staff("mia", "manager", "wales")))).toBe(
      "forbidden duties.same-person",
    );
    expect(refused(() => grant(verified, aMoment(), anna))).toBe("forbidden actor.role-needed");
  });

  test("with too little room by then goes back: everything freed, the company told, the next round after both tasks", () => {
    const { one } = verified;
    if (one?.condition?.statement === undefined) throw new Error("no statement");
    const declared = [{ grantor: "Cyllid Cymru", amount: 30_800_000, granted: "2024-04-01" }];
    const condition = { ...one.condition, statement: { ...one.condition.statement, declared } };
    const decision = grant({ ...verified, one: { ...one, condition } });
    expect(decision.result).toEqual({ outcome: "back" });
    expect(patches(decision.changes, "aidGrant").map(({ set }) => set)).toEqual([{ status: "freed" }]);
    expect(decision.postings?.map(({ to, amount }) => [to, amount])).toEqual([["available", reserved.amount]]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "back", round: 3 }]);
    expect(written(decision.changes, "letter").map(({ kind }) => kind)).toEqual(["award-anew"]);
    const deciding = { ...one, status: "deciding" } as const;
    const answered = verified.tasks.map((task) => ({ ...task, status: "answered" as const }));
    expect(resumeInput(deciding, answered, verified.proposals)).toMatchObject({ from: "Propose", round: 3 });
  });

  test("once another financial year has begun, the statement is asked for anew and the first one kept until then", () => {
    const april = aMoment(at("2027-04-02T09:00:00Z"));
    const standing = offered(verified, { validUntil: at("2027-12-31T22:59:59Z") });
    expect(previewRelease(standing, april)).toMatchObject({
      conditional: true,
      letters: [{ kind: "mfa-notification" }],
    });
    const decision = grant(standing, april);
    expect(decision.result).toEqual({ outcome: "condition" });
    expect(decision.postings ?? []).toEqual([]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "condition", round: 2 }]);
    const [asked] = written(decision.changes, "case");
    expect(asked).toMatchObject({
      status: "conditional",
      condition: { from: "2025-04-01", before: { by: anna.personId } },
    });
    expect(asked?.condition?.statement).toBeUndefined();
    // The first letter of this decision has the round alone in its key: one of the same would not be sent.
    expect(written(decision.changes, "letter")[0]?.key).toContain(april.now);
  });
});
