/** A reviewer's profile as it is typed and as it is sent. */
import * as z from "zod";
import type { ApiResult } from "../../client.ts";
import { typedDay } from "../../form/as-typed.ts";
import { type DateParts, dateSchema, noDate, wholeNumberSchema } from "../../form/typed-value.ts";

export type ProfileView = ApiResult<"get", "/api/my/profile">;
export const languages = ["en", "nl", "fr", "sv", "cy"] as const;

export interface TypedProfile {
  readonly terms: string;
  readonly sectors: string[];
  readonly themes: string[];
  readonly languages: string[];
  readonly capacity: string;
  readonly away: { readonly from: DateParts; readonly until: DateParts }[];
}

export const noAbsence = { from: noDate, until: noDate };

export function typedProfile({ profile, sectors, themes }: ProfileView): TypedProfile {
  return {
    terms: profile.terms.join("\n"),
    sectors: profile.taxonomy.filter((id) => sectors.some((one) => one.id === id)),
    themes: profile.taxonomy.filter((id) => themes.some((one) => one.id === id)),
    languages: [...profile.languages],
    capacity: String(profile.capacity),
    away: profile.away.map(({ from, until }) => ({ from: typedDay(from), until: typedDay(until) })),
  };
}

export const profileSchema = z.object({
  terms: z.string().transform((text) =>
    text
      .split(/[\n,;]/)
      .map((term) => term.trim())
      .filter((term) => term !== ""),
  ),
  sectors: z.array(z.string()),
  themes: z.array(z.string()),
  languages: z.array(z.string()).min(1, /*i18n*/ "Choose at least one language that you read."),
  capacity: wholeNumberSchema(/*i18n*/ "Enter how many reviews you take at one time, 0 to 20.").refine(
    (count) => count <= 20,
    /*i18n*/ "Enter how many reviews you take at one time, 0 to 20.",
  ),
  away: z.array(
    z.object({
      from: dateSchema(/*i18n*/ "Enter the first day, like 24 11 2026."),
      until: dateSchema(/*i18n*/ "Enter the last day, like 24 11 2026."),
    }),
  ),
});
