/** Passkeys in a real browser with a virtual authenticator: set up instead of an app, used ever after, broken off without harm. */
import { expect, test } from "vitest";
import { withDevice } from "./device.ts";
import { openDemo } from "./opening.ts";
import { takeRefusals } from "./person.ts";

const manager = "noelle.claesen@limburg.example";
const approver = "helene.schrijvers@limburg.example";
const demo = openDemo();
const { look } = demo;

test("staff set up a passkey, and sign in with it ever after", async () => {
  const person = await demo.person();
  const { page } = person;
  const { cdp, id } = await withDevice(person);
  await demo.byMail(person, manager);
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
  await demo.byMail(person, manager);
  await page.getByRole("button", { name: "Use your passkey" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Code from your app" }).count()).toBe(0);
  await look(person, "sign-in-passkey", "typed");
  await page.getByRole("button", { name: "Use your passkey" }).click();
  await page.getByRole("banner").getByText("Noëlle Claesen").first().waitFor();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  expect(person.complaints).toEqual([]);
});

test("with a passkey alone: no address, no code, and staff's roles at once; broken off, nothing happens", async () => {
  const person = await demo.person();
  const { page } = person;
  const { cdp, id } = await withDevice(person);
  await demo.byMail(person, approver);
  await page.getByRole("button", { name: "Set up a passkey" }).click();
  await page.getByRole("banner").getByText("Hélène Schrijvers").first().waitFor();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.getByRole("link", { name: "Sign in", exact: true }).first().click();

  await cdp.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified: false });
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("No passkey was given.").waitFor();
  await look(person, "sign-in-passkey-alone", "typed");
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified: true });
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("banner").getByText("Hélène Schrijvers").first().waitFor();
  const { me } = await (await person.context.request.get("/api/session")).json();
  expect(me).toMatchObject({ secondFactorNeeded: false, grants: [{ role: "approver" }] });
  expect(person.complaints).toEqual([]);
});
