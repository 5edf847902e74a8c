/** The only place that takes the wrapping off what DynamoDB answers, and wraps texts for what it is asked; thousands of small items a second go through it. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/**
 * The item as plain values, in place: an object that is built anew key by key costs several times what the store takes.
 * Numbers are the whole numbers that the house stores. @throws where the item holds a kind that the house never writes.
 */
export function plainItem(item: Record<string, AttributeValue>): Record<string, unknown> {
  const plain: Record<string, unknown> = item;
  for (const [name, value] of Object.entries(item)) plain[name] = plainValue(value);
  return plain;
}

function plainValue(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.M !== undefined) return plainItem(value.M);
  if (value.L !== undefined) return value.L.map(plainValue);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.NULL !== undefined) return null;
  throw new Error(`the table holds a value of the kind ${Object.keys(value).join(", ")}`);
}

/** Texts as DynamoDB wants them in keys and expressions. */
export function textValues(texts: Readonly<Record<string, string>>): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { S: text }]));
}
