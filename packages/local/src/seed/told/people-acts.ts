/** Acts by which work moves between people in the told cases: a contact hands over, staff and reviewers find what ties them, two managers supersede a ranking. */
import { answerHandover } from "@multihelix/core/application/answer-handover.ts";
import { handOver } from "@multihelix/core/application/hand-over.ts";
import { declareCaseInterest } from "@multihelix/core/person/declare-case-interest.ts";
import { editionOf, interestsOf } from "@multihelix/core/person/interest.ts";
import { saveInterests } from "@multihelix/core/person/save-interests.ts";
import { demoPersonId } from "../seed-steps.ts";
import type { Act } from "./told-case.ts";

/** The applicant's contact asks a colleague of the company. */
export const handsOver = (after: number, colleague: string): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(scene.told.sme, handOver, { caseId: scene.caseId(), to: demoPersonId(colleague) })),
});

export const takesOver = (after: number, colleague: string): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(colleague, answerHandover, { caseId: scene.caseId(), answer: "accept" })),
});

/** Somebody of the staff finds that they hold shares in the company: the case is a colleague's from then on. */
export const standsBack = (after: number, persona: string): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(persona, declareCaseInterest, {
      caseId: scene.caseId(),
      party: "applicant",
      kind: "equity",
    })),
});

/** Who filed the first review has a contract with the company since, and says so: the review is set aside, and the frozen ranking that counted it counts no more. */
export const isTied = (after: number): Act => ({
  after,
  async run({ deps, caseId, personaOf, perform }) {
    const one = await deps.store.get("case", { caseId: caseId() });
    const slots = await deps.store.list("slot", { caseId: caseId() });
    const personId = slots.find(({ status }) => status === "filed")?.reviewerId;
    if (one === undefined || personId === undefined) throw new Error("nobody has reviewed it");
    const [person, own, company] = await Promise.all([
      deps.store.get("person", { personId }),
      deps.store.get("interests", { personId }),
      deps.store.get("organisation", { organisationId: one.applicantId }),
    ]);
    if (person === undefined || company === undefined) throw new Error("reviewer and company are known");
    const before = interestsOf(person, own).map(({ declaredAt: _, ...interest }) => interest);
    const register = { scheme: company.registerScheme, id: company.registerId, name: company.legalName };
    await perform(personaOf(personId), saveInterests, {
      interests: [...before, { register, kind: "contract" }],
      version: editionOf(own),
    });
  },
});
