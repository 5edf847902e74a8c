/** Tax that a Canadian park withholds, in a browser: where the work was done, the arithmetic, the two orders, the slip with its proof. */
import { confirmService } from "@multihelix/core/claim/confirm-service.ts";
import { fileReport } from "@multihelix/core/claim/file-report.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Verb } from "@multihelix/core/kernel/verb.ts";
import { bookStatement } from "@multihelix/core/payment/book-statement.ts";
import { markSent } from "@multihelix/core/payment/mark-sent.ts";
import { prepareBatch } from "@multihelix/core/payment/prepare-batch.ts";
import { releaseBatch } from "@multihelix/core/payment/release-batch.ts";
import { importVouchers } from "@multihelix/core/voucher/import/import-vouchers.ts";
import { columns } from "@multihelix/core/voucher/import/voucher-file.ts";
import type { Product } from "@multihelix/local/product.ts";
import { actorOf } from "@multihelix/local/seed/actor-of.ts";
import { nextWorkday } from "@multihelix/web/route/finance/next-workday.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "../day.ts";
import { aShareProof } from "../fixture/build/voucher.ts";
import { openBrowser } from "./browser.ts";
import { createLooks } from "./look.ts";
import { become, fill, openPerson, type Person } from "./person.ts";
import { startDemo } from "./product.ts";
import { noInterest } from "./staff.ts";

const park = "sherbrooke";
const sure = { noInterest: true } as const;
const today = () => dayOf(Date.now(), 0, "America/Toronto");
const { look } = createLooks();

let browser: Browser;
let product: Product;
let person: Person;
let caseId: CaseId;
let acts = 0;

const as = async <I, F, R>(persona: string, verb: Verb<I, F, R>, input: unknown): Promise<R> => {
  acts += 1;
  const { deps } = product.system;
  return perform(deps, await actorOf(deps, persona), `act:${acts}`, verb, input as I);
};

async function wanted(kind: string): Promise<void> {
  const { deps } = product.system;
  await expect
    .poll(
      async () =>
        (await deps.store.list("task", { caseId })).some((task) => task.kind === kind && task.status === "open"),
      {
        timeout: 30_000,
      },
    )
    .toBe(true);
}

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startDemo()]);
  const { deps } = product.system;
  const code = "SHE-V26";
  const of = async (persona: string) => {
    const actor = await actorOf(deps, persona);
    const organisationId = actor.memberships[0]?.organisationId;
    const [one, who] = await Promise.all([
      organisationId === undefined ? undefined : deps.store.get("organisation", { organisationId }),
      deps.store.get("person", { personId: actor.personId }),
    ]);
    return { scheme: one?.registerScheme ?? "", number: one?.registerId ?? "", email: who?.email ?? "" };
  };
  const [sme, lab] = await Promise.all([of("givre-owner"), of("provider-lund")]);
  const row: Record<string, string> = {
    old_reference: "OLD-1",
    call: code,
    title: "Stability of an enzyme",
    scope: "Three series at four temperatures measured monthly.",
    applicant_scheme: sme.scheme,
    applicant_number: sme.number,
    contact_email: sme.email,
    provider_scheme: lab.scheme,
    provider_number: lab.number,
    provider_email: lab.email,
    price: "12500.00",
    award: "9000.00",
    paid: "0.00",
    granted_on: dayOf(Date.now(), -60),
    expires_on: dayOf(Date.now(), 200),
    status: "in-use",
    accepted_on: dayOf(Date.now(), -50),
  };
  const csv = `${columns.join(",")}\n${columns.map((name) => row[name] ?? "").join(",")}\n`;
  const report = await importVouchers(deps, { kind: "system", name: "operator" }, csv, false);
  expect(report.problems).toEqual([]);
  caseId = report.vouchers[0]?.caseId as CaseId;
  deps.wake();
  person = await openPerson(browser, product);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("the provider says of each line where the work was done", async () => {
  await wanted("use");
  await become(person, "provider-lund", `/cases/${caseId}/report`);
  const { page } = person;
  await page.getByLabel("Where the work was done").waitFor();
  await page.getByText("Waiver of withheld tax").first().waitFor();
  await page.getByRole("button", { name: "Send report and invoice" }).click();
  await page.getByText("Say where the work was done.").first().waitFor();
  await look(person, "withheld-report", "typed");
  // One invoice, for work in two places.
  const line = (amount: number, workIn: string) => ({
    invoiceNumber: "W-1",
    invoiceDate: today(),
    description: "Stability study",
    net: { amount, currency: "CAD" },
    vat: { amount: 0, currency: "CAD" },
    workIn,
  });
  // What the company paid itself counts with its document.
  const { claim: _filedWith, ...value } = aShareProof({ caseId, version: 0 });
  await product.system.deps.store.commit([{ op: "create", name: "file", value }]);
  await as("provider-lund", fileReport, {
    caseId,
    report: "All three series were measured.",
    workFinishedOn: today(),
    lines: [line(600_000, "CA"), line(400_000, "elsewhere")],
  });
  await wanted("confirm-service");
  await as("givre-owner", confirmService, { caseId, outcome: "confirmed" });
});

