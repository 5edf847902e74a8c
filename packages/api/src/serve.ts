/** How one route is served: who asks, from where, with which input; then its handler; refusals and faults as problem+json. */
import type { Download } from "@multihelix/core/file/file-link.ts";
import { canonicalJson } from "@multihelix/core/kernel/canonical-json.ts";
import { type DomainError, isDomainError } from "@multihelix/core/kernel/error.ts";
import { batchIdSchema, callIdSchema, caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { readingOnce } from "@multihelix/core/kernel/read-once.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { toHex } from "@multihelix/core/sign-in/hex.ts";
import { type SignedIn, signedIn } from "@multihelix/core/sign-in/session-life.ts";
import { requireFreshStaff } from "@multihelix/core/sign-in/step-up.ts";
import { depsFor } from "@multihelix/core/view/blind.ts";
import { toldBatchRefusal, toldCallRefusal, toldRefusal, withoutHidden } from "@multihelix/core/view/told-refusal.ts";
import type { Context } from "hono";
import { askSecret, sessionToken, writeSession } from "./cookie.ts";
import { type ProblemStatus, problemOf, problemOfError } from "./error.ts";
import { limitSchema, writeLimit } from "./limit-header.ts";
import type { ApiOptions } from "./options.ts";
import type { AnyRoute, FileReply, Signed } from "./route.ts";
import { problemsOfText } from "./text-check.ts";

const unsafe = new Set(["post", "put", "delete"]);

/** `/api/cases/{caseId}` as the router writes it. */
export function pattern(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

/** One request to one route, answered. Throws what `failed` turns into an answer. */
export async function serve(c: Context, route: AnyRoute, deps: Deps, options: ApiOptions): Promise<Response> {
  const isUnsafe = unsafe.has(route.method);
  if (isUnsafe && !sameOrigin(c.req.header("origin"), route, options)) return problem(c, 403, "request.origin");
  const signed = await whoSigned(c, deps, options);
  if (route.access === "signed-in" && signed === undefined) return problem(c, 401, "session.missing");
  if (route.access === "signed-in" && route.fresh === true && signed !== undefined)
    requireFreshStaff(signed.actor, deps.clock.now());
  const params = route.params?.safeParse(c.req.param());
  if (params?.success === false) return problem(c, 404, "route.not-found");
  const query = route.query?.safeParse(c.req.query());
  if (query?.success === false) return problem(c, 422, "input.invalid", { problems: issues(query.error.issues) });
  const raw = route.body === undefined ? undefined : await jsonBody(c);
  if (raw instanceof Response) return raw;
  const unreadable = problemsOfText(raw);
  if (unreadable.length > 0) return problem(c, 422, "input.invalid", { problems: unreadable });
  const body = route.body?.safeParse(raw);
  if (body?.success === false) return problem(c, 422, "input.invalid", { problems: issues(body.error.issues) });
  const key = c.req.header("idempotency-key") ?? "";
  if (isUnsafe && route.keyless !== true && !/^[\x21-\x7e]{8,100}$/.test(key))
    return problem(c, 400, "request.key-missing");
  const asked = route.method === "get" ? { ...deps, store: readingOnce(deps.store) } : deps;
  const own = route.access === "public" || signed === undefined ? asked : await depsFor(asked, signed.actor);
  const request = {
    deps: own,
    options,
    params: params?.data,
    query: query?.data,
    body: body?.data,
    bytes: new Uint8Array(route.bytesMost === undefined ? new ArrayBuffer(0) : await c.req.arrayBuffer()),
    key,
    ifMatch: versionOf(c.req.header("if-match")),
    address: options.addressOf(c.req.raw.headers, socketAddress(c)),
    agent: c.req.header("user-agent"),
    ask: () => askSecret(c, options.secure, () => toHex(deps.random.bytes(32))),
  };
  const reply = await (route.access === "public"
    ? route.handle(request, signed)
    : route
        .handle(request, signed as Signed)
        .catch((error: unknown) => refuse(own, signed as Signed, c.req.param(), error)));
  if (reply.session !== undefined) writeSession(c, options.secure, reply.session);
  if (reply.limit !== undefined) writeLimit(c, reply.limit);
  if (reply.download !== undefined) return handOut(c, reply.download);
  if (route.file !== undefined) return file(c, reply.body as FileReply);
  // The database gives the fields of a map back in any order: the same content must be the same bytes, or no tag holds.
  const text = canonicalJson(route.result.parse(reply.body));
  if (route.method === "get") {
    const tag = `"${deps.digest(text).slice(0, 32)}"`;
    c.header("ETag", tag);
    if (names(c.req.header("if-none-match"), tag)) return c.body(null, 304);
  }
  return c.body(text, reply.status ?? 200, { "Content-Type": "application/json; charset=utf-8" });
}

/** A refusal about a case or a call says no more than its reader may see of it. */
async function refuse(
  deps: Deps,
  { actor }: Signed,
  about: Readonly<Record<string, string>>,
  error: unknown,
): Promise<never> {
  if (!isDomainError(error)) throw error;
  const [caseId, callId] = [caseIdSchema.safeParse(about["caseId"]), callIdSchema.safeParse(about["callId"])];
  const known = caseId.success ? await toldRefusal(deps, actor, caseId.data, error) : error;
  const told = await withoutHidden(deps, known);
  const [batchId, parkId] = [batchIdSchema.safeParse(about["batchId"]), about["parkId"]];
  const said =
    batchId.success && parkId !== undefined
      ? await toldBatchRefusal(deps, { parkId, batchId: batchId.data }, told)
      : told;
  throw callId.success ? await toldCallRefusal(deps, actor, callId.data, said) : said;
}

function file(c: Context, reply: FileReply): Response {
  return c.body(reply.text, 200, {
    "Content-Type": reply.type,
    "Content-Disposition": `attachment; filename="${reply.fileName.replaceAll(/[^\w.-]/g, "_")}"`,
  });
}

/** Never shown in place, and of no type that a browser would show. */
function handOut(c: Context, download: Download): Response {
  if ("at" in download) return c.redirect(download.at, 302);
  return c.body(download.bytes, 200, {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": download.disposition,
  });
}

function sameOrigin(origin: string | undefined, route: AnyRoute, options: ApiOptions): boolean {
  return origin === undefined ? route.originless === true : options.origins.includes(origin);
}

async function whoSigned(c: Context, deps: Deps, options: ApiOptions): Promise<Signed | undefined> {
  const token = sessionToken(c, options.secure);
  if (token === undefined || !/^[0-9a-f]{64}$/.test(token)) return undefined;
  const found: SignedIn | undefined = await signedIn(deps, token);
  return found === undefined ? undefined : { actor: found.actor, signedIn: found };
}

/** Whether If-None-Match names the tag. Compared weakly: a proxy that compresses marks what it passes on. */
function names(header: string | undefined, tag: string): boolean {
  const listed = (header ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return listed.includes(tag) || listed.includes("*");
}

async function jsonBody(c: Context): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? ""))
    return problem(c, 415, "request.content-type");
  try {
    return await c.req.json();
  } catch {
    // A body that is no JSON is the sender's mistake, not a fault of ours.
    return problem(c, 400, "request.malformed");
  }
}

