import { answerQuestion } from "@multihelix/core/application/answer-question.ts";
import { confirmIneligible } from "@multihelix/core/application/confirm-ineligible.ts";
import { screenApplication } from "@multihelix/core/application/screen-application.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { anApplication, theSections } from "../../fixture/build/application.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { max, mia } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aRecipient } from "../../fixture/build/voucher.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const facts = { ...anApplication(), one: aCase(), tasks: [aTask("screen")], slots: [] };
const eligible = { caseId, noInterest: true, outcome: "eligible", reasons: "", question: "" } as const;
const ineligible = { ...eligible, outcome: "ineligible", reasons: "The work has begun." } as const;
const ask = { ...eligible, outcome: "ask", question: "Who owns the samples?" } as const;

describe("screening", () => {
  test("eligible: the case goes to review and the workflow is told", () => {
    const decision = screenApplication.decide(facts, mia, eligible, moment);
    expect(written(decision.changes, "case")[0]?.status).toBe("in-review");
    expect(written(decision.changes, "row")).toHaveLength(1);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "eligible", round: 1 }]);
  });

  test("eligible is refused while a requirement fails, naming all that do", () => {
    const sections = theSections({ company: { inDifficulty: true, outstandingRecovery: true } });
    const refusal = refusalOf(() => screenApplication.decide({ ...facts, sections }, mia, eligible, moment));
    expect(refusal.code).toBe("eligibility.not-met");
    expect(refusal.facts.failing).toMatchObject([
      { requirement: "not-in-difficulty" },
      { requirement: "no-recovery-order" },
    ]);
  });

  test("ineligible needs reasons, and is only proposed: nobody outside is told", () => {
    expect(refused(() => screenApplication.decide(facts, mia, { ...ineligible, reasons: "" }, moment))).toBe(
      "invalid screening.reasons-missing",
    );
    const decision = screenApplication.decide(facts, mia, ineligible, moment);
    expect(written(decision.changes, "case")).toMatchObject([
      { status: "ineligible-proposed", ineligibility: { reasons: "The work has begun.", by: mia.personId } },
    ]);
    expect(written(decision.changes, "letter")).toEqual([]);
  });

  test("a question is kept with the case, and its words are in no event", () => {
    expect(refused(() => screenApplication.decide(facts, mia, { ...ask, question: "" }, moment))).toBe(
      "invalid screening.question-missing",
    );
    const decision = screenApplication.decide(facts, mia, ask, moment);
    expect(written(decision.changes, "case")).toMatchObject([
      { status: "more-information", questions: [{ question: "Who owns the samples?", by: mia.personId }] },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "ask", round: 1 }]);
    expect(JSON.stringify(decision.events)).not.toContain("samples");
  });

  test("after five questions it is decided on what is there, after five refusals not proposed as ineligible again", () => {
    const asked = (count: number) =>
      aCase({ questions: Array.from({ length: count }, () => ({ question: "?", by: mia.personId, at: moment.now })) });
    const back = (count: number) => [
      aTask("screen"),
      ...Array.from({ length: count }, (_, round) =>
        aTask("confirm-ineligible", { round, status: "answered", answer: { outcome: "back" } }),
      ),
    ];
    const fifth = { ...facts, one: asked(4), tasks: back(4) };
    const sixth = { ...facts, one: asked(5), tasks: back(5) };
    const screen = (given: typeof facts, input: typeof eligible | typeof ineligible | typeof ask) => () =>
      screenApplication.decide(given, mia, input, moment);
    expect(screen(fifth, ask)().result).toEqual({ outcome: "ask" });
    expect(screen(fifth, ineligible)().result).toEqual({ outcome: "ineligible" });
    expect(refused(screen(sixth, ask))).toBe("conflict screening.questions-most");
    expect(refused(screen(sixth, ineligible))).toBe("conflict screening.refused-most");
    expect(screen(sixth, eligible)().result).toEqual({ outcome: "eligible" });
  });

  test("only the lead park's manager, never a party or a reviewer of the case", () => {
    const by = (actor: typeof mia, given = facts) =>
      refused(() => screenApplication.decide(given, actor, eligible, moment));
    expect(by(staff("fay", "finance", "limburg"))).toBe("forbidden actor.role-needed");
    expect(by(staff("olga", "manager", "wales"))).toBe("not_found case.not-found");
    expect(by(memberOf("zoe", "elsewhere"))).toBe("not_found case.not-found");
    expect(by({ ...mia, memberships: memberOf("mia", "lab").memberships })).toBe("forbidden duties.own-case");
    const read = [
      aSlot({ tried: [{ personId: mia.personId, reason: "silent", at: at("2026-11-01T08:00:00Z"), read: true }] }),
    ];
    expect(by(mia, { ...facts, slots: read as typeof facts.slots })).toBe("forbidden duties.reviewer");
  });

  test("each act confirms that there is no interest", () => {
    expect(screenApplication.input.safeParse({ caseId, outcome: "eligible" }).success).toBe(false);
    expect(screenApplication.input.safeParse({ caseId, outcome: "eligible", noInterest: false }).success).toBe(false);
    expect(screenApplication.input.safeParse({ caseId, outcome: "eligible", noInterest: true }).success).toBe(true);
  });

  test("the same answer again gives the same; another one, or another person, learns who answered, when and what", () => {
    const task = aTask("screen", {
      status: "answered",
      by: mia.personId,
      at: at("2026-11-11T09:00:00Z"),
      answer: { outcome: "eligible" },
    });
    const again = { ...facts, one: aCase({ status: "in-review" }), tasks: [task] };
    expect(screenApplication.decide(again, mia, eligible, moment)).toEqual({
      changes: [],
      result: { outcome: "eligible" },
    });
    const told = {
      kind: "conflict",
      code: "task.already-answered",
      facts: { by: mia.personId, at: "2026-11-11T09:00:00.000Z", outcome: "eligible" },
    };
    expect(refusalOf(() => screenApplication.decide(again, mia, ineligible, moment))).toMatchObject(told);
    expect(refusalOf(() => screenApplication.decide(again, max, eligible, moment))).toMatchObject(told);
  });

  test("the same kind of answer with other words is another answer", () => {
    const task = aTask("screen", {
      status: "answered",
      by: mia.personId,
      at: at("2026-11-11T09:00:00Z"),
      answer: { outcome: "ask" },
    });
    const questions = [{ question: ask.question, by: mia.personId, at: at("2026-11-11T09:00:00Z") }];
    const again = { ...facts, one: aCase({ status: "more-information", questions }), tasks: [task] };
    expect(screenApplication.decide(again, mia, ask, moment).changes).toEqual([]);
    expect(refused(() => screenApplication.decide(again, mia, { ...ask, question: "Another?" }, moment))).toBe(
      "conflict task.already-answered",
    );
  });
});

