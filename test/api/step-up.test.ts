/** What moves money or power asks for a second factor not older than a quarter of an hour; limits are told in headers. */
import { routes } from "@multihelix/api/route/list.ts";
import type { AnyRoute } from "@multihelix/api/route.ts";
import { demoPeople } from "@multihelix/local/seed/seed-steps.ts";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { totpCode } from "../fixture/totp-code.ts";
import type { Caller } from "./caller.ts";
import { freshAtTheDoor, freshInTheVerb, plainRoutes } from "./fresh-table.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const minute = 60_000;
const stale = "403 second-factor.stale";
let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

const emailOf = (persona: string) => demoPeople.find((one) => one.persona === persona)?.email ?? "";
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => `${status} ${body.code ?? ""}`.trim();

/** Somebody of the staff, by mail and with an authenticator app, as in production. */
async function withApp(persona: string): Promise<{ caller: Caller; prove: () => Promise<void> }> {
  const caller = api.visitor();
  await api.signInByMail(caller, emailOf(persona));
  const { secret } = (await caller.post("/api/session/totp")).body;
  const prove = async () => {
    const code = totpCode(secret, Date.parse(api.deps.clock.now()));
    expect((await caller.post("/api/session/second-factor", { code })).status).toBe(200);
  };
  await prove();
  return { caller, prove };
}

const nameOf = ({ method, path }: AnyRoute) => `${method} ${path}`;
const changing = (routes as readonly AnyRoute[]).filter(
  ({ access, method }) => access === "signed-in" && method !== "get",
);
const marked = changing.filter((route) => route.access === "signed-in" && route.fresh === true);

describe("a fresh second factor", () => {
  test("is asked for by every route that moves money or power, and of every other it is said that it does not", () => {
    const told = [...Object.keys(freshAtTheDoor), ...Object.keys(freshInTheVerb), ...plainRoutes];
    expect(told.toSorted()).toEqual(changing.map(nameOf).toSorted());
    expect(marked.map(nameOf).toSorted()).toEqual(Object.keys(freshAtTheDoor).toSorted());
  });

  test("is missed by each of them before anything else of the request is looked at", async () => {
    const { caller, prove } = await withApp("limburg-manager");
    const ask = async (route: AnyRoute) =>
      codeOf(await caller.ask(route.method.toUpperCase(), route.path.replaceAll(/[{}]/g, "")));
    api.clock.move(16 * minute);
    for (const route of marked) expect([nameOf(route), await ask(route)]).toEqual([nameOf(route), stale]);
    await prove();
    for (const route of marked) expect([nameOf(route), await ask(route)]).not.toEqual([nameOf(route), stale]);
  });

  test("is 15 minutes old at most; proved again, the act is judged on its merits", async () => {
    const { caller, prove } = await withApp("limburg-finance");
    const path = "/api/parks/limburg/batches/bat_01K8Z3V5J0QW4R7T9Y2B6C8D1F/release";
    const release = () => caller.post(path, { noInterest: true });
    expect(codeOf(await release())).toBe("404 batch.not-found");
    api.clock.move(15 * minute);
    expect(codeOf(await release())).toBe("404 batch.not-found");
    api.clock.move(minute);
    expect(codeOf(await release())).toBe(stale);
    await prove();
    expect(codeOf(await release())).toBe("404 batch.not-found");
  });

  test("is not talked about to people without a role: they learn nothing", async () => {
    const nobody = await api.newcomer("nobody-fresh@nowhere.example");
    const path = "/api/cases/app_01K8Z3V5J0QW4R7T9Y2B6C8D1F/release";
    expect(codeOf(await nobody.post(path, { noInterest: true }))).toBe("404 case.not-found");
  });
});

describe("giving a role", () => {
  test("asks a manager for a fresh second factor, and is refused to everybody else", async () => {
    const { caller, prove } = await withApp("wales-manager");
    const role = { email: emailOf("lund-approver"), role: "approver", parkId: "wales", substitute: true };
    api.clock.move(16 * minute);
    expect(codeOf(await caller.post("/api/roles", role))).toBe(stale);
    await prove();
    expect((await caller.post("/api/roles", role)).status).toBe(201);
    expect((await (await api.as("lund-approver")).get("/api/parks/wales/cases")).status).toBe(200);
    for (const persona of ["wales-approver", "sme-owner", "auditor"]) {
      const other = await api.as(persona);
      expect(codeOf(await other.post("/api/roles", role))).toBe("403 role.not-yours-to-grant");
      expect((await other.get("/api/roles")).body).toEqual({ places: [], holders: [] });
    }
  });
});

describe("one's sessions", () => {
  test("are listed and ended one by one; what is not one's own stays", async () => {
    const [one, two] = [await api.newcomer("many@visitor.example"), await api.newcomer("many@visitor.example")];
    const other = await api.newcomer("other@visitor.example");
    const { sessions } = (await one.get("/api/my/account")).body;
    expect(sessions.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true]);
    const foreign = (await other.get("/api/my/account")).body.sessions[0].sessionId;
    expect((await one.ask("DELETE", `/api/my/sessions/${foreign}`)).status).toBe(200);
    expect((await other.get("/api/my/tasks")).status).toBe(200);
    const theirs = sessions.find(({ current }: { current: boolean }) => !current).sessionId;
    expect((await one.ask("DELETE", `/api/my/sessions/${theirs}`)).status).toBe(200);
    expect((await two.get("/api/my/tasks")).status).toBe(401);
    expect((await one.get("/api/my/tasks")).status).toBe(200);
  });

  test("end all but this one at once", async () => {
    const email = "all@visitor.example";
    const [one, two, three] = [await api.newcomer(email), await api.newcomer(email), await api.newcomer(email)];
    expect((await two.ask("DELETE", "/api/my/sessions")).status).toBe(200);
    const statuses = await Promise.all(
      [one, two, three].map(async (caller) => (await caller.get("/api/my/tasks")).status),
    );
    expect(statuses).toEqual([401, 200, 401]);
  });
});

describe("the limit of codes", () => {
  test("is told in headers, and counts the browser, not the address that was asked for", async () => {
    const caller = api.visitor();
    const told = async (email: string) => {
      const { headers } = await caller.post("/api/session/code", { email });
      return [headers.get("ratelimit-policy"), headers.get("ratelimit")?.replace(/t=\d+/, "t=…")];
    };
    expect(await told("limit-a@visitor.example")).toEqual(['"default";q=10;w=3600', '"default";r=9;t=…']);
    expect(await told("elodie@kiemkracht.example")).toEqual(['"default";q=10;w=3600', '"default";r=8;t=…']);
    for (let n = 0; n < 8; n++) await told(`limit-${n}@visitor.example`);
    const refused = await caller.post("/api/session/code", { email: "limit-z@visitor.example" });
    expect(codeOf(refused)).toBe("429 sign-in.too-many");
    expect(refused.headers.get("ratelimit")).toMatch(/^"default";r=0;t=\d+$/);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
