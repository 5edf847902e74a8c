/** Questions about a call over HTTP: asked without account, answered by a manager, published without a trace of who asked. */
import { beforeAll, expect, test, vi } from "vitest";
import { until } from "../scenario/world.ts";
import type { Caller } from "./caller.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let manager: Caller;
let path: string;
beforeAll(async () => {
  api = await openApi();
  manager = await api.as("limburg-manager");
  const { calls } = (await api.visitor().get("/api/calls")).body;
  path = `/api/calls/${calls.find(({ code }: { code: string }) => code === "LIM-V26").callId}/enquiries`;
});

const mailsTo = (email: string) => api.product.inbox.all().filter(({ to }) => to === email);
const question = (text: string, email: string) => ({ question: text, email, language: "en" });

async function asked(text: string, email: string): Promise<string> {
  const reply = await api.visitor().post(path, question(text, email));
  expect(reply.status, reply.text).toBe(201);
  const { open } = (await manager.get(`${path}/desk`)).body;
  return open.find((one: { question: string }) => one.question === text).enquiryId;
}

test("what is answered in public shows to everybody in the park's words, and the asker gets it by mail", async () => {
  const raw = "I am Jan Peeters of Yeast & Co. May we apply with a branch in Genk?";
  const enquiryId = await asked(raw, "jan@asker.example");
  const mine = (await manager.get("/api/my/enquiries")).body.enquiries;
  expect(mine).toMatchObject([{ enquiryId, overdue: false }]);
  expect((await manager.get(`${path}/desk`)).text).not.toContain("jan@asker.example");
  const texts = { en: { question: "May a company apply with a branch?", answer: "Yes, if it is registered there." } };
  const reply = await manager.post(`${path}/${enquiryId}/answer`, { outcome: "published", texts });
  expect(reply.status, reply.text).toBe(200);
  const shown = await api.visitor().get(path);
  expect(shown.body).toMatchObject({ open: true, enquiries: [{ enquiryId, texts }] });
  expect(shown.text).not.toMatch(/Peeters|Yeast|asker\.example/);
  const mail = await until("the answer", async () => mailsTo("jan@asker.example")[0]);
  expect(mail.text).toContain("Yes, if it is registered there.");
  expect(mail.text).not.toContain("Peeters");
  expect((await manager.get("/api/my/enquiries")).body.enquiries).toEqual([]);
  const callId = path.split("/")[3] as `call_${string}`;
  const stored = await api.deps.store.list("enquiry", { callId });
  expect(JSON.stringify(stored)).not.toContain("asker.example");
  const again = await manager.post(`${path}/${enquiryId}/answer`, { outcome: "published", texts });
  expect(again.body.code).toBe("enquiry.answered");
});

test("what was published can be put right: the page says when, the desk keeps what stood there, nobody else sees it", async () => {
  const enquiryId = await asked("Does the voucher pay travel as well?", "travel@asker.example");
  const before = { en: { question: "Does it pay travel?", answer: "Yes, all of it." } };
  await manager.post(`${path}/${enquiryId}/answer`, { outcome: "published", texts: before });
  const onDesk = async () =>
    (await manager.get(`${path}/desk`)).body.answered.find((one: { enquiryId: string }) => one.enquiryId === enquiryId);
  const texts = { en: { question: "Does it pay travel?", answer: "Up to a tenth of the voucher." } };
  const { version: on } = await onDesk();
  const replies = [await manager.post(`${path}/${enquiryId}/correct`, { on, texts })];
  replies.push(await manager.post(`${path}/${enquiryId}/correct`, { on, texts: before }));
  expect(replies.map(({ status, body }) => body.code ?? status)).toEqual([200, "enquiry.changed"]);
  expect(await onDesk()).toMatchObject({ texts, earlier: [{ texts: before }] });
  const shown = await api.visitor().get(path);
  const one = shown.body.enquiries.find((other: { enquiryId: string }) => other.enquiryId === enquiryId);
  expect(one).toMatchObject({ texts, correctedAt: expect.any(String) });
  expect(shown.text).not.toContain("all of it");
});

test("what is answered to the asker alone, or declined, shows to nobody else", async () => {
  for (const outcome of ["private", "declined"]) {
    const enquiryId = await asked(`A question to be ${outcome}, please?`, `${outcome}@asker.example`);
    const texts = { en: { answer: `Told ${outcome} only.` } };
    expect((await manager.post(`${path}/${enquiryId}/answer`, { outcome, texts })).status).toBe(200);
    expect((await api.visitor().get(path)).text).not.toContain(`Told ${outcome}`);
    const mail = await until("the mail", async () => mailsTo(`${outcome}@asker.example`)[0]);
    expect(mail.text).toContain(`Told ${outcome} only.`);
  }
});

test("an address that somebody has and one that nobody has are answered alike", async () => {
  const replies = await Promise.all(
    ["nobody@asker.example", "anna@vivo.example"].map((email) =>
      api.visitor().post(path, question("Is this address known to you?", email)),
    ),
  );
  expect(replies[0]?.status).toBe(201);
  expect(replies[0]?.text).toBe(replies[1]?.text);
});

test("five questions a day are one address's most, from however many browsers", async () => {
  const ask = () => api.visitor().post(path, question("How often may I ask in a day?", "often@asker.example"));
  for (let n = 0; n < 5; n++) expect((await ask()).status).toBe(201);
  const sixth = await ask();
  expect(sixth.status).toBe(503);
  expect(sixth.body.code).toBe("enquiry.too-many");
});

test("markup in a question and its answer stays text in the mail", async () => {
  const markup = '<img src=x onerror=alert(1)> & "why"?';
  const enquiryId = await asked(markup, "markup@asker.example");
  const texts = { en: { question: markup, answer: markup } };
  expect((await manager.post(`${path}/${enquiryId}/answer`, { outcome: "published", texts })).status).toBe(200);
  const mail = await until("the mail", async () => mailsTo("markup@asker.example")[0]);
  expect(mail.text).toContain(markup);
  expect(mail.html).not.toContain("<img");
});

test("a draft, a closed call, a short text and no address are refused in words", async () => {
  const visitor = api.visitor();
  const unknown = "/api/calls/call_01K8Z3V5J0QW4R7T9Y2B6C8D1F/enquiries";
  expect((await visitor.get(unknown)).status).toBe(404);
  expect((await visitor.post(unknown, question("Is there such a call?", "a@asker.example"))).status).toBe(404);
  expect((await visitor.post(path, question("Why?", "a@asker.example"))).status).toBe(422);
  expect((await visitor.post(path, question("Is this an address?", "none"))).status).toBe(422);
});
