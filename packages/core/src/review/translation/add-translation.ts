/** The manager adds a translation of an application, marked as one, so that reviewers who do not read its language can. */
import * as z from "zod";
import type { Case } from "../../application/case.ts";
import type { Offer } from "../../application/offer.ts";
import type { Section } from "../../application/section.ts";
import type { Call } from "../../call/call.ts";
import { DomainError } from "../../kernel/error.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import { type Language, languageSchema } from "../../person/person.ts";
import { requireStaff } from "../../voucher/staff.ts";
import type { Slot } from "../slot.ts";
import { standsAt } from "./ask-service.ts";
import { type Translation, translationSchema, translationWanted, wordsOf, wordsSchema } from "./translation.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly call: Call | undefined;
  readonly slots: readonly Slot[];
  readonly project: Section | undefined;
  readonly offer: Offer | undefined;
  readonly before: Translation | undefined;
}

/** From submission until the award is decided; afterwards nobody reviews it. */
const readable: readonly Case["status"][] = ["screening", "ineligible-proposed", "in-review", "deciding"];

/**
 * One per language; a new one takes the place of the old.
 * @throws conflict `translation.own-language`, `translation.wrong-state`, `translation.scope-missing`; as `requireStaff`.
 */
export const addTranslation = verb({
  name: "translation.add",
  input: z.object({
    caseId: caseIdSchema,
    language: languageSchema,
    source: translationSchema.shape.source,
    translator: translationSchema.shape.translator,
    words: wordsSchema,
  }),
  async read(reader, { caseId, language }): Promise<Facts> {
    const one = await reader.get("case", { caseId });
    const [call, slots, project, offer, before] = await Promise.all([
      one === undefined ? undefined : reader.get("call", { callId: one.callId }),
      reader.list("slot", { caseId }),
      reader.get("section", { caseId, sectionId: "project" }),
      reader.get("offer", { caseId }),
      reader.get("translation", { caseId, language }),
    ]);
    return { one, call, slots, project, offer, before };
  },
  decide({ one, call, slots, project, offer, before }: Facts, actor, input, moment): Decision<{ language: Language }> {
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    const person = requireStaff(actor, "manager", one, slots, moment.now);
    const { caseId, language, source, translator, words } = input;
    if (!readable.includes(one.status))
      throw new DomainError("conflict", "translation.wrong-state", { status: one.status });
    if (language === one.language) throw new DomainError("conflict", "translation.own-language", { language });
    const original = wordsOf(project, offer);
    if ((original.scope === undefined) !== (words.scope === undefined))
      throw new DomainError("conflict", "translation.scope-missing");
    const value: Translation = {
      caseId,
      language,
      source,
      translator,
      words,
      original,
      addedBy: person.personId,
      addedAt: moment.now,
      version: before?.version ?? 0,
    };
    // The park's service is not waited for any more; its answer, should it come, takes the place of nothing.
    const served =
      one.status === "in-review" &&
      one.translating !== undefined &&
      (call === undefined || translationWanted(call, one.language, [language]).length === 0);
    return {
      changes: [
        served
          ? standsAt(one, undefined)
          : { op: "check", name: "case", key: { caseId }, when: { status: one.status } },
        before === undefined
          ? { op: "create", name: "translation", value }
          : { op: "replace", name: "translation", value },
      ],
      events: [
        {
          stream: caseId,
          caseId,
          type: before === undefined ? "translation.added" : "translation.replaced",
          facts: { language, source },
        },
      ],
      result: { language },
    };
  },
});
