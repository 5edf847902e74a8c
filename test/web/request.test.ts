import { addressOf } from "@multihelix/web/client.ts";
import { isApiProblem, readProblem } from "@multihelix/web/problem.ts";
import { createRequest, type Wire } from "@multihelix/web/request.ts";
import { describe, expect, it } from "vitest";

/** A wire that gives these answers in order and notes what was sent and how long was waited. */
function wire(...answers: (Response | Error)[]) {
  const sent: RequestInit[] = [];
  const waited: number[] = [];
  const it: Wire = {
    fetch: async (_, init) => {
      sent.push(init ?? {});
      const answer = answers.shift();
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error("asked too often");
      return answer;
    },
    wait: async (ms) => {
      waited.push(ms);
    },
  };
  return { sent, waited, request: createRequest(it) };
}

const busy = (seconds: string) => new Response("{}", { status: 503, headers: { "Retry-After": seconds } });
const keyOf = (init: RequestInit | undefined) => new Headers(init?.headers).get("Idempotency-Key");

describe("a request to the API", () => {
  it("reads again after the time that a 503 names, at most ten seconds", async () => {
    const { request, waited } = wire(busy("2"), busy("90"), new Response("{}"));
    expect((await request("/api/calls")).status).toBe(200);
    expect(waited).toEqual([2000, 10_000]);
  });

  it("gives the 503 back after three more tries", async () => {
    const { request, sent } = wire(busy("1"), busy("1"), busy("1"), busy("1"));
    expect((await request("/api/calls")).status).toBe(503);
    expect(sent).toHaveLength(4);
  });

  it("tries an act again under the same key", async () => {
    const { request, sent } = wire(busy("1"), new Response("{}"));
    await request("/api/cases", { method: "POST" });
    expect(keyOf(sent[0])).toMatch(/^[0-9a-f]{32}$/);
    expect(keyOf(sent[1])).toBe(keyOf(sent[0]));
  });

  it("leaves the caller's key alone and reads without one", async () => {
    const { request, sent } = wire(new Response("{}"), new Response("{}"));
    await request("/api/cases", { method: "POST", headers: { "Idempotency-Key": "mine" } });
    await request("/api/cases");
    expect(sent.map(keyOf)).toEqual(["mine", null]);
  });

  it("says that the server did not answer, and lets an aborted request stay aborted", async () => {
    await expect(wire(new TypeError("Failed to fetch")).request("/api/calls")).rejects.toMatchObject({
      code: "network.unreachable",
      status: 0,
    });
    await expect(wire(new DOMException("stop", "AbortError")).request("/api/calls")).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});

describe("a refusal", () => {
  const document = {
    code: "price.above-limit",
    detail: "The price is above the limit.",
    errors: [{ pointer: "/price/amount", detail: "Lower the price." }],
    facts: { limit: 2000000 },
    incident: "01J",
  };

  it("keeps code, sentence, fields, facts and the number of a fault", async () => {
    const response = new Response(JSON.stringify(document), {
      status: 422,
      headers: { "Content-Type": "application/problem+json" },
    });
    expect(await readProblem(response)).toMatchObject({
      status: 422,
      code: "price.above-limit",
      message: "The price is above the limit.",
      errors: [{ pointer: "/price/amount", detail: "Lower the price." }],
      facts: { limit: 2000000 },
      faultId: "01J",
    });
  });

  it("is one also when a proxy answers in its own words", async () => {
    for (const body of ["<html>", "", "[1]"]) {
      const problem = await readProblem(
        new Response(body, { status: 502, headers: { "Content-Type": "application/json" } }),
      );
      expect(isApiProblem(problem, "http.502")).toBe(true);
    }
  });
});

describe("the address of a route", () => {
  it("has its parts filled in and encoded, and only what is asked for after the question mark", () => {
    expect(addressOf("/api/cases/{caseId}/slots/{slot}", { caseId: "app_1", slot: "a/b" })).toBe(
      "/api/cases/app_1/slots/a%2Fb",
    );
    expect(
      addressOf("/api/parks/{parkId}/cases", { parkId: "lund" }, { search: "å b", call: undefined, limit: 20 }),
    ).toBe("/api/parks/lund/cases?search=%C3%A5+b&limit=20");
  });
});
