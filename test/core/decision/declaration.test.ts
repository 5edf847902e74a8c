/** Domain §7: a declaration of other aid that is older at the grant than its law allows is signed again before it. */
import { conditionSchema } from "@multihelix/core/aid/condition.ts";
import { declaredLast } from "@multihelix/core/application/declared.ts";
import { type GiveStatementInput, giveStatement } from "@multihelix/core/decision/give-statement.ts";
import { release } from "@multihelix/core/decision/release.ts";
import { previewRelease, type ReleaseFacts } from "@multihelix/core/decision/release-plan.ts";
import { addDays, type Instant } from "@multihelix/core/kernel/instant.ts";
import { conditionShown } from "@multihelix/core/view/condition.ts";
import { describe, expect, test } from "vitest";
import { memberOf, sweep } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { theSections } from "../../fixture/build/application.ts";
import { caseId } from "../../fixture/build/case.ts";
import { aJointCall, aJointProposal, anApproval, max, releaseFacts } from "../../fixture/build/decision.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { eur } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";

const anna = memberOf("anna", "vivo");
const earlier = [{ grantor: "VLAIO", amount: 2_000_000, granted: "2025-03-01" }];

/** The aid section as it was saved and signed at that instant. */
function signedAt(savedAt: Instant, signed = true): Pick<ReleaseFacts, "sections"> {
  const sections = theSections({ aid: { declared: earlier, signed } });
  return { sections: sections.map((one) => (one.sectionId === "aid" ? { ...one, savedAt } : one)) };
}

const releaseOf = (facts: ReleaseFacts, now = aMoment().now) =>
  release.decide(facts, max, { caseId, noInterest: true }, aMoment(now));
const outcomeAt = (signed: Instant, now: Instant) => releaseOf(releaseFacts(signedAt(signed)), now).result.outcome;

describe("a declaration signed so many days before the grant", () => {
  test("holds on the thirtieth day and is asked for again on the thirty-first", () => {
    const granted = at("2026-11-12T09:00:00Z");
    expect(outcomeAt(at("2026-10-13T07:00:00Z"), granted)).toBe("released");
    expect(outcomeAt(at("2026-10-12T20:00:00Z"), granted)).toBe("condition");
  });

  test("is counted in days where the park is, at both ends", () => {
    // Half past midnight of 13 October in Brussels; in UTC it is still the day before.
    expect(outcomeAt(at("2026-10-12T22:30:00Z"), at("2026-11-12T22:30:00Z"))).toBe("released");
    // Half past midnight of 13 November there.
    expect(outcomeAt(at("2026-10-13T07:00:00Z"), at("2026-11-12T23:30:00Z"))).toBe("condition");
  });

  test("that was never signed at all sends the award back instead", () => {
    expect(releaseOf(releaseFacts(signedAt(at("2026-11-11T07:00:00Z"), false))).result.outcome).toBe("back");
  });
});

const stale = at("2026-09-01T07:00:00Z");
const reserved = aGrant({ amount: 1_000_000, status: "reserved" });

/** After its release: the signature is asked for. */
function askedFacts(given: Parameters<typeof releaseFacts>[0] = {}): ReleaseFacts {
  const facts = releaseFacts({ ...signedAt(stale), aidGrants: [reserved] });
  const [one] = written(releaseOf(facts).changes, "case");
  const [proposal] = facts.proposals;
  if (one === undefined || proposal === undefined) throw new Error("nothing was released");
  return releaseFacts({
    ...signedAt(stale),
    aidGrants: [reserved],
    proposals: [{ ...proposal, status: "released" }],
    tasks: [aTask("give-statement", { state: "Condition", timeOut: at("2026-12-03T23:59:59Z") })],
    ...given,
    case: { ...one, ...given.case },
  });
}

const given: GiveStatementInput = { caseId, outcome: "given", declared: earlier, signed: true };
const sign = (input = given, facts = askedFacts()) => giveStatement.decide(facts, anna, input, aMoment());

describe("the release of an award whose declaration is too old", () => {
  const facts = releaseFacts({ ...signedAt(stale), aidGrants: [reserved] });
  const decision = releaseOf(facts);

  test("grants nothing and asks with the day of the signature, the ceiling and the law", () => {
    expect(decision.postings ?? []).toEqual([]);
    expect([written(decision.changes, "voucher"), written(decision.changes, "aidGrant")]).toEqual([[], []]);
    expect(written(decision.changes, "case")).toMatchObject([
      {
        status: "conditional",
        condition: {
          kind: "declaration",
          basis: "eu-de-minimis",
          jurisdiction: "BE",
          ceiling: eur(30_000_000),
          from: "2023-11-12",
          law: "Commission Regulation (EU) 2023/2831 (de minimis), Article 3(2)",
          signed: { on: "2026-09-01", days: 30 },
        },
      },
    ]);
    const [letter, ...others] = written(decision.changes, "letter");
    expect([letter?.kind, letter?.to.name, others]).toEqual(["declaration-asked", "anna", []]);
    expect(letter?.text).toContain("1 september 2026");
    expect(letter?.text).toContain("voorleggen aan de Belgische rechter");
    expect(letter?.text).not.toContain("één keer om een nieuwe beoordeling");
  });

  test("is foretold by its preview, with the signature", () => {
    expect(previewRelease(facts, aMoment())).toMatchObject({
      conditional: true,
      signed: { on: "2026-09-01", days: 30 },
      letters: [{ kind: "declaration-asked" }],
    });
    expect(previewRelease(releaseFacts(), aMoment()).signed).toBeUndefined();
  });
});

