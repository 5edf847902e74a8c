/** A park's calls in a browser: the list, what a draft lacks, a copy with days of its own, and the gate of a deadline call. */
import type { Product } from "@multihelix/local/product.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { createLooks } from "./look.ts";
import { openPerson, type Person, takeRefusals } from "./person.ts";
import { startDemo } from "./product.ts";

let browser: Browser;
let product: Product;
const { look } = createLooks();

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function asPersona(persona: string): Promise<Person> {
  const person = await openPerson(browser, product);
  const { origin } = new URL(product.url);
  const answer = await person.context.request.post("/api/demo/session", { data: { persona }, headers: { origin } });
  expect(answer.status()).toBe(200);
  return person;
}

test("a manager sees what a draft lacks, copies a call, and reads that another publishes it", async () => {
  const manager = await asPersona("limburg-manager");
  const { page } = manager;
  await page.goto("/calls");
  await page.getByRole("heading", { name: "Calls of the park" }).waitFor();
  await look(manager, "calls", "typed");

  await page.getByRole("link", { name: "Health innovation vouchers Limburg, next round" }).click();
  await page.getByText("LifeTechValley Limburg has given it no money.").waitFor();
  await look(manager, "call-draft");

  await page.getByRole("textbox", { name: "Code of the new call" }).fill("LIM-V26");
  await page.getByRole("button", { name: "Draft the copy" }).click();
  await page.getByText("Enter the day on which the call opens.").first().waitFor();
  const day = async (group: string, parts: readonly [string, string, string]) => {
    for (const [at, part] of ["Day", "Month", "Year"].entries())
      await page
        .getByRole("group", { name: group })
        .getByRole("textbox", { name: part })
        .fill(parts[at] ?? "");
  };
  await day("Opens on", ["2", "11", "2028"]);
  await day("Closes on", ["20", "12", "2028"]);
  await page.getByRole("button", { name: "Draft the copy" }).click();
  await page.getByText("Another call has this code. Choose another.").waitFor();
  expect(takeRefusals(manager)).toHaveLength(1);
  await page.getByRole("textbox", { name: "Code of the new call" }).fill("lim-v28b");
  await page.getByRole("button", { name: "Draft the copy" }).click();
  await page.getByText("LIM-V28B").first().waitFor();
  const publish = page.getByRole("button", { name: "Publish the call" });
  await publish.waitFor();
  await page.getByText("You drafted it, so another manager of the park publishes it.").waitFor();
  expect(manager.complaints).toEqual([]);
});

test("the ranking of a deadline call says that nothing is proposed before it is frozen", async () => {
  const manager = await asPersona("wales-manager");
  const { page } = manager;
  await page.goto("/calls");
  await page.getByRole("link", { name: "Life science vouchers Wales, next round" }).click();
  await page.getByRole("heading", { name: "How it stands" }).waitFor();
  await look(manager, "call-scheduled");
  await page.getByRole("link", { name: "Ranking" }).click();
  await page.getByText(/^Nothing can be proposed before the ranking is frozen/).waitFor();
  await look(manager, "ranking-not-closed");
  expect(manager.complaints).toEqual([]);
});

