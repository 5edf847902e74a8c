/** The books in a browser: every figure of the pages of money opens postings that add up to it, and each leads to its case. */
import type { Product } from "@multihelix/local/product.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "../day.ts";
import { openBrowser } from "./browser.ts";
import { createLooks } from "./look.ts";
import { become, choose, dayFromToday, fill, openPerson, type Person, takeRefusals } from "./person.ts";
import { startDemo } from "./product.ts";
import { noInterest } from "./staff.ts";

let browser: Browser;
let product: Product;
let finance: Person;
const { look } = createLooks();

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startDemo({ seed: "world" })]);
  finance = await openPerson(browser, product);
  await become(finance, "limburg-finance", "/ledger");
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

interface ShownFigure {
  readonly href: string;
  readonly text: string;
}

/** Every figure of the page that is open: where it leads and what it says. */
async function figuresOf(page: Page): Promise<ShownFigure[]> {
  await page.waitForFunction(() => document.querySelector(".skeleton") === null);
  await page.locator('a[href*="/ledger/postings?"] .money, a[href*="/ledger/postings?"] text').first().waitFor();
  // The parts of a page come one by one; each has its figures.
  await page.waitForLoadState("networkidle");
  return page.locator('a[href*="/ledger/postings?"]').evaluateAll((links) =>
    links.flatMap((link) => {
      const amount = link.querySelector(".money, text")?.textContent ?? "";
      return amount === "" ? [] : [{ href: link.getAttribute("href") ?? "", text: amount }];
    }),
  );
}

