/** Passkeys in a real browser with a virtual authenticator: set up instead of an app, used ever after, broken off without harm. */
import type { Product } from "@multihelix/local/product.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { askCode, codeFor, enterCode } from "./by-mail.ts";
import { withDevice } from "./device.ts";
import { createLooks } from "./look.ts";
import { openPerson, type Person, takeRefusals } from "./person.ts";
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

async function signInByMail(person: Person): Promise<void> {
  await person.page.goto("/sign-in");
  await askCode(person, manager);
  await enterCode(person, "Code from the mail", await codeFor(person, manager), "Sign in");
}

test("staff set up a passkey, and sign in with it ever after", async () => {
  const person = await openPerson(browser, product);
  const { page } = person;
  const { cdp, id } = await withDevice(person);
  await signInByMail(person);
  await page.getByRole("button", { name: "Set up a passkey" }).waitFor();
  await look(person, "sign-in-passkey-new", "typed");

  await cdp.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified: false });
  await page.getByRole("button", { name: "Set up a passkey" }).click();
  await page.getByText("No passkey was given.").waitFor();
  expect(takeRefusals(person)).toEqual([]);
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified: true });

  await page.getByRole("textbox", { name: "Name of the passkey" }).fill("Laptop");
  await page.getByRole("button", { name: "Set up a passkey" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.getByRole("banner").getByText("Noëlle Claesen").first().waitFor();
  expect((await cdp.send("WebAuthn.getCredentials", { authenticatorId: id })).credentials).toHaveLength(1);

  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.getByRole("link", { name: "Sign in", exact: true }).first().waitFor();
  await signInByMail(person);
  await page.getByRole("button", { name: "Use your passkey" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Code from your app" }).count()).toBe(0);
  await look(person, "sign-in-passkey", "typed");
  await page.getByRole("button", { name: "Use your passkey" }).click();
  await page.getByRole("banner").getByText("Noëlle Claesen").first().waitFor();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  expect(person.complaints).toEqual([]);
});
