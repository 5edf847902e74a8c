import { assignReviewer } from "@multihelix/core/review/assign-reviewer.ts";
import { planAgain } from "@multihelix/core/review/plan-again.ts";
import { planReviews } from "@multihelix/core/review/plan-reviews.ts";
import { addTranslation } from "@multihelix/core/review/translation/add-translation.ts";
import { planTranslated } from "@multihelix/core/review/translation/plan-translated.ts";
import {
  isCurrent,
  type Translation,
  translatedInto,
  translationWanted,
  wordsOf,
} from "@multihelix/core/review/translation/translation.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff, workflow } from "../../../fixture/build/actor.ts";
import { aSection } from "../../../fixture/build/application.ts";
import { aCall } from "../../../fixture/build/call.ts";
import { aCase, caseId } from "../../../fixture/build/case.ts";
import { idOf } from "../../../fixture/build/ids.ts";
import { aMoment } from "../../../fixture/build/moment.ts";
import { aCandidate, theParties, thePool } from "../../../fixture/build/reviewer.ts";
import { aTask } from "../../../fixture/build/task.ts";
import { answersOf, written } from "../../../fixture/changes.ts";
import { refusalOf, refused } from "../../../fixture/refusal.ts";

const moment = aMoment();
const mia = staff("mia", "manager", "limburg");
const words = { title: "Validatie van een sensor", need: "Wij hebben geen stalen.", effect: "De markt gaat open." };
const project = aSection("project", { ...words, summary: "Validation of a sensor." });
const english = { title: "Validation of a sensor", need: "We have no samples.", effect: "The market opens." };
const dutch = { one: aCase({ status: "in-review", language: "nl" }), on: theParties({ language: "nl" }) };
const reviewedInEnglish = aCall({ reviewLanguages: ["en"] });

describe("languages of a review", () => {
  test("a call that names no review languages waits for no translation", () => {
    expect(translationWanted(aCall(), "nl", [])).toEqual([]);
    expect(translationWanted(aCall({ reviewLanguages: [] }), "nl", [])).toEqual([]);
  });
  test("an application in none of them waits until there is a translation into one of them", () => {
    const call = aCall({ reviewLanguages: ["en", "fr"] });
    expect(translationWanted(call, "nl", [])).toEqual(["en", "fr"]);
    expect(translationWanted(call, "nl", ["sv"])).toEqual(["en", "fr"]);
    expect(translationWanted(call, "nl", ["fr"])).toEqual([]);
    expect(translationWanted(call, "en", [])).toEqual([]);
  });
  test("a translation of what was written before counts no more", () => {
    const one = { language: "en", original: wordsOf(project, undefined) } as unknown as Translation;
    expect(isCurrent(one, wordsOf(project, undefined))).toBe(true);
    expect(translatedInto([one], wordsOf(project, undefined))).toEqual(["en"]);
    const changed = aSection("project", { ...project.data, need: "Wij hebben meer nodig." });
    expect(translatedInto([one], wordsOf(changed, undefined))).toEqual([]);
    expect(translatedInto([one], wordsOf(project, { content: { scope: "Twee proeven met serum." } }))).toEqual([]);
  });
});

describe("planning reviews of a case outside the review languages", () => {
  const waiting = thePool({ ...dutch, call: reviewedInEnglish });

  test("waits with the manager and says for which languages", () => {
    const decision = planReviews.decide(waiting, workflow, { caseId, attempt: 1 }, moment);
    expect(decision).toMatchObject({ changes: [], result: { outcome: "manager", slots: [] } });
    expect(decision.events).toMatchObject([
      { type: "review.waits-for-translation", facts: { language: "nl", languages: ["en"] } },
    ]);
  });

  test("goes on by itself where there is a translation already", () => {
    const decision = planReviews.decide({ ...waiting, translated: ["en"] }, workflow, { caseId, attempt: 1 }, moment);
    expect(decision.result.outcome).toBe("planned");
  });

  test("may be named reviewers by hand only with a recorded reason", () => {
    const people = [
      aCandidate("uma", "uppsala", { languages: ["nl"] }),
      aCandidate("will", "wales", { languages: ["nl"] }),
    ];
    const facts = { ...waiting, candidates: people, tasks: [aTask("assign-reviewer", { state: "AssignReviewers" })] };
    const reviewerIds = [idOf("per", "uma"), idOf("per", "will")];
    const name = (waiver: string) =>
      assignReviewer.decide(facts, mia, { caseId, slot: "-", noInterest: true, reviewerIds, waiver }, moment);
    expect(refusalOf(() => name(""))).toMatchObject({
      code: "review.bound-broken",
      facts: { bounds: ["translation"] },
    });
    expect(name("Both read Dutch.").events).toMatchObject([
      { facts: { waived: ["translation"], waiver: "Both read Dutch." } },
      { facts: { waived: ["translation"] } },
    ]);
  });
});

