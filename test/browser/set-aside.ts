/** A manager sets a filed review aside for a tie that no rule found: the reason is asked, the place is open again. */
import { expect } from "vitest";
import type { Story } from "../scenario/story.ts";
import { reviewed, screened } from "../scenario/voucher-steps.ts";
import { another } from "./aside.ts";
import type { Line } from "./line.ts";
import { takeRefusals } from "./person.ts";
import { manager } from "./staff.ts";

export async function setReviewAside(line: Line, story: Story): Promise<void> {
  const told = await another(line, story);
  await screened(story, told);
  await reviewed(story, told);
  const person = await line.at(manager, `/cases/${told.caseId}`);
  const { page } = person;
  const reviews = page.getByRole("region", { name: /^Reviews/ });
  await reviews
    .getByText(/^Review by /)
    .first()
    .click();
  await reviews.getByText("Set this review aside").first().click();
  await reviews.getByRole("button", { name: "Set aside" }).click();
  await reviews.getByText("Give your reasons.").first().waitFor();
  await line.look(person, "set-aside", "typed");
  await reviews.getByRole("textbox", { name: /^Why, kept/ }).fill("They sat on the board until June.");
  await reviews.getByRole("checkbox", { name: /^I have no interest/ }).check();
  await reviews.getByRole("button", { name: "Set aside" }).click();
  expect(takeRefusals(person)).toEqual([]);
  const view = await story.caseUntil(
    story.people.manager,
    told.caseId,
    "one review to count",
    ({ reviews: all }) => all.filter(({ status }: { status: string }) => status === "filed").length === 1,
  );
  expect(view.status).toBe("in-review");
}
