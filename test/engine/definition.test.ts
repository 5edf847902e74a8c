import { problemsOf, type Reach } from "@multihelix/engine/definition/expression.ts";
import { problemsOfText, readMachine } from "@multihelix/engine/definition/machine.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../fixture/fast-check.ts";
import { expressionVectors, passWith, refusedExpressions } from "./vector.ts";
import { definitionOf, invoking, waiting } from "./world.ts";

const PASS: Reach = {
  states: ["input", "context"],
  context: ["Execution.Id", "Execution.Name", "State.Name"],
  variables: new Set(["x"]),
};
const END = { End: true };
const problems = (states: object, startAt?: string) => problemsOfText(definitionOf(states, startAt)).join("\n");

describe("expressions", () => {
  test.each(refusedExpressions().map(({ name, expression }) => [name, expression]))(
    "outside the allow-list are refused at load: %s (%s)",
    (_name, expression) => {
      expect(problemsOf(expression, PASS)).not.toEqual([]);
    },
  );

  test("inside the allow-list are loaded", () => {
    for (const { definition } of expressionVectors()) expect(problemsOfText(JSON.stringify(definition))).toEqual([]);
  });

  test.each([
    [
      "result in Arguments",
      { A: invoking("f", END, { Arguments: { FunctionName: "f", Payload: { a: "{% $states.result.a %}" } } }) },
    ],
    ["token in the Arguments of a task without one", { A: invoking("{% $states.context.Task.Token %}", END) }],
    ["token in Output", { A: waiting(END, {}, { Output: { t: "{% $states.context.Task.Token %}" } }) }],
    ["error in Output", { A: waiting(END, {}, { Output: { e: "{% $states.errorOutput.Error %}" } }) }],
    [
      "result in Catch",
      {
        A: waiting(END, {}, { Catch: [{ ErrorEquals: ["X"], Next: "B", Output: { e: "{% $states.result %}" } }] }),
        B: { Type: "Succeed" },
      },
    ],
    ["half an expression", { A: { Type: "Pass", Output: { a: "{% $states.input.a" }, End: true } }],
    ["an expression with text before it", { A: { Type: "Pass", Output: { a: " {% $states.input.a %}" }, End: true } }],
  ])("where it means nothing is refused: %s", (_name, states) => {
    expect(problems(states)).not.toBe("");
  });

  test("never break the judge, whatever is written", () => {
    const tokens = [
      "$states",
      ".input",
      ".a",
      "[",
      "]",
      "(",
      ")",
      "{",
      "}",
      "=",
      "&",
      " and ",
      "$count",
      "'x'",
      "1",
      ",",
      ":",
      "$x",
      "*",
      "?",
      "~>",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 12 }), (parts) => {
        expect(Array.isArray(problemsOf(parts.join(""), PASS))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a definition is refused", () => {
  const pass = { Type: "Pass", End: true };
  test.each<[string, object, RegExp]>([
    ["for Wait", { A: { Type: "Wait", Seconds: 1, End: true } }, /Type/],
    ["for Parallel", { A: { Type: "Parallel", Branches: [], End: true } }, /Type/],
    ["for a heartbeat", { A: waiting(END, {}, { HeartbeatSeconds: 5 }) }, /HeartbeatSeconds/],
    ["for a time-out by path", { A: waiting(END, {}, { TimeoutSecondsPath: "$.t" }) }, /TimeoutSecondsPath/],
    [
      "for a time-out by expression",
      { A: waiting(END, {}, { TimeoutSeconds: "{% $states.input.t %}" }) },
      /TimeoutSeconds/,
    ],
    [
      "for another service than Lambda",
      { A: { ...waiting(END), Resource: "arn:aws:states:::sqs:sendMessage" } },
      /Resource/,
    ],
    [
      "for an invocation type",
      { A: invoking("f", END, { Arguments: { FunctionName: "f", InvocationType: "Event" } }) },
      /InvocationType/,
    ],
    ["for JSONPath fields", { A: { ...pass, InputPath: "$.a" } }, /InputPath/],
    ["for a state in JSONPath", { A: { ...pass, QueryLanguage: "JSONPath" } }, /QueryLanguage/],
    [
      "for a distributed Map",
      {
        A: {
          Type: "Map",
          ItemProcessor: {
            ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
            StartAt: "B",
            States: { B: pass },
          },
          End: true,
        },
      },
      /Mode/,
    ],
    [
      "for a tolerated failure",
      { A: { Type: "Map", ToleratedFailureCount: 1, ItemProcessor: { StartAt: "B", States: { B: pass } }, End: true } },
      /ToleratedFailureCount/,
    ],
    ["for a target that is not there", { A: { Type: "Pass", Next: "Nowhere" } }, /Nowhere/],
    ["for a state that nothing leads to", { A: pass, B: pass }, /B/],
    [
      "for a Map whose items lead out of it",
      {
        A: {
          Type: "Map",
          ItemProcessor: {
            StartAt: "B",
            States: {
              B: { Type: "Choice", Choices: [{ Condition: "{% $states.input.out %}", Next: "C" }], Default: "D" },
              D: pass,
            },
          },
          Next: "C",
        },
        C: pass,
      },
      /no state C/,
    ],
    [
      "for two states of one name",
      { A: { Type: "Map", ItemProcessor: { StartAt: "A", States: { A: pass } }, End: true } },
      /A/,
    ],
    ["for both Next and End", { A: { Type: "Pass", Next: "B", End: true }, B: pass }, /End/],
    ["for neither Next nor End", { A: { Type: "Pass" } }, /./],
    ["for an end that is never", { A: { Type: "Pass", Next: "A" } }, /terminal/],
    [
      "for States.ALL beside another error",
      { A: waiting(END, {}, { Retry: [{ ErrorEquals: ["States.ALL", "X"] }] }) },
      /alone and last/,
    ],
    [
      "for States.ALL before another Catcher",
      {
        A: waiting(
          END,
          {},
          {
            Catch: [
              { ErrorEquals: ["States.ALL"], Next: "B" },
              { ErrorEquals: ["X"], Next: "B" },
            ],
          },
        ),
        B: pass,
      },
      /alone and last/,
    ],
    [
      "for a MaxDelaySeconds not above the interval",
      { A: waiting(END, {}, { Retry: [{ ErrorEquals: ["X"], IntervalSeconds: 5, MaxDelaySeconds: 5 }] }) },
      /MaxDelaySeconds/,
    ],
    [
      "for a backoff that shrinks",
      { A: waiting(END, {}, { Retry: [{ ErrorEquals: ["X"], BackoffRate: 0.5 }] }) },
      /BackoffRate/,
    ],
    [
      "for a variable that hides one of outside",
      {
        A: { Type: "Pass", Assign: { v: 1 }, Next: "M" },
        M: {
          Type: "Map",
          Items: [1],
          ItemProcessor: { StartAt: "B", States: { B: { ...pass, Assign: { v: 2 } } } },
          End: true,
        },
      },
      /variable v/,
    ],
    ["for a variable called states", { A: { ...pass, Assign: { states: 1 } } }, /variable states/],
    ["for a variable called as a function", { A: { ...pass, Assign: { count: 1 } } }, /variable count/],
    [
      "for a variable of inside read outside",
      {
        M: {
          Type: "Map",
          Items: [1],
          ItemProcessor: { StartAt: "B", States: { B: { ...pass, Assign: { v: 2 } } } },
          Next: "C",
        },
        C: { ...pass, Output: { v: "{% $v %}" } },
      },
      /never assigned/,
    ],
  ])("%s", (_name, states, sentence) => {
    expect(problems(states)).toMatch(sentence);
  });

  test("for a time-out of the whole machine, which the emulator ignores", () => {
    const definition = {
      QueryLanguage: "JSONata",
      TimeoutSeconds: 5,
      StartAt: "A",
      States: { A: { Type: "Succeed" } },
    };
    expect(problemsOfText(JSON.stringify(definition)).join()).toMatch(/TimeoutSeconds/);
  });

  test.each(["", "{", "[]", "null", '{"StartAt":"A"}'])("for being no definition: %s", (text) => {
    expect(problemsOfText(text)).not.toEqual([]);
  });
});

test("a stored definition is read without being judged again", () => {
  const refused = JSON.stringify(passWith("$now()"));
  expect(problemsOfText(refused)).not.toEqual([]);
  expect(readMachine(refused).states.size).toBe(1);
});
