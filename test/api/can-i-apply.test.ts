/** The public check over HTTP: no account, nothing stored, and what a draft begins with. */
import { beforeAll, expect, test } from "vitest";
import { aPreCheck } from "../fixture/build/pre-check.ts";
import { type OpenApi, openApi } from "./open-api.ts";

let api: OpenApi;
let calls: { callId: string; code: string }[];
beforeAll(async () => {
  api = await openApi();
  calls = (await api.visitor().get("/api/calls")).body.calls;
});

const idOf = (code: string) => calls.find((call) => call.code === code)?.callId ?? "";

const { homePark: _, ...answers } = aPreCheck({ sector: "sec-biotech" });

test("a visitor is answered without account", async () => {
  const reply = await api.visitor().post(`/api/calls/${idOf("LIM-V26")}/check`, answers);
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({ verdict: "yes", others: [] });
});

test("who does not fit is told why, and which other open call fits", async () => {
  const reply = await api.visitor().post(`/api/calls/${idOf("WAL-V26")}/check`, answers);
  expect(reply.body.verdict).toBe("no");
  expect(reply.body.requirements.filter(({ ok }: { ok: boolean }) => !ok)).toMatchObject([
    { requirement: "country", code: "country.not-eligible" },
  ]);
  expect(reply.body.others).toContain(idOf("LIM-V26"));
  expect(reply.body.others).not.toContain(idOf("WAL-V26"));
});

test("an unknown call, a field that is none of ours, and a text as a figure are refused in words", async () => {
  const visitor = api.visitor();
  expect((await visitor.post("/api/calls/call_01K8Z3V5J0QW4R7T9Y2B6C8D1F/check", answers)).status).toBe(404);
  const path = `/api/calls/${idOf("LIM-V26")}/check`;
  expect((await visitor.post(path, { ...answers, applicantId: "org_1" })).status).toBe(422);
  expect((await visitor.post(path, { ...answers, headcount: "many" })).status).toBe(422);
});
