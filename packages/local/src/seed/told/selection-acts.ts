/** Acts of a voucher's selection as its people did them in the told cases. */

import { answerQuestion } from "@multihelix/core/application/answer-question.ts";
import { confirmIneligible } from "@multihelix/core/application/confirm-ineligible.ts";
import { confirmOffer } from "@multihelix/core/application/confirm-offer.ts";
import { inviteProvider } from "@multihelix/core/application/invite-provider.ts";
import { saveSection } from "@multihelix/core/application/save-section.ts";
import { screenApplication } from "@multihelix/core/application/screen-application.ts";
import type { SectionId } from "@multihelix/core/application/section.ts";
import { startApplication } from "@multihelix/core/application/start-application.ts";
import { submitApplication } from "@multihelix/core/application/submit-application.ts";
import { withdrawApplication } from "@multihelix/core/application/withdraw-application.ts";
import { answerApproval } from "@multihelix/core/approval/answer-approval.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { giveStatement } from "@multihelix/core/decision/give-statement.ts";
import { propose } from "@multihelix/core/decision/propose.ts";
import { release } from "@multihelix/core/decision/release.ts";
import type { Language } from "@multihelix/core/person/person.ts";
import { askRedress } from "@multihelix/core/redress/ask-redress.ts";
import { declareInterest } from "@multihelix/core/review/declare.ts";
import { fileReview } from "@multihelix/core/review/file-review.ts";
import type { Act, Scene } from "./told-case.ts";

const noInterest = true as const;

/** The organisation for which a persona acts. */
async function organisationOf(scene: Scene, persona: string) {
  const { memberships } = await scene.actor(persona);
  const [first] = memberships;
  if (first === undefined) throw new Error(`${persona} belongs to no organisation`);
  return first.organisationId;
}

/** @param language of the application; without it the first of the call's */
export const starts = (after: number, language?: Language): Act => ({
  after,
  async run(scene) {
    const callId = callIdOf(scene.told.call, scene.deps.digest);
    const organisationId = await organisationOf(scene, scene.told.sme);
    const { caseId } = await scene.perform(scene.told.sme, startApplication, {
      callId,
      organisationId,
      ...(language === undefined ? {} : { language }),
    });
    scene.started(caseId);
  },
});

/** The sections, as far as they were filled in. */
export const writes = (after: number, upTo: "project" | "all" = "all"): Act => ({
  after,
  async run(scene) {
    const { title, summary, need, effect } = scene.told;
    const sections: Partial<Record<SectionId, Record<string, unknown>>> = {
      project: { title, summary, need, effect },
      ...(upTo === "project" ? {} : { company: companyOf(scene), aid: aidOf(scene), declarations }),
    };
    const [caseId, actor] = [scene.caseId(), await scene.actor(scene.told.sme)];
    for (const [sectionId, data] of Object.entries(sections) as [SectionId, Record<string, unknown>][]) {
      const before = await scene.deps.store.get("section", { caseId, sectionId });
      const one = await scene.deps.store.get("case", { caseId });
      // Told again after an interruption: what is submitted is not written again.
      if (one?.status !== "draft") return;
      await saveSection(scene.deps, actor, { caseId, sectionId, data, version: before?.version });
    }
  },
});

const declarations = { notBegun: true, noDoubleFunding: true, noExport: true, truthful: true };
const companyOf = ({ told }: Scene) => ({
  headcount: 6 + (told.price % 37),
  turnover: 90_000_000 + (told.price % 1000) * 100_000,
  balanceSheet: 70_000_000,
  inDifficulty: false,
  outstandingRecovery: false,
});
const aidOf = ({ day }: Scene) => ({
  declared: [{ grantor: "Innovation agency", amount: 1_500_000, granted: day(-420) }],
  signed: true,
});

export const invites = (after: number): Act => ({
  after,
  async run(scene) {
    const organisationId = await organisationOf(scene, scene.told.provider);
    await scene.perform(scene.told.sme, inviteProvider, { caseId: scene.caseId(), organisationId });
  },
});

export const offers = (after: number): Act => ({
  after,
  async run(scene) {
    const { provider, scope, price } = scene.told;
    const content = {
      scope,
      price: { amount: price, currency: scene.currency },
      startsOn: scene.day(30),
      endsOn: scene.day(150),
      independent: true,
      priceBasis: "market-price",
    };
    await scene.perform(provider, confirmOffer, { caseId: scene.caseId(), content });
  },
});

export const submits = (after = 0): Act => ({
  after,
  run: async (scene) => void (await scene.perform(scene.told.sme, submitApplication, { caseId: scene.caseId() })),
});

