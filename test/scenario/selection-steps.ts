/** Acts of a selection that goes another way than straight on, each as its person does it over HTTP. */
import { dayOf } from "../day.ts";
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import { until } from "./world.ts";

const sure = { noInterest: true };

/** Who is asked in each slot that waits for a declaration, once `wanted` do. */
export async function invited(story: Story, caseId: string, wanted: number): Promise<CaseBody[]> {
  const waiting = (view: CaseBody) => (view.slots as CaseBody[]).filter(({ status }) => status === "invited");
  const view = await story.caseUntil(
    story.people.manager,
    caseId,
    `${wanted} invited reviewers`,
    (one) => waiting(one).length === wanted && waiting(one).every(({ slot }) => asked(one, "declare", slot)),
  );
  return waiting(view);
}

export const emailOfReviewer = (story: Story, reviewerId: unknown) => story.people.reviewers[String(reviewerId)] ?? "";

/** A reviewer who was asked does not take part, and somebody else is asked in the same slot. */
export async function leaves(
  story: Story,
  caseId: string,
  seat: CaseBody,
  answer: { outcome: "declined" | "conflicted"; reason: string; note?: string },
): Promise<void> {
  await story.step(`A reviewer is ${answer.outcome} (${answer.reason}); another is asked`, async () => {
    const email = emailOfReviewer(story, seat["reviewerId"]);
    const reviewer = await story.as(email);
    expectStatus(await reviewer.post(`/api/cases/${caseId}/slots/${seat["slot"]}/declaration`, answer), 200);
    const view = await story.caseUntil(story.people.manager, caseId, "somebody else", (one) =>
      (one.slots as CaseBody[]).some(
        ({ slot, status, reviewerId }) =>
          slot === seat["slot"] && status === "invited" && reviewerId !== seat["reviewerId"],
      ),
    );
    const next = (view.slots as CaseBody[]).find(({ slot }) => slot === seat["slot"]);
    expect((await reviewer.get(`/api/cases/${caseId}`)).status === 404, "who left reads nothing of it any more");
    return { evidence: `${email} → ${emailOfReviewer(story, next?.reviewerId)}` };
  });
}

/** Whoever sits there declares no conflict and files these marks. */
export async function reviewedAs(story: Story, caseId: string, slot: string, score: number): Promise<void> {
  const view = await story.caseUntil(story.people.manager, caseId, `slot ${slot}`, (one) =>
    asked(one, "declare", slot),
  );
  const seat = (view.slots as CaseBody[]).find((one) => one["slot"] === slot);
  const email = emailOfReviewer(story, seat?.["reviewerId"]);
  await story.step(`Reviewer in slot ${slot} files ${score}/5`, async () => {
    const reviewer = await story.as(email);
    const path = `/api/cases/${caseId}/slots/${slot}`;
    expectStatus(await reviewer.post(`${path}/declaration`, { outcome: "accepted" }), 200);
    await story.caseUntil(email, caseId, "the review task", (one) => asked(one, "review", slot));
    const marks = ["relevance", "quality", "effect", "value"].map((criterion) => ({
      criterion,
      score,
      toApplicant: `Reasons for ${criterion}.`,
      toPark: "",
    }));
    expectStatus(await reviewer.post(`${path}/review`, { marks, confidence: 2 }), 200);
    return { evidence: email };
  });
}

/** The person's ties, whatever they were, are these from now on. */
export async function tie(story: Story, email: string, interests: (before: CaseBody[]) => CaseBody[]): Promise<void> {
  const client = await story.as(email);
  const { body } = await client.get("/api/my/interests");
  const kept = (body.interests as CaseBody[]).map(({ counts: _c, name, declaredAt: _d, ...one }) => ({ ...one, name }));
  const saved = await client.post("/api/my/interests", { interests: interests(kept), version: body.version });
  expectStatus(saved, 200);
}

/** The approver has a question: the case is with the manager again, and nothing stays reserved. */
export async function approverAsks(story: Story, caseId: string): Promise<void> {
  await story.step("Approver asks back; all is freed, and the manager is asked again", async () => {
    await story.caseUntil(story.people.approver, caseId, "the approval", (view) => asked(view, "approve", story.park));
    const approver = await story.as(story.people.approver);
    const answer = { ...sure, answer: "ask", reason: "Why not the cheaper protocol?" };
    expectStatus(await approver.post(`/api/cases/${caseId}/approvals/${story.park}`, answer), 200);
    const view = await story.caseUntil(story.people.manager, caseId, "the next proposal", (one) =>
      asked(one, "propose"),
    );
    expect(
      view.status === "deciding" && (view.shares as CaseBody[]).every((share) => share.reserved === 0),
      "nothing stays reserved",
    );
    return { evidence: "back in deciding, reserved 0" };
  });
}

/** The approver hands the answer on to the colleague, who gives it; the approver may not any more. */
export async function approvedByColleague(story: Story, caseId: string, colleague: string): Promise<void> {
  await story.step("Approver hands it on; the colleague approves", async () => {
    await story.caseUntil(story.people.approver, caseId, "the approval", (view) => asked(view, "approve", story.park));
    const path = `/api/cases/${caseId}/approvals/${story.park}`;
    const [approver, second] = [await story.as(story.people.approver), await story.as(colleague)];
    const to = (await second.get("/api/session")).body.me.personId;
    const handed = { to, reason: "I am at a conference.", until: dayOf(story.now(), 5) };
    expectStatus(await approver.post(`${path}/handing-on`, handed), 200);
    const own = await approver.post(path, { ...sure, answer: "approve" });
    expect(own.body.code === "approval.delegated", `who handed it on is refused (${JSON.stringify(own.body)})`);
    expectStatus(await second.post(path, { ...sure, answer: "approve" }), 200);
    return { evidence: `${story.people.approver} → ${colleague}` };
  });
}

/** Redress is admitted and not upheld: the rejection stands, and there is no second time. */
export async function redressRefused(story: Story, caseId: string): Promise<void> {
  await story.step("Redress officer admits it and does not uphold it: the rejection stands", async () => {
    const officer = await story.as(story.people.redress);
    await story.caseUntil(story.people.redress, caseId, "the admission", (view) => asked(view, "admit-redress"));
    const path = `/api/cases/${caseId}/redress`;
    expectStatus(await officer.post(`${path}/admission`, { ...sure, outcome: "admitted", reasons: "" }), 200);
    await story.caseUntil(story.people.redress, caseId, "the outcome", (view) => asked(view, "decide-redress"));
    const outcome = { ...sure, outcome: "rejected", reasons: "Annex 2 was read; it names no assay." };
    expectStatus(await officer.post(`${path}/outcome`, outcome), 200);
    const { redress } = await shown(
      story,
      story.people.sme,
      path,
      "the answer",
      (body) => body["redress"]?.status === "rejected",
    );
    const again = { ground: "fact-overlooked", reasons: "Read it once more." };
    const second = await (await story.as(story.people.sme)).post(path, again);
    expect(second.status === 409, `a second request is refused (answered ${second.status})`);
    const view = await story.caseUntil(
      story.people.manager,
      caseId,
      "the rejection",
      (one) => one.status === "rejected",
    );
    return { evidence: `${redress.status}; the case stays ${view.status}` };
  });
}

/** Wait for a fact that the answer to this request shows. */
export async function shown(
  story: Story,
  email: string,
  path: string,
  what: string,
  fits: (body: CaseBody) => boolean,
): Promise<CaseBody> {
  const client = await story.as(email);
  return until(what, async () => {
    const { status, body } = await client.get(path);
    return status === 200 && fits(body) ? (body as CaseBody) : undefined;
  });
}
