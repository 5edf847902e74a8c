/** Who holds which role, for those who may give and take it; others see nothing of it. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { dayAfter } from "../kernel/day.ts";
import { grantIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { roleScopes } from "../person/grant-changes.ts";
import { mayGrant } from "../person/may-grant.ts";
import { zoneOfRole } from "../person/role-end.ts";
import { type RoleName, roleNameSchema } from "../person/role-grant.ts";
import type { Deps } from "../port/deps.ts";

const placeSchema = z.object({ role: roleNameSchema, parkId: z.string().optional() });

export const rolesSchema = z.object({
  /** Roles that the reader may give, and where. */
  places: z.array(placeSchema),
  holders: z.array(
    placeSchema.extend({
      grantId: grantIdSchema,
      personId: personIdSchema,
      name: z.string(),
      email: z.string(),
      until: instantSchema.optional(),
      /** Whose clock its end is meant by; with an end only. */
      zone: z.string().optional(),
      substitute: z.boolean(),
      /** Of a reviewer: a patient or lay member. */
      lay: z.boolean(),
      /** Past its end, or its holder is disabled: it gives nothing any more. */
      over: z.boolean(),
      /** Nobody takes their own role away. */
      mine: z.boolean(),
    }),
  ),
});
export type Roles = z.infer<typeof rolesSchema>;

export async function rolesFor(deps: Deps, actor: PersonActor): Promise<Roles> {
  const now = deps.clock.now();
  const network = await deps.network.current();
  const all = (Object.keys(roleScopes) as RoleName[]).flatMap((role) => [
    { role },
    ...network.parks.map(({ id }) => ({ role, parkId: id })),
  ]);
  const places: z.infer<typeof placeSchema>[] = all.filter((place: z.infer<typeof placeSchema>) =>
    mayGrant(actor, place.role, place.parkId, now),
  );
  const found = await Promise.all(
    places.map(async (place) =>
      (await deps.store.list("roleHolder", { role: place.role, scope: place.parkId ?? "network" })).map((holder) => ({
        place,
        holder,
      })),
    ),
  );
  const held = found.flat();
  const people = await Promise.all(held.map(({ holder }) => deps.store.get("person", { personId: holder.personId })));
  return {
    places,
    holders: held.flatMap(({ place, holder }, index) => {
      const person = people[index];
      if (person === undefined) return [];
      const { grantId, personId, until, substitute, lay = false } = holder;
      const over = person.disabled || (until !== undefined && until <= now);
      const mine = personId === actor.personId;
      const { name, email } = person;
      return [
        {
          ...place,
          grantId,
          personId,
          name,
          email,
          ...(until === undefined
            ? {}
            : { until, zone: zoneOfRole(dayAfter(until.slice(0, 10), -1), place.parkId, network) }),
          substitute,
          lay,
          over,
          mine,
        },
      ];
    }),
  };
}
