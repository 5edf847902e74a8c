/** A voucher's use beside the straight line, by hand: suspended and going on, used in parts, a claim refused, what came of it. */
import { askFollowUp } from "@multihelix/core/follow-up/ask-follow-up.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Story } from "../scenario/story.ts";
import { approved, proposed, released, reviewed, screened } from "../scenario/voucher-steps.ts";
import { accepted } from "../scenario/voucher-use-steps.ts";
import * as aside from "./aside.ts";
import { type Line, openLine } from "./line.ts";
import * as parties from "./parties.ts";
import { choose, dayFromToday, fill } from "./person.ts";
import { finance, manager, noInterest, open } from "./staff.ts";

let line: Line;
let story: Story;
let caseId: CaseId;

beforeAll(async () => {
  line = await openLine();
  story = aside.storyOf(line);
  const told = await aside.another(line, story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  caseId = told.caseId as CaseId;
  await line.asked(parties.provider, "use");
});
afterAll(() => line?.stop());

test("a manager extends it, once; finance is offered no extension of its own", async () => {
  const officer = await line.at(finance, `${line.casePath}/voucher`);
  await officer.page.getByRole("region", { name: /^Voucher / }).waitFor();
  expect(await officer.page.getByRole("region", { name: "Extend the voucher" }).count()).toBe(0);
  const { page } = await line.at(manager, `${line.casePath}/voucher`);
  const card = page.getByRole("region", { name: "Extend the voucher" });
  await fill(card, { Months: "1", Reasons: "The laboratory is being moved.", ...noInterest });
  await card.getByRole("button", { name: "Extend" }).click();
  await card.waitFor({ state: "detached" });
});

test("a manager suspends it; both parties read why; it goes on", async () => {
  const person = await line.at(manager, `${line.casePath}/voucher`);
  const { page } = person;
  const card = page.getByRole("region", { name: "Suspend the voucher" });
  await line.look(person, "voucher-in-use", "loaded");
  await fill(card, { Reasons: "The laboratory is being moved.", ...noInterest });
  await page.getByRole("button", { name: "Suspend the voucher" }).click();
  await line.asked(manager, "resume");

  const sme = await line.at(parties.sme);
  await sme.page.getByText("The laboratory is being moved.").waitFor();
  await line.look(sme, "case-suspended", "loaded");

  const main = await open(line, manager, "resume", /^Let the voucher go on, or cancel it/, "voucher-suspended");
  await fill(main.getByRole("region", { name: "Let the voucher go on" }), noInterest);
  await page.getByRole("button", { name: "Let the voucher go on" }).click();
  await line.asked(parties.provider, "use");
});

test("the provider claims a part, with VAT that is reverse charged", async () => {
  const person = await line.at(parties.provider, `${line.casePath}/report`);
  const { page } = person;
  await fill(page, {
    "What was done": "The first of two series.",
    "Day on which the work was finished": dayFromToday(0),
    "Invoice number": "MV-2026-201",
    "Date of the invoice": dayFromToday(0),
    "What it is for": "First series",
    "Net amount": "5 000.00",
    VAT: "1 050.00",
    "A further claim follows": true,
  });
  await page.getByRole("combobox", { name: "How the VAT is treated" }).selectOption("reverse-charge");
  await page.getByRole("button", { name: "Send report and invoice" }).click();
  await page.getByText("An invoice under reverse charge asks no VAT: enter 0.").first().waitFor();
  await line.look(person, "report-part", "typed");
  await fill(page, { VAT: "0" });
  await page.getByRole("button", { name: "Send report and invoice" }).click();
  await line.asked(parties.sme, "confirm-service");
  const sme = await story.as(story.people.sme);
  await sme.post(`/api/cases/${caseId}/confirmation`, { outcome: "confirmed" });
  await line.asked(manager, "check-claim");
});

test("the manager refuses the claim, finance confirms it, the company may ask for a new look", async () => {
  const main = await open(line, manager, "check-claim", /^Check the claim/, "claim-part");
  await choose(main, "What do you do?", "Refuse it as a whole");
  await fill(main, { "Reasons of the refusal": "The invoice is for another study.", ...noInterest });
  await line.look(line.back(manager), "claim-refusal", "typed");
  await main.getByRole("button", { name: "Propose to refuse the claim" }).click();

  const check = await open(line, finance, "finance-check", /^Clear the claim/, "finance-check-refusal");
  await choose(check, "What do you do?", "Confirm that it is refused");
  await fill(check, noInterest);
  await check.getByRole("button", { name: "Confirm the refusal" }).click();
  await line.asked(manager, "settle-refusal");

  const sme = await line.at(parties.sme);
  await sme.page.getByRole("heading", { name: "A new look at this decision" }).waitFor();
  await line.look(sme, "case-claim-refused", "loaded");

  const settling = await open(line, manager, "settle-refusal", /^Settle what follows/, "voucher-refused");
  await choose(settling, "What follows?", "The work may be done and claimed again");
  await fill(settling.locator("form").first(), noInterest);
  await settling.getByRole("button", { name: "Send my answer" }).click();
  await line.asked(parties.provider, "use");
});

test("months after it was paid the company says in a few words what came of it, and the park reads it", async () => {
  const { deps } = line.product.system;
  await deps.store.commit([
    { op: "patch", name: "case", key: { caseId }, set: { status: "redeemed" }, when: { status: "in-use" } },
  ]);
  await perform(deps, { kind: "system", name: "outbox" }, "browser:follow-up", askFollowUp, { caseId, month: 6 });
  await line.asked(parties.sme, "answer-kpi");
  const person = await line.at(parties.sme);
  const { page } = person;
  await fill(page, { "How many jobs were created or kept by it?": "Two, in the laboratory." });
  await line.look(person, "follow-up", "typed");
  const send = page.getByRole("button", { name: "Send the answers" });
  await send.click();
  await send.waitFor({ state: "detached" });
  const staff = await line.at(manager);
  await staff.page.getByText("Two, in the laboratory.").waitFor();
  await line.look(staff, "case-follow-up", "loaded");
});