export const screens = (
  after: number,
  answer: { outcome: "eligible" | "ineligible" | "ask"; reasons?: string; question?: string } = { outcome: "eligible" },
): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(
      `${scene.park}-manager`,
      screenApplication,
      { caseId: scene.caseId(), noInterest, ...answer },
      answer.outcome,
    )),
});

export const answersQuestion = (after: number, answer: string): Act => ({
  after,
  run: async (scene) => void (await scene.perform(scene.told.sme, answerQuestion, { caseId: scene.caseId(), answer })),
});

export const confirmsIneligible = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-second-manager`, confirmIneligible, {
      caseId: scene.caseId(),
      noInterest,
      outcome: "confirmed",
    })),
});

export const withdraws = (after: number): Act => ({
  after,
  run: async (scene) => void (await scene.perform(scene.told.sme, withdrawApplication, { caseId: scene.caseId() })),
});

/** The statement that the law wants before the grant. */
export const states = (after: number): Act => ({
  after,
  async run(scene) {
    const input = { caseId: scene.caseId(), outcome: "given", declared: aidOf(scene).declared, signed: true };
    await scene.perform(scene.told.sme, giveStatement, input);
  },
});

export const asksRedress = (after: number, reasons: string): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(scene.told.sme, askRedress, {
      caseId: scene.caseId(),
      ground: "fact-overlooked",
      reasons,
    })),
});

/** Reviewers who were asked answer: all of them, or the first. */
export const declares = (after: number, first?: "conflict" | "only"): Act => ({
  after,
  async run(scene) {
    const caseId = scene.caseId();
    const slots = (await scene.deps.store.list("slot", { caseId })).filter(({ status }) => status === "invited");
    for (const [nth, { slot, round, reviewerId = "" }] of slots.entries()) {
      if (first === "only" && nth > 0) return;
      const answer =
        first === "conflict" && nth === 0
          ? { outcome: "conflicted", reason: "conflict", note: "We share a laboratory with one of the authors." }
          : { outcome: "accepted" };
      await scene.perform(
        scene.personaOf(reviewerId),
        declareInterest,
        { caseId, slot, ...answer },
        `${slot}.${round}`,
      );
    }
  },
});

const criteria = ["relevance", "quality", "effect", "value"] as const;
const words: Record<(typeof criteria)[number], readonly [string, string]> = {
  relevance: ["The question decides whether the product can be sold.", "It is not shown who would use the result."],
  quality: ["The method is validated and the sample size is argued.", "The protocol leaves the controls open."],
  effect: ["A clear step to the first customers.", "The effect on the company stays a hope."],
  value: ["The price is within what comparable studies cost.", "The price is high for what is measured."],
};

/** Reviews of those who have declared: marks of the four criteria by slot; the last given holds for further ones. */
export const reviews = (after: number, marks: readonly (readonly number[])[], most = 3): Act => ({
  after,
  async run(scene) {
    const caseId = scene.caseId();
    const slots = (await scene.deps.store.list("slot", { caseId })).filter(({ status }) => status === "accepted");
    for (const [nth, { slot, reviewerId = "" }] of slots.slice(0, most).entries()) {
      const given = marks[Math.min(nth, marks.length - 1)] ?? [];
      const filed = criteria.map((criterion, at) => {
        const score = given[at] ?? 3;
        return { criterion, score, toApplicant: words[criterion][score >= 3 ? 0 : 1], toPark: "" };
      });
      const input = { caseId, slot, marks: filed, confidence: 2 + (nth % 2) };
      await scene.perform(scene.personaOf(reviewerId), fileReview, input, slot);
    }
  },
});

export const proposes = (after: number, kind: "award" | "reject" = "award"): Act => ({
  after,
  async run(scene) {
    const amount = { amount: scene.told.award, currency: scene.currency };
    const input =
      kind === "award"
        ? { kind, amount, reasons: "Clear need, the right provider, a fair price." }
        : { kind, reasons: "Below the threshold of the call: the effect is not shown." };
    await scene.perform(`${scene.park}-manager`, propose, { caseId: scene.caseId(), noInterest, ...input });
  },
});

/** The approver of a paying park, the lead park unless told otherwise. */
export const approves = (after: number, park?: string): Act => ({
  after,
  run: async (scene) => {
    const parkId = park ?? scene.park;
    const input = { caseId: scene.caseId(), parkId, noInterest, answer: "approve" };
    await scene.perform(`${parkId}-approver`, answerApproval, input, parkId);
  },
});

export const releases = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-second-manager`, release, { caseId: scene.caseId(), noInterest })),
});
