/** The demonstration in a browser: a party of a case is verified beside its screening, and the first page has its picture. */
import { expect, test } from "vitest";
import { openDemo } from "./opening.ts";

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
