/** The two cookies: the session, and the asking browser. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

const names = (secure: boolean) =>
  secure ? { session: "__Host-mh-session", ask: "__Host-mh-ask" } : { session: "mh-session", ask: "mh-ask" };

export function sessionToken(c: Context, secure: boolean): string | undefined {
  return getCookie(c, names(secure).session);
}

/** Set the session's cookie, or end it. */
export function writeSession(c: Context, secure: boolean, token: string | null): void {
  const name = names(secure).session;
  if (token === null) deleteCookie(c, name, { path: "/", secure });
  else setCookie(c, name, token, { path: "/", httpOnly: true, secure, sameSite: "Lax", maxAge: 12 * 3600 });
}

/** The asking browser's secret: from its cookie, or a fresh one that the answer sets. */
export function askSecret(c: Context, secure: boolean, fresh: () => string): string {
  const name = names(secure).ask;
  const there = getCookie(c, name);
  if (there !== undefined && /^[0-9a-f]{64}$/.test(there)) return there;
  const made = fresh();
  setCookie(c, name, made, { path: "/", httpOnly: true, secure, sameSite: "Lax", maxAge: 24 * 3600 });
  return made;
}
