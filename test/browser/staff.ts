/** What managers, the approver and finance do on the case, by hand. */
import type { Locator } from "playwright-core";
import type { Line } from "./line.ts";
import { choose, fill } from "./person.ts";

export const manager = "limburg-manager";
export const secondManager = "limburg-second-manager";
export const approver = "limburg-approver";
export const finance = "limburg-finance";

/** What every act of staff on a case states. */
export const noInterest = { "I have no interest in this case": true } as const;

/** From the case to the page of the task, which is looked at; its main part. */
export async function open(
  { at, asked, look }: Line,
  persona: string,
  kind: string,
  act: RegExp,
  picture = kind,
): Promise<Locator> {
  await asked(persona, kind);
  const person = await at(persona);
  await person.page.getByRole("main").getByRole("link", { name: act }).first().click();
  await look(person, picture);
  return person.page.getByRole("main");
}

export async function screen(line: Line): Promise<void> {
  const person = await line.at(manager);
  await line.look(person, "case-screening", "loaded");
  const page = await open(line, manager, "screen", /^Screen the application/);
  await choose(page, "What did you find?", "Eligible");
  await fill(page, noInterest);
  await page.getByRole("button", { name: "Send the screening" }).click();
  await page.getByText(/^Eligible by Noëlle Claesen/).waitFor();
}

export async function propose(line: Line): Promise<void> {
  const page = await open(line, manager, "propose", /^Propose a decision/);
  await choose(page, "What do you propose?", "Award");
  await fill(page, { "Amount of the award": "10,000.00", Reasons: "Clear need, right provider.", ...noInterest });
  await page.getByRole("button", { name: "Send to the approvers" }).click();
  await page.getByText(/^Proposed by Noëlle Claesen/).waitFor();
  await line.look(await line.at(manager), "case-approving", "loaded");
}

export async function approve(line: Line): Promise<void> {
  const page = await open(line, approver, "approve", /^Approve for/);
  await fill(page, noInterest);
  await page.getByRole("button", { name: /^Approve €10,000.00/ }).click();
  await page.getByText(/^Approved by Hélène Schrijvers/).waitFor();
}

/** Who proposed may not; another manager does. */
export async function release(line: Line): Promise<void> {
  const { page: ofProposer } = await line.at(manager);
  await line.asked(manager, "release");
  await ofProposer.goto(`${line.casePath}/release`);
  const barred = ofProposer.getByRole("button", { name: /^Release/ });
  await barred.and(ofProposer.locator("[aria-disabled=true]")).waitFor();
  const page = await open(line, secondManager, "release", /^Release the decision/);
  await fill(page, noInterest);
  await page.getByRole("button", { name: /^Release the award of €10,000.00/ }).click();
  await page
    .getByText(/by Andreï Vanderstraeten/)
    .last()
    .waitFor();
}

export async function assess(line: Line): Promise<void> {
  const page = await open(line, manager, "check-claim", /^Check the claim/);
  await fill(page, { "Paid by the company itself, as proven": "2,500.00", ...noInterest });
  await page.getByRole("button", { name: /^Assess: €10,000.00 payable/ }).click();
  await page
    .getByText(/by Noëlle Claesen/)
    .last()
    .waitFor();
}

export async function clear(line: Line): Promise<void> {
  const page = await open(line, finance, "finance-check", /^Clear the claim for payment/);
  await choose(page, "What do you do?", "Clear €10,000.00 for payment");
  await fill(page, noInterest);
  await page.getByRole("button", { name: "Clear for payment" }).click();
  await page
    .getByText(/by Jérôme Thijs/)
    .last()
    .waitFor();
}