describe("the declaration signed again", () => {
  test("is the grant: committed ← reserved, aid granted on this day, and the decision told as ever", () => {
    const decision = sign();
    expect(decision.result).toEqual({ outcome: "granted" });
    expect(decision.postings?.every(({ to, from }) => to === "committed" && from === "reserved")).toBe(true);
    expect(written(decision.changes, "aidGrant")).toMatchObject([{ status: "granted", date: "2026-11-12" }]);
    expect(written(decision.changes, "case")[0]?.condition).toMatchObject({
      grantedAt: aMoment().now,
      statement: { declared: earlier, by: anna.personId, at: aMoment().now },
    });
    expect(written(decision.changes, "letter").map(({ kind }) => kind)).toEqual([
      "decision-award",
      "voucher",
      "voucher",
    ]);
  });

  test("with aid that leaves too little room on this day sends the award back, all freed", () => {
    const declared = [...earlier, { grantor: "EFRO", amount: 27_500_000, granted: "2026-11-01" }];
    const decision = sign({ ...given, declared });
    expect(decision.result).toEqual({ outcome: "back" });
    expect(decision.postings?.every(({ to, from }) => to === "available" && from === "reserved")).toBe(true);
    expect(patches(decision.changes, "aidGrant").map(({ set }) => set)).toEqual([{ status: "freed" }]);
  });

  test("holds for an award that is proposed again within its days, and its figures count; after them it is asked anew", () => {
    const [one] = written(sign({ ...given, declared: [] }).changes, "case");
    const condition = one?.condition;
    if (condition === undefined) throw new Error("no condition");
    const { grantedAt: _, ...unfinished } = condition;
    const again = releaseFacts({ ...signedAt(stale), case: { condition: unfinished } });
    expect(releaseOf(again).result.outcome).toBe("released");
    expect(written(releaseOf(again).changes, "case")[0]?.condition).toEqual(unfinished);
    const [later] = written(releaseOf(again, addDays(aMoment().now, 31)).changes, "case");
    expect(later).toMatchObject({ status: "conditional", condition: { signed: { on: "2026-11-12" } } });
    expect(later?.condition?.statement).toBeUndefined();
    // Until it is signed anew, what was stated last counts, not what the application said.
    expect(declaredLast(later ?? {}, again.sections)).toEqual({ declared: [], signedAt: aMoment().now });
    expect(conditionShown(later?.condition ?? condition).before).toEqual({ declared: [], at: aMoment().now });
  });

  test("refused or passed over in silence lets the award lapse, and the letter says which signature was meant", () => {
    const refusal = sign({ ...given, outcome: "refused", signed: false });
    const silent = { ...given, outcome: "silent", signed: false } as const;
    const silence = giveStatement.decide(askedFacts(), sweep, silent, aMoment(at("2026-12-04T23:59:59Z")));
    for (const decision of [refusal, silence]) {
      expect(decision.result).toEqual({ outcome: "lapsed" });
      expect(patches(decision.changes, "aidGrant").map(({ set }) => set)).toEqual([{ status: "freed" }]);
      expect(written(decision.changes, "letter").map(({ kind }) => kind)).toEqual(["declaration-lapsed", "offer-over"]);
    }
  });
});

test("the statement that another payer's law wants renews the declaration, too: one is asked, for both", () => {
  const proposal = aJointProposal({ status: "approved" });
  const approvals = ["limburg", "wales"].map((parkId) => anApproval(proposal, { parkId }));
  const facts = releaseFacts({ ...signedAt(stale), call: aJointCall(), proposals: [proposal], approvals });
  expect(written(releaseOf(facts).changes, "case")[0]?.condition).toMatchObject({
    kind: "notification",
    basis: "uk-mfa",
    signed: { on: "2026-09-01", days: 30 },
  });
});

test("a condition kept before there were two kinds of it is a notification", () => {
  const [one] = written(releaseOf(releaseFacts(signedAt(stale))).changes, "case");
  if (one?.condition === undefined) throw new Error("no condition");
  const { kind: _, signed: _signed, ...old } = one.condition;
  expect(conditionSchema.parse(old)).toEqual({ ...old, kind: "notification" });
});
