/** Acts around an application in a language that too few reviewers read. */
import { planAgain } from "@multihelix/core/review/plan-again.ts";
import { addTranslation } from "@multihelix/core/review/translation/add-translation.ts";
import type { Words } from "@multihelix/core/review/translation/translation.ts";
import type { Act } from "./told-case.ts";

/** The park has it translated into English. */
export const translates = (after: number, words: Words): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-manager`, addTranslation, {
      caseId: scene.caseId(),
      language: "en",
      source: "person",
      translator: "R. Aerts, sworn translator",
      words,
    })),
});

export const choosesAnew = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-manager`, planAgain, {
      caseId: scene.caseId(),
      slot: "-",
      noInterest: true,
    })),
});
