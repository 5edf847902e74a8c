/** The OpenAPI 3.1 document, made of the same route table that serves. */
import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import * as z from "zod";
import { problemSchema, statuses } from "./error.ts";
import type { AnyRoute } from "./route.ts";

/** What the document says of the whole. */
export function documentHead(version: string) {
  const description =
    "Innovation vouchers and joint projects across science parks. Every refusal is application/problem+json with a code.";
  return { openapi: "3.1.0", info: { title: "MultiHelix", version, description }, servers: [{ url: "/" }] };
}

/** Registers every route and serves the document at `/api/openapi.json`. */
export function describeApi(app: OpenAPIHono, all: readonly AnyRoute[], version: string): void {
  for (const route of all) app.openAPIRegistry.registerPath(describe(route));
  app.doc31("/api/openapi.json", documentHead(version));
}

/** Any bytes: what they are is found out afterwards. */
const bytesBody = {
  required: true,
  content: { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } },
};

function describe(route: AnyRoute): RouteConfig {
  const unsafe = route.method !== "get";
  const keyed = unsafe && route.keyless !== true;
  const headers = keyed ? z.object({ "idempotency-key": z.string().min(8).max(100) }) : undefined;
  return {
    method: route.method,
    path: route.path,
    summary: route.summary,
    tags: [route.tag],
    request: {
      ...(route.params === undefined ? {} : { params: route.params as z.ZodObject }),
      ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
      ...(headers === undefined ? {} : { headers }),
      ...(route.bytesMost === undefined ? {} : { body: bytesBody }),
      ...(route.body === undefined
        ? {}
        : { body: { required: true, content: { "application/json": { schema: route.body } } } }),
    },
    responses: {
      200: {
        description: "Done",
        content:
          route.file === undefined
            ? { "application/json": { schema: route.result } }
            : Object.fromEntries([route.file].flat().map((type) => [type, { schema: z.string() }])),
      },
      ...(unsafe
        ? {
            201: { description: "Made", content: { "application/json": { schema: route.result } } },
            202: { description: "Taken", content: { "application/json": { schema: route.result } } },
          }
        : { 304: { description: "Unchanged" } }),
      ...Object.fromEntries(
        statuses.map((status) => [
          status,
          { description: "Refused", content: { "application/problem+json": { schema: problemSchema } } },
        ]),
      ),
    },
  };
}
