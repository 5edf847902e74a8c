/** What a voucher that moved in is afterwards: in the books, claimed and paid like any other. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { balancesByKey, faultsOf } from "@multihelix/core/ledger/balance.ts";
import { checkBooks } from "@multihelix/core/ledger/check-books.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { asked, type CaseBody } from "../scenario/story.ts";
import { checked, paid, reported } from "../scenario/voucher-use-steps.ts";
import { type Importing, openImporting } from "./import-steps.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let api: OpenApi;
let it: Importing;

beforeAll(async () => {
  api = await openApi();
  it = await openImporting(api);
});

test("a taken-over voucher keeps its old reference and its aid's own day, every identity holds, and it is claimed and paid; the same file twice is nothing new", async () => {
  const before = await it.accountsOf();
  const { entries } = await it.takenOver([it.rowOf()]);
  const [{ caseId, taken: reference, left }] = entries;
  expect([left, /^LIM-V26-/.test(reference)]).toEqual([600_000, true]);
  const after = await it.accountsOf();
  const grew = (account: string) => (after[account] ?? 0) - (before[account] ?? 0);
  expect(["appropriation", "committed", "disbursed", "available"].map(grew)).toEqual([-1_000_000, 600_000, 400_000, 0]);

  const again = await it.looked([it.rowOf()]);
  expect(again["lines"]).toMatchObject([{ caseId, taken: reference, known: true }]);
  expect(await it.accountsOf()).toEqual(after);
  const other = await it.looked([it.rowOf({ award: "9000.00" })]);
  expect(other["problems"]).toMatchObject([{ line: 2, column: 1, code: "other-content" }]);

  const { organisationId } = it.sme as { organisationId: `org_${string}` };
  const organisation = await api.deps.store.get("organisation", { organisationId });
  const grants = await api.deps.store.list("aidGrant", {
    aidGroupId: organisation?.aidGroupId ?? "aid_",
    caseId: caseId as CaseId,
  });
  expect(grants).toMatchObject([{ date: it.dayIn(-60), amount: 600_000, currency: "EUR", status: "granted" }]);
  const whole = await api.deps.store.list("aidGrant", { aidGroupId: organisation?.aidGroupId ?? "aid_" });
  expect(
    whole.reduce((sum, { amount }) => sum + amount, 0),
    "what was paid before counts too",
  ).toBe(1_000_000);

  await it.story.caseUntil(it.story.people.provider, caseId, "the use task", (view) => asked(view, "use"));
  const told = { caseId, reference } as Parameters<typeof reported>[1];
  await reported(it.story, told, 750_000);
  await checked(it.story, told, 600_000);
  await paid(it.story, told, 600_000);
  const end = await it.accountsOf();
  expect((end["disbursed"] ?? 0) - (before["disbursed"] ?? 0)).toBe(1_000_000);
  expect((end["committed"] ?? 0) - (before["committed"] ?? 0)).toBe(0);
  const books = await checkBooks(api.deps);
  expect(books.faults).toEqual([]);
  const { keys } = (await it.finance.get(`/api/cases/${caseId}/ledger`)).body;
  const postings = keys.flatMap((key: CaseBody) => key["postings"]);
  expect(balancesByKey(postings).flatMap(faultsOf)).toEqual([]);
  expect(postings[0].memo).toBe("taken over from OLD-2026/17");
});
