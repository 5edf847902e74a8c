/** A reviewer's own profile with the choices its page offers. */
import * as z from "zod";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { sectors, themes } from "../network/taxonomy.ts";
import { type Language, reviewerProfileSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";

const choiceSchema = z.object({ id: z.string(), label: z.string() });
export const profileViewSchema = z.object({
  profile: reviewerProfileSchema.required({ taxonomy: true, away: true }),
  version: z.number().int(),
  /** Names of the organisations that the operator entered, by their ids. */
  organisations: z.record(z.string(), z.string()),
  sectors: z.array(choiceSchema),
  themes: z.array(choiceSchema),
  registers: z.array(z.object({ id: z.string(), name: z.string(), country: z.string(), example: z.string() })),
});
export type ProfileView = z.infer<typeof profileViewSchema>;

/** @throws forbidden `actor.role-needed`; not_found `person.not-found` */
export async function readProfile(deps: Deps, actor: PersonActor, language: Language): Promise<ProfileView> {
  if (!holdsRole(actor, "reviewer", undefined, deps.clock.now()))
    throw new DomainError("forbidden", "actor.role-needed", { role: "reviewer" });
  const [person, network] = await Promise.all([
    deps.store.get("person", { personId: actor.personId }),
    deps.network.current(),
  ]);
  if (person === undefined) throw new DomainError("not_found", "person.not-found");
  const own = person.reviewer;
  const profile = {
    terms: [],
    languages: [person.language],
    employers: [],
    interests: [],
    capacity: 0,
    ...own,
    taxonomy: own?.taxonomy ?? [],
    away: own?.away ?? [],
  };
  const ids = [...profile.employers, ...profile.interests].flatMap(({ organisationId }) => organisationId ?? []);
  const found = await Promise.all(
    [...new Set(ids)].map((organisationId) =>
      deps.store.get("organisation", { organisationId: organisationId as `org_${string}` }),
    ),
  );
  const choices = (terms: typeof sectors) => terms.map(({ id, labels }) => ({ id, label: labels[language] }));
  return {
    profile,
    version: person.version,
    organisations: Object.fromEntries(
      found.flatMap((one) => (one === undefined ? [] : [[one.organisationId, one.legalName]])),
    ),
    sectors: choices(sectors),
    themes: choices(themes),
    registers: network.registerSchemes.map(({ id, name, country, example }) => ({ id, name, country, example })),
  };
}
