// The only reader of test/engine/vectors: language vectors that any implementation of Step Functions can be held to.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

/** How a function answers one call. Without `when` it answers any; each answer is used once, unless it `repeats`. */
export interface Answer {
  /** The payload without its `token`. */
  readonly when?: unknown;
  readonly repeats?: true;
  /** What the function returns. */
  readonly returns?: unknown;
  readonly throws?: { readonly error: string; readonly message: string };
  /** For token tasks, after the function has returned. */
  readonly succeeds?: unknown;
  readonly fails?: { readonly error?: string; readonly cause?: string };
  /** Nobody answers: the time-out is waited for. */
  readonly silent?: true;
}

export interface Vector {
  readonly name: string;
  /** What ministack 1.5.33 does otherwise than the service's documentation says, tried out. */
  readonly emulatorDiffers?: string;
  readonly definition: object;
  readonly input: unknown;
  /** Per function name. */
  readonly results?: Record<string, Answer[]>;
  readonly expected: {
    readonly status: "SUCCEEDED" | "FAILED";
    readonly output?: unknown;
    readonly error?: string;
    readonly cause?: string;
    /** States entered, in order; only where the order is fixed. */
    readonly path?: string[];
  };
}

interface ExpressionVector {
  readonly name: string;
  readonly expression: string;
  readonly input: unknown;
  readonly output?: unknown;
  readonly error?: string;
}

interface Refused {
  readonly name: string;
  readonly expression: string;
}

export function vectors(file: string): Vector[] {
  return read(file) as Vector[];
}

/** Expressions as vectors: each is the Output of one Pass state. */
export function expressionVectors(): Vector[] {
  return (read("expression") as ExpressionVector[]).map(({ name, expression, input, output, error }) => ({
    name: `${name}: ${expression}`,
    definition: passWith(expression),
    input,
    expected: error === undefined ? { status: "SUCCEEDED", output } : { status: "FAILED", error },
  }));
}

/** Expressions that must not be loaded here; the cloud would take most of them. */
export function refusedExpressions(): Refused[] {
  return read("expression-refused") as Refused[];
}

export function passWith(expression: string): object {
  return {
    QueryLanguage: "JSONata",
    StartAt: "Only",
    States: { Only: { Type: "Pass", Output: { value: `{% ${expression} %}` }, End: true } },
  };
}

/** Takes the answer for a call out of the list; throws where the vector foresees none. */
export function takeAnswer(results: Record<string, Answer[]>, name: string, payload: Record<string, unknown>): Answer {
  const { token: _secret, ...shown } = payload;
  const list = results[name] ?? [];
  const index = list.findIndex((answer) => answer.when === undefined || isDeepStrictEqual(answer.when, shown));
  const answer = list[index];
  if (!answer) throw new Error(`the vector has no answer of ${name} to ${JSON.stringify(shown)}`);
  if (!answer.repeats) list.splice(index, 1);
  return answer;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`./vectors/${file}.json`, import.meta.url), "utf8"));
}
