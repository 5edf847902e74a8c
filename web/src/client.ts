/** The client of the API, typed by the API's own list of routes: types only, no code of the server. */
import type { routes } from "@multihelix/api/route/list.ts";
import type * as z from "zod";
import { answerDry } from "./dry-run-door.ts";
import { dryRunOf } from "./dry-run-id.ts";
import { readProblem } from "./problem.ts";
import { createRequest } from "./request.ts";

type Route = (typeof routes)[number];
type Method = Route["method"];
type PathOf<M extends Method> = Extract<Route, { readonly method: M }>["path"];
type Of<M extends Method, P extends string> = Extract<Route, { readonly method: M; readonly path: P }>;
type Parsed<R, Part extends "params" | "query" | "body"> = R extends { [K in Part]?: z.ZodType<infer T> | undefined }
  ? T
  : never;

/** Every instant and id of a schema's brand may be sent as the plain text it is. */
type Plain<T> = T extends z.core.$brand ? string : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;

type Params<T> = [T] extends [undefined]
  ? { readonly params?: never }
  : { readonly params: { readonly [K in keyof T]: string } };
type Query<T> = [T] extends [undefined]
  ? { readonly query?: never }
  : { readonly query?: { readonly [K in keyof T]?: string | number | boolean | undefined } };
type Body<T> = [T] extends [undefined] ? { readonly body?: never } : { readonly body: Plain<T> };

interface Sending {
  /** Of the intention (`useAct`); a fresh one otherwise. */
  readonly key?: string;
  /** Version that the person saw, where two may edit. */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

export type ApiInput<M extends Method, P extends string> = Params<Parsed<Of<M, P>, "params">> &
  Query<Parsed<Of<M, P>, "query">> &
  Body<Parsed<Of<M, P>, "body">> &
  Sending;

/** What a route answers: `ApiResult<"get", "/api/calls">`. */
export type ApiResult<M extends Method, P extends string> =
  Of<M, P> extends { readonly result: z.ZodType<infer T> } ? T : never;

/**
 * Asks the API, or for what is about a dry run the window that it lives in: `await api("get", "/api/calls/{callId}", { params: { callId } })`.
 * @throws {ApiProblem} for every answer that is not a success
 */
export function api<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  input: ApiInput<M, P>,
): Promise<ApiResult<M, P>> {
  const { params, query, body, key, version, signal } = input as Loose;
  const dry = dryRunOf(params?.["caseId"] ?? params?.["callId"]);
  if (dry !== undefined)
    return answerDry(dry, `${method} ${path}`, { params, query, body }) as Promise<ApiResult<M, P>>;
  return request<ApiResult<M, P>>(addressOf(path, params, query), {
    method: method.toUpperCase(),
    ...(body === undefined ? {} : { json: body }),
    ...(key === undefined ? {} : { key }),
    ...(version === undefined ? {} : { version }),
    ...(signal === undefined ? {} : { signal }),
  });
}

interface Loose extends Sending {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
}

/** `/api/calls/{callId}` with its parts filled in, and what is asked for after the question mark. */
export function addressOf(path: string, params: Loose["params"] = {}, query: Loose["query"] = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") asked.set(name, String(value));
  }
  return asked.size === 0 ? filled : `${filled}?${asked}`;
}

/** A request on a path that is not in the list: the demonstration's own. */
interface Untyped extends Sending {
  readonly method?: string;
  readonly json?: unknown;
}

const send = createRequest();

/**
 * JSON from any path of the API.
 * @throws {ApiProblem} for every answer that is not a success
 */
export async function request<T>(
  path: string,
  { method = "GET", json, key, version, signal }: Untyped = {},
): Promise<T> {
  const headers: Record<string, string> = {};
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (key !== undefined) headers["Idempotency-Key"] = key;
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  const response = await send(path, {
    method,
    headers,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as T;
}