test("before a call opens its manager reads whether the reviewers suffice, and sets what is expected", async () => {
  const manager = await asPersona("limburg-manager");
  const { page } = manager;
  await page.goto("/calls");
  // A copy of an earlier story bears the same name.
  await page.getByRole("link", { name: "Health innovation vouchers Limburg, next round" }).first().click();
  await page.getByText("The reviewers may not suffice:", { exact: false }).waitFor();
  await look(manager, "call-draft-reviewers");
  await page.getByRole("link", { name: "Will the reviewers suffice?" }).click();
  await page.getByRole("heading", { name: "What is lacking" }).waitFor();
  await page.getByText("more reviewers who read Dutch", { exact: false }).waitFor();
  await look(manager, "reviewers-suffice");

  const form = page.locator("form", { has: page.getByRole("button", { name: "Simulate again" }) });
  const languages = form.getByRole("group", { name: "Languages of the applications, in percent" });
  await form.getByRole("textbox", { name: "Applications expected" }).fill("500");
  await form.getByRole("button", { name: "Simulate again" }).click();
  await page.getByText("Enter a whole number from 1 to 200.").first().waitFor();
  await form.getByRole("textbox", { name: "Applications expected" }).fill("6");
  await form.getByText("Languages and parks, set by hand").click();
  await languages.getByRole("textbox", { name: "Dutch" }).fill("0");
  await languages.getByRole("textbox", { name: "English" }).fill("100");
  await form.getByRole("button", { name: "Simulate again" }).click();
  await page.getByText("Yes. In each of 20 draws every application has all its reviewers.").waitFor();
  expect(new URL(page.url()).searchParams.get("applications")).toBe("6");
  await look(manager, "reviewers-suffice-set", "typed");
  // The address alone is the question: the same page, the same answer.
  await page.reload();
  await page.getByText("Yes. In each of 20 draws every application has all its reviewers.").waitFor();
  expect(manager.complaints).toEqual([]);
});

test("a call is made from nothing step by step, another manager publishes it, and a visitor reads it", async () => {
  const manager = await asPersona("limburg-manager");
  const { page } = manager;
  await page.goto("/calls");
  const begin = page.locator("form", { has: page.getByRole("button", { name: "Draft it" }) });
  await begin.getByRole("textbox", { name: "Code of the new call" }).fill("LIM-V29");
  await begin.getByRole("textbox", { name: "Title, English" }).fill("Vouchers from nothing");
  await begin.getByRole("textbox", { name: "Summary, English" }).fill("For a test, a measurement or advice.");
  const days: readonly [string, readonly string[]][] = [
    ["Opens on", ["5", "1", "2026"]],
    ["Closes on", ["20", "12", "2028"]],
  ];
  for (const [group, parts] of days)
    for (const [at, name] of ["Day", "Month", "Year"].entries())
      await begin
        .getByRole("group", { name: group })
        .getByRole("textbox", { name })
        .fill(parts[at] ?? "");
  await begin.getByRole("button", { name: "Draft it" }).click();
  await page.getByRole("heading", { name: "Change the draft" }).waitFor();
  await page.getByText('Nobody has saved the step "money" yet', { exact: false }).waitFor();

  await page.getByRole("button", { name: "Money and payers" }).click();
  await page.getByRole("textbox", { name: "Percent of each award" }).fill("90");
  await page.getByRole("button", { name: "Save this step" }).click();
  await page.getByText("The shares of all payers add up to 100.").first().waitFor();
  expect(takeRefusals(manager)).toHaveLength(1);
  await look(manager, "draft-money", "typed");
  await page.getByRole("textbox", { name: "Percent of each award" }).fill("100");
  await page.getByRole("button", { name: "Save this step" }).click();
  await page.getByText("The step is saved.").waitFor();
  for (const step of ["Who may apply", "Documents, evidence and follow-up", "Review and decision"]) {
    await page.getByRole("button", { name: step }).click();
    if (step.startsWith("Documents")) {
      await page.getByRole("button", { name: "Ask for a document" }).click();
      await page.getByRole("textbox", { name: "Name, English" }).fill("Data sheet");
      await page.getByRole("button", { name: "Ask a question after redemption" }).click();
      await page.getByRole("button", { name: "Save this step" }).click();
      await page.getByText("Write the question in this language.").first().waitFor();
      await page.getByRole("textbox", { name: "Question, English" }).fill("How many patients used it at home?");
    }
    if (step.startsWith("Review")) {
      await writeCriterion(page);
      await writePlan(manager);
    }
    await look(manager, `draft-${step.split(" ")[0]?.toLowerCase()}`, "typed");
    await page.getByRole("button", { name: "Save this step" }).click();
    await page.getByText("The step is saved.").waitFor();
  }
  await page.getByRole("textbox", { name: "What LifeTechValley Limburg gives to the call" }).fill("50000");
  await page.getByRole("button", { name: "Set the budget of LifeTechValley Limburg" }).click();
  await page.getByText("Nothing is missing.", { exact: false }).waitFor();
  const desk = new URL(page.url()).pathname;
  // Saved and read again: every language and mark is where it was written.
  await page.reload();
  await page.getByRole("button", { name: "Review and decision" }).click();
  const third = page.getByRole("group", { name: "Criterion 3" });
  expect(await third.getByRole("checkbox", { name: "Patients and lay members score it too" }).isChecked()).toBe(true);
  await third.getByText("Other languages, and what the marks mean").click();
  expect(await third.getByRole("textbox", { name: "Criterion, Dutch" }).inputValue()).toBe("Nut voor patiënten");
  expect(await third.getByRole("textbox", { name: "What the marks mean, Dutch" }).inputValue()).toBe("geen\nveel");
  await look(manager, "draft-criterion", "typed");

  const second = await asPersona("limburg-second-manager");
  await second.page.goto(desk);
  await second.page.getByRole("button", { name: "Publish the call" }).click();
  await second.page.getByRole("link", { name: "Public page" }).click();
  // The desk has a heading of the same words.
  await second.page.waitForURL((url) => url.pathname === desk.replace("/desk", ""));
  await second.page.waitForFunction(() => !document.title.startsWith("Desk of"));
  await second.page.getByRole("heading", { name: "Vouchers from nothing", level: 1 }).waitFor();
  await second.page
    .getByRole("rowheader", { name: /^Use to patients scored by patients or lay members too/ })
    .waitFor();
  await second.page.getByText("30 days of the day you send your application").waitFor();
  await second.page.getByText("the park decides without a reviewer", { exact: false }).waitFor();
  await second.page.getByText("there are three reviewers", { exact: false }).waitFor();
  await look(second, "call-promised");
  expect(await second.page.title()).not.toBe(await page.title());
  expect(manager.complaints).toEqual([]);
  expect(second.complaints).toEqual([]);
});

