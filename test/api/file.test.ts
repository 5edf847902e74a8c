/** S9, S4: files over the whole HTTP path of one machine: refused with a sentence, quarantined, served to one person for a while. */
import { beforeAll, expect, test, vi } from "vitest";
import { aDocx, eicar } from "../fixture/zip.ts";
import { asked } from "../scenario/story.ts";
import { until as poll } from "../scenario/world.ts";
import type { Caller, Reply } from "./caller.ts";
import { fullDraft } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let sme: Caller;
let caseId: string;

beforeAll(async () => {
  api = await openApi();
  sme = await api.as("sme-owner");
  caseId = await fullDraft(api);
});

const pdf = (size = 2_000) => {
  const bytes = new Uint8Array(size).fill(32);
  bytes.set(Buffer.from("%PDF-1.7\n"));
  return bytes;
};
const announce = (name: string, bytes: number, slot = "technical-description"): Promise<Reply> =>
  sme.post(`/api/cases/${caseId}/files`, { use: "document", slot, name, bytes });
const put = (who: Caller, href: string, raw: Uint8Array<ArrayBuffer>) =>
  who.ask("PUT", href, { raw, headers: { "content-type": "application/octet-stream" } });

async function sent(name: string, content: Uint8Array<ArrayBuffer>, slot?: string) {
  const { status, body } = await announce(name, content.length, slot);
  expect(status).toBe(201);
  expect((await put(sme, body.send.href, content)).status).toBe(200);
  expect((await sme.post(`/api/cases/${caseId}/files/${body.fileId}/arrival`)).status).toBe(200);
  return poll("the file to be looked at", async () => {
    const { files } = (await sme.get(`/api/cases/${caseId}`)).body;
    const file = files.find(({ fileId }: { fileId: string }) => fileId === body.fileId);
    return file.status === "checking" ? undefined : file;
  });
}

const linkOf = (who: Caller, fileId: string) => who.post(`/api/cases/${caseId}/files/${fileId}/link`);

test("names, kinds and sizes that are not taken are refused before a byte is sent, each in a sentence", async () => {
  for (const [name, bytes, code] of [
    ["../../secret.pdf", 10, "file.name-unsafe"],
    ["page.html", 10, "file.kind-unknown"],
    ["large.pdf", 21 * 1024 * 1024, "file.too-large"],
  ] as const) {
    const { body } = await announce(name, bytes);
    expect([body.code, body.status]).toEqual([code, 422]);
    expect(body.detail).toMatch(/^[A-Z].*\.$/);
  }
  expect((await announce("a\u0000.pdf", 10)).status).toBe(422);
});

test("what is inside decides: a page, the scanners' test file and a zip bomb are refused and deleted", async () => {
  const html = new Uint8Array(20 * 1024 * 1024).fill(60);
  const bomb = aDocx([{ name: "word/media/a.bmp", content: new Uint8Array(30 * 1024 * 1024) }]);
  for (const [name, content, reason] of [
    ["report.pdf", html, "other-type"],
    ["note.txt", new Uint8Array(Buffer.from(eicar)), "harmful"],
    ["plan.docx", bomb, "expands"],
  ] as const) {
    const file = await sent(name, content);
    expect([file.status, file.reason]).toEqual(["refused", reason]);
    expect((await linkOf(sme, file.fileId)).status).toBe(404);
    expect((await sme.post(`/api/cases/${caseId}/files/${file.fileId}/removal`)).body).toEqual({ removed: true });
  }
});

test("bytes come once, as many as announced, and from who announced them", async () => {
  const { body } = await announce("short.pdf", 100);
  expect((await put(sme, body.send.href, pdf(99))).body.code).toBe("file.size-differs");
  expect((await put(await api.as("provider-lund"), body.send.href, pdf(100))).body.code).toBe("file.link-dead");
  expect((await put(sme, "/api/files/bm90aGluZw", pdf(100))).body.code).toBe("file.link-dead");
  expect((await put(api.visitor(), body.send.href, pdf(100))).status).toBe(401);
  const foreign = await sme.ask("PUT", body.send.href, { raw: pdf(100), headers: { origin: "https://evil.example" } });
  expect(foreign.body.code).toBe("request.origin");
  expect((await put(sme, body.send.href, new Uint8Array(21 * 1024 * 1024))).status).toBe(413);
  expect((await put(sme, body.send.href, pdf(100))).status).toBe(200);
  await sme.post(`/api/cases/${caseId}/files/${body.fileId}/arrival`);
  expect((await put(sme, body.send.href, pdf(100))).body.code).toBe("file.sent-before");
});

