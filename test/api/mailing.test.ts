/** A manager writes to many applicants: previewed exactly, frozen when sent, each written to once, and nothing told of hidden cases. */

import { advanceMailing } from "@multihelix/core/effect/handler/advance-mailing.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { startMailing } from "@multihelix/core/mailing/start-mailing.ts";
import { actorOf } from "@multihelix/local/seed/actor-of.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { dyingAt, withoutDriver } from "../fixture/dying.ts";
import { applied } from "../scenario/voucher-steps.ts";
import type { Caller } from "./caller.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let api: OpenApi;
let manager: Caller;
let caseIds: CaseId[];
const path = "/api/parks/limburg/mailings";
const words = { subject: "Avond <b>voor</b> aanvragers", text: "Kom langs.\n\n<script>nee</script>" };

interface Body {
  words: Record<string, { subject: string; text: string }>;
  cases: string[];
}

beforeAll(async () => {
  api = await openApi();
  const story = api.story();
  caseIds = [];
  for (let nth = 0; nth < 4; nth++) caseIds.push((await applied(story)).caseId as CaseId);
  manager = await api.as("limburg-manager");
  await api.settled();
});

const bodyOf = (cases: string[], subject = words.subject): Body => ({ words: { nl: { ...words, subject } }, cases });
const previewed = async (body: Body) => (await manager.post(`${path}/preview`, body)).body;
const desk = async (who: Caller = manager) => (await who.get(path)).body;
const mailed = async (caseId: CaseId) =>
  (await api.deps.store.list("letter", { stream: caseId })).filter(({ kind }) => kind === "mailing");

test("the filter says whom it reaches and which language they read; who is no manager of the park is refused", async () => {
  const { reached, needed, found } = await desk();
  expect(reached.map(({ caseId }: { caseId: string }) => caseId).sort()).toEqual([...caseIds].sort());
  expect([found, needed]).toEqual([4, ["nl"]]);
  expect(reached[0].to).toMatchObject([{ language: "nl" }]);
  const one = reached[0].reference;
  expect((await manager.get(`${path}?search=${one}`)).body.found).toBe(1);
  for (const persona of ["sme-owner", "limburg-finance", "wales-manager"])
    expect((await (await api.as(persona)).get(path)).status).toBe(403);
});

test("the preview is the letter that leaves, escaped, and asks for the language that is read", async () => {
  const preview = await previewed(bodyOf(caseIds));
  expect(preview).toMatchObject({ cases: 4, letters: 4, examples: [{ language: "nl", count: 4, other: false }] });
  expect(preview.examples[0].text).toContain("> Kom langs.");
  expect(preview.examples[0].text).toContain("beslist niets");
  const missing = await manager.post(`${path}/preview`, { words: { en: words }, cases: caseIds });
  expect([missing.status, missing.body.code, missing.body.facts.languages]).toEqual([
    422,
    "mailing.language-missing",
    ["nl"],
  ]);
  expect((await mailed(caseIds[0] as CaseId)).length).toBe(0);
});

test("what is sent is what was previewed: other words or people are refused, and nothing is sent", async () => {
  const { hash } = await previewed(bodyOf(caseIds.slice(0, 1)));
  const other = await manager.post(path, { ...bodyOf(caseIds.slice(0, 1), "Anders"), hash });
  expect([other.status, other.body.code]).toEqual([409, "mailing.changed"]);
  const more = await manager.post(path, { ...bodyOf(caseIds.slice(0, 2)), hash });
  expect(more.body.code).toBe("mailing.changed");
  expect((await desk()).mailings).toEqual([]);
});

