/** What ties a person to an organisation: declared once in their account, read wherever they act, review or are written to. */
import * as z from "zod";
import type { EffectDraft } from "../effect/effect.ts";
import { monthsAfter } from "../kernel/day.ts";
import { personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema, toInstant } from "../kernel/instant.ts";
import type { FormerMember } from "../organisation/former-member.ts";
import { namedOrganisation, type Person, type ReviewerProfile } from "./person.ts";

export const interestKinds = ["household", "equity", "board", "contract", "employer", "tenancy", "other"] as const;
export const interestLevelSchema = z.enum(["HARD", "SOFT"]);
export type InterestLevel = z.infer<typeof interestLevelSchema>;

export const interestSchema = z.object({
  ...namedOrganisation,
  kind: z.enum(interestKinds),
  /** Of an employer: where there, and for how long. */
  department: z.string().max(120).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Of what no rule names: the person says how much it weighs, and why. */
  level: interestLevelSchema.optional(),
  note: z.string().max(300).optional(),
  declaredAt: instantSchema.optional(),
});
export type Interest = z.infer<typeof interestSchema>;

/** All of one person's, in one item. */
export const interestsSchema = z.object({
  personId: personIdSchema,
  entries: z.array(interestSchema).max(80),
  version: z.number().int().default(0),
});
export type Interests = z.infer<typeof interestsSchema>;

/** From this many people on, another department is another house (domain §8). */
export const largeFrom = 500;
/** @param headcount absent where nobody said; counts as small, because a conflict missed is worse than a colleague asked. */
export function isSmall({ headcount }: { readonly headcount?: number | undefined }): boolean {
  return headcount === undefined || headcount < largeFrom;
}
/** So long an employer that one has left still counts. */
export const monthsBack = 24;

/** Everything that the person declared, with what their profile as a reviewer, or the operator, said before there was one place for it. */
export function interestsOf(person: Pick<Person, "reviewer"> | undefined, own: Interests | undefined): Interest[] {
  const { employers = [], interests = [] } = person?.reviewer ?? {};
  return [...employers.map((one): Interest => ({ ...one, kind: "employer" })), ...interests, ...(own?.entries ?? [])];
}

/** Whom one acted for until lately counts as an employer that one has left; nobody can take it back. */
export function formerTies(former: readonly FormerMember[]): Interest[] {
  return former.map(({ organisationId, endedOn }) => ({ kind: "employer", organisationId, until: endedOn }));
}

/** All that counts of a person, with whom they acted for until lately. */
export function countedInterests(
  person: Pick<Person, "reviewer">,
  own: Interests | undefined,
  former: readonly FormerMember[],
): Interest[] {
  return [...interestsOf(person, own), ...formerTies(former)];
}

/**
 * The profile that the conflict rules look at. A person whom nobody made a reviewer has none.
 * @param former whom the person acted for until lately, an employer that they have left
 */
export function profileWith(
  { reviewer }: Pick<Person, "reviewer">,
  own: Interests | undefined,
  former: readonly FormerMember[],
): ReviewerProfile | undefined {
  const declared = [...(own?.entries ?? []), ...formerTies(former)];
  if (reviewer === undefined || declared.length === 0) return reviewer;
  const employers = declared.flatMap(({ kind, organisationId, register, department, from, until }) =>
    kind === "employer"
      ? [
          {
            ...(organisationId === undefined ? {} : { organisationId }),
            ...(register === undefined ? {} : { register }),
            ...(department === undefined ? {} : { department }),
            from: from ?? "1900-01-01",
            ...(until === undefined ? {} : { until }),
          },
        ]
      : [],
  );
  const interests = declared.flatMap(({ kind, organisationId, register, level }) =>
    kind === "employer"
      ? []
      : [
          {
            ...(organisationId === undefined ? {} : { organisationId }),
            ...(register === undefined ? {} : { register }),
            kind,
            ...(level === undefined ? {} : { level }),
          },
        ],
  );
  return {
    ...reviewer,
    employers: [...reviewer.employers, ...employers],
    interests: [...reviewer.interests, ...interests],
  };
}

/** Written by different people, so neither case nor spaces count. */
export function sameDepartment(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.trim().toLowerCase() === other?.trim().toLowerCase();
}

/** @param headcount of the organisation, as in `isSmall` @param beside in the department of one of its own people */
export function levelOf(
  { kind, level }: Pick<Interest, "kind" | "level">,
  headcount: number | undefined,
  beside = false,
): InterestLevel {
  if (kind === "tenancy") return "SOFT";
  if (kind === "other") return level ?? "HARD";
  if (kind === "employer") return beside || isSmall({ headcount }) ? "HARD" : "SOFT";
  return "HARD";
}

/** From when on it no longer counts; undefined while it lasts. The last day has then ended in every zone. */
export function endOf({ kind, until }: Pick<Interest, "kind" | "until">): Instant | undefined {
  return kind === "employer" && until !== undefined
    ? toInstant(`${monthsAfter(until, monthsBack)}T12:00:00Z`)
    : undefined;
}

/** After what ties a person has changed: the conflict rules are asked again of what they review, and their tasks looked at. */
export function recheckTies(personId: Interests["personId"]): EffectDraft[] {
  return [{ body: { kind: "recheck-reviewer", personId } }, { body: { kind: "recheck-interests", personId } }];
}

/** Counts the savings: 0 while nothing was ever declared. */
export function editionOf(own: Interests | undefined): number {
  return own === undefined ? 0 : own.version + 1;
}
