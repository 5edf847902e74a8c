/** The only place that knows where expressions sit in a template: strings that are wholly `{% … %}`. */
import { isObject, type Json } from "../json.ts";

const WHOLE = /^\{% (.+) %\}$/;
const TRACE = /^\s*\{%|%\}\s*$/;

/** The JSONata text inside `{% … %}`, or undefined where the string is a literal. */
export function expressionIn(text: string): string | undefined {
  return WHOLE.exec(text)?.[1];
}

/** Whether a literal looks like an expression that was mistyped; the service would pass it on as it stands. */
export function looksMistyped(text: string): boolean {
  return expressionIn(text) === undefined && TRACE.test(text);
}

/** Every string of a template with where it stands, such as `Arguments/Payload/id`. */
export function* stringsIn(template: Json, at: string): Generator<{ text: string; at: string }> {
  if (typeof template === "string") yield { text: template, at };
  else if (Array.isArray(template)) {
    for (const [index, part] of template.entries()) yield* stringsIn(part, `${at}/${index}`);
  } else if (isObject(template)) {
    for (const [key, part] of Object.entries(template)) yield* stringsIn(part, `${at}/${key}`);
  }
}
