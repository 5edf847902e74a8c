/** A manager walks a draft whole in a browser: as the company, its provider and a reviewer; nothing of it is left anywhere. */
import type { Product } from "@multihelix/local/product.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call as aDraft } from "../api/forged-call.ts";
import { openBrowser } from "./browser.ts";
import { createLooks } from "./look.ts";
import { become, choose, dayFromToday, fill, openPerson, type Person, takeRefusals } from "./person.ts";
import { startDemo } from "./product.ts";

let browser: Browser;
let product: Product;
let manager: Person;
let callId = "";
const { look } = createLooks();
const languages = ["en", "nl"] as const;
const inBoth = (text: string) => Object.fromEntries(languages.map((language) => [language, text]));

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startDemo()]);
  manager = await openPerson(browser, product);
  await become(manager, "limburg-manager", "/calls");
  callId = await drafted(manager);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A draft with a question and a document of its own. */
async function drafted({ context }: Person): Promise<string> {
  const post = async (path: string, data: object, key: string) => {
    const headers = { origin: new URL(product.url).origin, "idempotency-key": `dry-run-by-hand-${key}` };
    const answer = await context.request.post(path, { data, headers });
    expect(answer.status(), await answer.text()).toBeLessThan(300);
    return answer.json();
  };
  const words = { title: inBoth("Vouchers to walk"), summary: inBoth("A draft for a walk."), languages };
  const money = { minimumAward: 100_000, maximumAward: 1_000_000, oneReviewUpTo: 500_000 };
  const papers = { documents: [{ documentId: "plan", title: inBoth("Work plan"), required: true }] };
  const data = { ...aDraft({ now: new Date().toISOString() }), code: "LIM-V28C", ...money, ...words, ...papers };
  const { callId: made } = await post("/api/calls", data, "call");
  const questions = {
    schema: { type: "object", properties: { animals: { type: "boolean" } }, required: ["animals"] },
    ui: { order: ["animals"], fields: { animals: { widget: "yes-no", title: inBoth("Are animals used?") } } },
  };
  await post(`/api/calls/${made}/questions`, { questions, version: 0 }, "questions");
  return made;
}

const link = (name: string | RegExp) => manager.page.getByRole("main").getByRole("link", { name });
const part = (name: string) =>
  manager.page.getByRole("navigation", { name: "Parts of the dry run" }).getByRole("link", { name });
const banner = () => manager.page.getByText("Dry run of a draft. Nothing is stored, sent or paid");

test("the walk is begun from the draft, says that it is one, and names the company that it invents", async () => {
  const { page } = manager;
  await page.goto(`/calls/${callId}/desk`);
  await link("Dry run: walk it as applicant and reviewer").click();
  await page.getByText("the people are invented", { exact: false }).waitFor();
  await look(manager, "dry-run");
  await page.getByRole("combobox", { name: "Country" }).selectOption("CA");
  await page.getByRole("button", { name: "Use this company" }).click();
  await page.getByText("The dry run uses it from now on.").waitFor();
  await page.getByRole("combobox", { name: "Country" }).selectOption("BE");
  await page.getByRole("button", { name: "Use this company" }).click();
  await page.getByText("The dry run uses it from now on.").waitFor();
  expect(manager.complaints).toEqual([]);
});

test("as the company: the sections of the draft's own form, each saved, its question and its document included", async () => {
  const { page } = manager;
  await link("Begin as the company").click();
  await banner().waitFor();
  await page.getByText("0 of 6 sections completed").waitFor();
  await look(manager, "dry-run-tasks", "typed");
  const section = async (name: string, work: () => Promise<void>) => {
    await link(name).first().click();
    await page.getByRole("button", { name: "Save and continue" }).waitFor();
    await banner().waitFor();
    await work();
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.getByText(/of 6 sections completed/).waitFor();
  };
  await section("What you want to buy and why", () =>
    fill(page, {
      Title: "Shelf life of an invented enzyme",
      "Public summary": "How long our enzyme keeps its activity.",
      "The service and why you need it": "We have no climate chambers.",
      "What you will do with the result": "Three markets open.",
    }),
  );
  await section("Questions of this call", () => choose(page, "Are animals used?", "No"));
  await section("Size and situation of your company", async () => {
    await fill(page, { "Last day of your last closed year": ["31", "12", "2025"] });
    await choose(page, "Does somebody own a quarter or more of your company", "No");
    for (const [name, value] of [
      ["People", "12"],
      ["Turnover", "1,400,000.00"],
      ["Balance sheet total", "900 000"],
    ] as const)
      await page.getByRole("textbox", { name, exact: true }).fill(value);
    await choose(page, "Is your company in difficulty?", "Yes");
    await choose(page, "Must your company pay back state aid?", "No");
  });
  await section("State aid received", async () => {
    await choose(page, "Did your company get other state aid?", "No");
    await fill(page, { "I declare this for my company": true });
  });
  await section("Statements", () =>
    fill(page, {
      "The work has not begun, and nothing is ordered": true,
      "Nobody else pays the same cost": true,
      "The aid is not tied to exports": true,
      "All answers are true and complete": true,
    }),
  );
  await link("Documents to bring along").click();
  const buffer = Buffer.from("A plan.");
  await page.getByLabel("Choose a file").setInputFiles({ name: "plan.txt", mimeType: "text/plain", buffer });
  await page.getByText("plan.txt").first().waitFor();
  await link("Back to the application").click();
  await page.getByText("5 of 6 sections completed").waitFor();
  expect(manager.complaints).toEqual([]);
});

