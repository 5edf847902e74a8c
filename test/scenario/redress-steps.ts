/** The acts of a request for redress, each as its person does it over HTTP. */
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import type { Told } from "./voucher-steps.ts";

/** The applicant opens the decision's letter, sees until when it may ask, and asks once. */
export async function redressAsked(story: Story, { caseId }: Told): Promise<void> {
  await story.step("SME opens the letter and asks for redress", async () => {
    const sme = await story.as(story.people.sme);
    const { letters } = (await sme.get(`/api/cases/${caseId}/letters`)).body;
    const decision = (letters as CaseBody[]).find(({ kind }) => kind === "decision-rejection");
    expectStatus(await sme.post(`/api/cases/${caseId}/letters/${decision?.letterId}/opening`, {}), 200);
    const before = (await sme.get(`/api/cases/${caseId}/redress`)).body;
    expect(before.may === true && before.until !== undefined, "the window is open and has an end");
    const request = { ground: "fact-overlooked", reasons: "Annex 2 names the assay; the review says it is missing." };
    expectStatus(await sme.post(`/api/cases/${caseId}/redress`, request), 200);
    const again = await sme.post(`/api/cases/${caseId}/redress`, { ...request, reasons: "Another reason." });
    expect(again.status === 409, `a second request is refused (answered ${again.status})`);
    return { evidence: `until ${before.until}; once` };
  });
}

/** An officer who took no part admits it and upholds it; nobody of the decision may. */
export async function redressUpheld(story: Story, { caseId }: Told): Promise<void> {
  const officer = await story.as(story.people.redress);
  await story.step("Redress officer admits it; a manager may not", async () => {
    await story.caseUntil(story.people.redress, caseId, "the admission", (view) => asked(view, "admit-redress"));
    const manager = await story.as(story.people.manager);
    const answer = { noInterest: true, outcome: "admitted", reasons: "" };
    const own = await manager.post(`/api/cases/${caseId}/redress/admission`, answer);
    expect(own.status === 403, `a manager of the case is refused (answered ${own.status})`);
    expectStatus(await officer.post(`/api/cases/${caseId}/redress/admission`, answer), 200);
    return { evidence: story.people.redress };
  });
  await story.step("Upheld: others review it, as attempt 2", async () => {
    await story.caseUntil(story.people.redress, caseId, "the outcome", (view) => asked(view, "decide-redress"));
    const before = await reviewersOf(story, caseId);
    const answer = { noInterest: true, outcome: "upheld", reasons: "The annex was not read." };
    expectStatus(await officer.post(`/api/cases/${caseId}/redress/outcome`, answer), 200);
    await story.caseUntil(story.people.manager, caseId, "new reviewers", (view) => asked(view, "declare"));
    const both = await reviewersOf(story, caseId);
    const anew = both.filter((slot) => !before.some((old) => old.attempt === slot.attempt && old.slot === slot.slot));
    expect(anew.length > 0, "reviewers are asked anew");
    for (const { reviewerId } of anew)
      expect(!before.some((old) => old.reviewerId === reviewerId), "nobody reviews it a second time");
    return { evidence: `${anew.length} others of ${both.length}` };
  });
}

async function reviewersOf(story: Story, caseId: string): Promise<CaseBody[]> {
  const manager = await story.as(story.people.manager);
  return (await manager.get(`/api/cases/${caseId}`)).body.slots as CaseBody[];
}
