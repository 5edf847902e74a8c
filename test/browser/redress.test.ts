/** Redress against what was cut of a claim, by hand: the provider asks, an officer admits it and upholds a part, others check it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkedInPart } from "../scenario/cut-steps.ts";
import type { Story } from "../scenario/story.ts";
import { approved, proposed, released, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { accepted, paid, reported } from "../scenario/voucher-use-steps.ts";
import * as aside from "./aside.ts";
import { type Line, openLine } from "./line.ts";
import * as parties from "./parties.ts";
import { choose, fill, takeRefusals } from "./person.ts";
import { noInterest, open, secondManager } from "./staff.ts";

const officer = "limburg-redress";
let line: Line;
let story: Story;
let told: Told;

beforeAll(async () => {
  line = await openLine();
  story = aside.storyOf(line);
  told = await aside.another(line, story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  await reported(story, told);
  await checkedInPart(story, told, 750_000);
});
afterAll(() => line?.stop());

test("the provider, who is paid, asks for a new look at what was cut; the company is not asked and not told", async () => {
  const person = await line.at(parties.provider);
  const { page } = person;
  const card = page.getByRole("region", { name: "A new look at this decision" });
  await card.getByText("About what was cut of claim 1.").waitFor();
  await line.look(person, "case-cut", "loaded");
  await card.getByRole("button", { name: "Ask for a new look" }).click();
  await choose(page, "What went wrong?", "A fact was overlooked");
  await fill(page, { "In your own words": "Annex 2 of the offer names three series." });
  await line.look(person, "redress-asking", "typed");
  await page.getByRole("button", { name: "Send the request" }).click();
  await page.getByRole("region", { name: "Your request for a new look" }).getByText("Received").waitFor();

  const sme = await line.at(parties.sme);
  await sme.page.getByRole("heading", { level: 1 }).waitFor();
  expect(await sme.page.getByText("Annex 2 of the offer names three series.").count()).toBe(0);
  await paid(story, told, 600_000);
});

test("an officer admits it and upholds a part: the amount must be said", async () => {
  const admission = await open(
    line,
    officer,
    "admit-redress",
    /^Admit the request for redress/,
    "redress-cut-admission",
  );
  await admission.getByText("About what was cut of claim 1.").waitFor();
  await choose(admission, "Can it be examined?", "Yes, examine it");
  await fill(admission, noInterest);
  await admission.getByRole("button", { name: "Send my answer" }).click();
  const outcome = await open(
    line,
    officer,
    "decide-redress",
    /^Decide on the request for redress/,
    "redress-cut-outcome",
  );
  await choose(outcome, "What follows?", "Partly upheld");
  await fill(outcome, { "Reasons, to whoever asked": "The second series is in annex 2.", ...noInterest });
  await outcome.getByRole("button", { name: "Send my answer" }).click();
  await outcome.getByText("Type the amount: a part of it is upheld.").first().waitFor();
  expect(takeRefusals(line.back(officer))).toEqual([422]);
  await fill(outcome, { "Amount, only where it is partly upheld": "1 500.00" });
  await line.look(line.back(officer), "redress-cut-part", "typed");
  await outcome.getByRole("button", { name: "Send my answer" }).click();
  await line.asked(secondManager, "check-claim");
});

test("the provider reads the answer and how much others check; another manager is asked to", async () => {
  const person = await line.at(parties.provider);
  const card = person.page.getByRole("region", { name: "Your request for a new look" });
  await card.getByText("The second series is in annex 2.").waitFor();
  await card.getByText(/Others check at most .*1,500\.00 of what was cut/).waitFor();
  await line.look(person, "redress-part-told", "loaded");
  const main = await open(line, secondManager, "check-claim", /^Check the claim/, "claim-supplement");
  await main.getByText("MV-", { exact: false }).first().waitFor();
});
