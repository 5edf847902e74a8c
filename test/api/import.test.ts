/** A park moves in mid-year: its running vouchers are taken over by file, then claimed and paid like any other. */

import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { balancesByKey, faultsOf } from "@multihelix/core/ledger/balance.ts";
import { checkBooks } from "@multihelix/core/ledger/check-books.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { dayOf } from "../day.ts";
import { asked, type CaseBody, type Story } from "../scenario/story.ts";
import { checked, paid, reported } from "../scenario/voucher-use-steps.ts";
import type { Caller } from "./caller.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let api: OpenApi;
let story: Story;
let finance: Caller;
/** Register number and scheme of the two organisations. */
let sme: CaseBody;
let provider: CaseBody;

const heads =
  "old_reference,call,title,scope,applicant_scheme,applicant_number,contact_email,provider_scheme,provider_number,provider_email,price,award,paid,granted_on,expires_on,status,accepted_on";

beforeAll(async () => {
  api = await openApi();
  story = api.story();
  finance = await api.as("limburg-finance");
  [sme, provider] = await Promise.all([organisationOf("sme-owner"), organisationOf("provider-lund")]);
});

async function organisationOf(persona: string): Promise<CaseBody> {
  const { me } = (await (await api.as(persona)).get("/api/session")).body;
  const { organisationId } = me.memberships[0];
  return (await (await api.as("limburg-manager")).get(`/api/organisations/${organisationId}`)).body;
}

const dayIn = (offset: number) => dayOf(story.now(), offset);

/** A running voucher of 10,000.00 of which 4,000.00 were paid before the move. */
function rowOf(given: Record<string, string> = {}): string {
  const row: Record<string, string> = {
    old_reference: "OLD-2026/17",
    call: "LIM-V26",
    title: "Stability of an enzyme",
    scope: "Three series at four temperatures measured monthly.",
    applicant_scheme: sme["register"].id,
    applicant_number: sme["registerId"],
    contact_email: story.people.sme,
    provider_scheme: provider["register"].id,
    provider_number: provider["registerId"],
    provider_email: story.people.provider,
    price: "12500.00",
    award: "10000.00",
    paid: "4000.00",
    granted_on: dayIn(-60),
    expires_on: dayIn(200),
    status: "in-use",
    accepted_on: dayIn(-50),
    ...given,
  };
  return heads
    .split(",")
    .map((head) => row[head] ?? "")
    .join(",");
}

async function brought(rows: readonly string[], dryRun: boolean): Promise<CaseBody> {
  const reply = await finance.post("/api/parks/limburg/imports/vouchers", { csv: [heads, ...rows].join("\n"), dryRun });
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
}

async function accountsOf(): Promise<Record<string, number>> {
  const { keys } = (await finance.get("/api/parks/limburg/ledger")).body;
  return keys.find((key: CaseBody) => key["ledger"].callId.length > 0 && key["book"] !== undefined)?.balances ?? {};
}

test("a dry run names every cell that cannot be right by line and column, and nothing is done while one is wrong", async () => {
  const wrong = rowOf({
    old_reference: "OLD-2026/18",
    award: "ten thousand",
    provider_number: "556000-0000",
    expires_on: "30/11/2026",
  });
  const before = await accountsOf();
  for (const dryRun of [true, false]) {
    const { problems, vouchers, dryRun: nothing } = await brought([rowOf(), wrong], dryRun);
    expect(nothing).toBe(true);
    expect(vouchers.map(({ oldReference }: CaseBody) => oldReference)).toEqual(["OLD-2026/17"]);
    expect(problems.map(({ line, column, name, code }: CaseBody) => [line, column, name, code])).toEqual([
      [3, 9, "provider_number", "organisation-unknown"],
      [3, 12, "award", "amount"],
      [3, 15, "expires_on", "day"],
    ]);
    expect(problems[1].text).toMatch(/9600\.00/);
  }
  expect(await accountsOf()).toEqual(before);
});

test("vouchers of a call that another park leads are not finance's to bring, and nothing of them is told", async () => {
  const { problems } = await brought([rowOf({ call: "LUN-V26", provider_number: "nobody" })], true);
  expect(problems.map(({ name, code }: CaseBody) => [name, code])).toEqual([["call", "not-your-call"]]);
});

test("a taken-over voucher keeps its old reference and its aid's own day, every identity holds, and it is claimed and paid; the same file twice is nothing new", async () => {
  const before = await accountsOf();
  const { vouchers, dryRun } = await brought([rowOf()], false);
  expect(dryRun).toBe(false);
  const [{ caseId, reference, left }] = vouchers;
  expect([left, /^LIM-V26-/.test(reference)]).toEqual([600_000, true]);
  const after = await accountsOf();
  const grew = (account: string) => (after[account] ?? 0) - (before[account] ?? 0);
  expect(["appropriation", "committed", "disbursed", "available"].map(grew)).toEqual([-1_000_000, 600_000, 400_000, 0]);

  const again = await brought([rowOf()], false);
  expect(again["vouchers"]).toMatchObject([{ caseId, reference, known: true }]);
  expect(await accountsOf()).toEqual(after);
  const other = await brought([rowOf({ award: "9000.00" })], false);
  expect(other["problems"]).toMatchObject([{ line: 2, column: 1, code: "other-content" }]);

  const { organisationId } = sme as { organisationId: `org_${string}` };
  const organisation = await api.deps.store.get("organisation", { organisationId });
  const grants = await api.deps.store.list("aidGrant", {
    aidGroupId: organisation?.aidGroupId ?? "aid_",
    caseId: caseId as CaseId,
  });
  expect(grants).toMatchObject([{ date: dayIn(-60), amount: 600_000, currency: "EUR", status: "granted" }]);
  const whole = await api.deps.store.list("aidGrant", { aidGroupId: organisation?.aidGroupId ?? "aid_" });
  expect(
    whole.reduce((sum, { amount }) => sum + amount, 0),
    "what was paid before counts too",
  ).toBe(1_000_000);

  await story.caseUntil(story.people.provider, caseId, "the use task", (view) => asked(view, "use"));
  const told = { caseId, reference } as Parameters<typeof reported>[1];
  await reported(story, told, 750_000);
  await checked(story, told, 600_000);
  await paid(story, told, 600_000);
  const end = await accountsOf();
  expect((end["disbursed"] ?? 0) - (before["disbursed"] ?? 0)).toBe(1_000_000);
  expect((end["committed"] ?? 0) - (before["committed"] ?? 0)).toBe(0);
  const books = await checkBooks(api.deps);
  expect(books.faults).toEqual([]);
  const { keys } = (await finance.get(`/api/cases/${caseId}/ledger`)).body;
  const postings = keys.flatMap((key: CaseBody) => key["postings"]);
  expect(balancesByKey(postings).flatMap(faultsOf)).toEqual([]);
  expect(postings[0].memo).toBe("taken over from OLD-2026/17");
});
