/** HTTP around the core: the routes of every day mounted with their checks; all others, and the document, are loaded when first asked for. */
import { fileBytesMost } from "@multihelix/core/file/file.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { ApiOptions } from "./options.ts";
import { dailyRoutes } from "./route/daily.ts";
import { failed, pattern, problem, serve } from "./serve.ts";

const bodyBytesMost = 512 * 1024;

/** The API over these ports. Serves `/api/…`; the composition adds what else its origin serves. */
export function createApi(deps: Deps, options: ApiOptions): Hono {
  const app = new Hono();
  const whole = loadedOnce(async () => (await import("./whole.ts")).wholeApi(deps, options));
  const pass = async (c: Context) => (await whole()).fetch(c.req.raw, c.env);
  // The reference has rules of its own for what a page may do, so it comes before those for answers in JSON.
  app.get("/api/docs", pass);
  app.get("/api/docs.css", pass);
  app.use("/api/*", async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  app.use(
    "/api/*",
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: "DENY",
      referrerPolicy: "same-origin",
      strictTransportSecurity: options.secure ? "max-age=31536000; includeSubDomains" : false,
    }),
  );
  const [json, bytes] = [limitBody(bodyBytesMost), limitBody(fileBytesMost)];
  app.use("/api/*", (c, next) => (c.req.path.startsWith("/api/files/") ? bytes : json)(c, next));
  for (const route of dailyRoutes) {
    app.on(route.method, pattern(route.path), (c) => serve(c as Context, route, deps, options));
  }
  app.all("/api/*", pass);
  app.onError((error, c) => failed(c, error, deps));
  return app;
}

function limitBody(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) => {
      // What is left of the body is never read, so the connection cannot carry another request.
      c.header("Connection", "close");
      return problem(c, 413, "request.too-large", { most: maxSize });
    },
  });
}

/** The first call starts it; a failure is forgotten, so that the next call tries again. */
function loadedOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