test("an invented provider is asked and offers; a reload takes nothing away", async () => {
  const { page } = manager;
  await link("Provider and offer").first().click();
  await page.getByRole("searchbox", { name: "Search by name" }).fill("Medicon");
  await look(manager, "dry-run-provider", "typed");
  await page.getByRole("button", { name: /^Ask for an offer Invented university/ }).click();
  await page.getByRole("heading", { name: "Ask another provider instead" }).waitFor();
  await part("As the provider").click();
  await page.getByRole("heading", { name: /^Your offer to/ }).waitFor();
  await fill(page, {
    "What you will do": "Stability study at three temperatures over eight weeks.",
    "Net price, without VAT": "12,500.00",
    "Work starts on": dayFromToday(60),
    "Work ends on": dayFromToday(-20),
  });
  await page.getByRole("combobox", { name: "Currency" }).selectOption("EUR");
  await choose(page, "How was the price set?", "Market price");
  await choose(page, "Do you have an interest in the company?", "No");
  await page.getByRole("button", { name: "Confirm the offer" }).click();
  await page.getByText("The work ends in the future.").first().waitFor();
  expect(takeRefusals(manager)).toEqual([422]);
  await fill(page, { "Work ends on": dayFromToday(120) });
  await look(manager, "dry-run-offer", "typed");
  await page.getByRole("button", { name: "Confirm the offer" }).click();
  await page.getByText("You have confirmed this offer.").waitFor();
  await page.reload();
  await page.getByText("You have confirmed this offer.").waitFor();
  expect(manager.complaints).toEqual([]);
});

test("the real check says all that fails; mended, it is sent, and the receipt has its wording", async () => {
  const { page } = manager;
  await part("As the company").click();
  await link("Check your answers").first().click();
  await page.getByRole("heading", { name: "What is required" }).waitFor();
  await page.getByText("Something is still missing: see what is required, on top of this page.").waitFor();
  await look(manager, "dry-run-check", "typed");
  await part("What was noticed").click();
  await page.getByRole("heading", { name: "Of the answers" }).waitFor();
  await look(manager, "dry-run-noticed", "typed");
  await link("Go to the section").first().click();
  await choose(page, "Is your company in difficulty?", "No");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByText("6 of 6 sections completed").waitFor();
  await link("Check your answers").first().click();
  await page.getByRole("button", { name: "Send the application" }).click();
  await page.waitForURL("**/receipt");
  await page.getByText("LIM-V28C-DRY-RUN").first().waitFor();
  await look(manager, "dry-run-receipt", "typed");
  await link("Letters").click();
  await link(/^Received: LIM-V28C-DRY-RUN/).click();
  await page.getByText("has received your application", { exact: false }).first().waitFor();
  await look(manager, "dry-run-letter", "typed");
  expect(manager.complaints).toEqual([]);
});

test("as a reviewer: declared first, then marks on what the company typed, and the result of the real formula", async () => {
  const { page } = manager;
  await part("As a reviewer").click();
  await choose(page, "Your declaration", "I have no conflict, and I review it");
  await look(manager, "dry-run-declare", "typed");
  await page.getByRole("button", { name: "Declare and open" }).click();
  const form = page.getByRole("form", { name: "Scoring form" });
  await form.waitFor();
  await page.getByText("We have no climate chambers.").waitFor();
  await page.getByText("plan.txt").first().waitFor();
  const criteria = await form
    .getByRole("group")
    .filter({ has: page.getByRole("radio", { name: "5" }) })
    .all();
  for (const [at, criterion] of criteria.entries()) {
    const mark = at === 0 ? "Not assessable" : "4";
    await criterion.getByRole("radio", { name: mark, exact: true }).check();
    await criterion.getByRole("textbox", { name: /^Why/ }).fill("The need is clear.");
  }
  await page.getByText("80.00%").first().waitFor();
  await look(manager, "dry-run-review", "typed");
  await form.getByRole("button", { name: "Check and send" }).click();
  await page.getByRole("button", { name: "Send the review" }).click();
  await page.getByText(/You sent this review on/).waitFor();
  await part("What was noticed").click();
  await page.getByText("The marks come to 80 %: the threshold of 60 % is reached.").waitFor();
  await page.getByText("Every requirement is met by these answers.").waitFor();
  await page.getByText("LifeTechValley Limburg has given it no money.").waitFor();
  await look(manager, "dry-run-end", "typed");
  expect(manager.complaints).toEqual([]);
});

test("nothing is left: no case, no mail, and after starting over no answer either", async () => {
  const { page, context } = manager;
  const list = await (await context.request.get("/api/parks/limburg/cases")).json();
  expect(JSON.stringify(list)).not.toContain("invented enzyme");
  expect(product.inbox.all()).toEqual([]);
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start over" }).click();
  await page.getByText("0 of 5 sections completed").waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("invented enzyme");
  expect(manager.complaints).toEqual([]);
});
