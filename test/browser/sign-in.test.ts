/** Signing in as people do where there are no personas: a code by mail, and an authenticator app for staff. */
import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { askCode, codeFor, enterCode } from "./by-mail.ts";
import { openDemo } from "./opening.ts";
import { takeRefusals } from "./person.ts";

const applicant = "elodie@kiemkracht.example";
const manager = "noelle.claesen@limburg.example";
const demo = openDemo();
const { look } = demo;

test("an address that is none is named on top and at its field; nothing is sent", async () => {
  const person = await demo.person();
  const { page } = person;
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("elodie at kiemkracht");
  await page.getByRole("button", { name: "Send me a code" }).click();
  const summary = page.getByRole("alert", { name: "There is something to put right" });
  await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
  await look(person, "sign-in-error", "typed");
  await expect.poll(() => page.title()).toMatch(/^Error: /);
  await summary.getByRole("link").click();
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("elodie at kiemkracht");
  expect(demo.product.inbox.all()).toEqual([]);
});

test("a code by mail signs an applicant in and leads back to the call it came from", async () => {
  const person = await demo.person();
  const { page } = person;
  await page.goto("/");
  await page.getByRole("link", { name: "Health innovation vouchers Limburg" }).click();
  await page.getByRole("link", { name: "Sign in to apply" }).click();
  await page.waitForURL("**/sign-in**");
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await askCode(person, applicant);
  const code = await codeFor(person, applicant);
  await enterCode(person, "Code from the mail", code === "00000000" ? "00000001" : "00000000", "Sign in");
  await page.getByRole("alert").waitFor();
  expect(takeRefusals(person)).toHaveLength(1);
  await enterCode(person, "Code from the mail", `${code.slice(0, 4)} ${code.slice(4)}`, "Sign in");
  await page.waitForURL("**/calls/*");
  await page.getByRole("button", { name: "Start an application" }).waitFor();
  await look(person, "call-signed-in");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.getByRole("link", { name: "Sign in", exact: true }).first().waitFor();
  expect(person.complaints).toEqual([]);
});

test("an address that nobody has is answered in the same words", async () => {
  const person = await demo.person();
  await person.page.goto("/sign-in");
  await askCode(person, "nobody@nowhere.example");
  expect(await person.page.getByText("is known here, a code is on its way").count()).toBe(1);
  expect(person.complaints).toEqual([]);
});

test("staff set up an authenticator app the first time, and are asked for its code ever after", async () => {
  const first = await demo.person();
  await first.page.goto("/sign-in");
  await askCode(first, manager);
  await enterCode(first, "Code from the mail", await codeFor(first, manager), "Sign in");
  await first.page.getByRole("button", { name: "Set up the app" }).click();
  const shown = await first.page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/).textContent();
  const secret = (shown ?? "").replaceAll(" ", "");
  await look(first, "sign-in-set-up", "typed");
  await enterCode(first, "Code from your app", codeOf(secret, -1), "Go on");
  await first.page.waitForURL((url) => url.pathname !== "/sign-in");
  await first.page.getByRole("banner").getByText("Noëlle Claesen").first().waitFor();
  expect(first.complaints).toEqual([]);

  const again = await demo.person();
  await again.page.goto("/sign-in");
  await askCode(again, manager);
  await enterCode(again, "Code from the mail", await codeFor(again, manager), "Sign in");
  await again.page.getByRole("textbox", { name: "Code from your app" }).waitFor();
  expect(await again.page.getByRole("button", { name: "Set up the app" }).count()).toBe(0);
  await enterCode(again, "Code from your app", codeOf(secret, -1), "Go on");
  await again.page.getByRole("alert").waitFor();
  expect(takeRefusals(again)).toHaveLength(1);
  await enterCode(again, "Code from your app", codeOf(secret, 0), "Go on");
  await again.page.getByRole("banner").getByText("Noëlle Claesen").first().waitFor();
  expect(again.complaints).toEqual([]);
});

/** The app's code, some half minutes from now: each works once, and clocks may differ by one. */
function codeOf(secret: string, halfMinutes: number): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: "SHA1" });
  return totp.generate({ timestamp: Date.now() + halfMinutes * 30_000 });
}