test("a link is good for its person and five minutes; the bytes come as an attachment of no type, labelled not scanned", async () => {
  const content = pdf();
  const file = await sent("Offre été.pdf", content);
  expect([file.status, file.scan]).toEqual(["kept", "not-scanned"]);
  const { href } = (await linkOf(sme, file.fileId)).body;
  const got = await sme.get(href);
  expect(got.status).toBe(200);
  expect(got.text).toBe(Buffer.from(content).toString());
  expect(got.headers.get("content-disposition")).toContain("attachment; filename=");
  expect(got.headers.get("content-disposition")).toContain("filename*=UTF-8''Offre%20%C3%A9t%C3%A9.pdf");
  expect(got.headers.get("content-type")).toBe("application/octet-stream");
  expect(got.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await (await api.as("provider-lund")).get(href)).body.code).toBe("file.link-dead");
  expect((await (await api.as("limburg-manager")).get(href)).status).toBe(404);
  expect((await api.visitor().get(href)).status).toBe(401);
  api.clock.move(6 * 60_000);
  expect((await sme.get(href)).body.code).toBe("file.link-dead");
});

test("submitted, a document is frozen; a reviewer sees it after the declaration, and never what is the park's alone", async () => {
  const accounts = await sent("accounts.pdf", pdf(), "annual-accounts");
  const before = (await sme.get(`/api/cases/${caseId}`)).body.files.filter(
    ({ status }: { status: string }) => status === "kept",
  );
  expect((await sme.post(`/api/cases/${caseId}/submission`)).status).toBe(200);
  expect((await sme.post(`/api/cases/${caseId}/files/${accounts.fileId}/removal`)).body.code).toBe("file.frozen");
  expect((await announce("late.pdf", 10)).body.code).toBe("file.not-now");
  const manager = await api.as("limburg-manager");
  const view = await poll("the screening", async () => {
    const one = (await manager.get(`/api/cases/${caseId}`)).body;
    return asked(one, "screen") ? one : undefined;
  });
  expect(view.files).toHaveLength(before.length);
  expect((await linkOf(manager, accounts.fileId)).status).toBe(200);
  await manager.post(`/api/cases/${caseId}/screening`, { outcome: "eligible", noInterest: true });
  const { slots } = await poll("a reviewer", async () => {
    const one = (await manager.get(`/api/cases/${caseId}`)).body;
    return asked(one, "declare", "r1") ? one : undefined;
  });
  const reviewer = await seated(slots[0].reviewerId);
  const own = `/api/cases/${caseId}`;
  expect((await reviewer.get(own)).body.files).toEqual([]);
  const [plan] = before.filter(({ slot }: { slot: string }) => slot === "technical-description");
  expect((await linkOf(reviewer, plan.fileId)).status).toBe(404);
  expect((await reviewer.post(`${own}/slots/${slots[0].slot}/declaration`, { outcome: "accepted" })).status).toBe(200);
  const shown = (await reviewer.get(own)).body.files.map(({ slot }: { slot: string }) => slot);
  expect(shown).toContain("technical-description");
  expect(shown).not.toContain("annual-accounts");
  expect((await linkOf(reviewer, accounts.fileId)).status).toBe(404);
  expect((await (await api.as("provider-lund")).get(own)).body.files).toEqual([]);
});

async function seated(reviewerId: string): Promise<Caller> {
  for (const place of ["uppsala", "wales", "sherbrooke", "lund", "limburg"]) {
    const reviewer = await api.as(`reviewer-${place}`);
    if ((await reviewer.get("/api/session")).body.me.personId === reviewerId) return reviewer;
  }
  throw new Error("nobody known sits there");
}
