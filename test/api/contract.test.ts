/** What an integrator may rely on: the document, the refusals, the headers, the cookies. */
import { routes } from "@multihelix/api/route/list.ts";
import type { AnyRoute } from "@multihelix/api/route.ts";
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, test } from "vitest";
import type { Reply } from "./caller.ts";
import { type OpenApi, openApi } from "./open-api.ts";

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

const nobodysCase = "app_01K8Z3V5J0QW4R7T9Y2B6C8D1F";

/** A refusal as RFC 9457 wants it, with the house's code and a sentence for a person. */
function expectProblem(reply: Reply, status: number, code: string): void {
  expect(`${reply.status} ${reply.body?.code}`).toBe(`${status} ${code}`);
  expect(reply.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(reply.body).toMatchObject({
    status,
    type: expect.stringMatching(/^https:/),
    title: expect.stringMatching(/./),
  });
  expect(reply.body.detail).toMatch(/^[A-Z].*[.:]$/);
  expect(reply.headers.get("cache-control")).toBe("no-store");
}

describe("the document", () => {
  test("is OpenAPI 3.1 by its meta-schema", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(api.documented.document));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(api.documented.document.openapi).toBe("3.1.0");
  });

  test("holds every route of the registry, and besides them only the demonstration's", () => {
    const named = (list: readonly AnyRoute[]) => list.map(({ method, path }) => `${method} ${path}`).sort();
    const documented = Object.entries(api.documented.document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(documented.filter((one) => !one.includes(" /api/demo/")).sort()).toEqual(named(routes));
    expect(documented.filter((one) => one.includes(" /api/demo/")).sort()).toEqual([
      "get /api/demo/inbox",
      "get /api/demo/personas",
      "post /api/demo/session",
    ]);
  });

  test("says of each route what it may be refused with, and of effects that they need a key", () => {
    for (const route of routes as readonly AnyRoute[]) {
      const operation = api.documented.document.paths[route.path]?.[route.method];
      const parameters = (operation as unknown as { parameters?: { name: string; in: string; required?: boolean }[] })
        .parameters;
      const key = parameters?.find(({ name }) => name === "idempotency-key");
      expect(key?.required === true, `${route.method} ${route.path}`).toBe(
        route.method !== "get" && route.keyless !== true,
      );
      const problems = Object.entries(operation?.responses ?? {}).filter(([status]) => Number(status) >= 400);
      expect(problems.length).toBeGreaterThan(5);
      for (const [, { content }] of problems) expect(Object.keys(content ?? {})).toEqual(["application/problem+json"]);
    }
  });
});

