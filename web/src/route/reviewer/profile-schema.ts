/** A reviewer's profile as it is typed and as it is sent. */
import * as z from "zod";
import type { ApiResult } from "../../client.ts";
import { typedDay } from "../../form/as-typed.ts";
import { type DateParts, dateSchema, noDate, toDay, wholeNumberSchema } from "../../form/typed-value.ts";

export type ProfileView = ApiResult<"get", "/api/my/profile">;
export type InterestKind = ProfileView["profile"]["interests"][number]["kind"];
export const languages = ["en", "nl", "fr", "sv", "cy"] as const;
export const kinds = ["household", "equity", "board", "contract", "tenancy"] as const satisfies readonly InterestKind[];

/** An organisation as it is typed: entered by the operator, or named with its register number. */
interface TypedOrganisation {
  readonly organisationId: string;
  readonly register: { readonly scheme: string; readonly id: string; readonly name: string };
}
export interface TypedProfile {
  readonly terms: string;
  readonly sectors: string[];
  readonly themes: string[];
  readonly languages: string[];
  readonly capacity: string;
  readonly away: { readonly from: DateParts; readonly until: DateParts }[];
  readonly employers: (TypedOrganisation & {
    readonly department: string;
    readonly from: DateParts;
    readonly until: DateParts;
  })[];
  readonly interests: (TypedOrganisation & { readonly kind: string })[];
}

const noRegister = { scheme: "", id: "", name: "" };
export const noEmployer = { organisationId: "", register: noRegister, department: "", from: noDate, until: noDate };
export const noInterest = { organisationId: "", register: noRegister, kind: "" };
export const noAbsence = { from: noDate, until: noDate };

export function typedProfile({ profile, sectors, themes }: ProfileView): TypedProfile {
  const organisation = ({
    organisationId = "",
    register = noRegister,
  }: ProfileView["profile"]["interests"][number]) => ({
    organisationId,
    register,
  });
  return {
    terms: profile.terms.join("\n"),
    sectors: profile.taxonomy.filter((id) => sectors.some((one) => one.id === id)),
    themes: profile.taxonomy.filter((id) => themes.some((one) => one.id === id)),
    languages: [...profile.languages],
    capacity: String(profile.capacity),
    away: profile.away.map(({ from, until }) => ({ from: typedDay(from), until: typedDay(until) })),
    employers: profile.employers.map((one) => ({
      ...organisation({ ...one, kind: "contract" }),
      department: one.department ?? "",
      from: typedDay(one.from),
      until: one.until === undefined ? noDate : typedDay(one.until),
    })),
    interests: profile.interests.map((one) => ({ ...organisation(one), kind: one.kind })),
  };
}

const registerSchema = z.object({ scheme: z.string(), id: z.string(), name: z.string() });
const named = { organisationId: z.string(), register: registerSchema };

/** What identifies the organisation, and nothing of the other way of naming it. */
function organisationOf({ organisationId, register }: TypedOrganisation) {
  return organisationId === "" ? { register } : { organisationId };
}

function demandNumber({ organisationId, register }: TypedOrganisation, context: z.RefinementCtx): void {
  if (organisationId !== "") return;
  const missing = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: ["register", path], message });
  if (register.scheme === "") missing("scheme", /*i18n*/ "Choose the register.");
  if (register.id.trim() === "") missing("id", /*i18n*/ "Enter the number in the register.");
  if (register.name.trim() === "") missing("name", /*i18n*/ "Enter the name of the organisation.");
}

/** A date that may stay empty. */
const lastDay = z
  .object({ day: z.string(), month: z.string(), year: z.string() })
  .transform((parts, context): string | undefined => {
    if (parts.day === "" && parts.month === "" && parts.year === "") return undefined;
    const day = toDay(parts);
    if (day === undefined)
      context.addIssue({ code: "custom", message: /*i18n*/ "Enter the last day, or leave it empty." });
    return day;
  });

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
  employers: z.array(
    z
      .object({
        ...named,
        department: z.string().trim(),
        from: dateSchema(/*i18n*/ "Enter the first day, like 24 11 2026."),
        until: lastDay,
      })
      .superRefine(demandNumber)
      .transform(({ department, from, until, ...organisation }) => ({
        ...organisationOf(organisation),
        ...(department === "" ? {} : { department }),
        from,
        ...(until === undefined ? {} : { until }),
      })),
  ),
  interests: z.array(
    z
      .object({ ...named, kind: z.string().pipe(z.enum(kinds, /*i18n*/ "Say what ties you.")) })
      .superRefine(demandNumber)
      .transform(({ kind, ...organisation }) => ({ ...organisationOf(organisation), kind })),
  ),
});
