/** The whole line of a voucher by hand: everybody in a browser of their own, from the first page to the bank's booking. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Story } from "../scenario/story.ts";
import { approveTogether } from "./alike.ts";
import * as aside from "./aside.ts";
import * as decision from "./aside-decision.ts";
import * as enquiries from "./enquiries.ts";
import { handOver } from "./handover.ts";
import { takeVouchersOver } from "./imports.ts";
import * as interests from "./interests.ts";
import { type Line, openLine } from "./line.ts";
import { writeToApplicants } from "./mailing.ts";
import { inviteColleague } from "./members.ts";
import { keepView } from "./own-views.ts";
import * as papers from "./papers.ts";
import * as parties from "./parties.ts";
import * as payment from "./payment.ts";
import * as questions from "./questions.ts";
import * as reviewers from "./reviewers.ts";
import * as reviewing from "./reviewing.ts";
import * as staff from "./staff.ts";
import { supersede } from "./superseded.ts";

let line: Line;
let story: Story;
let broken = false;

beforeAll(async () => {
  line = await openLine();
  story = aside.storyOf(line);
});
afterAll(() => line?.stop());

/** A step of the line; after one that failed the others are not tried. */
function step(what: string, work: (line: Line) => Promise<void>): void {
  test(what, async (context) => {
    context.skip(broken, "an earlier step failed");
    broken = true;
    await work(line);
    broken = false;
  });
}

step("a visitor looks round", parties.visit);
step("an SME starts an application", parties.start);
step("it fills in four sections", parties.fillSections);
step("it sends a document along", papers.documents);
step("it asks a provider in Lund for an offer", parties.inviteProvider);
step("the provider confirms its offer", parties.offer);
step("the SME checks, sends, and gets a receipt", parties.submit);

step("the SME writes to the park", papers.write);
step("the manager answers, and keeps a note", papers.answer);
step("a manager screens it", staff.screen);
step("one reviewer declares and scores with the mouse, one by keyboard alone", async (line) => {
  const [first, second] = await reviewers.invited(line);
  expect(second, "two reviewers are invited").toBeDefined();
  if (first !== undefined) await reviewers.reviewByMouse(line, first.persona, first.slot);
  if (second !== undefined) await reviewers.reviewByKeyboard(line, second.persona, second.slot);
});
step("the manager sees why these reviewers were chosen, what each has to do, and the ranking", reviewing.lookAt);
step("a reviewer keeps their profile", (line) => reviewers.keepProfile(line, "reviewer-conflicted"));
step("and what ties them", (line) => interests.keepInterests(line, "reviewer-conflicted"));
step("the manager proposes an award", staff.propose);
step("an approver approves it", staff.approve);
step("a second manager releases it; the proposer may not", staff.release);
step("the SME accepts the terms", (line) => parties.accept(line, parties.sme));
step("the provider accepts the terms", (line) => parties.accept(line, parties.provider));
step("the provider reports and sends its invoice", (line) => parties.report(line));
step("the SME confirms the service and reads its letters", async (line) => {
  await parties.confirm(line);
  await papers.shareProof(line);
  await parties.readLetters(line);
});
step("the manager assesses the claim", staff.assess);
step("finance clears it for payment", staff.clear);
step("finance prepares a batch; a second person releases it", payment.batch);
step("the file is fetched and sent, the bank's statement books it, the voucher is redeemed", async (line) => {
  await payment.book(line, await payment.send(line));
});
step("case, ledger and pipeline show where the money went", payment.lookBack);

test("a contact hands a case over to a colleague", () => handOver(line, story));
test("a colleague is invited into the company, accepts, and is removed again", () => inviteColleague(line));
test("not eligible: proposed by one manager, confirmed by another", () => aside.findIneligible(line, story));
test("a manager finds an interest in a case, and a colleague goes on with it", () =>
  interests.findInterest(line, story));
test("a question of the park is answered by the company", () => aside.answerQuestion(line, story));
test("where the rules leave nobody, the manager names a reviewer", () => aside.nameReviewer(line, story));
test("a review that doubts the scope is settled by the manager", () => decision.settleScope(line, story));
test("redress against a rejection is admitted and answered by an officer", () => decision.answerRedress(line, story));
test("an award and a rejection are released together", () => decision.releaseTogether(line, story));
test("approvals in which nothing differs are given together", () => approveTogether(line, story));
test("a manager saves filters of the pipeline under a name", () => keepView(line));
test("a manager writes to the applicants whom the pipeline shows", () => writeToApplicants(line, story));
test("a disputed service is settled by the manager", () => aside.dispute(line, story));

test("a manager builds the questions of a draft call", () => questions.build(line));
test("running vouchers of another system are taken over by two people", () => takeVouchersOver(line));
test("a visitor asks about a call, and a manager answers", () => enquiries.askAndAnswer(line));
test("an SME answers the questions of a call", () => questions.answer(line));

test("a frozen ranking is superseded, and its versions are compared", () => supersede(line));

step("every page of the web has been looked at", async ({ seen }) => {
  const registry = readFileSync(new URL("../../web/src/route/registry.ts", import.meta.url), "utf8");
  const paths = [...registry.matchAll(/pageRoute\(\s*"([^"]+)"/g)].map(([, path = ""]) => path);
  const looked = (path: string) => {
    const shape = new RegExp(`^${path.replaceAll(/\$\w+/g, "[^/]+")}$`);
    return [...seen].some((one) => shape.test(one));
  };
  expect(paths.filter((path) => !looked(path))).toEqual([]);
});
