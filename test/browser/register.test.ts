/** An organisation comes in, in a browser: from a call that somebody new wants to apply to, whose number nobody takes again. */
import { expect, test } from "vitest";
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
