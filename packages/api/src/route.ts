/** What a route is: method, path, schemas and a handler that parses, performs, renders. No rules live here. */
import type { Download } from "@multihelix/core/file/file-link.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { LimitState } from "@multihelix/core/sign-in/limit.ts";
import type { SignedIn } from "@multihelix/core/sign-in/session-life.ts";
import type * as z from "zod";
import type { ApiOptions } from "./options.ts";

export type Method = "get" | "post" | "put" | "delete";

export interface Request<P, Q, B> {
  deps: Deps;
  options: ApiOptions;
  params: P;
  query: Q;
  body: B;
  /** What was sent to a route that takes bytes; empty elsewhere. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Idempotency-Key of the request; always there on effects that need one. */
  key: string;
  /** Version named by If-Match, if any. */
  ifMatch: number | undefined;
  /** Address of the client as far as it can be believed. */
  address: string;
  /** How the client describes itself, if it does. */
  agent: string | undefined;
  /** Secret of the asking browser; the answer sets its cookie where there is none yet. */
  ask: () => string;
}

export interface Signed {
  actor: PersonActor;
  signedIn: SignedIn;
}

/** A body that is not JSON: a file, of text or of bytes. */
export interface FileReply {
  text: string | Uint8Array<ArrayBuffer>;
  type: string;
  fileName: string;
}

export interface Reply<R> {
  body: R;
  status?: 200 | 201 | 202;
  /** A new session token for the cookie; `null` ends the session. */
  session?: string | null;
  /** How the client's own limit stands. */
  limit?: LimitState;
  /** Sent instead of the body. */
  download?: Download;
}

interface RouteBase<M extends Method, Path extends string, P, Q, B, R> {
  method: M;
  path: Path;
  summary: string;
  tag: string;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  result: z.ZodType<R>;
  /** Takes so many bytes at most, as they are, instead of JSON. */
  bytesMost?: number;
  /** Answers a file instead of JSON. */
  file?: string | readonly string[];
  /** Effects that need no Idempotency-Key: each is harmless when repeated (drafts, sign-in). */
  keyless?: true;
  /** Tools without pages may call it: a missing Origin is let through, a foreign one is not. Never for effects on cases. */
  originless?: true;
  /** Codes of refusals worth naming in the document. */
  refuses?: readonly string[];
}

export type PublicRoute<M extends Method, Path extends string, P, Q, B, R> = RouteBase<M, Path, P, Q, B, R> & {
  access: "public";
  handle: (request: Request<P, Q, B>, signed: Signed | undefined) => Promise<Reply<R>>;
};
export type SignedRoute<M extends Method, Path extends string, P, Q, B, R> = RouteBase<M, Path, P, Q, B, R> & {
  access: "signed-in";
  /** Asks for a second factor proved within the last 15 minutes: what moves money or power (S6). */
  fresh?: true;
  handle: (request: Request<P, Q, B>, signed: Signed) => Promise<Reply<R>>;
};

export function publicRoute<
  const M extends Method,
  const Path extends string,
  R,
  P = undefined,
  Q = undefined,
  B = undefined,
>(definition: Omit<PublicRoute<M, Path, P, Q, B, R>, "access">): PublicRoute<M, Path, P, Q, B, R> {
  return { ...definition, access: "public" };
}

export function signedRoute<
  const M extends Method,
  const Path extends string,
  R,
  P = undefined,
  Q = undefined,
  B = undefined,
>(definition: Omit<SignedRoute<M, Path, P, Q, B, R>, "access">): SignedRoute<M, Path, P, Q, B, R> {
  return { ...definition, access: "signed-in" };
}

// biome-ignore lint/suspicious/noExplicitAny: a list of routes of all shapes; each is typed where it is defined
type Whatever = any;
export type AnyRoute =
  | PublicRoute<Method, string, Whatever, Whatever, Whatever, Whatever>
  | SignedRoute<Method, string, Whatever, Whatever, Whatever, Whatever>;
