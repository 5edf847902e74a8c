/** A marked translation: the words of an application in another language, for reading only; the original is what counts. */
import * as z from "zod";
import type { Section } from "../../application/section.ts";
import { sectionData } from "../../application/section.ts";
import type { Call } from "../../call/call.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { caseIdSchema, personIdSchema } from "../../kernel/id.ts";
import { instantSchema } from "../../kernel/instant.ts";
import { type Language, languageSchema } from "../../person/person.ts";

const { title, need, effect } = sectionData.project.shape;

/** What is written in the language of the application; its public summary is in English already. */
export const wordsSchema = z.object({
  title: title.min(1),
  need: need.min(1),
  effect: effect.min(1),
  /** Of the provider's offer; another language may need fewer letters than an offer must have. */
  scope: z.string().min(1).max(4000).optional(),
});
export type Words = z.infer<typeof wordsSchema>;

export const translationSchema = z.object({
  caseId: caseIdSchema,
  language: languageSchema,
  /** Who translated: a person, or a service whose text nobody has read over. */
  source: z.enum(["person", "service"]),
  /** Name of the translator or of the service, as readers are told. */
  translator: z.string().trim().min(1).max(140),
  words: wordsSchema,
  /** What was translated. */
  original: wordsSchema.partial(),
  /** Absent where the service was asked by the product itself. */
  addedBy: personIdSchema.optional(),
  addedAt: instantSchema,
  version: z.number().int().default(0),
});
export type Translation = z.infer<typeof translationSchema>;

/** The words of an application as they stand in its own language. */
export function wordsOf(
  project: Pick<Section, "data"> | undefined,
  offer: { readonly content?: { readonly scope: string } | undefined } | undefined,
): Partial<Words> {
  const text = (name: "title" | "need" | "effect") => {
    const value = project?.data[name];
    return typeof value === "string" && value !== "" ? { [name]: value } : {};
  };
  const scope = offer?.content?.scope;
  return { ...text("title"), ...text("need"), ...text("effect"), ...(scope === undefined ? {} : { scope }) };
}

/** Whether the original is still what was translated. */
export function isCurrent({ original }: Pick<Translation, "original">, now: Partial<Words>): boolean {
  return canonicalJson(original) === canonicalJson(now);
}

/** Languages in which all of it can be read besides its own: what was changed since is translated no more. */
export function translatedInto(translations: readonly Translation[], now: Partial<Words>): Language[] {
  return translations.filter((one) => isCurrent(one, now)).map(({ language }) => language);
}

/**
 * The languages one of which must be there before reviewers are asked (domain §8): those of the call, when the application
 * is in none of them and no translation is. Empty: nothing is waited for. A call that names none reads every language.
 */
export function translationWanted(
  { reviewLanguages = [] }: Pick<Call, "reviewLanguages">,
  language: string,
  translated: readonly Language[],
): readonly Language[] {
  const read = (one: string) => reviewLanguages.some((other) => other === one);
  return reviewLanguages.length === 0 || read(language) || translated.some(read) ? [] : reviewLanguages;
}