test("one letter each, cut short at any point, and a case that was withdrawn since is left out and said", async () => {
  const { deps } = api;
  const [first, second, gone] = caseIds as [CaseId, CaseId, CaseId, CaseId];
  const body = bodyOf([first, second, gone]);
  const { hash } = await previewed(body);
  const actor = await actorOf(deps, "limburg-manager");
  const { mailingId } = await perform(withoutDriver(deps, "advance-mailing"), actor, "by-hand", startMailing, {
    ...body,
    cases: [first, second, gone],
    parkId: "limburg",
    hash,
  });
  const sme = await api.as("sme-owner");
  expect((await sme.post(`/api/cases/${gone}/withdrawal`, {})).status).toBe(200);
  await api.settled();
  const effect = { kind: "advance-mailing", parkId: "limburg", mailingId } as const;
  // Dies at the n-th commit, once before it is written and once after: as kill -9 would have it.
  for (let at = 1; at <= 12; at++)
    await advanceMailing(dyingAt(deps, Math.ceil(at / 2), at % 2 === 0), effect).catch((error: unknown) => {
      if (!(error instanceof Error && error.message === "killed")) throw error;
    });
  await advanceMailing(deps, effect);
  await api.settled();
  const [run] = (await desk()).mailings;
  expect(run).toMatchObject({ mailingId, state: "done", done: 3 });
  const became = Object.fromEntries(
    run.cases.map((one: { caseId: string; outcome: string; code?: string }) => [one.caseId, [one.outcome, one.code]]),
  );
  expect(became).toEqual({
    [first]: ["written", undefined],
    [second]: ["written", undefined],
    [gone]: ["left-out", "mailing.case-over"],
  });
  for (const caseId of [first, second]) {
    const letters = await mailed(caseId);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ status: "sent", language: "nl" });
    expect(letters[0]?.html).not.toContain("<script>");
    expect(letters[0]?.html).toContain("&lt;script&gt;");
    const events = await deps.store.list("event", { stream: caseId });
    expect(events.filter(({ type }) => type === "mailing.written").map(({ facts }) => facts)).toEqual([
      { mailingId, parkId: "limburg" },
    ]);
    const kept = (await sme.get(`/api/cases/${caseId}/letters`)).text;
    expect(kept).toContain("Avond");
  }
  expect(await mailed(gone)).toEqual([]);
  expect(await mailed(caseIds[3] as CaseId)).toEqual([]);
});

test("a double click is one mailing, the same letter is not sent twice a day, and five a day are the most", async () => {
  const body = bodyOf([caseIds[3] as string], "Nog een");
  const { hash } = await previewed(body);
  const [one, two] = await Promise.all([
    manager.post(path, { ...body, hash }, "same-click"),
    manager.post(path, { ...body, hash }, "same-click"),
  ]);
  expect([one.status, two.body.mailingId]).toEqual([201, one.body.mailingId]);
  const again = await manager.post(path, { ...body, hash });
  expect([again.status, again.body.code]).toEqual([409, "mailing.sent-already"]);
  await api.settled();
  expect(await mailed(caseIds[3] as CaseId)).toHaveLength(1);
  const sent: number[] = [];
  for (const nth of [1, 2, 3, 4]) {
    const next = bodyOf([caseIds[3] as string], `Keer ${nth}`);
    sent.push((await manager.post(path, { ...next, hash: (await previewed(next)).hash })).status);
  }
  expect(sent).toEqual([201, 201, 201, 409]);
  await api.settled();
});

test("for whom a HARD interest hides the cases there is nobody to write to, and no mailing was ever sent", async () => {
  const second = await api.as("limburg-second-manager");
  const unknown = `app_${"0".repeat(26)}`;
  const refusal = async (caseId: string) => {
    const { status, text } = await second.post(`${path}/preview`, bodyOf([caseId]));
    return [status, text.replaceAll(caseId, "")];
  };
  const body = bodyOf([caseIds[0] as string], "Van een collega");
  const { hash } = (await second.post(`${path}/preview`, body)).body;
  expect((await second.post(path, { ...body, hash })).status).toBe(201);
  await api.settled();
  expect((await desk(second)).mailings.length).toBeGreaterThan(0);
  const tie = { party: "applicant", kind: "household" };
  expect((await second.post(`/api/cases/${caseIds[0]}/interest`, tie)).status).toBe(200);
  expect(await desk(second)).toMatchObject({ reached: [], found: 0, needed: ["nl"], wished: [], mailings: [] });
  expect((await refusal(unknown))[0]).toBe(409);
  expect(await refusal(unknown)).toEqual(await refusal(caseIds[0] as string));
});
