/** A persona as the actor that the API would make of their session. */
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { demoPersonId } from "./seed-steps.ts";

/** With what is stored for them now and a second factor just proved, as in the demonstration's one-click sign-in. */
export async function actorOf(deps: Deps, persona: string): Promise<PersonActor> {
  const personId = demoPersonId(persona);
  const [person, grants, memberships] = await Promise.all([
    deps.store.get("person", { personId }),
    deps.store.list("grant", { personId }),
    deps.store.list("membership", { personId }),
  ]);
  if (person === undefined) throw new Error(`the persona ${persona} was not provisioned`);
  return { kind: "person", personId, name: person.name, grants, memberships, secondFactorAt: deps.clock.now() };
}
