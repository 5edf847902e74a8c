/** The small vocabulary in which the house writes its workflows: JSONata ASL with one shape for waiting and one for work. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export interface State {
  readonly [key: string]: Json;
}
export interface Definition {
  readonly Comment: string;
  readonly QueryLanguage: "JSONata";
  readonly StartAt: string;
  readonly States: Record<string, State>;
}

/** Name that stacks and the one-machine engine replace with the dispatcher's function. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is replaced by text, as CloudFormation writes it
export const taskFunction = "${TaskFunction}";

/** Safety net only (a year less a day): the real deadline is on the task record; its Catch asks the reconciler. */
export const safetyNetSeconds = 31_449_600;

/** What a refusal of the domain is called in a state machine: the same facts would be refused again. */
export const refusedName = "Task.Refused";

/** The first that names an error decides alone: a refusal goes on to Catch at once, everything else is tried again. */
const retry: Json = [
  { ErrorEquals: [refusedName], MaxAttempts: 0 },
  {
    ErrorEquals: [
      "Lambda.ServiceException",
      "Lambda.AWSLambdaException",
      "Lambda.SdkClientException",
      "Lambda.TooManyRequestsException",
      "States.TaskFailed",
    ],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxAttempts: 6,
    MaxDelaySeconds: 120,
    JitterStrategy: "FULL",
  },
];

/** An expression of JSONata, as ASL writes it. */
export const at = (expression: string): string => `{% ${expression} %}`;

const context = { caseId: at("$caseId"), attempt: at("$attempt") };

interface Waiting {
  workflow: string;
  kind: string;
  state: string;
  /** Expression of the slot; `'-'` unless told. */
  slot?: string;
  /** Expression of the round. */
  round: string;
  /** Variables to set from the answer, as expressions over `$states.result`. */
  assign?: Record<string, string>;
  /** Variable that takes the outcome. Inside a Map it needs a name of its own: inner variables may not shadow outer ones. */
  outcome?: string;
  /** State that takes over when the service fails for good: `Reconcile`, or its namesake inside a Map. */
  fallback?: string;
  /** Absent where the answer ends a Map's item: each further state of an item is paid per item. */
  next?: string;
}

/** A state that waits for a person: opens the task's record and sleeps on its token. */
export function waiting({
  workflow,
  kind,
  state,
  slot = "'-'",
  round,
  assign = {},
  outcome = "outcome",
  fallback = "Reconcile",
  next,
}: Waiting): State {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
    Arguments: {
      FunctionName: taskFunction,
      Payload: {
        task: "open-task",
        input: {
          ...context,
          workflow,
          kind,
          state,
          slot: at(slot),
          round: at(round),
          token: at("$states.context.Task.Token"),
          execution: at("$states.context.Execution.Name"),
          entered: at("$states.context.State.EnteredTime"),
          retry: at("$states.context.State.RetryCount"),
        },
      },
    },
    TimeoutSeconds: safetyNetSeconds,
    Retry: retry,
    Catch: [{ ErrorEquals: ["States.ALL"], Next: fallback }],
    ...(next === undefined
      ? { Output: { outcome: at("$states.result.outcome") }, End: true }
      : { Assign: { [outcome]: at("$states.result.outcome"), ...expressions(assign) }, Next: next }),
  };
}

/** A state that does work without a person: one named task of the registry, its result in `$outcome` and more. */
export function work(
  task: string,
  input: Record<string, string>,
  assign: Record<string, string>,
  next: string,
  outcome = "outcome",
  fallback = "Reconcile",
): State {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: { FunctionName: taskFunction, Payload: { task, input: { ...context, ...expressions(input) } } },
    TimeoutSeconds: 300,
    Retry: retry,
    Catch: [{ ErrorEquals: ["States.ALL"], Next: fallback }],
    Assign: { [outcome]: at("$states.result.Payload.outcome"), ...expressions(assign) },
    Next: next,
  };
}

function expressions(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, expression]) => [name, at(expression)]));
}

/** Routes by `$outcome`; what is not named goes to `otherwise`. */
export function route(choices: Record<string, string>, otherwise: string, variable = "$outcome"): State {
  return {
    Type: "Choice",
    Choices: Object.entries(choices).map(([outcome, next]) => ({
      Condition: at(`${variable} = '${outcome}'`),
      Next: next,
    })),
    Default: otherwise,
  };
}

/** Takes ids and the entry state from the input; every definition can start at any resting state. */
export function entry(assign: Record<string, string>, next: string): State {
  return {
    Type: "Pass",
    Assign: {
      caseId: at("$states.input.caseId"),
      attempt: at("$states.input.attempt"),
      from: at("$states.input.from"),
      ...expressions(assign),
    },
    Next: next,
  };
}

/** Something failed for good: the reconciler is asked, and this execution ends without harm. */
export const reconcile: State = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: {
    FunctionName: taskFunction,
    Payload: { task: "ask-reconciler", input: { ...context, execution: at("$states.context.Execution.Name") } },
  },
  TimeoutSeconds: 300,
  Retry: retry,
  Catch: [{ ErrorEquals: ["States.ALL"], Next: "Failed" }],
  Next: "Failed",
};

/** The same inside a Map item: the item ends with a value, so that the Map never fails as a whole. Names are unique per machine. */
export function itemFallback(name: string): Record<string, State> {
  const ended = `${name}Failed`;
  return {
    [`Reconcile${name}`]: { ...reconcile, Catch: [{ ErrorEquals: ["States.ALL"], Next: ended }], Next: ended },
    [ended]: { Type: "Pass", Output: { outcome: "fault" }, End: true },
  };
}

export const failed: State = {
  Type: "Fail",
  Error: "Execution.Abandoned",
  Cause: "The reconciler takes the case up in a new execution.",
};
export const end: State = { Type: "Succeed" };
