/** What depends on how the API is composed: cookies behind TLS and on loopback, faults, a database that is away, no demonstration. */
import { totp } from "@multihelix/adapters/system/totp.ts";
import { createApi } from "@multihelix/api/app.ts";
import type { ApiOptions } from "@multihelix/api/options.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import type { Deps, Log } from "@multihelix/core/port/deps.ts";
import { newSession } from "@multihelix/core/sign-in/session-life.ts";
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type OpenApi, openApi } from "./open-api.ts";

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

const origin = "https://grants.example";

function compose(given: Partial<ApiOptions> = {}, deps: Deps = api.deps) {
  const app = createApi(deps, {
    version: "1.2.3",
    origins: [origin],
    secure: true,
    totp,
    passkeys: async () => (await import("@multihelix/adapters/webauthn/passkey.ts")).passkeys,
    addressOf: () => "192.0.2.1",
    health: async () => ({ store: "ok" }),
    ...given,
  });
  return async (path: string, init: RequestInit = {}) => app.request(`${origin}${path}`, init);
}

const json = { "content-type": "application/json", origin };

/** Attributes of one cookie by name. */
function cookie(response: Response, name: string): string[] {
  const line = response.headers.getSetCookie().find((one) => one.startsWith(`${name}=`));
  if (line === undefined) throw new Error(`no cookie ${name} among ${response.headers.getSetCookie().join("; ")}`);
  return line
    .split("; ")
    .map((part, index) => (index === 0 ? (part.split("=")[0] ?? "") : part))
    .sort();
}

const attributes = ["HttpOnly", "Path=/", "SameSite=Lax"];

describe("cookies", () => {
  const ask = (body: object) => ({ method: "POST", headers: json, body: JSON.stringify(body) });

  test("behind TLS are __Host-, secure, out of scripts' reach and not sent from other sites", async () => {
    const asked = await compose()("/api/session/code", ask({ email: "tls@visitor.example" }));
    expect(asked.status).toBe(202);
    expect(cookie(asked, "__Host-mh-ask")).toEqual([...attributes, "Max-Age=86400", "Secure", "__Host-mh-ask"].sort());
    expect(asked.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  });

  test("on loopback are the same without what plain HTTP cannot have", async () => {
    const asked = await compose({ secure: false })("/api/session/code", ask({ email: "loop@visitor.example" }));
    expect(cookie(asked, "mh-ask")).toEqual([...attributes, "Max-Age=86400", "mh-ask"].sort());
    expect(asked.headers.get("strict-transport-security")).toBeNull();
  });

  test("are set by signing in alone: who only reads gets none", async () => {
    for (const path of ["/api/calls", "/api/health", "/api/session", "/api/nothing"])
      expect((await compose()(path)).headers.getSetCookie()).toEqual([]);
  });

  test.each([true, false])("of the session: set at the step-up, gone with signing out (secure: %s)", async (secure) => {
    const name = secure ? "__Host-mh-session" : "mh-session";
    const { token, changes } = newSession(api.deps, demoPersonId("sme-editor"), "code");
    await api.deps.store.commit(changes);
    const headers = { ...json, cookie: `${name}=${token}` };
    const request = compose({ secure });
    expect((await (await request("/api/session", { headers })).json()).me.name).toBe("Jürgen Claës");
    // The other mode's name means nothing here: a cookie that another host could set is not believed.
    const other = secure ? "mh-session" : "__Host-mh-session";
    expect((await (await request("/api/session", { headers: { cookie: `${other}=${token}` } })).json()).me).toBeNull();
    const ended = await request("/api/session", { method: "DELETE", headers });
    expect(ended.status).toBe(200);
    const gone = [name, "Max-Age=0", "Path=/", ...(secure ? ["Secure"] : [])];
    expect(cookie(ended, name)).toEqual(expect.arrayContaining(gone));
    expect((await request("/api/my/tasks", { headers })).status).toBe(401);
  });
});

describe("what goes wrong", () => {
  const broken = (error: Error): Deps => ({
    ...api.deps,
    store: { ...api.deps.store, list: () => Promise.reject(error) },
  });

  test("a database that is away: 503, when to come again, and a sentence", async () => {
    const reply = await compose({}, broken(new DomainError("unavailable", "store.unavailable")))("/api/calls");
    expect(reply.status).toBe(503);
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await reply.json()).toMatchObject({ code: "store.unavailable", detail: expect.stringContaining("again") });
  });

  test("a fault: 500 with a number that the log has too, and nothing of what broke", async () => {
    const error = vi.fn();
    const log: Log = { info: vi.fn(), warn: vi.fn(), error };
    const reply = await compose({}, { ...broken(new Error("secret inside")), log })("/api/calls");
    const body = await reply.json();
    expect(reply.status).toBe(500);
    expect(JSON.stringify(body)).not.toContain("secret");
    expect(body).toMatchObject({ code: "fault.unknown", incident: expect.stringMatching(/^\w{26}$/) });
    expect(error.mock.calls[0]?.[1]).toMatchObject({ incident: body.incident });
    expect(reply.headers.get("cache-control")).toBe("no-store");
  });

  test("a part that is down is told by the health check, which itself answers", async () => {
    const reply = await compose({ health: async () => ({ store: "down", engine: "ok" }) })("/api/health");
    expect(await reply.json()).toEqual({ status: "down", version: "1.2.3", checks: { store: "down", engine: "ok" } });
  });
});

test("a composition without a demonstration has no way to become a persona or to read mail", async () => {
  const request = compose();
  const document = await (await request("/api/openapi.json")).json();
  expect(Object.keys(document.paths).filter((path) => /demo|dev/.test(path))).toEqual([]);
  for (const [method, path] of [
    ["POST", "/api/demo/session"],
    ["GET", "/api/demo/personas"],
    ["GET", "/api/demo/inbox"],
  ])
    expect(
      (await request(path ?? "", { method: method ?? "", headers: json, ...(method === "POST" ? { body: "{}" } : {}) }))
        .status,
    ).toBe(404);
});
