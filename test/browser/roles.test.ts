/** Giving and taking a role in a browser, as a park's manager. */
import { expect, test } from "vitest";
import { openDemo } from "./opening.ts";
import { takeRefusals } from "./person.ts";

const demo = openDemo();
const { look } = demo;

test("a manager gives a role until a day, its holder has it at the next page, and has it no more when it is taken", async () => {
  const manager = await demo.persona("limburg-manager");
  const colleague = await demo.persona("wales-approver");
  const ledger = async () => (await colleague.context.request.get("/api/parks/limburg/cases")).status();
  expect(await ledger()).toBe(403);

  const { page } = manager;
  await page.goto("/work");
  await page.getByRole("link", { name: "Roles" }).first().click();
  await page.getByRole("button", { name: "Give the role" }).waitFor();
  await look(manager, "roles");

  await page.getByRole("textbox", { name: "E-mail address" }).fill("nobody@nowhere.example");
  await page.getByRole("combobox", { name: "Role" }).selectOption({ label: "Approver, LifeTechValley Limburg" });
  await page.getByRole("button", { name: "Give the role" }).click();
  await page.getByText("Nobody has signed in with this address yet.").waitFor();
  expect(takeRefusals(manager)).toHaveLength(1);

  const me = await (await colleague.context.request.get("/api/session")).json();
  await page.getByRole("textbox", { name: "E-mail address" }).fill(me.me.email);
  await page.getByRole("textbox", { name: "Day" }).fill("31");
  await page.getByRole("textbox", { name: "Month" }).fill("1");
  await page.getByRole("textbox", { name: "Year" }).fill("2099");
  await page.getByRole("checkbox", { name: /As substitute/ }).check();
  await page.getByRole("button", { name: "Give the role" }).click();
  await page.getByText("Given. It holds").waitFor();
  expect(await ledger()).toBe(200);

  await page.getByRole("button", { name: `Take away from ${me.me.name}` }).click();
  await expect.poll(ledger).toBe(403);
  expect(manager.complaints).toEqual([]);
});

/** Each asks for a park of the reader's own before it asks the API for anything. */
const parkPages = [
  "/pipeline",
  "/pipeline/letter",
  "/reviewing",
  "/calls",
  "/payments",
  "/ledger",
  "/ledger/postings",
  "/ledger/statement",
  "/imports",
];

test("whoever follows a link to a page of a park without a part in one is told so, or asked to sign in", async () => {
  const company = await demo.persona("sme-owner");
  const visitor = await demo.person();
  for (const path of parkPages) {
    await company.page.goto(path);
    await company.page.getByText("No park has given you a part in this page.").waitFor();
    await visitor.page.goto(path);
    await visitor.page.getByText("This page is for people who work for a park.").waitFor();
  }
  await look(company, "no-part", "loaded");
  await visitor.page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await visitor.page.waitForURL(`**/sign-in?back=${encodeURIComponent("/imports")}`);
  expect(company.complaints).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});

test("a company that follows a link to an act of a park on its case is sent back to the case", async () => {
  const company = await demo.persona("sme-owner");
  const [session, calls] = await Promise.all(
    ["/api/session", "/api/calls"].map(async (path) => (await company.context.request.get(path)).json()),
  );
  const [{ callId }] = calls.calls;
  const begun = await company.context.request.post("/api/cases", {
    data: { callId, organisationId: session.me.memberships[0].organisationId },
    headers: { origin: new URL(demo.product.url).origin, "idempotency-key": crypto.randomUUID() },
  });
  expect(begun.status()).toBe(201);
  const { caseId } = await begun.json();
  await company.page.goto(`/cases/${caseId}/screening`);
  await company.page.getByText("This page is for the people of the parks that pay.").waitFor();
  await company.page.getByRole("link", { name: "Open the case" }).click();
  await company.page.waitForURL(`**/cases/${caseId}`);
  expect(company.complaints).toEqual([]);
});
