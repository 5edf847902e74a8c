/** Redress against a cancellation and against money that is asked back, by hand: a party asks, an officer admits it and answers, the case follows. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "../day.ts";
import { expectStatus, type Story } from "../scenario/story.ts";
import { approved, proposed, released, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { accepted, checked, paid, reported } from "../scenario/voucher-use-steps.ts";
import * as aside from "./aside.ts";
import { type Line, openLine } from "./line.ts";
import * as parties from "./parties.ts";
import { choose, fill, takeRefusals } from "./person.ts";
import { noInterest, open } from "./staff.ts";

const officer = "limburg-redress";
let line: Line;
let story: Story;

beforeAll(async () => {
  line = await openLine();
  story = aside.storyOf(line);
});
afterAll(() => line?.stop());

async function inUse(): Promise<Told> {
  const told = await aside.another(line, story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  return told;
}

/** The company finds the decision it is told of, and asks once. */
async function ask(about: string, why: string, picture: string): Promise<void> {
  const person = await line.at(parties.sme);
  const { page } = person;
  const card = page.getByRole("region", { name: "A new look at this decision" }).filter({ hasText: about });
  await card.getByText(about).waitFor();
  await line.look(person, `${picture}-told`, "loaded");
  await card.getByRole("button", { name: "Ask for a new look" }).click();
  await choose(page, "What went wrong?", "A fact was overlooked");
  await fill(page, { "In your own words": why });
  await page.getByRole("button", { name: "Send the request" }).click();
  await page.getByRole("region", { name: "Your request for a new look" }).getByText("Received").waitFor();
}

/** An officer who took no part reads what was decided, and admits the request. */
async function admit(about: string, reads: string, picture: string): Promise<void> {
  const page = await open(line, officer, "admit-redress", /^Admit the request for redress/, `${picture}-admission`);
  await page.getByText(about).waitFor();
  await page.getByText(reads).first().waitFor();
  await choose(page, "Can it be examined?", "Yes, examine it");
  await fill(page, noInterest);
  await page.getByRole("button", { name: "Send my answer" }).click();
}

test("a cancellation is upheld against: the voucher is in use again, and the company reads why", async () => {
  const { caseId } = await inUse();
  const [manager, approver] = [await story.as(story.people.manager), await story.as(story.people.approver)];
  const reasons = "The provider was said to have closed its laboratory.";
  const proposal = { reasons, noInterest: true };
  expectStatus(await manager.post(`/api/cases/${caseId}/cancellation-proposal`, proposal), 200);
  expectStatus(await approver.post(`/api/cases/${caseId}/cancellation`, { noInterest: true }), 200);
  await story.caseUntil(story.people.sme, caseId, "the end", ({ status }) => status === "cancelled");

  const about = "About the cancellation of the voucher.";
  await ask(about, "The laboratory moved, it did not close.", "redress-cancelled");
  await admit(about, reasons, "redress-cancelled");
  const outcome = await open(
    line,
    officer,
    "decide-redress",
    /^Decide on the request for redress/,
    "redress-cancelled-outcome",
  );
  await outcome.getByText("The voucher is in use again, with its money held again and its validity moved.").waitFor();
  await choose(outcome, "What follows?", "Upheld");
  await fill(outcome, { "Reasons, to whoever asked": "The move is shown by its new address.", ...noInterest });
  await outcome.getByRole("button", { name: "Send my answer" }).click();
  await story.caseUntil(story.people.sme, caseId, "its use", ({ status }) => status === "in-use");
  const person = await line.at(parties.sme);
  const card = person.page.getByRole("region", { name: "Your request for a new look" });
  await card.getByText("The move is shown by its new address.").waitFor();
  await card.getByText("Upheld").waitFor();
  await line.look(person, "redress-cancelled-upheld", "loaded");
});

test("of money that is asked back a part is left: the amount must be said, and is told", async () => {
  const told = await inUse();
  const { caseId } = told;
  await reported(story, told);
  await checked(story, told, 800_000);
  await paid(story, told, 800_000);
  const finance = await story.as(story.people.finance);
  const reasons = "One of three series was not measured.";
  const due = dayOf(story.now(), 30);
  const asked = { parkId: story.park, amount: 300_000, due, reasons, noInterest: true };
  expectStatus(await finance.post(`/api/cases/${caseId}/recoveries`, asked), 201);

  const about = "About the money that is asked back, recovery 1.";
  const provider = await line.at(parties.provider);
  // The voucher paid the provider: it is told, and the company is not.
  await provider.page.getByText(about).waitFor();
  const debt = provider.page.getByRole("region", { name: / asks money back$/ });
  await debt.getByText(reasons).waitFor();
  await debt.getByText("IBAN").waitFor();
  const sme = await line.at(parties.sme);
  await sme.page.getByRole("heading", { level: 1 }).waitFor();
  expect(await sme.page.getByText(about).count()).toBe(0);
  expect(await sme.page.getByText(reasons).count()).toBe(0);
  await line.look(provider, "redress-recovery-told", "loaded");
  const card = provider.page.getByRole("region", { name: "A new look at this decision" });
  await card.getByRole("button", { name: "Ask for a new look" }).click();
  await choose(provider.page, "What went wrong?", "A fact was overlooked");
  await fill(provider.page, { "In your own words": "Two of its four weeks were measured." });
  await provider.page.getByRole("button", { name: "Send the request" }).click();
  await provider.page.getByRole("region", { name: "Your request for a new look" }).getByText("Received").waitFor();

  await admit(about, reasons, "redress-recovery");
  const outcome = await open(
    line,
    officer,
    "decide-redress",
    /^Decide on the request for redress/,
    "redress-recovery-outcome",
  );
  await choose(outcome, "What follows?", "Partly upheld");
  await fill(outcome, { "Reasons, to whoever asked": "Half of the series was delivered.", ...noInterest });
  await outcome.getByRole("button", { name: "Send my answer" }).click();
  await outcome.getByText("Type the amount: a part of it is upheld.").first().waitFor();
  expect(takeRefusals(line.back(officer))).toEqual([422]);
  await fill(outcome, { "Amount, only where it is partly upheld": "1 500.00" });
  await outcome.getByRole("button", { name: "Send my answer" }).click();
  const answered = await line.at(parties.provider);
  await answered.page.getByText(/In all, .*1,500\.00 is still asked back\./).waitFor();
  await line.look(answered, "redress-recovery-partly", "loaded");
});