describe("a request that cannot be served", () => {
  test("to an unknown address: 404", async () => {
    for (const path of ["/api/nothing", "/api", "/api/cases/", "/api/../api/nothing", "/api/%00", "/api/%ff%fe"])
      expectProblem(await api.visitor().get(path), 404, "route.not-found");
  });

  test("with an id that is none: 404, before and after signing in, whatever else is wrong", async () => {
    const manager = await api.as("limburg-manager");
    for (const id of ["app_1", "per_01K8Z3V5J0QW4R7T9Y2B6C8D1F", "app_01k8z3v5j0qw4r7t9y2b6c8d1f", "..%2f..", "%00"]) {
      expectProblem(await manager.get(`/api/cases/${id}`), 404, "route.not-found");
      expectProblem(await manager.post(`/api/cases/${id}/screening`, { junk: 1 }), 404, "route.not-found");
    }
    expectProblem(await manager.get("/api/calls/call_1"), 404, "route.not-found");
  });

  test("by a method that the address does not take: 405 with those that it takes", async () => {
    for (const method of ["DELETE", "PUT", "POST", "PATCH", "OPTIONS"]) {
      const reply = await api.visitor().ask(method, `/api/cases/${nobodysCase}`);
      expectProblem(reply, 405, "request.method");
      expect(reply.headers.get("allow")).toBe("GET, HEAD");
    }
    const both = await api.visitor().ask("DELETE", "/api/calls");
    expect(both.headers.get("allow")).toBe("GET, HEAD, POST");
    expectProblem(await api.visitor().ask("POST", "/api/openapi.json"), 405, "request.method");
  });

  test("asking for the headers alone gets them", async () => {
    const reply = await api.visitor().ask("HEAD", "/api/calls");
    expect(reply.status).toBe(200);
    expect(reply.text).toBe("");
    expect(reply.headers.get("etag")).toMatch(/^"/);
  });

  test("with a body that is no JSON: 400; of another type: 415; that is no object: 422 on the whole body", async () => {
    const person = await api.as("sme-owner");
    for (const raw of ["{", "", "{'a':1}", "\u0000", new Uint8Array([0xff, 0xfe, 0x7b])])
      expectProblem(await person.ask("POST", "/api/cases", { raw }), 400, "request.malformed");
    for (const type of ["text/plain", "application/jsonp", "application/x-www-form-urlencoded", null])
      expectProblem(
        await person.ask("POST", "/api/cases", { raw: "{}", headers: { "content-type": type } }),
        415,
        "request.content-type",
      );
    for (const raw of ["null", "[]", '"x"', "7"]) {
      const reply = await person.ask("POST", "/api/cases", { raw });
      expectProblem(reply, 422, "input.invalid");
      expect(reply.body.errors[0].pointer).toBe("");
    }
    expect(
      (
        await person.ask("POST", "/api/cases", {
          raw: "{}",
          headers: { "content-type": "application/json; charset=utf-8" },
        })
      ).status,
    ).toBe(422);
  });

  test("with too large a body: 413, told with its length and without", async () => {
    const person = await api.as("sme-owner");
    const raw = JSON.stringify({ csv: "x".repeat(600_000) });
    expectProblem(await person.ask("POST", "/api/parks/limburg/statements", { raw }), 413, "request.too-large");
  });

  test("without a key, or with one that is none: 400", async () => {
    const person = await api.as("sme-owner");
    const body = { callId: "call_01K8Z3V5J0QW4R7T9Y2B6C8D1F", organisationId: "org_01K8Z3V5J0QW4R7T9Y2B6C8D1F" };
    for (const key of [null, "short", "with space", "x".repeat(101)])
      expectProblem(
        await person.ask("POST", "/api/cases", { body, headers: { "idempotency-key": key } }),
        400,
        "request.key-missing",
      );
  });

  test("from another origin, or from none: 403, before anything else is looked at", async () => {
    const person = await api.as("sme-owner");
    for (const origin of ["https://evil.example", "null", "http://localhost", `${api.product.url}.evil.example`, null])
      for (const [method, path] of [
        ["POST", "/api/cases"],
        ["PUT", `/api/cases/${nobodysCase}/sections/project`],
        ["DELETE", "/api/session"],
        ["POST", "/api/session/code"],
      ] as const)
        expectProblem(await person.ask(method, path, { raw: "{", headers: { origin } }), 403, "request.origin");
    expect((await person.get("/api/session")).body.me).not.toBeNull();
    expect(
      (await person.ask("GET", "/api/session", { headers: { origin: "https://evil.example" } })).headers.get(
        "access-control-allow-origin",
      ),
    ).toBeNull();
  });

  test("without a session: 401, with a session that is none the same", async () => {
    const visitor = api.visitor();
    expectProblem(await visitor.get("/api/my/tasks"), 401, "session.missing");
    for (const token of ["x", "0".repeat(64), "0".repeat(4000)]) {
      visitor.jar.set("mh-session", token);
      expectProblem(await visitor.get("/api/my/tasks"), 401, "session.missing");
    }
  });

  test("with answers that are wrong: 422 with a pointer to each", async () => {
    const manager = await api.as("limburg-manager");
    const reply = await manager.post("/api/budgets", { ledger: { parkId: "limburg", currency: "EURO" }, amount: -1 });
    expectProblem(reply, 422, "input.invalid");
    expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      "/amount",
      "/ledger/budgetYear",
      "/ledger/callId",
      "/ledger/currency",
      "/ledger/fundId",
    ]);
    for (const query of ["limit=0", "limit=x", "limit=201", "sort=secret", "status=secret", "overdue=maybe", "call=x"])
      expectProblem(await manager.get(`/api/parks/limburg/cases?${query}`), 422, "input.invalid");
  });
});

describe("headers", () => {
  test("of every answer keep it out of caches, frames and other documents", async () => {
    const person = await api.as("sme-owner");
    for (const reply of [
      await person.get("/api/my/cases"),
      await person.get("/api/nothing"),
      await person.ask("DELETE", "/api/my/cases"),
      await api.visitor().get("/api/openapi.json"),
      await person.ask("POST", "/api/cases", { raw: "x".repeat(600_000) }),
    ]) {
      const { headers } = reply;
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get("strict-transport-security")).toBeNull();
      expect(headers.get("x-powered-by")).toBeNull();
    }
  });

  test("an answer that did not change is 304 without a body, however a proxy marked its tag", async () => {
    const person = await api.as("sme-owner");
    const first = await person.get("/api/my/cases");
    const tag = first.headers.get("etag") ?? "";
    for (const named of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await person.ask("GET", "/api/my/cases", { headers: { "if-none-match": named } });
      expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", tag]);
      expect(again.headers.get("cache-control")).toBe("no-store");
    }
    expect((await person.ask("GET", "/api/my/cases", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
    const other = await (await api.as("provider-lund")).ask("GET", "/api/session", {
      headers: { "if-none-match": tag },
    });
    expect(other.status).toBe(200);
  });

  test("who asked too often is told how long to wait", async () => {
    const visitor = api.visitor();
    for (let asked = 1; ; asked++) {
      const reply = await visitor.post("/api/session/code", { email: `often-${asked}@away.example` });
      if (reply.status === 202 && asked < 20) continue;
      expectProblem(reply, 429, "sign-in.too-many");
      expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(60);
      break;
    }
  });
});
