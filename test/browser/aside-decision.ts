/** Stations beside the straight line of a decision: a review that doubts the scope, a rejection and redress against it. */
import { redressAsked } from "../scenario/redress-steps.ts";
import { asked, type CaseBody, expectStatus, type Story } from "../scenario/story.ts";
import { approved, proposed, released, reviewed, screened } from "../scenario/voucher-steps.ts";
import { another } from "./aside.ts";
import type { Line } from "./line.ts";
import { choose, fill } from "./person.ts";
import { manager, noInterest, open, secondManager } from "./staff.ts";

/** A criterion is answered "out of scope": the manager settles it before anything is proposed. */
export async function settleScope(line: Line, story: Story): Promise<void> {
  const told = await another(line, story);
  await screened(story, told);
  const { caseId } = told;
  const view = await story.caseUntil(story.people.manager, caseId, "reviewers", (one) => asked(one, "declare"));
  for (const { slot, reviewerId } of view.slots as CaseBody[]) {
    const email = story.people.reviewers[String(reviewerId)] ?? "";
    const reviewer = await story.as(email);
    const path = `/api/cases/${caseId}/slots/${slot}`;
    expectStatus(await reviewer.post(`${path}/declaration`, { outcome: "accepted" }), 200);
    await story.caseUntil(email, caseId, "the review", (one) => asked(one, "review", slot));
    const marks = ["relevance", "quality", "effect", "value"].map((criterion) => ({
      criterion,
      score: criterion === "relevance" && slot === "r1" ? "out-of-scope" : 4,
      toApplicant: "Read with care.",
      toPark: "",
    }));
    expectStatus(await reviewer.post(`${path}/review`, { marks, confidence: 2 }), 200);
  }
  const page = await open(line, manager, "settle-scope", /^Settle whether it is within the call/);
  await choose(page, "Is it within the call?", "Within the call");
  await fill(page, {
    "Reasons, read only by staff and auditors": "The sector is in the annex of the call.",
    ...noInterest,
  });
  await page.getByRole("button", { name: "Send my answer" }).click();
  await line.asked(manager, "propose");
}

/** Admitted and then rejected by the redress officer, who took no part. */
export async function answerRedress(line: Line, story: Story): Promise<void> {
  const told = await another(line, story);
  await screened(story, told);
  await reviewed(story, told, 2);
  await proposed(story, told, "reject");
  await approved(story, told);
  await released(story, told, "rejected");
  await redressAsked(story, told);
  const admission = await open(line, "limburg-redress", "admit-redress", /^Admit the request for redress/);
  await choose(admission, "Can it be examined?", "Yes, examine it");
  await fill(admission, noInterest);
  await admission.getByRole("button", { name: "Send my answer" }).click();
  const outcome = await open(line, "limburg-redress", "decide-redress", /^Decide on the request for redress/);
  await choose(outcome, "What follows?", "Rejected");
  await fill(outcome, {
    "Reasons, to whoever asked": "The annex was read, and is quoted in the review.",
    ...noInterest,
  });
  await outcome.getByRole("button", { name: "Send my answer" }).click();
  const isTold = (one: CaseBody) => !asked(one, "decide-redress");
  await story.caseUntil(story.people.redress, told.caseId, "the outcome", isTold);
}

/** An award and a rejection, told at once by a second manager. */
export async function releaseTogether(line: Line, story: Story): Promise<void> {
  const award = await another(line, story);
  await screened(story, award);
  await reviewed(story, award);
  await proposed(story, award);
  await approved(story, award);
  const rejection = await another(line, story);
  await screened(story, rejection);
  await reviewed(story, rejection, 2);
  await proposed(story, rejection, "reject");
  await approved(story, rejection);
  const { callId } = await story.caseUntil(story.people.manager, award.caseId, "its approval", (one) =>
    asked(one, "release"),
  );
  const person = await line.at(secondManager, `/calls/${callId}/releases`);
  await line.look(person, "releases", "loaded");
  await fill(person.page, noInterest);
  await person.page.getByRole("button", { name: /^Release 2 decisions/ }).click();
  await person.page.getByText("All 2 decisions done.").waitFor();
  await line.look(person, "releases-done", "typed");
}
