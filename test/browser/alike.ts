/** An approver gives approvals in which nothing differs together; one that was answered meanwhile is refused by itself and named. */
import { expect } from "vitest";
import { asked, expectStatus, type Story } from "../scenario/story.ts";
import { proposed, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { another } from "./aside.ts";
import type { Line } from "./line.ts";
import { fill, takeRefusals } from "./person.ts";
import { approver } from "./staff.ts";

/** Below the limit from which Limburg asks for a second factor: 8,000.00 € at 80 %. */
const price = 1_000_000;

async function waiting(line: Line, story: Story, amount: number): Promise<Told> {
  const told = await another(line, story, price);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told, "award", amount);
  await story.caseUntil(story.people.approver, told.caseId, "the approval task", (view) => asked(view, "approve"));
  return told;
}

export async function approveTogether(line: Line, story: Story): Promise<void> {
  const first = await waiting(line, story, 800_000);
  const second = await waiting(line, story, 800_000);
  const third = await waiting(line, story, 800_000);
  const lowered = await waiting(line, story, 700_000);
  const person = await line.at(approver, "/work");
  const { page } = person;
  await page.getByText(/^Nothing differs in 3 approvals that wait for you, €24,000/).waitFor();
  await line.look(person, "work-approvals", "loaded");
  await page.getByRole("link", { name: "Look at them together" }).click();
  const group = page.getByRole("region", { name: /^Nothing differs in these: LIM-V26/ });
  await group.getByText(/^3 cases, €24,000/).waitFor();
  const apart = page.getByRole("region", { name: "To be looked at one by one" });
  await apart.getByText("The award is not what was asked for.").waitFor();
  await apart.getByRole("link", { name: `Look at it and answer: ${lowered.reference}` }).waitFor();
  await line.look(person, "approvals-together");

  await group.getByRole("button", { name: /^Approve 3 cases, €24,000/ }).click();
  await page.getByRole("link", { name: "Confirm that you have no interest in this case" }).waitFor();
  // Somebody else asks about the second while this page is open.
  const colleague = await story.as("raphael.moors@limburg.example");
  const question = { noInterest: true, answer: "ask", reason: "Which assay?" };
  expectStatus(await colleague.post(`/api/cases/${second.caseId}/approvals/limburg`, question), 200);
  await fill(page, { "I have no interest in any of these cases": true });
  await group.getByRole("button", { name: /^Approve 3 cases, €24,000/ }).click();
  await page.getByText("2 of 3 cases are approved. The others are as they were; each says why.").waitFor();
  const done = page.getByRole("region", { name: "What you approved together" });
  const row = ({ reference }: Told) => done.getByRole("listitem").filter({ hasText: reference });
  await row(first).getByText("Approved", { exact: true }).waitFor();
  await row(second).getByText("Not approved", { exact: true }).waitFor();
  await row(third).getByText("Approved", { exact: true }).waitFor();
  expect(takeRefusals(person)).toEqual([409]);
  await line.look(person, "approvals-answered", "typed");
}
