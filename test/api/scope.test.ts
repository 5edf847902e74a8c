/** Another description of a running voucher's service over HTTP: proposed by the company, agreed by the provider and the park, refused, told. */
import { beforeAll, expect, test, vi } from "vitest";
import { dayOf } from "../day.ts";
import type { CaseBody, Story } from "../scenario/story.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { accepted, reported } from "../scenario/voucher-use-steps.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let api: OpenApi;
let story: Story;
let told: Told;
beforeAll(async () => {
  api = await openApi();
  story = api.story();
  told = await applied(story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
});

const at = (path: string) => `/api/cases/${told.caseId}${path}`;
const scope = "Two series on tissue instead of three on cells, with the same report.";
const reasons = "The cell line is not there any more.";
const as = async (who: "sme" | "provider" | "manager") => story.as(story.people[who]);
const seen = async (who: "sme" | "provider" | "manager"): Promise<CaseBody> => (await (await as(who)).get(at(""))).body;
const asked = async (who: "provider" | "manager") =>
  (await seen(who))["tasks"].filter(
    ({ kind, mine }: { kind: string; mine: boolean }) => kind === "confirm-change" && mine,
  );
async function propose(given: object = {}) {
  return (await as("sme")).post(at("/scope-proposal"), { scope, reasons, ...given });
}
async function hash() {
  return (await seen("sme"))["voucher"].scopeChange?.contentHash as string;
}
async function answer(body: object) {
  return (await as("provider")).post(at("/scope-answer"), { party: "provider", contentHash: await hash(), ...body });
}
async function letters(who: "sme" | "provider") {
  await api.settled();
  const { letters: all } = (await (await as(who)).get(at("/letters"))).body;
  return (all as CaseBody[]).filter(({ kind }) => kind === "scope-change").length;
}

test("refused by the provider the service stays as it was offered, and both parties are told why", async () => {
  expect(await propose({ days: { startsOn: "2020-01-01", endsOn: "2020-02-01" } })).toMatchObject({
    status: 422,
    body: { code: "voucher.scope-days" },
  });
  expect((await propose()).body).toMatchObject({ outcome: "proposed" });
  expect(await propose({ reasons: "Something else." })).toMatchObject({
    status: 409,
    body: { code: "voucher.change-pending" },
  });
  expect(await asked("provider")).toMatchObject([{ slot: "provider" }]);
  expect((await answer({ answer: "refuse", reasons: "We have no tissue." })).body).toMatchObject({
    outcome: "refused",
  });
  expect(await asked("provider")).toEqual([]);
  const { voucher } = await seen("manager");
  expect([voucher.scopeChange, voucher.scopes, voucher.changesRefused]).toMatchObject([
    undefined,
    undefined,
    [{ change: "scope", reasons: "We have no tissue." }],
  ]);
  expect([await letters("sme"), await letters("provider")]).toEqual([1, 2]);
});

test("agreed by all it is in force: whoever checks the claim reads it, the offer and the value stay as they were", async () => {
  const before = await seen("manager");
  const today = dayOf(story.now());
  const days = { startsOn: today, endsOn: dayOf(story.now(), 60) };
  await propose({ days });
  const contentHash = await hash();
  const manager = await as("manager");
  const decision = { contentHash, reasons: "It is within the call.", noInterest: true };
  expect(await manager.post(at("/scope-decision"), decision)).toMatchObject({
    status: 409,
    body: { code: "voucher.parties-first" },
  });
  expect((await answer({ answer: "agree" })).body).toMatchObject({ outcome: "agreed" });
  expect(await asked("manager")).toMatchObject([{ slot: "limburg" }]);
  expect((await manager.post(at("/scope-decision"), decision)).body).toMatchObject({ outcome: "changed" });
  await reported(story, told, 1_000_000);
  const after = await seen("manager");
  expect(after["voucher"]).toMatchObject({
    value: before["voucher"].value,
    scopes: [{ scope, days, reasons, decided: { reasons: "It is within the call." } }],
  });
  expect(after["offer"]).toEqual(before["offer"]);
  expect((await seen("provider"))["voucher"].scopes).toMatchObject([{ scope }]);
  expect(await letters("sme")).toBe(2);
});

test("once the work is reported, it is described anew no more", async () => {
  expect(await propose()).toMatchObject({ status: 409, body: { code: "voucher.scope-closed" } });
});