describe("the applicant answers the question", () => {
  const questions = [{ question: "Who owns the samples?", by: mia.personId, at: at("2026-11-10T09:00:00Z") }];
  const asked = {
    one: aCase({ status: "more-information", questions }),
    tasks: [aTask("answer-question", { round: 2 })],
  };
  const anna = memberOf("anna", "vivo", "editor");
  const input = { caseId, answer: "The hospital does." };

  test("the case goes back to screening, to the next round", () => {
    const decision = answerQuestion.decide(asked, anna, input, moment);
    expect(written(decision.changes, "case")).toMatchObject([
      { status: "screening", questions: [{ answer: "The hospital does.", answeredBy: anna.personId }] },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "answered", round: 3 }]);
  });

  test("owners and editors of the applicant only; for outsiders the case does not exist", () => {
    expect(refused(() => answerQuestion.decide(asked, memberOf("vic", "vivo", "viewer"), input, moment))).toBe(
      "forbidden actor.member-needed",
    );
    expect(refused(() => answerQuestion.decide(asked, memberOf("lena", "lab"), input, moment))).toBe(
      "forbidden actor.member-needed",
    );
    expect(refused(() => answerQuestion.decide(asked, memberOf("zoe", "elsewhere"), input, moment))).toBe(
      "not_found case.not-found",
    );
    expect(refused(() => answerQuestion.decide(asked, mia, input, moment))).toBe("not_found case.not-found");
  });
});

describe("a second person confirms ineligibility", () => {
  const ineligibility = { reasons: "The work has begun.", by: mia.personId, at: at("2026-11-10T09:00:00Z") };
  const proposed = {
    one: aCase({ status: "ineligible-proposed", ineligibility }),
    tasks: [aTask("confirm-ineligible")],
    slots: [],
    applicants: [{ ...aRecipient("anna"), language: "nl" as const }],
  };
  const confirm = { caseId, noInterest: true, outcome: "confirmed" } as const;

  test("never the screener", () => {
    expect(refusalOf(() => confirmIneligible.decide(proposed, mia, confirm, moment))).toMatchObject({
      kind: "forbidden",
      code: "duties.same-person",
      facts: { step: "application.screen" },
    });
  });

  test("confirmed: the applicant is told the reasons and the park's legal remedy, in its language", () => {
    const decision = confirmIneligible.decide(proposed, max, confirm, moment);
    expect(written(decision.changes, "case")[0]?.status).toBe("ineligible");
    const [letter] = written(decision.changes, "letter");
    expect(letter).toMatchObject({ kind: "ineligible", language: "nl", to: { personId: idOf("per", "anna") } });
    expect(letter?.text).toContain("> The work has begun.");
    expect(letter?.text).toContain("Uw recht om naar de rechter te stappen blijft onverlet.");
    const lena = { ...aRecipient("lena"), language: "en" as const };
    const told = confirmIneligible.decide({ ...proposed, providers: [lena] }, max, confirm, moment);
    const [, over] = written(told.changes, "letter");
    expect(over).toMatchObject({ kind: "offer-over", to: { name: "lena" } });
    expect(over?.text).toContain("no longer asked for");
    expect(over?.text).not.toContain("The work has begun.");
    const back = confirmIneligible.decide(
      { ...proposed, providers: [lena] },
      max,
      { ...confirm, outcome: "back" },
      moment,
    );
    expect(written(back.changes, "letter")).toEqual([]);
  });

  test("sent back: screened anew in the next round, nobody is told", () => {
    const decision = confirmIneligible.decide(proposed, max, { ...confirm, outcome: "back" }, moment);
    const [one] = written(decision.changes, "case");
    expect(one?.status).toBe("screening");
    expect(one?.ineligibility).toBeUndefined();
    expect(answersOf(decision.changes)).toEqual([{ outcome: "back", round: 2 }]);
    expect(written(decision.changes, "letter")).toEqual([]);
  });
});
