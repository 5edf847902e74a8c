/** Serves the built web app beside the API: files as they are, every other page as the app's one document. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import type { Context, Hono } from "hono";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

/** No inline script or style, nothing from elsewhere, never in a frame. The stacks state the same for the deployed site. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Mount the app built in `root`. Pages asked for on 127.0.0.1 go to localhost: passkeys need a name. */
export function mountWeb(app: Pick<Hono, "get">, root: string): void {
  const files = new Map<string, { body: Uint8Array<ArrayBuffer>; tag: string }>();
  const load = (path: string) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const full = normalize(join(root, path));
    if (!full.startsWith(root) || !existsSync(full) || extname(full) === "") return undefined;
    const body = new Uint8Array(readFileSync(full));
    const made = { body, tag: `"${createHash("sha256").update(body).digest("hex").slice(0, 24)}"` };
    // Names under /assets carry their content's hash; everything else may be built anew while we run.
    if (path.startsWith("/assets/")) files.set(path, made);
    return made;
  };
  app.get("*", (c: Context) => {
    const url = new URL(c.req.url);
    const path = url.pathname === "/" ? "/index.html" : url.pathname;
    const asset = load(path);
    const page = asset === undefined || extname(path) === ".html";
    if (page && url.hostname === "127.0.0.1") {
      url.hostname = "localhost";
      return c.redirect(url.toString(), 302);
    }
    if (asset === undefined && extname(path) !== "") return c.text("Not found", 404);
    const found = asset ?? load("/index.html");
    if (found === undefined) return c.text("The web app is not built. Run: npm run build", 503);
    c.header("Content-Security-Policy", contentSecurityPolicy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "same-origin");
    c.header("ETag", found.tag);
    c.header("Cache-Control", path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    if (c.req.header("if-none-match") === found.tag) return c.body(null, 304);
    return c.body(found.body, 200, {
      "Content-Type": types[asset === undefined ? ".html" : extname(path)] ?? types[".html"] ?? "",
    });
  });
}
