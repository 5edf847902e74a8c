/** The network's settings in a browser: what is typed is proposed on the version that the form was opened on, and on no other. */
import { applyNetworkFile } from "@multihelix/core/network/apply-network.ts";
import { networkFileSchema } from "@multihelix/core/network/network-file.ts";
import type { Product } from "@multihelix/local/product.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { become, openPerson, takeRefusals } from "./person.ts";
import { startDemo } from "./product.ts";

let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("settings that change while somebody types: the page shows them, what was typed stays, and is not proposed on them", async () => {
  const secretary = await openPerson(browser, product);
  const { page } = secretary;
  await page.clock.install();
  await become(secretary, "secretary", "/network/settings");
  await page.getByLabel("What changes").selectOption("limit");
  const limit = page.getByRole("combobox", { name: "Limit" });
  await limit.waitFor();
  const options = await limit.locator("option").allInnerTexts();
  await limit.selectOption({ index: 3 });
  await page.getByRole("textbox", { name: "New figure" }).fill("310000");

  const { deps } = product.system;
  const stored = await deps.store.get("network", { id: "current" });
  const file = networkFileSchema.parse(stored?.file);
  const [first, ...others] = file.aid;
  if (first === undefined || stored === undefined) throw new Error("the demonstration has no limit");
  const rows = [{ ...first, validFrom: "2020-01-01", validUntil: "2023-12-31" }, first, ...others];
  await applyNetworkFile(deps, { kind: "system", name: "operator" }, { ...file, aid: rows });
  await page.clock.fastForward(60_000);
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  await page.getByText(`Version ${stored.number + 1},`).waitFor();

  expect(await limit.locator("option").allInnerTexts()).toEqual(options);
  expect(await page.getByRole("textbox", { name: "New figure" }).inputValue()).toBe("310000");
  const date = page.getByRole("group", { name: "From this day" });
  await date.getByRole("textbox", { name: "Day" }).fill("1");
  await date.getByRole("textbox", { name: "Month" }).fill("1");
  await date.getByRole("textbox", { name: "Year" }).fill("2029");
  await page.getByRole("textbox", { name: "Law" }).fill("Act");
  await page.getByRole("textbox", { name: "Article" }).fill("3");
  await page.getByRole("textbox", { name: "Why" }).fill("A new act.");
  await page.getByRole("button", { name: "Propose it" }).click();
  await page.getByText("The settings were changed meanwhile.").waitFor();
  expect(await deps.store.get("networkChange", { id: "open" })).toBeUndefined();
  expect(takeRefusals(secretary)).toEqual([409]);
  expect(secretary.complaints).toEqual([]);
});
