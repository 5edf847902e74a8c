/** The demonstration in a browser: an organisation comes in, a party of a case is verified beside its screening, and the first page has its picture. */
import { expect, test } from "vitest";
import { openDemo } from "./opening.ts";
import { type Person, takeRefusals } from "./person.ts";

const demo = openDemo({ seed: "world" });
const { look } = demo;

test("a manager finds a company not to be what it says, sees who found so, and corrects it", async () => {
  const person = await demo.person();
  const { page, context } = person;
  const headers = { origin: new URL(demo.product.url).origin };
  await context.request.post("/api/demo/session", { data: { persona: "limburg-manager" }, headers });
  const { tasks } = await (await context.request.get("/api/my/tasks")).json();
  const screening = tasks.find(({ kind }: { kind: string }) => kind === "screen");
  const view = await (await context.request.get(`/api/cases/${screening.caseId}`)).json();
  const path = `/api/organisations/${view.applicant.organisationId}`;
  const { version } = await (await context.request.get(path)).json();
  const data = { outcome: "unverified", reason: "To be looked at again.", noInterest: true, version };
  const key = { "idempotency-key": "organisation-test-1" };
  const sent = await context.request.post(`${path}/verification`, { data, headers: { ...headers, ...key } });
  expect(sent.status()).toBe(200);

  await page.goto(`/cases/${screening.caseId}/screening`);
  const verify = page.getByRole("button", { name: "Record it" });
  await verify.waitFor();
  await look(person, "screening-unverified", "loaded");
  await page.getByRole("radio", { name: "Yes: register, name and address agree" }).check();
  await page.getByRole("textbox", { name: "What you looked at, or what is wrong" }).fill("Register looked up today.");
  await page
    .getByRole("checkbox", { name: /I have no interest in this case/ })
    .first()
    .check();
  await verify.click();
  await page.getByText("Register looked up today.").waitFor();
  expect(await verify.count()).toBe(0);
  expect(person.complaints).toEqual([]);
});

test("the first page shows where vouchers went between parks, as picture, table and CSV", async () => {
  const visitor = await demo.person();
  const { page } = visitor;
  await page.goto("/");
  await page.getByRole("img", { name: /from the park that pays to the park of the provider/ }).waitFor();
  await page.getByText("Same picture as a table").click();
  await look(visitor, "first-page-network", "loaded");
  const { links, vouchers } = await (await visitor.context.request.get("/api/network/links")).json();
  expect(links.reduce((sum: number, link: { vouchers: number }) => sum + link.vouchers, 0)).toBe(vouchers);
  expect(await page.getByRole("row").count()).toBe(links.length + 1);
  expect(await page.getByRole("link", { name: "Table as CSV" }).getAttribute("download")).toMatch(/\.csv$/);
});

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
  await fillIn(person, "559999-8051");
  await send.click();
  await page.getByText("The check digit of this number is not right.").first().waitFor();
  await look(person, "organisation-register", "typed");
  expect(takeRefusals(person)).toEqual([422]);
  await page.getByRole("textbox", { name: "Number in the register" }).fill("559999-8050");
  await send.click();
  await page.getByRole("button", { name: "Start an application" }).click();
  await page.waitForURL(/\/cases\//);
  const { me } = await (await context.request.get("/api/session")).json();
  expect(me.memberships).toMatchObject([{ name: "Nyfiken Diagnostik AB", level: "owner" }]);
  await page.goto(`/organisations/${me.memberships[0].organisationId}`);
  await page.getByText("A park has not verified it yet").waitFor();
  expect(person.complaints).toEqual([]);

  const other = await demo.person();
  await demo.byMail(other, "other@nyfiken.example");
  await other.page.waitForURL((url) => url.pathname !== "/sign-in");
  await other.page.goto("/organisations/new");
  await fillIn(other, "5599998050");
  await other.page.getByRole("button", { name: "Register it" }).click();
  await other.page.getByText("This number is in the network already.").waitFor();
  await look(other, "organisation-known", "typed");
  expect(takeRefusals(other)).toEqual([409]);
});
