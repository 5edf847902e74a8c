/** An organisation comes in, in a browser: from a call that somebody new wants to apply to, whose number nobody takes again. */
import { expect, test } from "vitest";
import { until } from "../scenario/world.ts";
import { openDemo } from "./opening.ts";
import { type Person, takeRefusals } from "./person.ts";

const demo = openDemo();
const { look } = demo;

async function fillIn({ page }: Person, registerId: string): Promise<void> {
  await page.getByRole("textbox", { name: "Name of the organisation" }).fill("Nyfiken Diagnostik AB");
  await page.getByRole("combobox", { name: "Kind of organisation" }).selectOption("company");
  await page.getByRole("combobox", { name: "Register", exact: true }).selectOption("SE-ON");
  await page.getByRole("textbox", { name: "Number in the register" }).fill(registerId);
  await page.getByRole("textbox", { name: "Street" }).fill("Mätvägen");
  await page.getByRole("textbox", { name: "House number" }).fill("4");
  await page.getByRole("textbox", { name: "Postcode" }).fill("223 70");
  await page.getByRole("textbox", { name: "Town" }).fill("Lund");
  await page.getByRole("combobox", { name: "Country" }).selectOption("SE");
  await page.getByRole("combobox", { name: "Field" }).selectOption("sec-diagnostics");
  await page.getByRole("textbox", { name: "How many people work there?" }).fill("12");
  await page.getByRole("combobox", { name: "Currency of its accounts" }).selectOption("SEK");
  await page.getByRole("textbox", { name: "Turnover of that year" }).fill("4 200 000");
}

