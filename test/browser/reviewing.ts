/** The pages about reviewers: where they are reached from, what they say, and that one asked about is explained. */
import type { Line } from "./line.ts";
import { manager } from "./staff.ts";

/** On a case whose reviewers were chosen, and on the call of it, which decides case by case. */
export async function lookAt({ at, look, view }: Line): Promise<void> {
  await view(manager);
  const person = await at(manager);
  const { page } = person;
  await page.getByRole("main").getByRole("link", { name: "Why these reviewers" }).click();
  await page.getByRole("button", { name: /^Why / }).first().click();
  await page
    .getByText(/^(Chosen|Not chosen|The work has begun|Barred)/)
    .first()
    .waitFor();
  await look(person, "review-plans", "typed");
  await page.getByRole("banner").getByRole("link", { name: "Reviewers" }).click();
  await page.getByRole("heading", { name: "Load of reviewers" }).waitFor();
  await look(person, "reviewing");
  await page.getByRole("link", { name: "Assignment" }).first().click();
  await page.getByRole("heading", { name: "Assign the whole call" }).waitFor();
  await look(person, "assignment");
  await page.goBack();
  await page.getByRole("link", { name: "Ranking" }).first().click();
  await page.getByText(/decided case by case/).waitFor();
  await look(person, "ranking");
  await page.getByRole("banner").getByRole("link", { name: "Calls", exact: true }).click();
  await page.getByRole("heading", { name: "Calls of the park" }).waitFor();
  await look(person, "calls");
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  await page.getByRole("heading", { name: "How it stands" }).waitFor();
  await look(person, "call-desk");
}
