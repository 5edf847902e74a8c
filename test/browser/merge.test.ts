/** Two records of one organisation in a browser: refused while both are verified, proposed by the secretary, confirmed by a manager. */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { openDemo } from "./opening.ts";
import type { Person } from "./person.ts";

const demo = openDemo();
const { look } = demo;

async function showBoth({ page }: Person): Promise<void> {
  await page.getByRole("combobox", { name: "Register of the record to keep" }).selectOption("BE-BCE_KBO");
  await page.getByRole("textbox", { name: "Its number" }).fill("0999.987.153");
  await page.getByRole("combobox", { name: "Register of the duplicate" }).selectOption("BE-BCE_KBO");
  await page.getByRole("textbox", { name: "Number of the duplicate" }).fill("0999.987.252");
  await page.getByRole("button", { name: "Show both" }).click();
  await page.getByRole("heading", { name: "Both records" }).waitFor();
}

/** A manager finds that the second record is not what it says it is. */
async function reject({ context }: Person): Promise<string> {
  const { origin } = new URL(demo.product.url);
  const found = await context.request.get("/api/merge-search?scheme=BE-BCE_KBO&number=0999987252");
  const { organisationId } = await found.json();
  const path = `/api/organisations/${organisationId}`;
  const { version } = await (await context.request.get(path)).json();
  const answer = await context.request.post(`${path}/verification`, {
    data: { outcome: "rejected", reason: "The number is another's.", noInterest: true, version },
    headers: { origin, "idempotency-key": randomUUID() },
  });
  expect(answer.status()).toBe(200);
  return organisationId;
}

test("two verified organisations stay two; a duplicate is proposed by one, confirmed by another, and its link opens the kept one", async () => {
  const secretary = await demo.persona("secretary");
  const { page } = secretary;
  await page.goto("/work");
  await page.getByRole("link", { name: "Duplicates" }).first().click();
  await showBoth(secretary);
  await page.getByText("so they are two organisations").waitFor();
  expect(await page.getByRole("button", { name: "Propose", exact: true }).count()).toBe(0);
  await look(secretary, "merge-refused", "typed");

  const manager = await demo.persona("limburg-manager");
  const mergedId = await reject(manager);
  await page.reload();
  await showBoth(secretary);
  await page.getByRole("textbox", { name: "Why they are one organisation" }).fill("One institute, entered twice.");
  await page.getByRole("checkbox", { name: /I have no interest/ }).check();
  await look(secretary, "merge-proposed", "typed");
  await page.getByRole("button", { name: "Propose", exact: true }).click();
  await page.getByText("You proposed it, so somebody else confirms it").waitFor();

  await manager.page.goto("/network/merges");
  await manager.page.getByRole("button", { name: /^Look at both/ }).click();
  await manager.page.getByRole("heading", { name: "Both records" }).waitFor();
  await manager.page.getByRole("radio", { name: /^Confirm/ }).check();
  await manager.page.getByRole("checkbox", { name: /I have no interest/ }).check();
  await look(manager, "merge-answer", "typed");
  await manager.page.getByRole("button", { name: "Record it" }).click();
  const kept = async () =>
    (await (await manager.context.request.get(`/api/organisations/${mergedId}`)).json()).mergedFrom;
  await expect.poll(async () => (await kept()).length).toBe(1);
  await page.reload();
  await page.getByText("Done", { exact: true }).waitFor();
  await look(secretary, "merge-done", "loaded");
  expect([...secretary.complaints, ...manager.complaints]).toEqual([]);
});
