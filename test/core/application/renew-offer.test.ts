import { askOfferAgain } from "@multihelix/core/application/ask-offer-again.ts";
import type { CaseStatus } from "@multihelix/core/application/case.ts";
import { leastValidDay, standingOf, validFrom, validityOf } from "@multihelix/core/application/offer-validity.ts";
import type { RenewFacts } from "@multihelix/core/application/renew-facts.ts";
import { leaveOffer, renewOffer } from "@multihelix/core/application/renew-offer.ts";
import { propose } from "@multihelix/core/decision/propose.ts";
import { release } from "@multihelix/core/decision/release.ts";
import { previewRelease } from "@multihelix/core/decision/release-plan.ts";
import { describe, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { anOffer } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { max, mia, proposing, releaseFacts } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { eur } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const lena = memberOf("lena", "lab", "editor");
const clock = { kind: "system", name: "outbox" } as const;
const sweep = { kind: "system", name: "sweep" } as const;
const person = (name: string, language: "en" | "sv") =>
  ({ personId: idOf("per", name), email: `${name}@lab.example`, name, language }) as const;
const moment = aMoment();
/** Ten days are left of it at the frozen clock, 12 November 2026. */
const ending = at("2026-11-22T22:59:59Z");
const open = aTask("renew-offer", {
  workflow: "voucher-selection",
  state: "OfferAgain",
  holder: { kind: "organisation", organisationId: idOf("org", "lab") },
  timeOut: at("2026-11-11T22:59:59Z"),
});
const facts = (given: Partial<RenewFacts> = {}): RenewFacts => ({
  one: aCase({ status: "in-review" }),
  offer: anOffer({ validUntil: ending }),
  call: aCall(),
  tasks: [],
  providers: [person("lena", "sv")],
  applicants: [person("anna", "en")],
  managers: [person("mia", "en")],
  ...given,
});
const ask = (given: Partial<RenewFacts> = {}, now = moment) =>
  askOfferAgain.decide(facts(given), clock, { caseId }, now);
const renew = (given: Partial<RenewFacts> = {}, answer: "confirmed" | "declined" = "confirmed", validUntil?: string) =>
  renewOffer.decide(
    facts(given),
    lena,
    { caseId, answer, ...(validUntil === undefined ? {} : { validUntil }) },
    moment,
  );

describe("an offer is valid", () => {
  test("for 120 days in a rolling call, to the end of the day where the lead park is", () => {
    expect(validFrom(aCall({ mode: "rolling" }), undefined, moment)).toBe("2027-03-12T22:59:59.000Z");
  });

  test("until thirty days after the decision that a call with a deadline promises; a late decision is expected any day", () => {
    const call = aCall({ mode: "deadline", closes: at("2026-12-01T16:00:00Z"), decisionDays: 60 });
    expect(leastValidDay(call, moment)).toBe("2027-03-01");
    expect(leastValidDay(call, aMoment("2027-02-10T09:00:00Z"))).toBe("2027-03-12");
    expect(leastValidDay(aCall({ mode: "deadline", closes: call.closes }), moment)).toBe("2027-03-31");
  });

  test("until a later day if the provider names one, never an earlier one, never without end", () => {
    const call = aCall({ mode: "rolling" });
    expect(validFrom(call, "2027-06-30", moment)).toBe("2027-06-30T21:59:59.000Z");
    expect(refused(() => validFrom(call, "2027-03-11", moment))).toBe("invalid input.invalid");
    expect(refused(() => validFrom(call, "2030-01-01", moment))).toBe("invalid input.invalid");
  });

  test("from its confirmation on where it never said until when", () => {
    const old = anOffer();
    expect(validityOf(old)).toBe("2026-12-26T08:00:00.000Z");
    expect(standingOf(old, at("2026-12-26T08:00:00Z"))).toBe("stands");
    expect(standingOf(old, at("2026-12-26T08:00:01Z"))).toBe("run-out");
  });
});

describe("an offer that would run out before the decision", () => {
  test("has its provider asked three weeks before, in its language, with a reminder, and no workflow waits for it", () => {
    const { changes, effects, result } = ask();
    expect(result).toEqual({ outcome: "asked" });
    expect(written(changes, "task")).toMatchObject([
      { kind: "renew-offer", workflow: "voucher-selection", holder: { organisationId: idOf("org", "lab") }, round: 1 },
    ]);
    const [task] = written(changes, "task");
    expect(task).not.toHaveProperty("token");
    expect(task?.reminders).toHaveLength(1);
    expect(task?.timeOut).toBeDefined();
    expect(written(changes, "letter")).toMatchObject([{ kind: "offer-again", language: "sv" }]);
    expect(effects?.map(({ body }) => body.kind)).toEqual(["send-letter"]);
  });

  test("is looked at again in time while it stands for longer", () => {
    const later = ask({ offer: anOffer({ validUntil: at("2027-03-12T22:59:59Z") }) });
    expect(later.result).toEqual({ outcome: "later" });
    expect(later.effects).toEqual([{ body: { kind: "ask-offer-again", caseId }, dueAt: "2027-02-19T22:59:59.000Z" }]);
  });

  test("is asked for once in an attempt, whatever the answer, and not at all once the case is told", () => {
    const nothing = { changes: [], result: { outcome: "nothing" } };
    expect(ask({ tasks: [open] })).toEqual(nothing);
    expect(ask({ tasks: [{ ...open, status: "timed-out", opened: at("2026-11-05T09:00:00Z") }] })).toEqual(nothing);
    for (const status of ["draft", "withdrawn", "rejected", "issued", "ineligible"] as const)
      expect(ask({ one: aCase({ status }) })).toEqual(nothing);
    expect(
      ask({ one: aCase({ status: "in-review", attempt: 2 }), tasks: [{ ...open, status: "answered" }] }).result,
    ).toEqual({
      outcome: "asked",
    });
  });

  test("is asked for whatever hidden step the case is at: neither party learns from it what was decided", () => {
    const steps: readonly CaseStatus[] = [
      "screening",
      "ineligible-proposed",
      "in-review",
      "deciding",
      "approving",
      "approved",
    ];
    for (const status of steps) expect(ask({ one: aCase({ status }) }).result).toEqual({ outcome: "asked" });
  });
});

describe("the provider, asked again,", () => {
  test("confirms: validity grows, content and price stay frozen, park and company are told, the next look is set", () => {
    const { changes, effects } = renew({ tasks: [open] });
    const [offer] = written(changes, "offer");
    expect(offer).toEqual({ ...anOffer(), validUntil: "2027-03-12T22:59:59.000Z" });
    expect(patches(changes, "task")).toMatchObject([{ set: { status: "answered" }, when: { status: "open" } }]);
    expect(written(changes, "letter").map(({ to }) => to.personId)).toEqual([idOf("per", "anna"), idOf("per", "mia")]);
    expect(effects).toContainEqual({ body: { kind: "ask-offer-again", caseId }, dueAt: "2027-02-19T22:59:59.000Z" });
  });

  test("never shortens what it promised", () => {
    const offer = anOffer({ validUntil: at("2027-12-31T22:59:59Z") });
    expect(written(renew({ offer, tasks: [open] }).changes, "offer")[0]?.validUntil).toBe("2027-12-31T22:59:59.000Z");
  });

  test("says no: no award can stand on it, until it changes its mind", () => {
    const no = renew({ tasks: [open] }, "declined");
    const [taken] = written(no.changes, "offer");
    expect(taken?.withdrawnAt).toBe(moment.now);
    expect(written(no.changes, "letter")).toHaveLength(2);
    const back = written(renew({ offer: anOffer({ validUntil: ending, withdrawnAt: moment.now }) }).changes, "offer");
    expect(back[0]).not.toHaveProperty("withdrawnAt");
  });

  test("twice the same is once", () => {
    const offer = anOffer({ validUntil: at("2027-03-12T22:59:59Z") });
    expect(renew({ offer })).toEqual({ changes: [], result: { outcome: "confirmed" } });
    const taken = anOffer({ withdrawnAt: at("2026-11-11T09:00:00Z") });
    expect(renew({ offer: taken }, "declined")).toEqual({ changes: [], result: { outcome: "declined" } });
  });

  test("only by its owners and editors, and only before the release", () => {
    const by = (actor: Parameters<typeof renewOffer.decide>[1], status: CaseStatus = "in-review") =>
      refused(() =>
        renewOffer.decide(facts({ one: aCase({ status }) }), actor, { caseId, answer: "confirmed" }, moment),
      );
    expect(by(memberOf("vera", "lab", "viewer"))).toBe("forbidden actor.member-needed");
    expect(by(memberOf("zoe", "other"))).toBe("not_found case.not-found");
    expect(by(mia)).toBe("not_found case.not-found");
    expect(by(lena, "rejected")).toBe("conflict offer.not-awaited");
  });

  test("or silent: the task ends, the offer is untouched, park and company are told", () => {
    const { changes, result } = leaveOffer.decide(facts({ tasks: [open] }), sweep, { caseId }, moment);
    expect(result).toEqual({ outcome: "silent" });
    expect(written(changes, "offer")).toEqual([]);
    expect(patches(changes, "task")).toMatchObject([{ set: { status: "timed-out" } }]);
    expect(written(changes, "letter")).toHaveLength(2);
    const early = { ...open, timeOut: at("2026-11-13T22:59:59Z") };
    expect(refused(() => leaveOffer.decide(facts({ tasks: [early] }), sweep, { caseId }, moment))).toBe(
      "conflict task.not-due",
    );
  });
});

describe("no award stands", () => {
  const gone = anOffer({ validUntil: at("2026-11-11T22:59:59Z") });
  const taken = anOffer({ withdrawnAt: at("2026-11-11T09:00:00Z") });
  const award = {
    caseId,
    noInterest: true,
    kind: "award",
    amount: eur(1_000_000),
    conditions: "",
    reasons: "Clear need.",
    outOfOrderReason: "",
  } as const;

  test("on an offer that has run out or was taken back, in a proposal", () => {
    expect(refused(() => propose.decide(proposing({ offer: gone }), mia, award, moment))).toBe(
      "conflict offer.run-out",
    );
    expect(refused(() => propose.decide(proposing({ offer: taken }), mia, award, moment))).toBe(
      "conflict offer.withdrawn",
    );
    const reject = { ...award, kind: "reject", amount: undefined } as const;
    expect(propose.decide(proposing({ offer: gone }), mia, reject, moment).result).toEqual({ outcome: "proposed" });
  });

  const releasing = (facts: Parameters<typeof releaseFacts>[0]) =>
    release.decide(releaseFacts(facts), max, { caseId, noInterest: true }, moment);

  test("on an offer that has run out, in a release, while its provider may still confirm it", () => {
    expect(refused(() => releasing({ offer: gone }))).toBe("conflict offer.run-out");
  });

  test("on an offer that was taken back, in a release: it goes back to the proposal, everything freed, nobody told", () => {
    const { changes, postings, result } = releasing({ offer: taken });
    expect(result).toEqual({ outcome: "back" });
    expect(patches(changes, "proposal")).toMatchObject([{ set: { status: "superseded" } }]);
    expect(written(changes, "letter")).toEqual([]);
    expect(postings).toMatchObject([{ to: "available", from: "reserved", memo: "offer-gone" }]);
    expect(previewRelease(releaseFacts({ offer: taken }), moment)).toMatchObject({ why: "offer-gone", letters: [] });
  });

  test("on an offer that its provider takes back at the same moment: the release commits on the offer it read", () => {
    const { changes } = release.decide(releaseFacts(), max, { caseId, noInterest: true }, moment);
    expect(changes).toContainEqual({
      op: "check",
      name: "offer",
      key: { caseId },
      when: { version: anOffer().version },
    });
  });

  test("a release ends the question to the provider", () => {
    const base = releaseFacts();
    const { changes } = release.decide(
      { ...base, tasks: [...base.tasks, open] },
      max,
      { caseId, noInterest: true },
      moment,
    );
    expect(
      patches(changes, "task").filter(({ set }) => (set["answer"] as { outcome: string }).outcome === "over"),
    ).toHaveLength(1);
  });
});
