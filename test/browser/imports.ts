/** Running vouchers taken over by hand: a file with mistakes is looked at, the right one is proposed by one person, and confirmed by another. */

import { columns } from "@multihelix/core/voucher/import/voucher-file.ts";
import { expect } from "vitest";
import { dayOf } from "../day.ts";
import { people } from "../scenario/people.ts";
import type { Line } from "./line.ts";

const rowOf = (given: Readonly<Record<string, string>>) => {
  const row: Readonly<Record<string, string>> = {
    call: "LIM-V26",
    title: "Stability of an enzyme",
    scope: "Three series at four temperatures measured monthly.",
    applicant_scheme: "BE-BCE_KBO",
    applicant_number: "0999.987.153",
    contact_email: people.sme,
    provider_scheme: "SE-ON",
    provider_number: "559999-8027",
    provider_email: people.provider,
    price: "12500.00",
    award: "10000.00",
    paid: "4000.00",
    granted_on: dayOf(Date.now(), -60),
    expires_on: dayOf(Date.now(), 200),
    status: "in-use",
    accepted_on: dayOf(Date.now(), -50),
    ...given,
  };
  return columns.map((name) => row[name] ?? "").join(",");
};
const fileOf = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${columns.join(",")}\n${rows.join("\n")}\n`),
});
const right = [
  rowOf({ old_reference: "OLD-2026/17" }),
  rowOf({ old_reference: "OLD-2026/18", title: "Light in six rooms", award: "2500.00", paid: "0.00" }),
];

export async function takeVouchersOver({ at, look }: Pick<Line, "at" | "look">): Promise<void> {
  const finance = await at("limburg-finance", "/payments");
  const { page } = finance;
  await page.getByRole("link", { name: "Imports" }).first().click();
  await page.getByRole("heading", { name: "Look at a file" }).waitFor();
  await look(finance, "imports");
  await page.getByText("What each column holds").click();
  await look(finance, "imports-columns", "typed");
  const input = page.getByLabel("CSV or XLSX, at most 500 lines");
  const wrong = rowOf({ old_reference: "OLD-2026/19", award: "ten", provider_number: "1", expires_on: "30/11/2026" });
  await input.setInputFiles(fileOf("running-first.csv", [...right, wrong]));
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByText("3 cells cannot be right.").waitFor();
  expect(await page.getByRole("button", { name: "Propose these lines" }).count()).toBe(0);
  await look(finance, "imports-wrong", "typed");
  await input.setInputFiles(fileOf("running.csv", right));
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByText("2 lines are new, 0 were here before.").waitFor();
  await look(finance, "imports-looked", "typed");
  await page.getByRole("button", { name: "Propose these lines" }).click();
  await page.getByText("You proposed it. Another person").waitFor();
  await look(finance, "import-proposed");

  const second = await at("limburg-second-finance", "/imports");
  await second.page.getByText("A second person is wanted:").waitFor();
  await look(second, "imports-waiting", "loaded");
  await second.page.getByRole("link", { name: "running.csv" }).first().click();
  await second.page.getByRole("heading", { name: "Your answer" }).waitFor();
  await look(second, "import-answer");
  await second.page.getByRole("checkbox", { name: /I have no interest/ }).check();
  await second.page.getByRole("button", { name: "Confirm and take over" }).click();
  await second.page
    .getByRole("link", { name: /^LIM-V26-/ })
    .nth(1)
    .waitFor();
  await look(second, "import-done", "typed");
  await second.page
    .getByRole("link", { name: /^LIM-V26-/ })
    .first()
    .click();
  await second.page.getByText("Taken over from another system, where it is OLD-2026/17").waitFor();
  await look(second, "import-case");
  await second.page.getByRole("link", { name: "Line 2 of the import" }).click();
  await second.page.getByText("OLD-2026/17").waitFor();
  expect(new URL(second.page.url()).hash).toBe("#line-2");

  await page.goto("/imports");
  await page.getByLabel("CSV or XLSX, at most 500 lines").setInputFiles(fileOf("running.csv", right));
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByText("0 lines are new, 2 were here before.").waitFor();
  expect(await page.getByRole("button", { name: "Propose these lines" }).count()).toBe(0);
}
