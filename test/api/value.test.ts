/** Another value of a running voucher over HTTP: lowered, asked about, raised, and claimed to its last cent. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { checkBooks } from "@multihelix/core/ledger/check-books.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { dayOf } from "../day.ts";
import type { CaseBody, Story } from "../scenario/story.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { accepted, checked, paid, reported } from "../scenario/voucher-use-steps.ts";
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
const seen = async (): Promise<CaseBody> => (await (await story.as(story.people.approver)).get(at(""))).body;
async function propose(value: number) {
  const manager = await story.as(story.people.manager);
  const reply = await manager.post(at("/value-proposal"), {
    value,
    reasons: "Two series, not three.",
    noInterest: true,
  });
  expect(reply.status).toBe(200);
  return (await seen())["voucher"].valueChange.contentHash as string;
}
async function approve(contentHash: string) {
  const approver = await story.as(story.people.approver);
  return approver.post(at("/value-approval"), { parkId: "limburg", noInterest: true, contentHash });
}
async function held() {
  const caseId = told.caseId as CaseId;
  const [share] = await api.deps.store.list("share", { caseId });
  const [one, voucher] = await Promise.all([
    api.deps.store.get("case", { caseId }),
    api.deps.store.get("voucher", { caseId }),
  ]);
  const row = one && (await api.deps.store.get("row", { parkId: "limburg", callId: one.callId, caseId }));
  return [share?.committed, voucher?.left.amount, row?.awarded];
}

test("an approver is asked to agree to another value, and may refuse it: nothing changes, and neither party is told", async () => {
  await propose(900_000);
  const approver = await story.as(story.people.approver);
  const asked = async () =>
    (await seen())["tasks"].filter(({ kind, status }: { kind: string; status: string }) =>
      status === "open" ? kind === "confirm-change" : false,
    );
  expect(await asked()).toMatchObject([{ kind: "confirm-change", slot: "limburg", mine: true }]);
  const refusal = { parkId: "limburg", change: "value", reasons: "The work has begun.", noInterest: true };
  const refuse = (body: object = refusal) => approver.post(at("/change-refusal"), body);
  expect(await refuse({ ...refusal, reasons: " " })).toMatchObject({ status: 422 });
  expect((await refuse()).body).toMatchObject({ outcome: "refused" });
  expect(await refuse()).toMatchObject({ status: 409, body: { code: "voucher.nothing-proposed" } });
  expect(await asked()).toEqual([]);
  const { voucher } = (await seen()) as CaseBody;
  expect([voucher.valueChange, voucher.changesRefused]).toMatchObject([
    undefined,
    [{ reasons: "The work has begun." }],
  ]);
  const applicant = await story.as(story.people.sme);
  const read = (await applicant.get(at(""))).body;
  expect([read["voucher"].value.amount, read["voucher"].changesRefused]).toEqual([1_000_000, undefined]);
});

test("a value that was proposed anew is not what was approved; lowered, both parties are told and the company may ask about it", async () => {
  const first = await propose(900_000);
  const second = await propose(600_000);
  expect(await approve(first)).toMatchObject({ status: 409, body: { code: "voucher.value-changed" } });
  expect((await approve(second)).body).toMatchObject({ outcome: "changed" });
  expect(await held()).toEqual([600_000, 600_000, 600_000]);
  await api.settled();
  for (const email of [story.people.sme, story.people.provider]) {
    const reader = await story.as(email);
    const { letters } = (await reader.get(at("/letters"))).body;
    expect((letters as CaseBody[]).map(({ kind }) => kind)).toContain("value-changed");
  }
  const sme = await story.as(story.people.sme);
  expect((await sme.get(at("/redress"))).body).toMatchObject({ may: true, asks: [{ against: "lowering" }] });
  expect(JSON.stringify((await sme.get(at(""))).body)).not.toContain("valuesBefore");
});

test("raised, it takes the rest from the budget, and a claim of all of it is paid to the last cent", async () => {
  expect((await approve(await propose(800_000))).body).toMatchObject({ outcome: "changed" });
  expect(await held()).toEqual([800_000, 800_000, 800_000]);
  await reported(story, told, 1_000_000);
  await checked(story, told, 800_000);
  await paid(story, told, 800_000);
  expect((await held()).slice(0, 2)).toEqual([0, 0]);
  expect((await checkBooks(api.deps)).faults).toEqual([]);
});

test("asked back, the provider that was paid reads how much, why, by when and where to pay; the company reads nothing of it", async () => {
  const finance = await story.as(story.people.finance);
  const due = dayOf(story.now(), 30);
  const reasons = "One of three series was not measured.";
  const asked = { parkId: "limburg", amount: 300_000, due, reasons, noInterest: true };
  expect((await finance.post(at("/recoveries"), asked)).status).toBe(201);
  const came = { amount: 100_000, bookedOn: dayOf(story.now()) };
  const entered = { ...came, bankReference: "KBC-1" };
  expect((await finance.post(at("/recoveries/1/receipt"), entered)).status).toBe(200);
  const provider = await story.as(story.people.provider);
  const { debts } = (await provider.get(at("/debts"))).body;
  expect(debts).toMatchObject([
    { amount: { amount: 300_000 }, owed: { amount: 200_000 }, due, reasons, status: "asked", received: [came] },
  ]);
  const { parks } = await api.deps.network.current();
  expect(debts[0].payTo).toEqual(parks.find(({ id }) => id === "limburg")?.debtor);
  const person = await api.deps.store.get("recovery", { caseId: told.caseId as CaseId, recovery: 1 });
  expect(JSON.stringify(debts)).not.toContain(String(person?.askedBy));
  const company = await story.as(story.people.sme);
  expect((await company.get(at("/debts"))).body).toEqual({ debts: [] });
  for (const path of ["", "/debts"]) expect(JSON.stringify((await company.get(at(path))).body)).not.toContain(reasons);
  expect((await finance.get(at("/debts"))).body).toEqual({ debts: [] });
});
