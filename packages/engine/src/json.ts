/** The only place that says what travels between states: plain JSON, measured in UTF-8 bytes. */

export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Bring any value to plain JSON the way a wire would: what JSON cannot say is dropped, nothing at all becomes null. */
export function toJson(value: unknown): Json {
  const text = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as Json);
}

/** @returns the parsed text, or undefined where it is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Size in bytes of the value as JSON text in UTF-8: what the service's payload limit counts. */
export function byteSize(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value), "utf8");
}
