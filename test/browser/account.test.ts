/** One's own account in a browser: sessions seen and ended elsewhere, factors added and removed, two colleagues vouching. */
import { expect, test } from "vitest";
import { withDevice } from "./device.ts";
import { openDemo } from "./opening.ts";

const manager = "noelle.claesen@limburg.example";
const demo = openDemo();
const { look } = demo;

test("a lost second factor: its owner asks, two colleagues vouch, every session ends, a new one is set up", async () => {
  const owner = await demo.person();
  await withDevice(owner);
  await demo.byMail(owner, manager);
  await owner.page.getByRole("button", { name: "Set up a passkey" }).click();
  await owner.page.waitForURL((url) => url.pathname !== "/sign-in");

  await owner.page.getByRole("banner").getByRole("link", { name: "Noëlle Claesen" }).first().click();
  await owner.page.getByText("Passkey: My device").waitFor();
  await look(owner, "account");

  const other = await demo.person();
  await demo.byMail(other, manager);
  await other.page.getByRole("button", { name: "I lost my second factor" }).click();
  await other.page.getByRole("button", { name: "Ask for the reset" }).click();
  await other.page.getByText("Ask two colleagues of your park").waitFor();
  await look(other, "sign-in-lost", "typed");

  await owner.page.reload();
  await owner.page.getByText("This one").waitFor();
  expect(await owner.page.getByRole("button", { name: "End it" }).count()).toBe(1);

  for (const persona of ["limburg-approver", "limburg-finance"]) {
    const colleague = await demo.persona(persona);
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
  await demo.byMail(owner, manager);
  await owner.page.getByRole("button", { name: "Set up a passkey" }).waitFor();
});

test("a session on another device is seen and ended", async () => {
  const here = await demo.person();
  const there = await demo.person();
  const email = "elodie@kiemkracht.example";
  await demo.byMail(here, email);
  await here.page.waitForURL((url) => url.pathname !== "/sign-in");
  await demo.byMail(there, email);
  await there.page.waitForURL((url) => url.pathname !== "/sign-in");
  await here.page.goto("/account");
  await here.page.getByText("Chrome, Linux").first().waitFor();
  await here.page.getByRole("button", { name: "End it" }).click();
  await expect.poll(() => here.page.getByRole("button", { name: "End it" }).count()).toBe(0);
  expect((await there.context.request.get("/api/my/account")).status()).toBe(401);
  expect((await here.context.request.get("/api/my/account")).status()).toBe(200);
});

test("somebody new reads letters in the language they signed in with, and says what they are called", async () => {
  const person = await demo.person();
  const { page } = person;
  await demo.byMail(person, "post@nyfiken.example");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.goto("/account");
  const name = page.getByRole("textbox", { name: "Your name" });
  expect(await name.inputValue()).toBe("post");
  await name.fill("");
  await page.getByRole("region", { name: "You", exact: true }).getByRole("button", { name: "Save" }).click();
  await page.getByText("Enter your name.").first().waitFor();
  await name.fill("Saga Nyman");
  await page.getByRole("combobox", { name: "Language of letters" }).selectOption("sv");
  await page.getByRole("region", { name: "You", exact: true }).getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. Letters to you are in this language from now on.").waitFor();
  await page.getByRole("banner").getByRole("link", { name: "Saga Nyman" }).first().waitFor();
  await look(person, "account-person", "typed");
  expect(person.complaints).toEqual([]);
});