/** `€10,000.00` and `-€5` in minor units of a currency with two decimals. */
function minorUnits(text: string): bigint {
  const digits = text.replaceAll(/[^\d.]/g, "");
  const [whole = "0", decimals = ""] = digits.split(".");
  const amount = BigInt(`${whole}${decimals.padEnd(2, "0")}`);
  return /[-−(]/.test(text) ? -amount : amount;
}

/** Opens each figure as a link is opened, and compares it with the sum and with the postings that are listed. */
async function walk(page: Page, path: string): Promise<number> {
  await page.goto(path);
  const figures = [...new Map((await figuresOf(page)).map((one) => [`${one.href} ${one.text}`, one])).values()];
  for (const { href, text } of figures) {
    await page.goto(href);
    await page.locator(".figure-sum .money").first().waitFor();
    const sums = await page.locator(".figure-sum .money").allTextContents();
    expect(sums, `${path}: ${text} opens ${href}`).toHaveLength(1);
    expect(minorUnits(sums[0] ?? ""), `${path}: ${text} opens ${href}`).toBe(minorUnits(text));
    const listed = await page.locator(".posting-amount .money").allTextContents();
    const added = listed.reduce((sum, one) => sum + minorUnits(one), 0n);
    expect(added, `${path}: the postings behind ${text}, ${href}`).toBe(minorUnits(text));
  }
  return figures.length;
}

/** Path of the newest case among the postings of a figure. */
async function caseBehind(page: Page, question: string): Promise<string> {
  await page.goto(`/ledger/postings?${question}`);
  const link = page.locator("tbody a.mono").first();
  await link.waitFor();
  return new URL((await link.getAttribute("href")) ?? "", product.url).pathname;
}

test("money overview, burn-down, flow and ageing: each figure is the sum of the postings that it opens", async () => {
  const { page } = finance;
  await page.goto("/ledger");
  await look(finance, "books-overview", "loaded");
  expect(await walk(page, "/ledger")).toBeGreaterThan(25);
  // The same once more as tables, which have more figures than the pictures.
  await page.goto("/ledger");
  await page.locator(".chart").first().waitFor();
  const toTable = page.getByRole("button", { name: "Table", exact: true });
  for (let left = await toTable.count(); left > 0; left--) await toTable.first().click();
  const figures = await figuresOf(page);
  const burned = figures.filter(({ href }) => href.includes("to=") && href.includes("account=available"));
  expect(burned.length).toBeGreaterThan(3);
  for (const { href, text } of burned) {
    await page.goto(href);
    expect(minorUnits((await page.locator(".figure-sum .money").textContent()) ?? ""), href).toBe(minorUnits(text));
  }
}, 240_000);

test("a statement per key, fund, call and year: each figure is the sum of the postings that it opens", async () => {
  const { page } = finance;
  const day = (offset: number) => dayOf(Date.now(), -offset);
  await page.goto("/ledger/statement");
  await page.getByRole("button", { name: "Lock the period" }).waitFor();
  await look(finance, "books-statement", "loaded");
  for (const by of ["key", "fund", "call", "year"])
    expect(await walk(page, `/ledger/statement?by=${by}&from=${day(30)}&to=${day(5)}`)).toBeGreaterThan(10);
}, 240_000);

test("a figure of a case opens its postings; a posting leads to the case, its decision and the person", async () => {
  const { page } = finance;
  await page.goto("/ledger/postings?event=decision.propose");
  await look(finance, "books-postings", "loaded");
  const row = page.locator("tbody tr").first();
  const reference = (await row.locator("a.mono").textContent()) ?? "";
  const person = await row.locator("td").last().textContent();
  expect(person?.trim()).not.toBe("");
  const casePath = new URL((await row.locator("a.mono").getAttribute("href")) ?? "", product.url).pathname;
  await row.getByRole("link", { name: "Award proposed" }).click();
  await page.waitForURL(`**${casePath}#at-*`);
  const decision = page.locator(".tl .is-named").first();
  await decision.waitFor();
  expect(await decision.textContent()).toMatch(/propos/i);
  expect(await walk(page, `${casePath}/ledger`)).toBeGreaterThan(0);
  await page.goto("/ledger/postings");
  await page.getByRole("textbox", { name: "Case" }).fill(reference);
  await page.keyboard.press("Enter");
  await page.waitForURL("**case=*");
  await expect
    .poll(async () => new Set(await page.locator("tbody a.mono").allInnerTexts()))
    .toEqual(new Set([reference]));
  expect(finance.complaints).toEqual([]);
}, 120_000);

test("what is shown is fetched as CSV and XLSX, row by row the same", async () => {
  const { page } = finance;
  await page.goto("/ledger/postings?account=committed");
  await page.locator(".posting-amount").first().waitFor();
  const shown = await page.locator("tbody tr").count();
  const csv = await page.request.get(
    (await page.getByRole("link", { name: "Postings, CSV" }).getAttribute("href")) ?? "",
  );
  expect(csv.headers()["content-disposition"]).toMatch(/postings-limburg\.csv/);
  expect((await csv.text()).trim().split("\r\n")).toHaveLength(shown + 1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Postings, XLSX" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("postings-limburg.xlsx");
}, 60_000);

test("a payee names another account; finance asks them back and confirms it, with two working days before it counts", async () => {
  const { page } = finance;
  const casePath = await caseBehind(page, "account=payable&event=claim.finance-check");
  const provider = await openPerson(browser, product);
  await become(provider, "provider-lund", casePath);
  await provider.page.getByRole("link", { name: "Bank account it is paid to" }).click();
  await provider.page.getByRole("button", { name: "Name this account" }).waitFor();
  await look(provider, "account-payee");
  await fill(provider.page, { "Account holder": "Lund laboratory" });
  const iban = provider.page.getByRole("textbox", { name: "IBAN", exact: true });
  await iban.fill("BE68 5390 0754 7035");
  await provider.page.getByRole("combobox", { name: "Currency" }).selectOption("EUR");
  await provider.page.getByRole("combobox", { name: "Country" }).selectOption("BE");
  await provider.page.getByRole("button", { name: "Name this account" }).click();
  await provider.page.getByText("The number of the account or the BIC cannot be right").waitFor();
  expect(takeRefusals(provider)).toEqual([422]);
  await iban.fill("BE68 5390 0754 7034");
  await provider.page.getByRole("button", { name: "Name this account" }).click();
  await provider.page.getByText("A finance officer of the park asks you back").waitFor();

  await page.goto("/payments");
  await page.getByRole("heading", { name: "Bank accounts that change" }).waitFor();
  await page.goto(`${casePath}/account`);
  await choose(page, "What did the payee say?", "The account is theirs");
  await fill(page, noInterest);
  await look(finance, "account-finance", "typed");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.getByText(/^Confirmed\. It is paid to from/).waitFor();
  expect([...finance.complaints, ...provider.complaints]).toEqual([]);
}, 120_000);

test("finance takes back a clearing that waits for its batch; its figures follow", async () => {
  const { page } = finance;
  const casePath = await caseBehind(page, "account=payable&event=claim.finance-check");
  await page.goto(`${casePath}/voucher`);
  const card = page.getByRole("region", { name: "Take back the clearing of the claim" });
  await fill(card, { Reasons: "The invoice was of another project.", ...noInterest });
  await look(finance, "clearing-reversal", "typed");
  await card.getByRole("button", { name: "Take back the clearing" }).click();
  await card.waitFor({ state: "detached" });
  const answer = await page.request.get(`/api${casePath}`);
  expect((await answer.json()).status).toBe("claim-check");
  expect(await walk(page, `${casePath}/ledger`)).toBeGreaterThan(0);
  expect(finance.complaints).toEqual([]);
}, 120_000);

test("money is asked back, and the recovery cancelled: it counts as paid again", async () => {
  const { page } = finance;
  const casePath = await caseBehind(page, "account=disbursed");
  await page.goto(`${casePath}/voucher`);
  const ask = page.getByRole("region", { name: /^Ask money back/ });
  const due = dayFromToday(30);
  await fill(ask, { "Amount to pay back": "100.00", "To be paid back until": due, Reasons: "Less was measured." });
  await fill(ask, noInterest);
  await ask.getByRole("button", { name: "Ask it back" }).click();
  const cancel = page.getByRole("region", { name: "Cancel recovery 1" });
  await cancel.waitFor();
  expect(await walk(page, "/ledger")).toBeGreaterThan(25);
  await page.goto(`${casePath}/voucher`);
  await cancel.waitFor();
  await fill(cancel, { Reasons: "It was measured after all.", ...noInterest });
  await look(finance, "recovery-cancel", "typed");
  await cancel.getByRole("button", { name: "Cancel the recovery" }).click();
  await cancel.waitFor({ state: "detached" });
  expect(finance.complaints).toEqual([]);
}, 180_000);