describe("choosing anew", () => {
  const input = { caseId, slot: "-", noInterest: true } as const;
  const asked = [aTask("assign-reviewer", { state: "AssignReviewers" })];

  test("is refused while the translation is missing, and answers the manager's task once it is there", () => {
    const facts = thePool({ ...dutch, call: reviewedInEnglish, tasks: asked });
    expect(refusalOf(() => planAgain.decide(facts, mia, input, moment))).toMatchObject({
      code: "review.waits-for-translation",
      facts: { languages: ["en"] },
    });
    const decision = planAgain.decide({ ...facts, translated: ["en"] }, mia, input, moment);
    expect(answersOf(decision.changes)).toMatchObject([
      { outcome: "assigned", slots: [{ slot: "r1" }, { slot: "r2" }] },
    ]);
    expect(written(decision.changes, "slot")).toHaveLength(2);
    expect(written(decision.changes, "reviewPlan")).toMatchObject([{ purpose: "plan", outcome: { kind: "chosen" } }]);
  });

  test("changes nothing where there is still no plan, and says what binds", () => {
    const facts = thePool({ candidates: [aCandidate("uma"), aCandidate("ulf")], tasks: asked });
    expect(refusalOf(() => planAgain.decide(facts, mia, input, moment))).toMatchObject({
      code: "review.no-plan",
      facts: { binding: "rule" },
    });
  });

  test("leaves a deadline call to its run, and the case to managers of its park", () => {
    const facts = thePool({ call: aCall({ mode: "deadline" }), tasks: asked });
    expect(refused(() => planAgain.decide(facts, mia, input, moment))).toBe("conflict review.waits-for-run");
    const other = staff("max", "manager", "lund");
    expect(refused(() => planAgain.decide(thePool({ tasks: asked }), other, input, moment))).toBe(
      "not_found case.not-found",
    );
  });
});

describe("adding a translation", () => {
  const facts = { one: dutch.one, call: reviewedInEnglish, slots: [], project, offer: undefined, before: undefined };
  const input = { caseId, language: "en", source: "person", translator: "A. Tolk", words: english } as const;

  test("keeps what was translated, who translated, and puts it on record without its words", () => {
    const decision = addTranslation.decide(facts, mia, input, moment);
    expect(written(decision.changes, "translation")).toMatchObject([
      { language: "en", translator: "A. Tolk", words: english, original: words, addedBy: idOf("per", "mia") },
    ]);
    expect(decision.events).toEqual([
      { stream: caseId, caseId, type: "translation.added", facts: { language: "en", source: "person" } },
    ]);
  });

  test("ends the wait for the park's service, if the language is one of those wanted", () => {
    const translating = { service: "Tolk", language: "en", state: "asked", at: moment.now } as const;
    const waiting = { ...facts, one: { ...dutch.one, translating } };
    const stands = (language: "en" | "sv") =>
      addTranslation.decide(waiting, mia, { ...input, language }, moment).changes.filter(({ name }) => name === "case");
    expect(stands("en")).toMatchObject([
      { op: "patch", set: { translating: undefined }, when: { status: "in-review" } },
    ]);
    expect(stands("sv")).toMatchObject([{ op: "check" }]);
  });

  test("is refused into its own language, without the offer's words, and when nobody reviews any more", () => {
    const add = (given: Partial<typeof facts>, more: object = {}) =>
      refused(() => addTranslation.decide({ ...facts, ...given }, mia, { ...input, ...more }, moment));
    expect(add({}, { language: "nl" })).toBe("conflict translation.own-language");
    expect(add({}, { words: { ...english, scope: "Two tests with serum samples." } })).toBe(
      "conflict translation.scope-missing",
    );
    expect(add({ one: aCase({ status: "approved", language: "nl" }) })).toBe("conflict translation.wrong-state");
  });

  test("is the park's: an applicant may not", () => {
    expect(refused(() => addTranslation.decide(facts, memberOf("anna", "vivo"), input, moment))).toBe(
      "forbidden actor.role-needed",
    );
  });
});

describe("a park with a translation service", () => {
  const service = { name: "Tolk", url: "https://tolk.example/translate", key: true };
  const parks = moment.network.parks.map((park) => (park.id === "limburg" ? { ...park, translation: service } : park));
  const served = { ...moment, network: { ...moment.network, parks } };
  const waiting = thePool({ ...dutch, call: reviewedInEnglish });
  const asked = { body: { kind: "translate-case", caseId, attempt: 1 } };

  test("has it asked as soon as a case waits, while the manager's task is there as ever", () => {
    const decision = planReviews.decide(waiting, workflow, { caseId, attempt: 1 }, served);
    expect(decision.result.outcome).toBe("manager");
    expect(decision.effects).toEqual([asked]);
    expect(decision.changes).toMatchObject([
      { op: "patch", name: "case", set: { translating: { state: "asked", service: "Tolk", language: "en" } } },
    ]);
    expect(planReviews.decide(waiting, workflow, { caseId, attempt: 1 }, moment)).toMatchObject({
      changes: [],
      effects: [],
    });
  });

  test("has it asked again by the manager once it failed, and not while it is being asked", () => {
    const again = (state: "asked" | "failed") =>
      planAgain.decide(
        {
          ...waiting,
          one: aCase({
            status: "in-review",
            language: "nl",
            translating: { service: "Tolk", language: "en", state, at: moment.now },
          }),
          tasks: [aTask("assign-reviewer", { state: "AssignReviewers" })],
        },
        mia,
        { caseId, slot: "-", noInterest: true },
        served,
      );
    expect(again("failed")).toMatchObject({ effects: [asked], result: { outcome: "translating" } });
    expect(refused(() => again("asked"))).toBe("conflict review.waits-for-translation");
  });

  test("goes on by itself once it is translated, answering the manager's task; before that task there is nothing to answer", () => {
    const translated = { ...waiting, translated: ["en" as const] };
    const plan = (tasks: typeof waiting.tasks) =>
      planTranslated.decide({ ...translated, tasks }, workflow, { caseId, attempt: 1 }, served);
    expect(plan([])).toEqual({ changes: [], result: { outcome: "waiting" } });
    const task = aTask("assign-reviewer", { state: "AssignReviewers" });
    const decision = plan([task]);
    expect(answersOf(decision.changes)).toMatchObject([
      { outcome: "assigned", slots: [{ slot: "r1" }, { slot: "r2" }] },
    ]);
    expect(plan([{ ...task, status: "answered" }]).result).toEqual({ outcome: "closed" });
  });
});
