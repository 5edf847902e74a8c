/** Threads over HTTP: whoever is not of the pair reads the same bytes as before, and the mail says only that there is something to read. */
import { beforeAll, expect, test, vi } from "vitest";
import { asked } from "../scenario/story.ts";
import { until as poll } from "../scenario/world.ts";
import type { Caller } from "./caller.ts";
import { fullDraft } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";
import { type Places, readAll } from "./reading.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let caseId: string;
let places: Places;
const secret = "Our price is 4711";

beforeAll(async () => {
  api = await openApi();
  caseId = await fullDraft(api);
  const sme = await api.as("sme-owner");
  expect((await sme.post(`/api/cases/${caseId}/submission`)).status).toBe(200);
  const manager = await api.as("limburg-manager");
  const { callId } = await poll("the screening", async () => {
    const one = (await manager.get(`/api/cases/${caseId}`)).body;
    return asked(one, "screen") ? one : undefined;
  });
  places = { caseIds: [caseId], parkIds: ["limburg"], callIds: [callId], batchIds: ["bat_01K8Z3V5J0QW4R7T9Y2B6C8D1F"] };
  await api.settled();
});

const write = (who: Caller, side: string, text: string) =>
  who.post(`/api/cases/${caseId}/threads`, { parkId: "limburg", side, text });
const threads = async (who: Caller) => (await who.get(`/api/cases/${caseId}/threads`)).body.threads;

test("a message reaches the other side, unread until it is read; the mail holds a link and no word of it", async () => {
  const [sme, manager] = [await api.as("sme-owner"), await api.as("limburg-manager")];
  expect((await write(sme, "applicant", secret)).status).toBe(201);
  await api.settled();
  const [own] = await threads(sme);
  expect(own).toMatchObject({ unread: 0, messages: [{ text: secret, mine: true }] });
  const [theirs] = await threads(manager);
  expect(theirs).toMatchObject({ side: "applicant", unread: 1, messages: [{ text: secret, mine: false }] });
  const mails = api.product.inbox.all().filter(({ text }) => text.includes(`/cases/${caseId}/messages`));
  expect(mails.length).toBeGreaterThan(0);
  for (const { subject, text } of mails) {
    expect(`${subject} ${text}`).not.toContain("4711");
  }
  const { messageId } = theirs.messages[0];
  const reading = { parkId: "limburg", side: "applicant", messageId };
  expect((await manager.put(`/api/cases/${caseId}/threads/reading`, reading)).status).toBe(200);
  expect((await threads(manager))[0].unread).toBe(0);
});

test("nobody else notices: provider, another park and the applicant read the same bytes (S1)", async () => {
  const [manager, provider] = [await api.as("limburg-manager"), await api.as("provider-lund")];
  const quiet: Record<string, Caller> = {
    applicant: await api.as("sme-owner"),
    "staff of another park": await api.as("wales-substitute"),
    "a stranger": await api.as("lund-sme-owner"),
  };
  const read = async () =>
    Object.fromEntries(
      await Promise.all(Object.entries(quiet).map(async ([who, one]) => [who, await readAll(one, places)] as const)),
    );
  const before = await read();
  expect((await write(provider, "provider", "A word to the park alone.")).status).toBe(201);
  expect((await write(manager, "provider", "And back.")).status).toBe(201);
  expect((await write(manager, "notes", "Between us.")).status).toBe(201);
  await api.settled();
  const after = await read();
  for (const who of Object.keys(quiet)) expect(after[who], who).toEqual(before[who]);
  expect(await threads(provider)).toMatchObject([
    { side: "provider", messages: [{ mine: true }, { byName: "LifeTechValley Limburg" }] },
  ]);
});
