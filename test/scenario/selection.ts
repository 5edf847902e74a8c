/** The branches of a selection that do not go straight on: reviewers who leave, approvals that come back, work that others take over. */
import { demoPeople, demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { redressAsked } from "./redress-steps.ts";
import {
  approvedByColleague,
  approverAsks,
  emailOfReviewer,
  invited,
  leaves,
  redressRefused,
  reviewedAs,
  tie,
} from "./selection-steps.ts";
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import type { Branch } from "./voucher.ts";
import { applied, approved, proposed, released, reviewed, screened } from "./voucher-steps.ts";

/** Up to 7,500.00 asked one review is enough. */
const [smallPrice, smallAward] = [875_000, 700_000];

const emailOf = (persona: string) => demoPeople.find((one) => one.persona === persona)?.email ?? "";

/** One declines, the two reviews lie far apart, a third decides. */
async function apart(story: Story): Promise<string> {
  const told = await applied(story);
  const { caseId } = told;
  await screened(story, told);
  const [first, second] = await invited(story, caseId, 2);
  if (first === undefined || second === undefined) throw new Error("two reviewers are asked");
  await leaves(story, caseId, first, { outcome: "declined", reason: "expertise" });
  await reviewedAs(story, caseId, second["slot"], 5);
  await reviewedAs(story, caseId, first["slot"], 1);
  const [another] = await invited(story, caseId, 1);
  await story.step("The two lie 80 points apart: one more is asked", async () => {
    const known = [first["slot"], second["slot"]];
    expect(another !== undefined && !known.includes(another["slot"]), "it is a review beside the two");
    return { evidence: emailOfReviewer(story, another?.["reviewerId"]) };
  });
  await reviewedAs(story, caseId, another?.["slot"], 4);
  await proposed(story, told);
  return caseId;
}

/** One declares a conflict when asked, another finds one after filing: what they filed counts no more. */
async function conflicted(story: Story): Promise<string> {
  const told = await applied(story);
  const { caseId } = told;
  await screened(story, told);
  const [first, second] = await invited(story, caseId, 2);
  if (first === undefined || second === undefined) throw new Error("two reviewers are asked");
  await leaves(story, caseId, first, { outcome: "conflicted", reason: "conflict", note: "We share a laboratory." });
  await reviewedAs(story, caseId, second["slot"], 2);
  await reviewedAs(story, caseId, first["slot"], 4);
  const email = emailOfReviewer(story, second["reviewerId"]);
  await story.caseUntil(story.people.manager, caseId, "the proposal task", (view) => asked(view, "propose"));
  await story.step("A reviewer has a contract with the company since: the review is set aside", async () => {
    const sme = await story.as(story.people.sme);
    const { organisationId } = (await sme.get("/api/session")).body.me.memberships[0];
    const manager = await story.as(story.people.manager);
    const company = (await manager.get(`/api/organisations/${organisationId}`)).body as CaseBody;
    const register = { scheme: company["register"].id, id: company["registerId"], name: company["legalName"] };
    await tie(story, email, (before) => [...before, { register, kind: "contract" }]);
    await invited(story, caseId, 1);
    const reviewer = await story.as(email);
    expect((await reviewer.get(`/api/cases/${caseId}`)).status === 404, "they read nothing of it any more");
    return { evidence: `${email} left; another is asked` };
  });
  await reviewedAs(story, caseId, second["slot"], 4);
  await proposed(story, told);
  // The branches share their people: it was a contract that ended.
  await tie(story, email, (before) =>
    before.filter(({ kind, register }) => kind !== "contract" || register === undefined),
  );
  return caseId;
}

/** An approver asks back; the next proposal is answered by a colleague to whom it was handed on. */
async function returned(story: Story): Promise<string> {
  const told = await applied(story, smallPrice);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told, "award", smallAward);
  await approverAsks(story, told.caseId);
  await proposed(story, told, "award", smallAward - 50_000);
  await approvedByColleague(story, told.caseId, emailOf(`${story.park}-second-approver`));
  await released(story, told, "issued");
  return told.caseId;
}

async function refused(story: Story): Promise<string> {
  const told = await applied(story, smallPrice);
  await screened(story, told);
  await reviewed(story, told, 2);
  await proposed(story, told, "reject");
  await approved(story, told);
  await released(story, told, "rejected");
  await redressAsked(story, told);
  await redressRefused(story, told.caseId);
  return told.caseId;
}

/** The second person does not see it as ineligible; the manager has a tie, a colleague screens; the contact changes. */
async function handed(story: Story): Promise<string> {
  const told = await applied(story, smallPrice);
  const { caseId } = told;
  const { manager, secondManager } = story.people;
  await screened(story, told, { outcome: "ineligible", reasons: "The service looks like advertising." });
  await story.step("The second person sends it back to screening", async () => {
    await story.caseUntil(secondManager, caseId, "the confirmation", (view) => asked(view, "confirm-ineligible"));
    const second = await story.as(secondManager);
    expectStatus(await second.post(`/api/cases/${caseId}/ineligibility`, { noInterest: true, outcome: "back" }), 200);
    await story.caseUntil(secondManager, caseId, "the screening", (view) => asked(view, "screen"));
    return { evidence: "screening" };
  });
  await story.step("Manager finds a tie: the case is gone for them, and a colleague has the task", async () => {
    const client = await story.as(manager);
    const found = await client.post(`/api/cases/${caseId}/interest`, { party: "applicant", kind: "household" });
    expect(found.body.level === "HARD", `a HARD interest (${JSON.stringify(found.body)})`);
    expect((await client.get(`/api/cases/${caseId}`)).status === 404, "the manager reads it no more");
    return { evidence: `${manager} → ${secondManager}` };
  });
  await screened({ ...story, people: { ...story.people, manager: secondManager } }, told);
  await story.step("The contact hands the case over; the colleague speaks for the company", async () => {
    const [sme, colleague] = [await story.as(story.people.sme), await story.as(emailOf("sme-editor"))];
    const path = `/api/cases/${caseId}/contact`;
    expectStatus(await sme.post(`${path}/handover`, { to: demoPersonId("sme-editor") }), 200);
    expectStatus(await colleague.post(`${path}/answer`, { answer: "accept" }), 200);
    expectStatus(await colleague.post(`/api/cases/${caseId}/withdrawal`, { reason: "We found another way." }), 200);
    await story.caseUntil(secondManager, caseId, "withdrawn", (view) => view.status === "withdrawn");
    return { evidence: "handed over, and withdrawn by the new contact" };
  });
  await tie(story, manager, () => []);
  return caseId;
}

export const selectionBranches: readonly Branch[] = [
  {
    name: "apart",
    what: "a reviewer declines and is replaced; reviews far apart, one more is asked",
    cloud: false,
    tell: apart,
  },
  {
    name: "conflicted",
    what: "a conflict declared when asked, another found after filing: set aside, read by others",
    cloud: false,
    tell: conflicted,
  },
  {
    name: "returned",
    what: "an approver asks back; the next answer is handed on to a colleague",
    cloud: false,
    tell: returned,
  },
  { name: "refused", what: "a rejection, redress admitted and not upheld", cloud: false, tell: refused },
  {
    name: "handed",
    what: "ineligible sent back, a manager's tie, a colleague screens, the contact hands over",
    cloud: false,
    tell: handed,
  },
];