test("somebody new registers their company from a call and starts an application for it; its number is taken once", async () => {
  const person = await demo.person();
  const { page, context } = person;
  await demo.byMail(person, "saga@nyfiken.example");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.goto("/my");
  await page.getByRole("link", { name: "Register your organisation" }).waitFor();
  await look(person, "my-without-organisation", "loaded");
  const { calls } = await (await context.request.get("/api/calls")).json();
  const open = calls.find(({ state }: { state: string }) => state === "open");
  await page.goto(`/calls/${open.callId}`);
  await page.getByRole("link", { name: "Register your organisation" }).click();
  const send = page.getByRole("button", { name: "Register it" });
  await send.click();
  await page.getByText("Enter the name as the register has it.").first().waitFor();
  await fillIn(person, "559999-8093");
  await send.click();
  await page.getByText("The check digit of this number is not right.").first().waitFor();
  expect(takeRefusals(person)).toEqual([422]);
  await look(person, "organisation-register", "typed");
  await page.getByRole("textbox", { name: "Number in the register" }).fill("559999-8092");
  await send.click();
  await page.getByRole("button", { name: "Start an application" }).click();
  await page.waitForURL(/\/cases\//);
  const { me } = await (await context.request.get("/api/session")).json();
  expect(me.memberships).toMatchObject([{ name: "Nyfiken Diagnostik AB", level: "owner" }]);
  await page.goto(`/organisations/${me.memberships[0].organisationId}`);
  await page.getByText("A park has not verified it yet").waitFor();
  const late = await context.newPage();
  for (const tab of [page, late]) {
    await tab.goto(`/organisations/${me.memberships[0].organisationId}`);
    await tab.getByRole("button", { name: "Change name, number, address, field or size" }).click();
    await tab.getByRole("textbox", { name: "Name of the organisation" }).fill("");
  }
  const save = page.getByRole("button", { name: "Save the change" });
  await save.click();
  await page.getByText("Enter the name as the register has it.").first().waitFor();
  expect(await page.getByRole("textbox", { name: "How many people work there?" }).inputValue()).toBe("12");
  await page.getByRole("textbox", { name: "Name of the organisation" }).fill("Nyfiken Lab AB");
  await look(person, "organisation-change", "typed");
  await save.click();
  await page.getByText("Saved. A park compares it with the register").waitFor();
  await page.getByText("Nyfiken Diagnostik AB, 5599998092").waitFor();
  await late.getByRole("textbox", { name: "Name of the organisation" }).fill("Nyfiken Sen AB");
  await late.getByRole("button", { name: "Save the change" }).click();
  await late.getByText("It was changed in another window, or by a colleague").first().waitFor();
  expect(await late.getByRole("textbox", { name: "Name of the organisation" }).inputValue()).toBe("Nyfiken Sen AB");
  await late.close();
  expect(takeRefusals(person)).toEqual([409]);
  expect(person.complaints).toEqual([]);

  const other = await demo.person();
  await demo.byMail(other, "other@nyfiken.example");
  await other.page.waitForURL((url) => url.pathname !== "/sign-in");
  await other.page.goto("/organisations/new");
  await fillIn(other, "5599998092");
  await other.page.getByRole("button", { name: "Register it" }).click();
  await other.page.getByText("This number is in the network already.").first().waitFor();
  expect(takeRefusals(other)).toEqual([409]);
  await look(other, "organisation-known", "typed");
});

test("a provider that nobody knows is asked by mail, registers, names its account and takes the request up", async () => {
  const sme = await demo.persona("sme-owner");
  const { calls } = await (await sme.context.request.get("/api/calls")).json();
  await sme.page.goto(`/calls/${calls.find(({ code }: { code: string }) => code === "LIM-V26").callId}`);
  await sme.page.getByRole("button", { name: "Start an application" }).click();
  await sme.page.getByRole("main").getByRole("link", { name: "Provider and offer", exact: true }).click();
  await sme.page.getByRole("searchbox", { name: "Search by name" }).fill("Nyast");
  await sme.page.getByText("No provider in the list has this name.").waitFor();
  await sme.page.getByRole("textbox", { name: "Name of the provider" }).fill("Nyast Lab");
  await sme.page.getByRole("button", { name: "Ask by mail" }).click();
  await sme.page.getByText("Enter an e-mail address, like name@company.com.").first().waitFor();
  await sme.page.getByRole("textbox", { name: "E-mail address" }).fill("stina@nyast.example");
  await sme.page.getByRole("button", { name: "Ask by mail" }).click();
  await sme.page.getByText("Nyast Lab (stina@nyast.example) was asked on").waitFor();
  await look(sme, "section-provider-asked", "typed");

  const mail = await until("the request", async () =>
    demo.product.inbox.all().find(({ to, text }) => to === "stina@nyast.example" && text.includes("/provider-inv")),
  );
  const path = /\/provider-invitations\/app_\w+\/inv_\w+/.exec(mail.text)?.[0] ?? "";
  await sme.page.goto(path);
  await sme.page.getByText("There is no such request, or not any more").waitFor();
  expect(takeRefusals(sme)).toEqual([404]);

  const person = await demo.person();
  const { page } = person;
  await page.goto(path);
  await page.getByText("Sign in with the address that got the request").waitFor();
  await demo.byMail(person, "stina@nyast.example");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.goto(path);
  await page.getByText("You belong to no organisation here yet.").waitFor();
  await look(person, "provider-invitation", "loaded");
  await page.getByRole("link", { name: "Register your organisation" }).click();
  await fillIn(person, "559999-7763");
  await page.getByRole("textbox", { name: "Name of the organisation" }).fill("Nyast Lab AB");
  await page.getByRole("button", { name: "Register it" }).click();
  await page.getByRole("button", { name: "Take it up for Nyast Lab AB" }).click();
  await page.waitForURL(/\/cases\//);
  await page.getByRole("textbox", { name: "What you will do" }).waitFor();

  const { me } = await (await person.context.request.get("/api/session")).json();
  await page.goto(`/organisations/${me.memberships[0].organisationId}`);
  await page.getByRole("button", { name: "Save the account" }).click();
  await page.getByText("Type the name in which the account is held.").first().waitFor();
  await page.getByRole("textbox", { name: "Account holder" }).fill("Nyast Lab AB");
  await page.getByRole("textbox", { name: "IBAN", exact: true }).fill("SE45 5000 0000 0583 9825 7466");
  await page.getByRole("combobox", { name: "Currency of the account" }).selectOption("SEK");
  await page.getByRole("combobox", { name: "Country of the bank" }).selectOption("SE");
  await look(person, "organisation-account", "typed");
  await page.getByRole("button", { name: "Save the account" }).click();
  await page.getByText("Nyast Lab AB, account ending in 7466").waitFor();
  await page.getByRole("heading", { name: "Correct the account" }).waitFor();
  expect(person.complaints).toEqual([]);
});
