/** The reference for people at `/api/docs`: the OpenAPI document as one page, without script. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { typeText } from "./type-text.ts";

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: unknown }[];
  readonly requestBody?: { content?: Record<string, { schema?: unknown }> };
  readonly responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths?: Record<string, Record<string, Operation>>;
}

const css = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:72rem;margin:0 auto;padding:1.5rem}
nav ul{columns:14rem;padding-left:1.2rem}details{border-top:1px solid #8886;padding:.4rem 0}summary{cursor:pointer}
code,pre{font:0.85rem/1.45 ui-monospace,monospace}pre{overflow-x:auto;padding:.75rem;border:1px solid #8886;border-radius:.4rem}
.method{display:inline-block;min-width:4rem;font-weight:600}h2{margin-top:2.5rem}`;

/** Mounted before the rules for answers in JSON: these two carry their own, stricter than the site's but for the style. */
export function mountReference(app: OpenAPIHono, document: () => ApiDocument): void {
  const answer = (c: Context, type: string, text: string) =>
    c.body(text, 200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Cache-Control": "no-cache",
    });
  let page: string | undefined;
  app.get("/api/docs", (c) => {
    page ??= pageOf(document());
    return answer(c, "text/html", page);
  });
  app.get("/api/docs.css", (c) => answer(c, "text/css", css));
}

function pageOf({ info, paths = {} }: ApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = [...Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? "other")];
  const index = groups.map(([tag, list]) => `<li><a href="#${safe(tag)}">${safe(tag)}</a> (${list.length})</li>`);
  const parts = groups.map(
    ([tag, list]) => `<section id="${safe(tag)}"><h2>${safe(tag)}</h2>${list.map(operationPart).join("")}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>API reference · ${safe(info.title)}</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/api/docs.css"></head><body><main>
<p><a href="/">${safe(info.title)}</a></p><h1>API reference</h1>
<p>Version ${safe(info.version)}. For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. Requests are signed in by the
session cookie. Every act takes an <code>Idempotency-Key</code> of 8 to 100 characters: sent again, it gives the same
answer. Every refusal is <code>application/problem+json</code> with a <code>code</code>, a sentence, and pointers to fields.
Reads carry an <code>ETag</code>; edits name the version they saw in <code>If-Match</code>.</p>
<nav aria-label="Groups"><ul>${index.join("")}</ul></nav>${parts.join("")}</main></body></html>`;
}

function operationPart({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary = "", parameters = [], requestBody, responses } = operation;
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<li><code>${safe(name)}</code> in ${safe(place)}${required ? "" : ", optional"}: <code>${safe(typeText(schema))}</code></li>`,
  );
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  const [type, done] = Object.entries(responses["200"]?.content ?? {})[0] ?? [];
  return `<details><summary><span class="method">${method.toUpperCase()}</span><code>${safe(path)}</code> ${safe(summary)}</summary>
${rows.length === 0 ? "" : `<ul>${rows.join("")}</ul>`}
${body === undefined ? "" : `<p>Takes</p><pre>${safe(typeText(body))}</pre>`}
<p>Gives ${safe(type ?? "")}</p><pre>${safe(typeText(done?.schema))}</pre></details>`;
}

function safe(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
