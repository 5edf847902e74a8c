/** Drafts are safe: two people, two tabs, a double click, a stale link; nothing typed is lost, nothing is done twice. */
import { randomUUID } from "node:crypto";
import { namedId } from "@multihelix/core/kernel/named-id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { applyPerson } from "@multihelix/core/person/apply-person.ts";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { until } from "../scenario/world.ts";
import type { Caller, Reply } from "./caller.ts";
import { fullDraft, offer, sections, startedDraft } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let owner: Caller;
let editor: Caller;

beforeAll(async () => {
  api = await openApi();
  owner = await api.as("sme-owner");
  editor = await api.as("sme-editor");
});

const project = (caseId: string) => `/api/cases/${caseId}/sections/project`;
const stored = async (caseId: string) => (await owner.get(`/api/cases/${caseId}`)).body.sections.project;
const titled = (title: string) => ({ data: { ...sections.project, title } });
const codeOf = ({ status, body }: Reply) => `${status} ${body.code ?? ""}`.trim();

describe("one section, two people", () => {
  test("who saves second is told who saved first and when, and what they saved stands", async () => {
    const caseId = await startedDraft(api);
    expect((await owner.put(project(caseId), titled("The owner's title"))).body).toMatchObject({ version: 0 });
    const late = await editor.put(project(caseId), titled("The editor's title"));
    expect(codeOf(late)).toBe("409 section.changed");
    expect(late.body.facts).toMatchObject({ name: "Élodie Vandenbroëck", at: api.deps.clock.now(), version: 0 });
    expect(late.body.detail).toContain("Élodie Vandenbroëck saved this section");
    expect((await stored(caseId)).data.title).toBe("The owner's title");
    const after = await editor.put(project(caseId), titled("The editor's title"), late.body.facts.version);
    expect(after.body).toMatchObject({ version: 1 });
    expect(codeOf(await owner.put(project(caseId), titled("The owner again"), 0))).toBe("409 section.changed");
    expect(await stored(caseId)).toMatchObject({ version: 1, data: { title: "The editor's title" } });
  });

  test("of ten tabs that save at once one wins, the others keep their text and hear of it", async () => {
    const caseId = await startedDraft(api);
    const tabs = Array.from({ length: 10 }, (_, index) => index);
    const replies = await Promise.all(
      tabs.map((tab) => (tab % 2 === 0 ? owner : editor).put(project(caseId), titled(`Tab ${tab}`))),
    );
    const won = replies.flatMap(({ status }, tab) => (status === 200 ? [tab] : []));
    expect(won).toHaveLength(1);
    expect((await stored(caseId)).data.title).toBe(`Tab ${won[0]}`);
    const others = replies.filter(({ status }) => status !== 200);
    expect(new Set(others.map(codeOf))).toEqual(new Set(["409 section.changed"]));
    for (const { body } of others)
      expect(body.facts).toMatchObject({ name: expect.any(String), at: expect.any(String) });
  });

  test("two sections saved at once do not know of each other", async () => {
    const caseId = await startedDraft(api);
    const [a, b] = await Promise.all([
      owner.put(project(caseId), { data: sections.project }),
      editor.put(`/api/cases/${caseId}/sections/company`, { data: sections.company }),
    ]);
    expect([a.status, b.status]).toEqual([200, 200]);
  });

  test("the same words again, after a lost answer, are no conflict and no new version", async () => {
    const caseId = await startedDraft(api);
    const first = await owner.put(project(caseId), titled("Once"));
    expect((await owner.put(project(caseId), titled("Once"))).body).toEqual(first.body);
    expect((await owner.put(project(caseId), titled("Once"), 7)).body).toEqual(first.body);
  });

  test("an answer is unset by leaving it out", async () => {
    const caseId = await startedDraft(api);
    await owner.put(project(caseId), titled("A title"));
    await owner.put(project(caseId), { data: { need: "A need." } }, 0);
    expect((await stored(caseId)).data).toEqual({ need: "A need." });
    expect((await owner.get(`/api/cases/${caseId}`)).body.title).toBe("");
  });
});

