import { propose } from "@multihelix/core/decision/propose.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { openLetter } from "@multihelix/core/letter/open-letter.ts";
import { admitRedress } from "@multihelix/core/redress/admit-redress.ts";
import { askRedress } from "@multihelix/core/redress/ask-redress.ts";
import { decideRedress } from "@multihelix/core/redress/decide-redress.ts";
import type { RedressFacts } from "@multihelix/core/redress/redress-facts.ts";
import { deliveredAt, untilOf } from "@multihelix/core/redress/window.ts";
import { whoActed } from "@multihelix/core/review/pool.ts";
import { describe, expect, test } from "vitest";
import { anActor, memberOf, staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { anApproval, aProposal, mia, proposing } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aRecipient } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const anna = memberOf("anna", "vivo");
const nora = staff("nora", "redress", "limburg");
const zone = "Europe/Brussels";
const letter = {
  kind: "decision-rejection",
  key: "decision-rejection:1:per_anna",
  status: "sent" as const,
  sentAt: at("2026-10-01T09:00:00Z"),
};

function facts(given: Partial<RedressFacts> = {}): RedressFacts {
  const proposal = aProposal({ kind: "reject", status: "released" });
  return {
    one: aCase({ status: "rejected" }),
    tasks: [
      aTask("screen", { status: "answered", by: idOf("per", "sam"), at: at("2026-09-03T08:00:00Z") }),
      aTask("release", { status: "answered", by: idOf("per", "max"), at: at("2026-10-01T08:00:00Z") }),
    ],
    slots: [aSlot({ status: "filed", reviewerId: idOf("per", "uma") })],
    proposals: [proposal],
    approvals: [anApproval(proposal)],
    applicants: [aRecipient("anna")],
    providers: [aRecipient("lars")],
    claims: [],
    call: aCall(),
    voucher: undefined,
    recoveries: [],
    ...given,
  };
}

type Told = Parameters<typeof untilOf>[0][number] & { readonly key: string };
const askableUntil = (letters: readonly Told[], key: string, of: string) =>
  untilOf(
    letters.filter((letter) => letter.key.startsWith(key)),
    of,
    [],
  );

describe("the window for redress", () => {
  test("is thirty days from the first signed-in opening, to the end of the day in the park's zone", () => {
    const opened = { ...letter, openedAt: at("2026-10-03T22:30:00Z") };
    expect(askableUntil([opened], "decision-rejection:1:", zone)).toBe("2026-11-03T22:59:59.000Z");
  });

  test("else from ten days after the mail server took the letter", () => {
    expect(deliveredAt(letter)).toBe("2026-10-11T09:00:00.000Z");
    expect(askableUntil([letter], "decision-rejection:1:", zone)).toBe("2026-11-10T22:59:59.000Z");
  });

  test("does not run while no delivery is proven: the letter came back, or is not sent", () => {
    for (const status of ["bounced", "refused", "queued"] as const)
      expect(askableUntil([{ ...letter, status }], "decision-rejection:1:", zone)).toBeUndefined();
  });

  test("is that of the present decision: letters of an earlier attempt and of other kinds do not count", () => {
    expect(askableUntil([letter], "decision-rejection:2:", zone)).toBeUndefined();
    expect(askableUntil([{ ...letter, key: "receipt:1:per_anna" }], "decision-rejection:1:", zone)).toBeUndefined();
  });
});

describe("asking", () => {
  const input = { caseId, ground: "fact-overlooked", reasons: "Annex 2 names the assay." } as const;
  const ask = (given: Partial<RedressFacts> = {}, actor = anna, now = aMoment().now, letters = [letter]) =>
    askRedress.decide({ ...facts(given), letters: letters as never }, actor, input, aMoment(now));

  test("keeps the request with the case, starts its workflow under the request's id, and says so by letter", () => {
    const decision = ask({}, anna, at("2026-11-10T09:00:00Z"));
    const [one] = written(decision.changes, "case");
    expect(one).toMatchObject({ status: "rejected", redress: { status: "asked", against: "rejection", attempt: 1 } });
    expect(decision.effects?.[0]?.body).toMatchObject({
      kind: "start-execution",
      workflow: "redress",
      executionName: one?.redress?.redressId,
      input: { from: "Admissibility", round: 1 },
    });
    expect(written(decision.changes, "letter").map(({ kind }) => kind)).toEqual(["redress"]);
  });

  test("is possible against ineligibility, and against nothing that was not decided", () => {
    expect(ask({ one: aCase({ status: "ineligible" }) }, anna, at("2026-11-10T09:00:00Z")).result.status).toBe("asked");
    for (const status of ["in-review", "issued", "withdrawn", "lapsed"] as const)
      expect(refused(() => ask({ one: aCase({ status }) }))).toBe("conflict case.wrong-status");
  });

  test("comes once, and within its window", () => {
    expect(refused(() => ask({ one: aCase({ status: "rejected", redress: aRedress({ reasons: "Other." }) }) }))).toBe(
      "conflict redress.asked-before",
    );
    expect(refused(() => ask({}, anna, at("2026-11-10T23:00:00Z")))).toBe("conflict redress.too-late");
    expect(ask({}, anna, at("2027-03-01T09:00:00Z"), []).result.status).toBe("asked");
  });

  test("is for an owner or editor of the applicant", () => {
    expect(refused(() => ask({}, memberOf("vic", "vivo", "viewer")))).toBe("forbidden actor.member-needed");
    expect(refused(() => ask({}, mia))).toBe("not_found case.not-found");
  });
});