function issues(list: readonly { path: PropertyKey[]; message: string }[]) {
  return list.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
}

function versionOf(header: string | undefined): number | undefined {
  const match = /^"?v?(\d{1,9})"?$/.exec(header ?? "");
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

function socketAddress(c: Context): string | undefined {
  return (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress;
}

/** A refusal that names its code, as problem+json. */
export function problem(
  c: Context,
  status: ProblemStatus,
  code: string,
  facts: Record<string, unknown> = {},
): Response {
  if (status === 503) c.header("Retry-After", "2");
  return c.body(JSON.stringify(problemOf(status, code, facts)), status, {
    "Content-Type": "application/problem+json; charset=utf-8",
  });
}

/** What was thrown, as an answer: a refusal by its code, anything else as a logged fault with an incident. */
export function failed(c: Context, error: unknown, deps: Deps): Response {
  const refusal = problemOfError(error);
  if (refusal !== undefined) {
    const status = refusal.status as ProblemStatus;
    if (status === 503 || status === 429) c.header("Retry-After", String(secondsToWait(error as DomainError, deps)));
    const limit = limitSchema.safeParse((error as DomainError).facts.limit);
    if (status === 429 && limit.success) writeLimit(c, limit.data);
    return c.body(JSON.stringify(refusal), status, { "Content-Type": "application/problem+json; charset=utf-8" });
  }
  const incident = deps.ids.ulid();
  deps.log.error("api.fault", { incident, method: c.req.method, path: c.req.routePath }, error);
  return c.body(JSON.stringify({ ...problemOf(500, "fault.unknown"), incident }), 500, {
    "Content-Type": "application/problem+json; charset=utf-8",
  });
}

/** As the refusal says: so many seconds, or until an instant. */
function secondsToWait({ facts }: DomainError, deps: Deps): number {
  const { retryAfterSeconds, until } = facts;
  if (typeof retryAfterSeconds === "number") return retryAfterSeconds;
  if (typeof until !== "string") return 2;
  return Math.max(1, Math.ceil((Date.parse(until) - Date.parse(deps.clock.now())) / 1000));
}