describe("submitting", () => {
  const receipts = async (caseId: string) =>
    (await owner.get(`/api/cases/${caseId}/letters`)).body.letters.filter(
      ({ kind }: { kind: string }) => kind === "receipt",
    );

  test("a double click, by one key or two, gives one receipt, one letter, one task for the park", async () => {
    const caseId = await fullDraft(api);
    const path = `/api/cases/${caseId}/submission`;
    const key = randomUUID();
    const replies = await Promise.all([
      owner.post(path, {}, key),
      owner.post(path, {}, key),
      owner.post(path, {}, randomUUID()),
      owner.post(path, {}, randomUUID()),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    await api.settled();
    expect(await receipts(caseId)).toHaveLength(1);
    const view = await until("the park's task", async () => {
      const { body } = await (await api.as("limburg-manager")).get(`/api/cases/${caseId}`);
      return body.tasks.length > 0 ? body : undefined;
    });
    expect(view.tasks.map(({ kind, status }: Record<string, string>) => `${kind} ${status}`)).toEqual(["screen open"]);
    const events = await api.deps.store.list("event", { stream: caseId });
    expect(events.filter(({ type }) => type === "application.submitted")).toHaveLength(1);
    const mails = api.product.inbox.all().filter(({ subject }) => subject.includes(view.reference));
    expect(mails.filter(({ to, subject }) => to.startsWith("elodie") && /^Ontvangen/.test(subject))).toHaveLength(1);
  });

  test("the key of one act is refused for another", async () => {
    const caseId = await fullDraft(api);
    const key = randomUUID();
    expect((await owner.post(`/api/cases/${caseId}/submission`, {}, key)).status).toBe(200);
    const other = await owner.post(`/api/cases/${caseId}/withdrawal`, {}, key);
    expect(codeOf(other)).toBe("409 idempotency.other-input");
  });

  test("an unfinished draft: everything that is missing is said at once, and the draft is kept", async () => {
    const caseId = await startedDraft(api);
    const refused = await owner.post(`/api/cases/${caseId}/submission`);
    expect(codeOf(refused)).toBe("422 application.not-ready");
    expect(refused.body.facts.missing.length).toBeGreaterThan(3);
    expect(refused.body.facts.failing.length).toBeGreaterThan(3);
    expect((await owner.get(`/api/cases/${caseId}`)).body.status).toBe("draft");
  });

  test("what is saved in the instant of submission is either in the frozen content or refused", async () => {
    const caseId = await fullDraft(api);
    const { version } = await stored(caseId);
    const [saved, submitted] = await Promise.all([
      editor.put(project(caseId), titled("At the last moment"), version),
      owner.post(`/api/cases/${caseId}/submission`),
    ]);
    expect(submitted.status).toBe(200);
    const { title, sections: frozen } = (await owner.get(`/api/cases/${caseId}`)).body;
    expect(title).toBe(frozen.project.data.title);
    expect(frozen.project.data.title === "At the last moment").toBe(saved.status === 200);
    if (saved.status !== 200) expect(codeOf(saved)).toBe("409 case.wrong-status");
  });
});

describe("a stale link", () => {
  test("after withdrawal nothing is taken any more, and who asks is told what the case is now", async () => {
    const caseId = await fullDraft(api);
    await owner.post(`/api/cases/${caseId}/submission`);
    const manager = await api.as("limburg-manager");
    await until("the park's task", async () =>
      (await manager.get(`/api/cases/${caseId}`)).body.tasks.length > 0 ? true : undefined,
    );
    expect((await owner.post(`/api/cases/${caseId}/withdrawal`)).status).toBe(200);
    expect((await owner.post(`/api/cases/${caseId}/withdrawal`)).body).toEqual({ outcome: "withdrawn" });
    const provider = await api.as("provider-lund");
    const content = offer(api.deps.clock.now());
    for (const reply of [
      await editor.put(project(caseId), titled("Too late"), 0),
      await owner.post(`/api/cases/${caseId}/submission`),
      await provider.post(`/api/cases/${caseId}/offer`, { content: { ...content, independent: false } }),
      await provider.post(`/api/cases/${caseId}/offer/decline`),
    ]) {
      expect(codeOf(reply)).toBe("409 case.wrong-status");
      expect(reply.body.detail).toContain("withdrawn");
    }
    const screened = await manager.post(`/api/cases/${caseId}/screening`, { noInterest: true, outcome: "eligible" });
    expect(screened.status).toBe(409);
    expect(screened.body.detail).toMatch(/withdrawn|cancelled/);
    expect((await manager.get("/api/my/tasks")).text).not.toContain(caseId);
  });

  test("of a draft that was withdrawn before any park saw it, no park knows", async () => {
    const caseId = await startedDraft(api);
    await owner.post(`/api/cases/${caseId}/withdrawal`);
    expect(codeOf(await (await api.as("limburg-manager")).get(`/api/cases/${caseId}`))).toBe("404 case.not-found");
    expect((await owner.get(`/api/cases/${caseId}`)).body.status).toBe("withdrawn");
  });
});

describe("the wrong person", () => {
  test("a member who may only read reads, and saves nothing", async () => {
    const caseId = await startedDraft(api);
    const { applicant } = (await owner.get(`/api/cases/${caseId}`)).body;
    const email = "viewer@kiemkracht.example";
    const operator = { kind: "system", name: "operator" } as const;
    await perform(api.deps, operator, "a-viewer-joins", applyPerson, {
      email,
      name: "Vera Viewer",
      language: "en",
      memberships: [{ organisationId: applicant.organisationId, level: "viewer" }],
    });
    const viewer = await api.newcomer(email);
    expect((await viewer.get(`/api/cases/${caseId}`)).body.audience).toBe("applicant");
    expect(codeOf(await viewer.put(project(caseId), titled("Mine")))).toBe("403 actor.member-needed");
    expect(codeOf(await viewer.post(`/api/cases/${caseId}/submission`))).toBe("403 actor.member-needed");
    expect(codeOf(await viewer.post(`/api/cases/${caseId}/withdrawal`))).toBe("403 actor.member-needed");
  });

  test("a provider that is not asked any more finds nothing", async () => {
    const caseId = await fullDraft(api);
    const lund = await api.as("provider-lund");
    expect((await lund.get(`/api/cases/${caseId}`)).status).toBe(200);
    const { providers } = (await owner.get("/api/providers?search=Canolfan")).body;
    const { organisationId } = providers[0];
    expect((await owner.post(`/api/cases/${caseId}/provider`, { organisationId })).status).toBe(200);
    expect(codeOf(await lund.get(`/api/cases/${caseId}`))).toBe("404 case.not-found");
    const content = offer(api.deps.clock.now());
    expect(codeOf(await lund.post(`/api/cases/${caseId}/offer`, { content }))).toBe("404 case.not-found");
    expect((await lund.get("/api/my/cases")).text).not.toContain(caseId);
    const nobody = namedId("org", "nobody at all", api.deps.digest);
    expect(codeOf(await owner.post(`/api/cases/${caseId}/provider`, { organisationId: nobody }))).toBe(
      "404 provider.not-listed",
    );
  });
});
