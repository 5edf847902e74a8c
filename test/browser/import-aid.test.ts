/** Earlier awards in a browser: looked at, proposed, confirmed by another, found in the arithmetic of a case with a way to their line, and one taken back. */
import { aidColumns } from "@multihelix/core/aid/import/aid-file.ts";
import { expect, test } from "vitest";
import { dayOf } from "../day.ts";
import { createStory, newCast } from "../scenario/story.ts";
import { applied } from "../scenario/voucher-steps.ts";
import { openDemo } from "./opening.ts";

const demo = openDemo();
const { look } = demo;

const rowOf = (given: Readonly<Record<string, string>>) => {
  const row: Readonly<Record<string, string>> = {
    grantor: "Agency for Innovation",
    basis: "eu-de-minimis",
    country: "BE",
    organisation_scheme: "BE-BCE_KBO",
    organisation_number: "0999.987.153",
    amount: "45000.00",
    currency: "EUR",
    granted_on: dayOf(Date.now(), -400),
    ...given,
  };
  return aidColumns.map((name) => row[name] ?? "").join(",");
};
const fileOf = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${aidColumns.join(",")}\n${rows.join("\n")}\n`),
});
const right = [
  rowOf({ reference: "AGENCY-881" }),
  rowOf({ reference: "AGENCY-882", amount: "110525.00", currency: "SEK", granted_on: dayOf(Date.now(), -100) }),
  rowOf({ reference: "LOAN-7", grantor: "Regional fund", amount: "280000.00", equivalent: "256000.00" }),
];

test("earlier awards are taken over by two people, stand in a case's arithmetic with their source, and one is taken back by two", async () => {
  const finance = await demo.persona("limburg-finance");
  const { page } = finance;
  await page.goto("/imports");
  await page.getByRole("button", { name: "Earlier awards" }).click();
  await page.getByText("What each column holds").click();
  await look(finance, "aid-columns", "typed");
  const input = page.getByLabel("CSV or XLSX, at most 500 lines");
  const wrong = rowOf({ reference: "AGENCY-884", basis: "gber-25", amount: "-1", country: "SE" });
  await input.setInputFiles(fileOf("earlier-first.csv", [...right, wrong]));
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByText("3 cells cannot be right.").waitFor();
  await look(finance, "aid-wrong", "typed");
  await input.setInputFiles(fileOf("earlier.csv", right));
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByText("3 lines are new, 0 were here before.").waitFor();
  await page.getByText("more was granted than the ceiling allowed").first().waitFor();
  await look(finance, "aid-looked", "typed");
  await page.getByRole("button", { name: "Propose these lines" }).click();
  await page.getByText("You proposed it. Another person").waitFor();
  const run = new URL(page.url()).pathname;

  const second = await demo.persona("limburg-second-finance");
  await second.page.goto(run);
  await second.page.getByRole("checkbox", { name: /I have no interest/ }).check();
  await look(second, "aid-answer", "typed");
  await second.page.getByRole("button", { name: "Confirm and take over" }).click();
  await second.page.getByRole("heading", { name: "Take awards back" }).waitFor();
  await look(second, "aid-done", "typed");

  await second.page.getByText("Choose those that were brought by mistake").click();
  await second.page.getByRole("checkbox", { name: /^LOAN-7/ }).check();
  await second.page.getByRole("textbox", { name: "Reason" }).fill("The loan was another company's.");
  await look(second, "aid-take-back", "typed");
  await second.page.getByRole("button", { name: "Propose to take them back" }).click();
  await second.page.getByText("You proposed it. Another person").waitFor();
  await page.goto(new URL(second.page.url()).pathname);
  await page.getByRole("checkbox", { name: /I have no interest/ }).check();
  await look(finance, "aid-back-answer", "typed");
  await page.getByRole("button", { name: "Confirm and take back" }).click();
  await page.getByText("Taken back", { exact: true }).first().waitFor();
  await page.goto(run);
  await page.getByText("The loan was another company's.").waitFor();
  await look(finance, "aid-taken-back", "typed");

  const { url, inbox } = demo.product;
  const mails = async (to: string) => inbox.all().filter((mail) => mail.to === to);
  const world = { name: "browser", url, origin: url, mails };
  const { caseId } = await applied(createStory(world, () => undefined, newCast()));
  await page.goto(`/cases/${caseId}`);
  await page.getByText("What counts already").click();
  await page.getByText("Granted before, imported, AGENCY-881").waitFor();
  expect(await page.getByText("LOAN-7").count()).toBe(0);
  await look(finance, "aid-arithmetic", "typed");
  await page.getByRole("link", { name: "Line 2 of the import" }).click();
  await page.getByText("AGENCY-881").first().waitFor();
  expect(new URL(page.url()).hash).toBe("#line-2");

  const sme = await demo.persona("sme-owner");
  await sme.page.goto(`/cases/${caseId}`);
  expect(await sme.page.getByText("AGENCY-881").count()).toBe(0);
  expect([...finance.complaints, ...second.complaints, ...sme.complaints]).toEqual([]);
});
