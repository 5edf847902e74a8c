/** The only place that decides whether a definition may be loaded, and says in sentences why not. */
/// <reference path="./asl-validator.d.ts" />
import validateAsl from "asl-validator";
import type { Json } from "../json.ts";
import { ALL } from "../states-error.ts";
import { type Definition, definition, INVOKE_AND_WAIT, type MapState, type Processor, type State } from "./asl.ts";
import { FUNCTIONS, problemsOf, type Reach } from "./expression.ts";
import { expressionIn, looksMistyped, stringsIn } from "./template.ts";

const CONTEXT = [
  "Execution.Id",
  "Execution.Input",
  "Execution.Name",
  "Execution.StartTime",
  "State.EnteredTime",
  "State.Name",
  "State.RetryCount",
  "StateMachine.Id",
  "StateMachine.Name",
];
const TOKEN = ["Task.Token"];
const ITEM = ["Map.Item.Index", "Map.Item.Value"];

/** A part of a state that may hold expressions, with what these may read. */
type Field = [at: string, template: Json | undefined, states: readonly string[], context?: readonly string[]];

/**
 * Check a definition: shape, the ASL rules of asl-validator, targets within their scope, variables, and every
 * expression against the allow-list.
 *
 * @returns sentences, empty when the definition may be loaded.
 */
export function problemsOfDefinition(candidate: Json): string[] {
  const shaped = definition.safeParse(candidate);
  if (!shaped.success) return shaped.error.issues.map((issue) => `${issue.path.join("/")}: ${issue.message}`);
  // The validator writes into what it is given.
  const judged = validateAsl(structuredClone(candidate));
  if (!judged.isValid) return [judged.errorsText("; ")];
  return scope(shaped.data, new Set(), []);
}

function scope(machine: Processor | Definition, outer: ReadonlySet<string>, itemContext: readonly string[]): string[] {
  const names = Object.keys(machine.States);
  const states = Object.entries(machine.States);
  const own = new Set(states.flatMap(([, state]) => assignsOf(state).flatMap((assign) => Object.keys(assign))));
  const variables = new Set([...outer, ...own]);
  const problems = [...own]
    .filter((name) => outer.has(name) || name === "states" || FUNCTIONS.includes(name))
    .map((name) => `Assign: the variable ${name} is taken by an outer scope or by the language`);
  if (!names.includes(machine.StartAt)) problems.push(`StartAt: there is no state ${machine.StartAt} in this scope`);
  for (const [name, state] of states) {
    for (const target of targetsOf(state).filter((target) => !names.includes(target))) {
      problems.push(`${name}: there is no state ${target} in this scope`);
    }
    problems.push(...wildcards(state).map((problem) => `${name}: ${problem}`));
    for (const [at, template, reads, context = []] of fieldsOf(state)) {
      if (template === undefined) continue;
      const reach: Reach = { states: reads, context: [...CONTEXT, ...itemContext, ...context], variables };
      problems.push(...templateProblems(template, `${name}/${at}`, reach));
    }
    if (state.Type === "Map") problems.push(...scope(state.ItemProcessor, variables, ITEM));
  }
  return problems;
}

function templateProblems(template: Json, where: string, reach: Reach): string[] {
  const found: string[] = [];
  for (const { text, at } of stringsIn(template, where)) {
    const source = expressionIn(text);
    if (looksMistyped(text)) found.push(`${at}: an expression is written {% … %} on one line, nothing around it`);
    if (source !== undefined) found.push(...problemsOf(source, reach).map((problem) => `${at}: ${problem}`));
  }
  return found;
}

const BEFORE = ["input", "context"] as const;
const AFTER = ["input", "context", "result"] as const;
const FAILED = ["input", "context", "errorOutput"] as const;

function fieldsOf(state: State): Field[] {
  switch (state.Type) {
    case "Task":
      return [
        ["Arguments", state.Arguments as Json, BEFORE, state.Resource === INVOKE_AND_WAIT ? TOKEN : []],
        ...results(state, AFTER),
        ...catches(state),
      ];
    case "Map":
      return [...mapFields(state), ...results(state, AFTER), ...catches(state)];
    case "Choice":
      return [
        ...results(state, BEFORE),
        ...state.Choices.flatMap((rule, index): Field[] => [
          [`Choices/${index}/Condition`, rule.Condition, BEFORE],
          [`Choices/${index}/Assign`, rule.Assign, BEFORE],
          [`Choices/${index}/Output`, rule.Output, BEFORE],
        ]),
      ];
    case "Pass":
      return results(state, BEFORE);
    case "Succeed":
      return [["Output", state.Output, BEFORE]];
    case "Fail":
      return [
        ["Error", state.Error, BEFORE],
        ["Cause", state.Cause, BEFORE],
      ];
  }
}

function mapFields(state: MapState): Field[] {
  return [
    ["Items", state.Items, BEFORE],
    ["ItemSelector", state.ItemSelector, BEFORE, ITEM],
  ];
}

function results(state: { Assign?: Json | undefined; Output?: Json | undefined }, reads: readonly string[]): Field[] {
  return [
    ["Assign", state.Assign, reads],
    ["Output", state.Output, reads],
  ];
}

function catches(state: State): Field[] {
  const list = "Catch" in state ? (state.Catch ?? []) : [];
  return list.flatMap((catcher, index): Field[] => [
    [`Catch/${index}/Assign`, catcher.Assign, FAILED],
    [`Catch/${index}/Output`, catcher.Output, FAILED],
  ]);
}

function assignsOf(state: State): Record<string, Json>[] {
  const inner =
    state.Type === "Choice"
      ? state.Choices.map((rule) => rule.Assign)
      : "Catch" in state
        ? (state.Catch ?? []).map((catcher) => catcher.Assign)
        : [];
  const own = "Assign" in state ? state.Assign : undefined;
  return [own, ...inner].filter((assign) => assign !== undefined);
}

function targetsOf(state: State): string[] {
  const caught = "Catch" in state ? (state.Catch ?? []).map((catcher) => catcher.Next) : [];
  const chosen = state.Type === "Choice" ? [state.Default, ...state.Choices.map((rule) => rule.Next)] : [];
  const next = "Next" in state ? state.Next : undefined;
  return [next, ...chosen, ...caught].filter((target) => target !== undefined);
}

/** ASL specification, "Errors": States.ALL stands alone, in the last Retrier and the last Catcher. */
function wildcards(state: State): string[] {
  const lists = {
    Retry: "Retry" in state ? state.Retry : undefined,
    Catch: "Catch" in state ? state.Catch : undefined,
  };
  return Object.entries(lists).flatMap(([field, list = []]) =>
    list.flatMap(({ ErrorEquals }, index) =>
      ErrorEquals.includes(ALL) && (ErrorEquals.length > 1 || index < list.length - 1)
        ? [`${field}/${index}: ${ALL} must stand alone and last`]
        : [],
    ),
  );
}
