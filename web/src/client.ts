/** The typed client of the API: types only, no code of the server. */
import type { Hono } from "hono";
import type { ClientResponse } from "hono/client";
import { hc } from "hono/client";
import { readProblem } from "./problem.ts";
import { createRequest } from "./request.ts";

/** Takes the place of `import type { AppType } from "@multihelix/api/app.ts"` until that exists. */
export type AppType = Hono;

export const api = hc<AppType>("/", { fetch: createRequest() });

/** A success with its version, for a later `If-Match`. */
export interface Versioned<T> {
  readonly data: T;
  readonly etag: string | undefined;
}

type Success<R> = R extends ClientResponse<infer T, infer S, "json"> ? (S extends 200 | 201 | 202 ? T : never) : never;

/**
 * The body of a success: `const calls = await answer(api.api.calls.$get())`.
 * @throws {ApiProblem} for every other answer
 */
export async function answer<R extends ClientResponse<unknown, number, string>>(
  pending: Promise<R>,
): Promise<Success<R>> {
  return (await versioned(pending)).data;
}

/** Like `answer`, with the entity's version. */
export async function versioned<R extends ClientResponse<unknown, number, string>>(
  pending: Promise<R>,
): Promise<Versioned<Success<R>>> {
  const response = await pending;
  if (!response.ok) throw await readProblem(response as unknown as Response);
  const data = response.status === 204 ? undefined : await response.json();
  return { data: data as Success<R>, etag: response.headers.get("ETag") ?? undefined };
}

/** Headers of an act: its key, and the version that the person saw where two may edit. */
export function actHeaders(key: string, etag?: string): { headers: Record<string, string> } {
  return { headers: { "Idempotency-Key": key, ...(etag === undefined ? {} : { "If-Match": etag }) } };
}

/** A request on a path that the typed client does not know. */
interface Plain {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly json?: unknown;
  /** Of the intention (`useAct`); a fresh one otherwise. */
  readonly key?: string;
  /** Version that the person saw, where two may edit. */
  readonly etag?: string;
  readonly signal?: AbortSignal;
}

const send = createRequest();

/**
 * JSON from any path of the API.
 * @throws {ApiProblem} for every answer that is not a success
 */
export async function request<T = unknown>(
  path: string,
  { method = "GET", json, key, etag, signal }: Plain = {},
): Promise<T> {
  const headers: Record<string, string> = {};
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (key !== undefined) headers["Idempotency-Key"] = key;
  if (etag !== undefined) headers["If-Match"] = etag;
  const response = await send(path, {
    method,
    headers,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as T;
}
