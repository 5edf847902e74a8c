/** A JSON Schema as the type that a programmer would write. */

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
  readonly allOf?: readonly unknown[];
  readonly items?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
}

/** @param inset spaces in front of the fields of an object */
export function typeText(schema: unknown, inset = ""): string {
  const {
    type,
    enum: values,
    const: only,
    anyOf,
    oneOf,
    allOf,
    items,
    properties,
    additionalProperties,
    ...rest
  } = (schema ?? {}) as Schema;
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (only !== undefined) return JSON.stringify(only);
  const several = anyOf ?? oneOf;
  if (several !== undefined) return [...new Set(several.map((one) => typeText(one, inset)))].join(" | ");
  if (allOf !== undefined) return allOf.map((one) => typeText(one, inset)).join(" & ");
  if (type === "array") return listOf(typeText(items, inset));
  if (properties !== undefined) {
    const deeper = `${inset}  `;
    const fields = Object.entries(properties).map(
      ([name, one]) => `${deeper}${name}${rest.required?.includes(name) ? "" : "?"}: ${typeText(one, deeper)};`,
    );
    return fields.length === 0 ? "{}" : `{\n${fields.join("\n")}\n${inset}}`;
  }
  if (type === "object") return `Record<string, ${typeText(additionalProperties, inset)}>`;
  return typeof type === "object" ? type.join(" | ") : (type ?? "unknown");
}

function listOf(type: string): string {
  return /[|&]/.test(type) && !type.startsWith("{") ? `(${type})[]` : `${type}[]`;
}
