import { answerProblems, questionGaps } from "@multihelix/core/application/question-answer.ts";
import { questionProblems } from "@multihelix/core/call/question-problems.ts";
import {
  type QuestionSet,
  questionSetOf,
  questionSetSchema,
  questionsOf,
  type SetQuestion,
  shownQuestions,
} from "@multihelix/core/call/question-set.ts";
import { setQuestions } from "@multihelix/core/call/set-questions.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aSection } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";

function aQuestion(given: Partial<SetQuestion> = {}): SetQuestion {
  return {
    id: "animals",
    widget: "yes-no",
    property: { type: "boolean" },
    required: true,
    title: { en: "Are animals used?", nl: "Worden dieren gebruikt?" },
    options: [],
    ...given,
  };
}

const permit = aQuestion({
  id: "permit",
  widget: "text",
  property: { type: "string", maxLength: 10 },
  title: { en: "Number of the permit", nl: "Nummer van de vergunning" },
  showIf: { question: "animals", equals: true },
});
const stage = aQuestion({
  id: "stage",
  widget: "choice",
  property: { type: "string", enum: ["idea", "prototype"] },
  options: [
    { id: "idea", label: { en: "Idea", nl: "Idee" } },
    { id: "prototype", label: { en: "Prototype", nl: "Prototype" } },
  ],
  title: { en: "How far is it?", nl: "Hoe ver is het?" },
});
const set = questionSetOf([aQuestion(), permit, stage]);
const problems = (one: QuestionSet) => questionProblems(one, ["en", "nl"]).map(({ path }) => path);

describe("a set of questions", () => {
  test("is stored as two schemas and read back as it was", () => {
    expect(questionSetSchema.parse(set)).toEqual(set);
    expect(questionsOf(set)).toMatchObject([aQuestion(), permit, stage]);
    expect(set.schema.required).toEqual(["animals", "permit", "stage"]);
    expect(problems(set)).toEqual([]);
  });

  test("says each question in every language of the call", () => {
    expect(problems(questionSetOf([aQuestion({ title: { en: "Only English" } })]))).toEqual(["questions.animals"]);
    expect(problems(questionSetOf([aQuestion({ help: { en: "Only English" } })]))).toEqual(["questions.animals"]);
    expect(problems(questionSetOf([{ ...stage, options: [{ id: "idea", label: {} }] }]))).not.toEqual([]);
  });

  test("hangs a question only on an earlier one that can be answered so", () => {
    expect(problems(questionSetOf([permit, aQuestion()]))).toEqual(["questions.permit"]);
    const wrong = { ...permit, showIf: { question: "stage", equals: "sold" } };
    expect(problems(questionSetOf([stage, wrong]))).toEqual(["questions.permit"]);
  });

  test("names the same questions in both schemas and asks with what fits", () => {
    expect(problems({ ...set, ui: { ...set.ui, order: ["animals"] } })).toContain("questions");
    expect(problems(questionSetOf([aQuestion({ widget: "date" })]))).toEqual(["questions.animals"]);
    expect(
      questionSetSchema.safeParse({ ...set, schema: { ...set.schema, properties: { a: { type: "null" } } } }).success,
    ).toBe(false);
  });
});

describe("answers", () => {
  const gaps = (data: Record<string, unknown>) =>
    questionGaps(set, [aSection("project"), { ...aSection("project"), sectionId: "questions", data }]).map(
      ({ field, reason }) => `${field} ${reason}`,
    );

  test("a question that hangs on another is missed only where it is asked", () => {
    expect(gaps({})).toEqual(["animals missing", "stage missing"]);
    expect(gaps({ animals: false, stage: "idea" })).toEqual([]);
    expect(gaps({ animals: true, stage: "idea" })).toEqual(["permit missing"]);
    expect(gaps({ animals: true, permit: "BE-1", stage: "idea" })).toEqual([]);
  });

  test("what cannot be an answer is told with its place", () => {
    expect(gaps({ animals: "perhaps", stage: "idea" })).toEqual(["animals unreadable"]);
    expect(answerProblems(set, { permit: "much too long a number", other: 1 }).map(({ path }) => path)).toEqual([
      "data.permit",
      "data.other",
    ]);
  });

  test("a call without questions misses nothing and takes no answers", () => {
    expect(questionGaps(undefined, [])).toEqual([]);
    expect(answerProblems(undefined, { animals: true })).toHaveLength(1);
  });

  test("whatever is answered, a hidden question never hides one that does not hang on it", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (animals, told) => {
        const shown = shownQuestions(questionsOf(set), { ...(told ? { animals } : {}) }).map(({ id }) => id);
        expect(shown).toEqual(told && animals ? ["animals", "permit", "stage"] : ["animals", "stage"]);
      }),
    );
  });
});

describe("setting them", () => {
  const act = (call = aCall({ state: "draft" }), input = { version: 0, questions: set }) =>
    setQuestions.decide({ call }, staff("mia", "manager", "limburg"), { callId: call.callId, ...input }, aMoment());

  test("is for a draft, and for who read it as it is", () => {
    expect(act().changes).toMatchObject([{ op: "replace", name: "call", value: { questions: set } }]);
    expect(refused(() => act(aCall()))).toBe("conflict call.wrong-state");
    expect(refused(() => act(aCall({ state: "draft", version: 3 })))).toBe("conflict call.changed");
    expect(
      refused(() =>
        setQuestions.decide(
          { call: undefined },
          staff("mia", "manager", "limburg"),
          { callId: aCall().callId, version: 0, questions: set },
          aMoment(),
        ),
      ),
    ).toBe("not_found call.not-found");
  });

  test("is for managers of the lead park", () => {
    const call = aCall({ state: "draft" });
    const input = { callId: call.callId, version: 0, questions: set };
    expect(refused(() => setQuestions.decide({ call }, staff("lars", "manager", "lund"), input, aMoment()))).toMatch(
      /^forbidden /,
    );
  });

  test("of none removes what was set", () => {
    const [change] = act(aCall({ state: "draft", questions: set }), {
      version: 0,
      questions: questionSetOf([]),
    }).changes;
    expect(change).not.toHaveProperty("value.questions");
  });
});
