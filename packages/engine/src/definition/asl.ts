/** The only place that says which Amazon States Language the engine speaks: a JSONata-only subset, anything else refused. */
import * as z from "zod";
import type { Json } from "../json.ts";
import { LONGEST_SECONDS } from "../limit.ts";

export const INVOKE = "arn:aws:states:::lambda:invoke";
export const INVOKE_AND_WAIT = "arn:aws:states:::lambda:invoke.waitForTaskToken";

const language = z.literal("JSONata").optional();
const comment = z.string().optional();
const template: z.ZodType<Json> = z.json();
const assign = z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,79}$/), template);
const seconds = z.int().min(1).max(LONGEST_SECONDS);
const stateName = z.string().min(1).max(80);
const errorNames = z.array(z.string().min(1).max(256)).min(1);

const shape = { assign: assign.optional(), output: template.optional() };
const common = { Comment: comment, QueryLanguage: language };
const onward = { Next: stateName.optional(), End: z.literal(true).optional() };

const retrier = z
  .strictObject({
    ErrorEquals: errorNames,
    IntervalSeconds: seconds.optional(),
    MaxAttempts: z.int().min(0).max(LONGEST_SECONDS).optional(),
    BackoffRate: z.number().min(1).optional(),
    MaxDelaySeconds: seconds.optional(),
    JitterStrategy: z.enum(["FULL", "NONE"]).optional(),
    Comment: comment,
  })
  .refine((it) => it.MaxDelaySeconds === undefined || it.MaxDelaySeconds > (it.IntervalSeconds ?? 1), {
    error: "MaxDelaySeconds must be greater than IntervalSeconds",
  });
export type Retrier = z.infer<typeof retrier>;

const catcher = z.strictObject({
  ErrorEquals: errorNames,
  Next: stateName,
  Assign: shape.assign,
  Output: shape.output,
  Comment: comment,
});
export type Catcher = z.infer<typeof catcher>;

const recovery = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const task = z.strictObject({
  Type: z.literal("Task"),
  ...common,
  ...onward,
  ...recovery,
  Resource: z.enum([INVOKE, INVOKE_AND_WAIT]),
  Arguments: z.strictObject({ FunctionName: z.string().min(1), Payload: template.optional() }),
  TimeoutSeconds: seconds.optional(),
  Assign: shape.assign,
  Output: shape.output,
});
export type TaskState = z.infer<typeof task>;

const rule = z.strictObject({
  Condition: z.union([z.string(), z.boolean()]),
  Next: stateName,
  Assign: shape.assign,
  Output: shape.output,
  Comment: comment,
});

const choice = z.strictObject({
  Type: z.literal("Choice"),
  ...common,
  Choices: z.array(rule).min(1),
  Default: stateName.optional(),
  Assign: shape.assign,
  Output: shape.output,
});
export type ChoiceState = z.infer<typeof choice>;

const pass = z.strictObject({
  Type: z.literal("Pass"),
  ...common,
  ...onward,
  Assign: shape.assign,
  Output: shape.output,
});
export type PassState = z.infer<typeof pass>;

const succeed = z.strictObject({ Type: z.literal("Succeed"), ...common, Output: shape.output });
export type SucceedState = z.infer<typeof succeed>;

const fail = z.strictObject({
  Type: z.literal("Fail"),
  ...common,
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
export type FailState = z.infer<typeof fail>;

export interface Processor {
  ProcessorConfig?: { Mode: "INLINE" } | undefined;
  Comment?: string | undefined;
  StartAt: string;
  States: Record<string, State>;
}

const processor: z.ZodType<Processor> = z.strictObject({
  ProcessorConfig: z.strictObject({ Mode: z.literal("INLINE") }).optional(),
  Comment: comment,
  StartAt: stateName,
  States: z.record(
    stateName,
    z.lazy(() => state),
  ),
});

const map = z.strictObject({
  Type: z.literal("Map"),
  ...common,
  ...onward,
  ...recovery,
  Items: z.union([z.string(), z.array(template)]).optional(),
  ItemSelector: template.optional(),
  ItemProcessor: processor,
  MaxConcurrency: z.int().min(0).optional(),
  Assign: shape.assign,
  Output: shape.output,
});
export type MapState = z.infer<typeof map>;

export type State = TaskState | ChoiceState | PassState | SucceedState | FailState | MapState;
const state: z.ZodType<State> = z.discriminatedUnion("Type", [task, choice, pass, succeed, fail, map]);

export const definition = z.strictObject({
  Comment: comment,
  QueryLanguage: z.literal("JSONata"),
  Version: z.literal("1.0").optional(),
  StartAt: stateName,
  States: z.record(stateName, state),
});
export type Definition = z.infer<typeof definition>;
