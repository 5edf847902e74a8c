/** The only place that turns the errors of a form, and of the API's answer, into a list with the fields they belong to. */
import type { FieldProblem } from "../problem.ts";

export interface FieldFault {
  /** Path of the field: `price.amount`. */
  readonly name: string;
  /** A text of the catalogue, or a sentence of the API. */
  readonly message: string;
}

/** The id of the element that takes the focus for a field. */
export function fieldId(name: string, form = ""): string {
  const id = `field-${name.replaceAll(/[^\w-]+/g, "-")}`;
  return form === "" ? id : `${form}-${id}`;
}

/** All faults of a form (`formState.errors`), in the order of its schema, each field once. */
export function listFaults(errors: unknown): FieldFault[] {
  return walk(errors, []);
}

function walk(node: unknown, path: readonly string[]): FieldFault[] {
  if (typeof node !== "object" || node === null) return [];
  if ("message" in node && typeof node.message === "string" && node.message !== "") {
    return [{ name: path.join("."), message: node.message }];
  }
  return Object.entries(node)
    .filter(([key]) => key !== "ref")
    .flatMap(([key, value]) => walk(value, [...path, key]));
}

/** The message of one field, its parts included (a date has three). */
export function faultOf(errors: unknown, name: string): string | undefined {
  return listFaults(errors).find((fault) => fault.name === name || fault.name.startsWith(`${name}.`))?.message;
}

/** `#/price/amount` as `price.amount`. */
export function nameOfPointer({ pointer }: FieldProblem): string {
  return pointer
    .replace(/^#?\//, "")
    .split("/")
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}
