/** Stations beside the straight line: brought about over HTTP, then answered by hand. */
import { expect } from "vitest";
import { asked, type CaseBody, createStory, expectStatus, newCast, type Story } from "../scenario/story.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { accepted } from "../scenario/voucher-use-steps.ts";
import type { Line } from "./line.ts";
import * as parties from "./parties.ts";
import { choose, fill, takeRefusals } from "./person.ts";
import { manager, noInterest, open, secondManager } from "./staff.ts";

/** A story told in the product of the line, by people who sign in by mail. */
export function storyOf({ product }: Line): Story {
  const mails = async (to: string) => product.inbox.all().filter((mail) => mail.to === to);
  const world = { name: "browser", url: product.url, origin: product.url, mails };
  return createStory(world, () => undefined, newCast());
}

/** Another application, sent; the line goes on with it. */
export async function another(line: Line, story: Story, price?: number): Promise<Told> {
  const told = await applied(story, price);
  line.casePath = `/cases/${told.caseId}`;
  return told;
}

/** Proposed by one, confirmed by another; whoever proposed it may not. */
export async function findIneligible(line: Line, story: Story): Promise<void> {
  const { caseId } = await another(line, story);
  const screening = await open(line, manager, "screen", /^Screen the application/, "screening-ineligible");
  await choose(screening, "What did you find?", "Not eligible");
  await fill(screening, {
    "Reasons, for the letter to the company": "The service is outside the sectors of this call.",
    ...noInterest,
  });
  await screening.getByRole("button", { name: "Send the screening" }).click();
  await line.asked(manager, "confirm-ineligible");
  const { page } = await line.at(manager, `${line.casePath}/ineligibility`);
  await page.getByRole("button", { name: "Send my answer" }).and(page.locator("[aria-disabled=true]")).waitFor();

  const confirming = await open(line, secondManager, "confirm-ineligible", /^Confirm that it is not eligible/);
  await choose(confirming, "Do you agree?", "Confirm: not eligible");
  await fill(confirming, noInterest);
  await confirming.getByRole("button", { name: "Send my answer" }).click();
  await story.caseUntil(story.people.manager, caseId, "its end", ({ status }) => status === "ineligible");
}

export async function answerQuestion(line: Line, story: Story): Promise<void> {
  const told = await another(line, story);
  await screened(story, told, { outcome: "ask", question: "Which assay will be validated?" });
  await line.asked(parties.sme, "answer-question");
  const person = await line.at(parties.sme);
  const { page } = person;
  await line.look(person, "question", "loaded");
  await page.getByRole("textbox", { name: "Your answer" }).fill("The activity assay of our dossier, annex 2.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await line.asked(manager, "screen");
}

/** With a reason, as the bounds leave nobody. */
export async function nameReviewer(line: Line, story: Story): Promise<void> {
  const told = await another(line, story);
  await screened(story, told);
  const view = await declinedUntilNamed(story, told);
  const tasks = view.tasks as CaseBody[];
  const slot = tasks.find(({ kind, status }) => kind === "assign-reviewer" && status === "open")?.slot;
  await open(line, manager, "assign-reviewer", /^Name (a|the) reviewer/);
  await translate(line);
  await chooseAnew(line);
  const page = await open(line, manager, "assign-reviewer", /^Name (a|the) reviewer/);
  await page.getByRole("checkbox", { disabled: false }).first().check();
  await fill(page, { "Why a bound is waived": "Nobody else is left; the park accepts it.", ...noInterest });
  await page.getByRole("button", { name: "Invite" }).click();
  await story.caseUntil(story.people.manager, told.caseId, "an invitation", (one) => asked(one, "declare", slot));
}

/** Nobody is left: choosing anew says so and changes nothing. */
async function chooseAnew(line: Line): Promise<void> {
  const person = line.back(manager);
  const { page } = person;
  await page.getByRole("main").getByRole("link", { name: "Why these reviewers" }).click();
  await fill(page, noInterest);
  await page.getByRole("button", { name: "Choose anew and invite" }).click();
  await page.getByText("There is still no plan that keeps every rule.").first().waitFor();
  expect(takeRefusals(person)).toEqual([409]);
  await line.look(person, "choose-anew", "typed");
}

/** A translation is refused while a field is empty, and listed once it is saved. */
async function translate(line: Line): Promise<void> {
  const person = line.back(manager);
  const { page } = person;
  await page.getByRole("link", { name: "Add a translation" }).click();
  await page.getByRole("heading", { level: 1, name: "Add a translation" }).waitFor();
  await line.look(person, "translation");
  await page.getByRole("button", { name: "Save the translation" }).click();
  await page.getByRole("link", { name: "Say who translated." }).waitFor();
  await page.getByRole("combobox", { name: "Language of the translation" }).selectOption("sv");
  await choose(page, "Who translated", "A person");
  await fill(page, {
    Name: "A. Tolk",
    Title: "Hållbarhet hos ett enzym",
    "The service and why the company needs it": "Vi har inga klimatskåp.",
    "What the company will do with the result": "Tre marknader öppnas.",
    "What the provider offers": "Stabilitetsstudie vid tre temperaturer.",
  });
  await page.getByRole("button", { name: "Save the translation" }).click();
  await page.getByText("Swedish, by A. Tolk").waitFor();
}

/** Reviewers decline, one after the other, until the manager is asked to name somebody. */
async function declinedUntilNamed(story: Story, { caseId }: Told): Promise<CaseBody> {
  const isAsked = (view: CaseBody) => asked(view, "assign-reviewer") || asked(view, "declare");
  for (let declined = 0; declined < 8; declined += 1) {
    const view = await story.caseUntil(story.people.manager, caseId, "reviewers", isAsked);
    if (asked(view, "assign-reviewer")) return view;
    const slot = (view.slots as CaseBody[]).find(({ status }) => status === "invited");
    const reviewer = await story.as(story.people.reviewers[String(slot?.reviewerId)] ?? "");
    const path = `/api/cases/${caseId}/slots/${slot?.slot}/declaration`;
    expectStatus(await reviewer.post(path, { outcome: "declined", reason: "time" }), 200);
  }
  throw new Error("there was always another reviewer");
}

/** The company says what is wrong, the manager settles it. */
export async function dispute(line: Line, story: Story): Promise<void> {
  const told = await another(line, story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  await parties.report({ ...line, look: () => Promise.resolve() }, "MV-2026-119");
  await line.asked(parties.sme, "confirm-service");
  const { page } = await line.at(parties.sme);
  await choose(page, "Your answer", "No, or not as agreed");
  await fill(page, { "What is wrong": "The series at 40 °C is missing." });
  await line.look(await line.at(parties.sme), "dispute-typed", "loaded");
  const kept = page.getByRole("textbox", { name: "What is wrong" });
  expect(await kept.inputValue(), "what was typed before the page was loaded again").toContain("40 °C");
  await page.getByRole("button", { name: "Send the answer" }).click();

  const settling = await open(line, manager, "settle-dispute", /^Settle the dispute/);
  await choose(settling, "How is it settled?", "The service counts as received");
  await fill(settling, { Reasons: "The offer names three series; all three are in the report.", ...noInterest });
  await settling.getByRole("button", { name: "Settle the dispute" }).click();
  await line.asked(manager, "check-claim");
}
