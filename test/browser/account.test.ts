/** One's own account in a browser: sessions seen and ended elsewhere, factors added and removed, two colleagues vouching. */
import type { Product } from "@multihelix/local/product.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { askCode, codeFor, enterCode } from "./by-mail.ts";
import { withDevice } from "./device.ts";
import { createLooks } from "./look.ts";
import { openPerson, type Person } from "./person.ts";
import { startDemo } from "./product.ts";

const manager = "noelle.claesen@limburg.example";
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

async function signInByMail(person: Person, email = manager): Promise<void> {
  await person.page.goto("/sign-in");
  await askCode(person, email);
  await enterCode(person, "Code from the mail", await codeFor(person, email), "Sign in");
}

async function asPersona(persona: string): Promise<Person> {
  const person = await openPerson(browser, product);
  const { origin } = new URL(product.url);
  const answer = await person.context.request.post("/api/demo/session", { data: { persona }, headers: { origin } });
  expect(answer.status()).toBe(200);
  return person;
}

test("a lost second factor: its owner asks, two colleagues vouch, every session ends, a new one is set up", async () => {
  const owner = await openPerson(browser, product);
  await withDevice(owner);
  await signInByMail(owner);
  await owner.page.getByRole("button", { name: "Set up a passkey" }).click();
  await owner.page.waitForURL((url) => url.pathname !== "/sign-in");

  await owner.page.getByRole("banner").getByRole("link", { name: "Noëlle Claesen" }).first().click();
  await owner.page.getByText("Passkey: My device").waitFor();
  await look(owner, "account");

  const other = await openPerson(browser, product);
  await signInByMail(other);
  await other.page.getByRole("button", { name: "I lost my second factor" }).click();
  await other.page.getByRole("button", { name: "Ask for the reset" }).click();
  await other.page.getByText("Ask two colleagues of your park").waitFor();
  await look(other, "sign-in-lost", "typed");

  await owner.page.reload();
  await owner.page.getByText("This one").waitFor();
  expect(await owner.page.getByRole("button", { name: "End it" }).count()).toBe(1);

  for (const persona of ["limburg-approver", "limburg-finance"]) {
    const colleague = await asPersona(persona);
    await colleague.page.goto("/account");
    const button = colleague.page.getByRole("button", { name: "Vouch for Noëlle Claesen" });
    await button.waitFor();
    if (persona === "limburg-approver") await look(colleague, "account-vouch", "loaded");
    await button.click();
    await colleague.page
      .getByText(persona === "limburg-approver" ? "You vouched" : "Done.")
      .first()
      .waitFor();
    expect(colleague.complaints).toEqual([]);
  }
  await owner.page.goto("/account");
  await owner.page.getByText("Sign in to see your account.").waitFor();
  await signInByMail(owner);
  await owner.page.getByRole("button", { name: "Set up a passkey" }).waitFor();
});

test("a session on another device is seen and ended", async () => {
  const here = await openPerson(browser, product);
  const there = await openPerson(browser, product);
  const email = "elodie@kiemkracht.example";
  await signInByMail(here, email);
  await here.page.waitForURL((url) => url.pathname !== "/sign-in");
  await signInByMail(there, email);
  await there.page.waitForURL((url) => url.pathname !== "/sign-in");
  await here.page.goto("/account");
  await here.page.getByText("Chrome, Linux").first().waitFor();
  await here.page.getByRole("button", { name: "End it" }).click();
  await expect.poll(() => here.page.getByRole("button", { name: "End it" }).count()).toBe(0);
  expect((await there.context.request.get("/api/my/account")).status()).toBe(401);
  expect((await here.context.request.get("/api/my/account")).status()).toBe(200);
});
