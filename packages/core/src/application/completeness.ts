/** What is still missing in an application's sections; whether the answers are good enough is for the requirements. */
import * as z from "zod";
import { type Section, type SectionId, sectionData, sectionIdSchema, sectionIds } from "./section.ts";

export const gapSchema = z.object({
  section: sectionIdSchema,
  field: z.string(),
  reason: z.enum(["missing", "unreadable"]),
});
export type Gap = z.infer<typeof gapSchema>;

/** Answers as far as they are given and readable. */
export type SectionAnswers = { readonly [S in SectionId]: Partial<z.infer<(typeof sectionData)[S]>> };

/** Every field of every section that is not answered, or not in a way that can be read; in the order of the form. */
export function gapsOf(sections: readonly Section[]): Gap[] {
  return sectionIds.flatMap((section) => {
    const data = dataOf(sections, section);
    return Object.entries(sectionData[section].shape).flatMap(([field, schema]): Gap[] => {
      const value = data[field];
      const known = schema as z.ZodType;
      if (value === undefined || value === null || (typeof value === "string" && value.trim() === "")) {
        return known.safeParse(undefined).success ? [] : [{ section, field, reason: "missing" }];
      }
      return known.safeParse(value).success ? [] : [{ section, field, reason: "unreadable" }];
    });
  });
}

/** The readable answers of all sections. */
export function answersOf(sections: readonly Section[]): SectionAnswers {
  const found = sectionIds.map((section) => {
    const data = dataOf(sections, section);
    const readable = Object.entries(sectionData[section].shape).flatMap(([field, schema]) => {
      const parsed = (schema as z.ZodType).safeParse(data[field]);
      return parsed.success && parsed.data !== undefined ? [[field, parsed.data]] : [];
    });
    return [section, Object.fromEntries(readable)];
  });
  return Object.fromEntries(found);
}

function dataOf(sections: readonly Section[], section: SectionId): Record<string, unknown> {
  return sections.find((one) => one.sectionId === section)?.data ?? {};
}
