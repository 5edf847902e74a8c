/** A reviewer's own profile with the choices its page offers. */
import * as z from "zod";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { sectors, themes } from "../network/taxonomy.ts";
import { type Language, reviewerProfileSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";

const choiceSchema = z.object({ id: z.string(), label: z.string() });
export const profileViewSchema = z.object({
  profile: reviewerProfileSchema.omit({ employers: true, interests: true }).required({ taxonomy: true, away: true }),
  version: z.number().int(),
  sectors: z.array(choiceSchema),
  themes: z.array(choiceSchema),
});
export type ProfileView = z.infer<typeof profileViewSchema>;

/** @throws forbidden `actor.role-needed`; not_found `person.not-found` */
export async function readProfile(deps: Deps, actor: PersonActor, language: Language): Promise<ProfileView> {
  if (!holdsRole(actor, "reviewer", undefined, deps.clock.now()))
    throw new DomainError("forbidden", "actor.role-needed", { role: "reviewer" });
  const person = await deps.store.get("person", { personId: actor.personId });
  if (person === undefined) throw new DomainError("not_found", "person.not-found");
  const { employers: _employers, interests: _interests, ...own } = person.reviewer ?? { employers: [], interests: [] };
  const profile = {
    terms: [],
    languages: [person.language],
    capacity: 0,
    ...own,
    taxonomy: person.reviewer?.taxonomy ?? [],
    away: person.reviewer?.away ?? [],
  };
  const choices = (terms: typeof sectors) => terms.map(({ id, labels }) => ({ id, label: labels[language] }));
  return {
    profile,
    version: person.version,
    sectors: choices(sectors),
    themes: choices(themes),
  };
}