/** The third criterion gets a name of its own, in Dutch too, a scale of one mark with what it means, and lay reviewers. */
async function writeCriterion(page: Page): Promise<void> {
  const third = page.getByRole("group", { name: "Criterion 3" });
  await third.getByRole("textbox", { name: "Criterion, in English" }).fill("Use to patients");
  await third.getByRole("textbox", { name: "Highest mark" }).fill("1");
  await third.getByRole("checkbox", { name: "Patients and lay members score it too" }).check();
  await page.getByRole("button", { name: "Save this step" }).click();
  // Six meanings for two marks: the part that holds them opens by itself.
  await third.getByText("There are more lines than marks", { exact: false }).waitFor();
  await third.getByRole("textbox", { name: "What the marks mean, English" }).fill("none\nmuch");
  await third.getByRole("textbox", { name: "Criterion, Dutch" }).fill("Nut voor patiënten");
  await third.getByRole("textbox", { name: "What the marks mean, Dutch" }).fill("geen\nveel");
}

/** Reviews by amount, first out of order, and the days to the decision. */
async function writePlan(manager: Person): Promise<void> {
  const { page } = manager;
  await page.getByRole("textbox", { name: "One review up to this award, two above" }).fill("7500");
  await page.getByRole("textbox", { name: "No review up to this award, if you wish" }).fill("8000");
  await page.getByRole("textbox", { name: "Three reviews above this award, if you wish" }).fill("9000");
  const days = page.getByRole("textbox", { name: "Days to the decision that applicants are promised, if you wish" });
  await days.fill("400");
  await page.getByRole("button", { name: "Save this step" }).click();
  await page.getByText("Enter a whole number from 1 to 365.").first().waitFor();
  await days.fill("30");
  await page.getByRole("button", { name: "Save this step" }).click();
  await page
    .getByText("The award up to which there is no review is not above the one with one review.")
    .first()
    .waitFor();
  expect(takeRefusals(manager)).toHaveLength(1);
  await page.getByRole("textbox", { name: "No review up to this award, if you wish" }).fill("1000");
}
