/** HTTP around the core: mounts every route of the registry with the same checks, headers and errors. */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { DomainError } from "@multihelix/core/kernel/error.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { toHex } from "@multihelix/core/sign-in/hex.ts";
import { type SignedIn, signedIn } from "@multihelix/core/sign-in/session-life.ts";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { askSecret, sessionToken, writeSession } from "./cookie.ts";
import { describeApi } from "./document.ts";
import { type ProblemStatus, problemOf, problemOfError } from "./error.ts";
import type { ApiOptions } from "./options.ts";
import { routes } from "./route/list.ts";
import type { AnyRoute, Signed } from "./route.ts";

const unsafe = new Set(["post", "put", "delete"]);
const bodyBytesMost = 512 * 1024;

/** The API over these ports. Serves `/api/…`; the composition adds what else its origin serves. */
export function createApi(deps: Deps, options: ApiOptions): OpenAPIHono {
  const app = new OpenAPIHono();
  const all: readonly AnyRoute[] = [...routes, ...(options.extraRoutes ?? [])];
  app.use(
    "/api/*",
    secureHeaders({
      xFrameOptions: "DENY",
      referrerPolicy: "same-origin",
      strictTransportSecurity: options.secure ? "max-age=31536000; includeSubDomains" : false,
    }),
  );
  app.use(
    "/api/*",
    bodyLimit({
      maxSize: bodyBytesMost,
      onError: (c) => problem(c, 400, "request.too-large", { most: bodyBytesMost }),
    }),
  );
  describeApi(app, all, options.version);
  for (const route of all) {
    app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ":$1"), (c) => serve(c as Context, route, deps, options));
  }
  app.all("/api/*", (c) => problem(c, 404, "route.not-found"));
  app.onError((error, c) => failed(c, error, deps));
  return app;
}

async function serve(c: Context, route: AnyRoute, deps: Deps, options: ApiOptions): Promise<Response> {
  c.header("Cache-Control", "no-store");
  const isUnsafe = unsafe.has(route.method);
  if (isUnsafe && !sameOrigin(c.req.header("origin"), route, options)) return problem(c, 403, "request.origin");
  const signed = await whoSigned(c, deps, options);
  if (route.access === "signed-in" && signed === undefined) return problem(c, 401, "session.missing");
  const params = route.params?.safeParse(c.req.param());
  if (params?.success === false) return problem(c, 404, "route.not-found");
  const query = route.query?.safeParse(c.req.query());
  if (query?.success === false) return problem(c, 422, "input.invalid", { problems: issues(query.error.issues) });
  const raw = route.body === undefined ? undefined : await jsonBody(c);
  if (raw instanceof Response) return raw;
  const body = route.body?.safeParse(raw);
  if (body?.success === false) return problem(c, 422, "input.invalid", { problems: issues(body.error.issues) });
  const key = c.req.header("idempotency-key") ?? "";
  if (isUnsafe && route.keyless !== true && !/^[\x21-\x7e]{8,100}$/.test(key))
    return problem(c, 400, "request.key-missing");
  const request = {
    deps,
    options,
    params: params?.data,
    query: query?.data,
    body: body?.data,
    key,
    ifMatch: versionOf(c.req.header("if-match")),
    address: options.addressOf(c.req.raw.headers, socketAddress(c)),
    ask: askSecret(c, options.secure, () => toHex(deps.random.bytes(32))),
  };
  const reply = await (route.access === "public"
    ? route.handle(request, signed)
    : route.handle(request, signed as Signed));
  if (reply.session !== undefined) writeSession(c, options.secure, reply.session);
  if (route.file !== undefined) return file(c, reply.body as { text: string; type: string; fileName: string });
  const text = JSON.stringify(route.result.parse(reply.body));
  if (route.method === "get") {
    const tag = `"${deps.digest(text).slice(0, 32)}"`;
    c.header("ETag", tag);
    if (c.req.header("if-none-match") === tag) return c.body(null, 304);
  }
  return c.body(text, reply.status ?? 200, { "Content-Type": "application/json; charset=utf-8" });
}

function file(c: Context, reply: { text: string; type: string; fileName: string }): Response {
  return c.body(reply.text, 200, {
    "Content-Type": reply.type,
    "Content-Disposition": `attachment; filename="${reply.fileName.replaceAll(/[^\w.-]/g, "_")}"`,
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

async function jsonBody(c: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) return problem(c, 415, "request.content-type");
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

function problem(c: Context, status: ProblemStatus, code: string, facts: Record<string, unknown> = {}): Response {
  if (status === 503) c.header("Retry-After", "2");
  return c.body(JSON.stringify(problemOf(status, code, facts)), status, {
    "Content-Type": "application/problem+json; charset=utf-8",
  });
}

function failed(c: Context, error: unknown, deps: Deps): Response {
  const refusal = problemOfError(error);
  if (refusal !== undefined) {
    const status = refusal.status as ProblemStatus;
    if (status === 503 || status === 429)
      c.header("Retry-After", String((error as DomainError).facts["retryAfterSeconds"] ?? 2));
    return c.body(JSON.stringify(refusal), status, { "Content-Type": "application/problem+json; charset=utf-8" });
  }
  const incident = deps.ids.ulid();
  deps.log.error("api.fault", { incident, method: c.req.method, path: c.req.routePath }, error);
  return c.body(JSON.stringify({ ...problemOf(500, "fault.unknown"), incident }), 500, {
    "Content-Type": "application/problem+json; charset=utf-8",
  });
}
