/** The person in whose name a run goes on, with the roles and ties that they have at this moment. */
import type { PersonActor } from "../kernel/actor.ts";
import type { PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { readTies } from "../person/tie.ts";
import type { Deps } from "../port/deps.ts";

/** Undefined once they are disabled: what is left is refused. @param provedAt when they asked for the run, with their second factor */
export async function actingPerson(
  deps: Deps,
  personId: PersonId,
  provedAt: Instant,
): Promise<PersonActor | undefined> {
  const { person, grants, memberships, formerMembers, interests } = await deps.store.wholePerson(personId);
  if (person === undefined || person.disabled) return undefined;
  const ties = await readTies(deps, person, interests, formerMembers);
  return { kind: "person", personId, name: person.name, grants, memberships, ties, secondFactorAt: provedAt };
}
