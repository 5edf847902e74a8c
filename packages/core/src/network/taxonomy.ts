/** Sectors, themes and industry codes of the life sciences, with labels in every language of the product. */
import * as z from "zod";
import file from "../../data/taxonomy/taxonomy.json" with { type: "json" };
import { DomainError } from "../kernel/error.ts";
import { type Language, languageSchema } from "../person/person.ts";

const termSchema = z.object({ id: z.string(), labels: z.record(languageSchema, z.string().min(1)) });
export type Term = z.infer<typeof termSchema>;

/** NACE Rev. 2.1; `suggestedSector` is ours, not part of NACE. */
const industrySchema = z.object({
  section: z.string(),
  code: z.string(),
  label: z.string(),
  suggestedSector: z.string(),
});
export type Industry = z.infer<typeof industrySchema>;

export const sectors: readonly Term[] = z.array(termSchema).parse(file.sectors);
export const themes: readonly Term[] = z.array(termSchema).parse(file.themes);
export const industries: readonly Industry[] = z.array(industrySchema).parse(file.nace);

/** Label of a sector or theme. @throws not_found `term.unknown`. */
export function termLabel(id: string, language: Language): string {
  const term = [...sectors, ...themes].find((one) => one.id === id);
  if (term === undefined) throw new DomainError("not_found", "term.unknown", { id });
  return term.labels[language];
}
