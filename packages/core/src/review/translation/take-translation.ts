/** What a park's translation service answered: kept as a translation that is marked as a machine's, or told to the manager as a failure. */
import * as z from "zod";
import type { Case } from "../../application/case.ts";
import type { Offer } from "../../application/offer.ts";
import type { Section } from "../../application/section.ts";
import { requireSystem } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import { languageSchema } from "../../person/person.ts";
import { translationFaults } from "../../port/translator.ts";
import { failedBefore, standsAt } from "./ask-service.ts";
import type { Translating } from "./translating.ts";
import { isCurrent, type Translation, translationSchema, wordsOf, wordsSchema } from "./translation.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly project: Section | undefined;
  readonly offer: Offer | undefined;
  readonly before: Translation | undefined;
}

export const takeTranslation = verb({
  name: "translation.take",
  input: z.object({
    caseId: caseIdSchema,
    attempt: z.number().int().min(1),
    language: languageSchema,
    service: translationSchema.shape.translator,
    answer: z.discriminatedUnion("ok", [
      z.object({ ok: z.literal(true), words: wordsSchema, original: wordsSchema.partial() }),
      z.object({ ok: z.literal(false), fault: z.enum(translationFaults) }),
    ]),
  }),
  async read(reader, { caseId, language }): Promise<Facts> {
    const [one, project, offer, before] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("section", { caseId, sectionId: "project" }),
      reader.get("offer", { caseId }),
      reader.get("translation", { caseId, language }),
    ]);
    return { one, project, offer, before };
  },
  /** `there`: somebody translated it while the service was asked, and theirs stays. */
  decide(
    { one, project, offer, before }: Facts,
    actor,
    input,
    moment,
  ): Decision<{ outcome: "kept" | "there" | "failed" | "closed" }> {
    requireSystem(actor);
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    if (one.status !== "in-review" || one.attempt !== input.attempt)
      return { changes: [], result: { outcome: "closed" } };
    const { caseId, attempt, language, service, answer } = input;
    if (before !== undefined && isCurrent(before, wordsOf(project, offer)))
      return { changes: [standsAt(one, undefined)], result: { outcome: "there" } };
    const event = { stream: caseId, caseId };
    if (!answer.ok) {
      const { fault } = answer;
      const value: Translating = { service, language, state: "failed", fault, at: moment.now };
      const told = failedBefore(one.translating, value);
      return {
        changes: [standsAt(one, value)],
        events: told ? [] : [{ ...event, type: "translation.failed", facts: { service, language, fault } }],
        result: { outcome: "failed" },
      };
    }
    const value: Translation = {
      caseId,
      language,
      source: "service",
      translator: service,
      words: answer.words,
      original: answer.original,
      addedAt: moment.now,
      version: before?.version ?? 0,
    };
    return {
      changes: [
        standsAt(one, undefined),
        before === undefined
          ? { op: "create", name: "translation", value }
          : { op: "replace", name: "translation", value },
      ],
      events: [
        {
          ...event,
          type: before === undefined ? "translation.added" : "translation.replaced",
          facts: { language, source: "service" },
        },
      ],
      effects: [{ body: { kind: "plan-translated", caseId, attempt } }],
      result: { outcome: "kept" },
    };
  },
});
