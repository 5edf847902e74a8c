/** What finance does with the park's money, by hand: batch, release by a second person, file, statement. */
import { text } from "node:stream/consumers";
import { expect } from "vitest";
import { dayOf } from "../day.ts";
import { until } from "../scenario/world.ts";
import type { Line } from "./line.ts";
import { fill } from "./person.ts";
import { finance, manager, noInterest } from "./staff.ts";

const secondFinance = "limburg-second-finance";

/** Prepared by one, released by another: who prepared it may not. */
export async function batch({ at, asked, look }: Line): Promise<void> {
  await asked(finance, "pay");
  const preparer = await at(finance, "/work");
  await look(preparer, "work", "loaded");
  await preparer.page.getByRole("main").getByRole("link", { name: "Pay", exact: true }).click();
  await look(preparer, "payments");
  await fill(preparer.page, noInterest);
  await preparer.page.getByRole("button", { name: "Prepare the batch" }).click();
  await preparer.page.waitForURL("**/payments/*/*");
  await look(preparer, "batch-prepared");
  await preparer.page
    .getByRole("button", { name: "Release €10,000.00" })
    .and(preparer.page.locator("[aria-disabled=true]"))
    .waitFor();

  const { page } = await at(secondFinance, new URL(preparer.page.url()).pathname);
  await fill(page, noInterest);
  await page.getByRole("button", { name: "Release €10,000.00" }).click();
  await page.getByRole("heading", { name: "Send it to the bank" }).waitFor();
}

/** The file for the bank is fetched and sent; gives back the order's end-to-end id that stands in it. */
export async function send({ back, at }: Line): Promise<string> {
  const { page } = await at(finance, new URL(back(finance).page.url()).pathname);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "File for the bank, XML" }).click(),
  ]);
  const xml = await text(await download.createReadStream());
  expect(xml).toContain("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
  await page.getByRole("button", { name: "Mark as sent" }).click();
  await page.getByText("The bank’s statement confirms each payment").waitFor();
  return /<EndToEndId>([^<]+)<\/EndToEndId>/.exec(xml)?.[1] ?? "";
}

/** A line of one cent more books nothing; the right one pays the voucher. */
export async function book(line: Line, endToEndId: string): Promise<void> {
  const person = await line.at(finance, "/payments");
  const { page } = person;
  const upload = async (amount: string) => {
    const day = dayOf(Date.now());
    const csv = `endToEndId,bookedOn,amount,currency,reference\n${endToEndId},${day},${amount},EUR,BANK-1\n`;
    await page
      .getByLabel("Statement file")
      .setInputFiles({ name: "statement.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByRole("button", { name: "Book the statement" }).click();
  };
  await upload("10000.01");
  await page.getByText("0 booked, 0 returned, 1 refused.").waitFor();
  await line.look(person, "statement-refused", "typed");
  await upload("10000.00");
  await page.getByText("1 booked, 0 returned, 0 refused.").waitFor();
  await until("the voucher to be paid", async () =>
    (await line.view(finance)).status === "redeemed" ? true : undefined,
  );
}

/** Every figure of the case and of the park, and all cases on one page, once the money has gone. */
export async function lookBack({ at, look, casePath }: Line): Promise<void> {
  const person = await at(finance);
  const { page } = person;
  await look(person, "case-redeemed", "loaded");
  await page.goto(`${casePath}/ledger`);
  await look(person, "case-ledger", "loaded");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Ledger" }).click();
  await look(person, "ledger");
  for (const [persona, path] of [
    [finance, "/ledger/postings"],
    [finance, "/ledger/statement"],
    [finance, `${casePath}/account`],
    [finance, "/account"],
    [manager, "/roles"],
    ["secretary", "/network/gaps"],
    ["secretary", `${casePath}/reassign`],
    ["secretary", "/network/settings"],
    ["secretary", "/network/merges"],
    ["patients", "/challenges"],
    [manager, `${casePath}/voucher`],
  ] as const) {
    const other = await at(persona, path);
    await look(other, path.split("/").at(-1) ?? path, "loaded");
  }
  await page.goto("/ledger");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Pipeline" }).click();
  await look(person, "pipeline-board");
  await page.getByRole("button", { name: "Table" }).click();
  await look(person, "pipeline-table", "typed");
  await page.getByRole("link", { name: "Mail that would have been sent" }).click();
  await look(person, "inbox");
}
