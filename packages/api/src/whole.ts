/** Every route of the registry with the OpenAPI document made of it; loaded when something beyond the daily routes is asked for. */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { Context } from "hono";
import { describeApi, documentHead } from "./document.ts";
import type { ApiOptions } from "./options.ts";
import { type ApiDocument, mountReference } from "./reference.ts";
import { routes } from "./route/list.ts";
import type { AnyRoute } from "./route.ts";
import { failed, pattern, problem, serve } from "./serve.ts";

/** Answers what the app in front of it does not: it knows every path, so it alone can say that there is none. */
export function wholeApi(deps: Deps, options: ApiOptions): OpenAPIHono {
  const app = new OpenAPIHono();
  const all: readonly AnyRoute[] = [...routes, ...(options.extraRoutes ?? [])];
  mountReference(app, () => app.getOpenAPI31Document(documentHead(options.version)) as unknown as ApiDocument);
  describeApi(app, all, options.version);
  for (const route of all) {
    app.on(route.method, pattern(route.path), (c) => serve(c as Context, route, deps, options));
  }
  for (const [path, methods] of methodsByPath(all)) app.all(pattern(path), (c) => wrongMethod(c, methods));
  app.all("/api/*", (c) => problem(c, 404, "route.not-found"));
  app.onError((error, c) => failed(c, error, deps));
  return app;
}

/** What each path answers to; reading includes asking for the headers alone. */
function methodsByPath(all: readonly AnyRoute[]): Map<string, string[]> {
  const methods = new Map<string, string[]>([
    ["/api/openapi.json", ["GET", "HEAD"]],
    ["/api/docs", ["GET", "HEAD"]],
  ]);
  for (const { path, method } of all) {
    const own = method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()];
    methods.set(path, [...(methods.get(path) ?? []), ...own]);
  }
  return methods;
}

function wrongMethod(c: Context, methods: readonly string[]): Response {
  c.header("Allow", methods.join(", "));
  return problem(c, 405, "request.method", { allowed: methods });
}