test("the manager and finance see gross, tax and net before it is cleared; two orders wait", async () => {
  const { page } = person;
  await wanted("check-claim");
  await become(person, `${park}-manager`, `/cases/${caseId}/claim`);
  await page.getByText("15% of the part for services rendered in Canada").waitFor();
  await page.getByLabel("Accepted net of invoice W-1, line 2").waitFor();
  await look(person, "withheld-claim", "loaded");
  await fill(page, { "Paid by the company itself": "2,500.00", ...noInterest });
  await page.getByRole("button", { name: /^Assess/ }).click();
  await wanted("finance-check");
  await become(person, `${park}-finance`, `/cases/${caseId}/finance-check`);
  await page.getByText("15% of the part for services rendered in Canada").waitFor();
  await look(person, "withheld-finance-check", "loaded");
  await page.getByRole("radio", { name: /^Clear / }).check();
  await fill(page, noInterest);
  await page.getByRole("button", { name: "Clear for payment" }).click();
  await wanted("pay");
  await become(person, `${park}-finance`, "/payments");
  await page.getByText("tax withheld from the provider").waitFor();
  await look(person, "withheld-payments", "loaded");
  // The provider's money and the authority's go by different channels: only one of them is ticked, and it makes a batch.
  const orders = page.getByRole("group", { name: "Orders" }).getByRole("checkbox");
  const ticked = await orders.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));
  expect(ticked.filter(Boolean)).toHaveLength(1);
  await page.getByText(/^Only what goes by .* in CAD is ticked.* 1 order is left for another batch\.$/).waitFor();
  await fill(page, noInterest);
  await page.getByRole("button", { name: "Prepare the batch" }).click();
  await page.waitForURL("**/payments/*/*");
  await page.getByRole("button", { name: "Discard it, its orders wait again" }).click();
  await page.getByText("Discarded", { exact: true }).first().waitFor();
});

test("once both are booked the slip is wanted, and closed with its confirmation", async () => {
  const { page } = person;
  const { deps } = product.system;
  for (const { endToEndId, amount } of await deps.store.list("order", { caseId })) {
    const [endToEndIds, executionDate] = [[endToEndId], nextWorkday(today())];
    const input = { parkId: park, endToEndIds, executionDate, ...sure };
    const { batchId } = await as(`${park}-finance`, prepareBatch, input);
    await as(`${park}-second-finance`, releaseBatch, { parkId: park, batchId, ...sure });
    await as(`${park}-finance`, markSent, { parkId: park, batchId });
    const csv = `endToEndId,bookedOn,amount,currency,reference\n${endToEndId},${today()},${(amount.amount / 100).toFixed(2)},CAD,RBC-1\n`;
    const { lines } = await bookStatement(deps, await actorOf(deps, `${park}-finance`), park, csv);
    expect(lines).toMatchObject([{ outcome: "booked" }]);
  }
  expect((await deps.store.get("case", { caseId }))?.status).toBe("redeemed");
  await become(person, `${park}-finance`, `/cases/${caseId}/voucher`);
  await page.getByRole("heading", { name: "File the slip T4A-NR" }).waitFor();
  await look(person, "withheld-slip", "loaded");
  const [year = "", month = "", day = ""] = today().split("-");
  const form = page.locator("form").filter({ hasText: "Number of the confirmation" });
  await form.getByLabel("Number of the confirmation").fill("NR-2026-42");
  await fill(form, { "Filed on": [String(Number(day)), String(Number(month)), year], ...noInterest });
  await form.getByRole("button", { name: "Say that it was filed" }).click();
  await expect
    .poll(async () => (await deps.store.list("claim", { caseId }))[0]?.slips?.[0]?.confirmation)
    .toBe("NR-2026-42");
  await become(person, `${park}-finance`, `/cases/${caseId}`);
  await page.getByText("Slip T4A-NR for").first().waitFor();
  await look(person, "withheld-case", "loaded");
  await become(person, `${park}-finance`, `/ledger/postings?caseId=${caseId}`);
  await page
    .getByText(/^Withheld tax booked by the bank/)
    .first()
    .waitFor();
  await look(person, "withheld-postings", "loaded");
  await become(person, "provider-lund", `/cases/${caseId}`);
  await page.getByText("To the provider, net").first().waitFor();
  await look(person, "withheld-provider", "loaded");
});
