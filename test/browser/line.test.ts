/** The whole line of a voucher by hand: everybody in a browser of their own, from the first page to the bank's booking. */
import { readFileSync } from "node:fs";
import type { Product } from "@multihelix/local/product.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { createLooks } from "./look.ts";
import { become, choose, dayFromToday, fill, openPerson, type Person } from "./person.ts";
import { startDemo } from "./product.ts";

let browser: Browser;
let product: Product;
const people = new Map<string, Person>();
const { look, seen } = createLooks();
let reference = "";
let casePath = "";
let broken = false;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A step of the line; after one that failed the others are not tried. */
function step(what: string, work: () => Promise<void>): void {
  test(what, async (context) => {
    context.skip(broken, "an earlier step failed");
    broken = true;
    await work();
    broken = false;
  });
}

async function as(persona: string, path: string): Promise<Person> {
  const known = people.get(persona);
  if (known !== undefined) {
    await known.page.goto(path);
    return known;
  }
  const person = await openPerson(browser, product);
  people.set(persona, person);
  await become(person, persona, path);
  return person;
}

describe("an application", () => {
  step("a visitor sees what this is and which calls are open", async () => {
    const visitor = await openPerson(browser, product);
    const { page } = visitor;
    await page.goto("/");
    await look(visitor, "first-page", "loaded");
    await page.getByRole("link", { name: "Health innovation vouchers Limburg" }).click();
    await look(visitor, "call");
    for (const [link, name] of [
      ["Sign in to apply", "sign-in"],
      ["Accessibility", "accessibility"],
      ["Privacy", "privacy"],
    ] as const) {
      await page.getByRole("link", { name: link }).click();
      await look(visitor, name);
    }
    await page.goto("/there-is-no-such-page");
    await look(visitor, "not-found", "loaded");
  });

  step("an SME starts one", async () => {
    const sme = await openPerson(browser, product);
    people.set("sme-owner", sme);
    const { page } = sme;
    await page.goto("/");
    await page.getByRole("combobox", { name: "Demonstration: you are" }).selectOption("sme-owner");
    await page.getByRole("banner").getByText("Élodie Vandenbroëck").first().waitFor();
    await page.getByRole("link", { name: "My cases" }).click();
    await look(sme, "my-cases-empty");
    await page.getByRole("link", { name: "See open calls" }).click();
    await page.getByRole("link", { name: "Health innovation vouchers Limburg" }).click();
    await page.getByRole("button", { name: "Start an application" }).click();
    await page.waitForURL("**/cases/*");
    await look(sme, "draft-empty");
    casePath = new URL(page.url()).pathname;
    reference = /LIM-V26-\d+/.exec(await page.title())?.[0] ?? "";
    expect(reference).not.toBe("");
  });

  step("it fills in what it wants and why", async () => {
    const { page } = await as("sme-owner", casePath);
    await page.getByRole("link", { name: "What you want to buy and why" }).first().click();
    await fill(page, {
      Title: "Shelf life of a lyophilised enzyme",
      "Public summary": "How long our enzyme keeps its activity outside the cold chain.",
      "The service and why you need it": "We have no climate chambers and no validated assay; the provider has both.",
      "What you will do with the result": "Twelve months at room temperature open three markets.",
    });
    await page.getByRole("status").filter({ hasText: "Saved at" }).waitFor();
    await look(people.get("sme-owner") as Person, "section-project");
    await page.getByRole("button", { name: "Save and continue" }).click();
  });
});

describe("all pages", () => {
  step("have been looked at", async () => {
    const registry = readFileSync(new URL("../../web/src/route/registry.ts", import.meta.url), "utf8");
    const paths = [...registry.matchAll(/pageRoute\(\s*"([^"]+)"/g)].map(([, path = ""]) => path.replaceAll(/\$\w+/g, "$"));
    expect(paths.filter((path) => !seen.has(path))).toEqual([]);
  });
});
void choose;
void dayFromToday;