const admitted = (given: Partial<RedressFacts> = {}) =>
  facts({
    one: aCase({ status: "rejected", redress: aRedress({ status: "admitted" }), restarts: 2 }),
    tasks: [...facts().tasks, aTask("decide-redress", { state: "Outcome" })],
    ...given,
  });
const asking = (given: Partial<RedressFacts> = {}) =>
  facts({
    one: aCase({ status: "rejected", redress: aRedress() }),
    tasks: [...facts().tasks, aTask("admit-redress", { state: "Admissibility" })],
    ...given,
  });
const admit = (
  actor: Parameters<typeof admitRedress.decide>[1],
  given = asking(),
  reasons = "",
  outcome = "admitted",
) =>
  admitRedress.decide(given, actor, { caseId, noInterest: true, outcome: outcome as "admitted", reasons }, aMoment());
const decide = (outcome: "upheld" | "partly" | "rejected", given = admitted()) =>
  decideRedress.decide(given, nora, { caseId, noInterest: true, outcome, reasons: "It was not read." }, aMoment());

describe("the officer", () => {
  test("took no part in the decision: not whoever screened, proposed, approved, released or reviewed", () => {
    for (const name of ["sam", "mia", "abe", "max"])
      expect(refused(() => admit(staff(name, "redress", "limburg")))).toBe("forbidden duties.same-person");
    expect(refused(() => admit(staff("uma", "redress", "limburg")))).toBe("forbidden duties.reviewer");
    expect(admit(nora).result).toEqual({ outcome: "admitted" });
  });

  test("holds the role in the lead park, and belongs to no party", () => {
    expect(refused(() => admit(staff("mo", "manager", "limburg")))).toBe("forbidden actor.role-needed");
    expect(refused(() => admit(staff("nils", "redress", "lund")))).toBe("not_found case.not-found");
    const own = anActor("nora", { grants: nora.grants, memberships: memberOf("nora", "lab").memberships });
    expect(refused(() => admit(own))).toBe("forbidden duties.own-case");
  });

  test("gives reasons for what is not admitted; the decision then stands and nothing waits", () => {
    expect(refused(() => admit(nora, asking(), "", "inadmissible"))).toBe("invalid redress.reasons-missing");
    const decision = admit(nora, asking(), "Out of time.", "inadmissible");
    expect(written(decision.changes, "case")).toMatchObject([
      { status: "rejected", redress: { status: "inadmissible" } },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "inadmissible", round: 1 }]);
    expect(written(decision.changes, "letter")[0]?.text).toContain("> Out of time.");
  });
});

describe("the outcome", () => {
  test("upheld starts another attempt of the selection, with the reviews", () => {
    const decision = decide("upheld");
    expect(written(decision.changes, "case")).toMatchObject([
      { status: "in-review", attempt: 2, restarts: 0, redress: { status: "upheld" } },
    ]);
    expect(decision.effects?.find(({ body }) => body.kind === "start-execution")?.body).toMatchObject({
      workflow: "voucher-selection",
      executionName: `${caseId}-2`,
      input: { from: "PlanReviews", attempt: 2 },
    });
  });

  test.each(["partly", "rejected"] as const)("%s leaves the decision as it is, and tells why", (outcome) => {
    const decision = decide(outcome);
    expect(written(decision.changes, "case")).toMatchObject([{ status: "rejected", attempt: 1 }]);
    expect(written(decision.changes, "letter")[0]?.text).toContain("> It was not read.");
    expect(decision.effects?.some(({ body }) => body.kind === "start-execution")).toBe(false);
  });

  test("is followed by a decision of others: who proposed before does not propose again", () => {
    const again = proposing({
      one: aCase({ status: "deciding", attempt: 2 }),
      proposals: [aProposal({ kind: "reject", status: "released" })],
    });
    const input = {
      caseId,
      noInterest: true,
      kind: "reject",
      conditions: "",
      reasons: "No.",
      outOfOrderReason: "",
    } as const;
    expect(refused(() => propose.decide(again, mia, input, aMoment()))).toBe("forbidden duties.same-person");
    expect(propose.decide(again, staff("mo", "manager", "limburg"), input, aMoment()).result).toEqual({
      outcome: "proposed",
    });
  });
});

test("who reviewed the first attempt is no candidate for the second, who acted for the park for none", () => {
  const { tasks, slots } = facts();
  expect(whoActed({ attempt: 1 }, tasks, slots)).toEqual([idOf("per", "sam"), idOf("per", "max")]);
  expect(whoActed({ attempt: 2 }, tasks, slots)).toContain(idOf("per", "uma"));
});

describe("opening a letter", () => {
  const stored = { stream: caseId, letterId: idOf("let", "one"), kind: "ineligible", to: { personId: anna.personId } };
  const open = (actor = anna, openedAt?: string) =>
    openLetter.decide(
      { letter: { ...stored, openedAt } as never },
      actor,
      { caseId, letterId: stored.letterId },
      aMoment(),
    );

  test("by its recipient is kept once, with its first instant", () => {
    expect(patches(open().changes, "letter")).toEqual([{ set: { openedAt: aMoment().now }, when: { openedAt: null } }]);
    const first = addDays(aMoment().now, -3);
    expect(open(anna, first)).toEqual({ changes: [], result: { openedAt: first } });
  });

  test("by anybody else proves nothing: for them the letter does not exist", () => {
    expect(refused(() => open(mia))).toBe("not_found letter.not-found");
  });
});
