/** What ties people: kept in the account by a reviewer, found at a case by a manager, who loses it and takes the tie back. */
import { expect } from "vitest";
import type { Story } from "../scenario/story.ts";
import { another } from "./aside.ts";
import type { Line } from "./line.ts";
import { fill, takeRefusals } from "./person.ts";
import { manager, open, secondManager } from "./staff.ts";

/** What is wrong is said at its field, what is right is kept. */
export async function keepInterests(line: Line, persona: string): Promise<void> {
  const person = await line.at(persona, "/reviews/profile");
  const { page } = person;
  await page.getByRole("main").getByRole("link", { name: "My interests" }).click();
  await page.getByRole("heading", { name: "Your ties" }).waitFor();
  await line.look(person, "interests");
  const before = await page.getByRole("group", { name: /^Tie \d/ }).count();
  await page.getByRole("button", { name: "Add a tie" }).click();
  const tie = page.getByRole("group", { name: `Tie ${before + 1}` });
  await tie.getByRole("combobox", { name: "Register" }).selectOption("BE-BCE_KBO");
  await tie.getByRole("combobox", { name: "What ties you" }).selectOption("equity");
  await fill(tie, { "Number in the register": "0999.999.032", "Name of the organisation": "Elders BV" });
  await page.getByRole("button", { name: "Save my interests" }).click();
  await page.getByRole("link", { name: /^This is no number of that register/ }).waitFor();
  expect(takeRefusals(person)).toEqual([422]);
  await fill(tie, { "Number in the register": "0999.999.031" });
  await page.getByRole("button", { name: "Save my interests" }).click();
  await page.getByText(/^Saved\. Cases of these organisations/).waitFor();
  await line.look(person, "interests-saved", "typed");
}

/** The manager who is asked to screen says what ties them; the case is gone for them, and a colleague has it. */
export async function findInterest(line: Line, story: Story): Promise<void> {
  const { caseId } = await another(line, story);
  const screening = await open(line, manager, "screen", /^Screen the application/);
  await screening.getByRole("link", { name: "I have an interest in this case: declare it" }).click();
  const person = line.back(manager);
  const { page } = person;
  await page.getByRole("button", { name: "Declare it" }).waitFor();
  await line.look(person, "interest");
  await page.getByRole("button", { name: "Declare it" }).click();
  await page.getByRole("link", { name: "Choose whom the tie is to." }).waitFor();
  await page.getByRole("radio").first().check();
  await page.getByRole("combobox", { name: "What it is" }).selectOption("household");
  await page.getByRole("button", { name: "Declare it" }).click();
  await page.getByText(/^Kept\. The case is out of your hands/).waitFor();
  await line.look(person, "interest-declared", "typed");
  expect((await person.context.request.get(`/api/cases/${caseId}`)).status()).toBe(404);
  await line.asked(secondManager, "screen");

  await page.goto("/account");
  await page.getByText("You have named 1 tie.").waitFor();
  await line.look(person, "account-interests", "loaded");
  await page.getByRole("link", { name: "Name what ties you to organisations" }).click();
  await page.getByRole("button", { name: "Remove: Tie 1" }).click();
  await page.getByRole("button", { name: "Save my interests" }).click();
  await page.getByText(/^Saved\. Cases of these organisations/).waitFor();
  expect((await person.context.request.get(`/api/cases/${caseId}`)).status()).toBe(200);
}
