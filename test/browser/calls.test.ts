/** A park's calls in a browser: the list, what a draft lacks, a copy with days of its own, and the gate of a deadline call. */
import type { Product } from "@multihelix/local/product.ts";
import type { Browser } from "playwright-core";
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
