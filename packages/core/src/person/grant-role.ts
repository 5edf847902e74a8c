/** Giving somebody a role for a park or the network, perhaps until the end of a day, perhaps as substitute. */
import * as z from "zod";
import { requirePerson } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { grantIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { grantChanges, grantsOf } from "./grant-changes.ts";
import { requireMayGrant } from "./may-grant.ts";
import { canonicalEmail, type Person, personSchema } from "./person.ts";
import { endOfRole } from "./role-end.ts";
import { type RoleGrant, roleNameSchema } from "./role-grant.ts";

/** The day after must still be written with four digits for its year. */
const lastDaySchema = daySchema.refine((day) => day < "9999-12-31");

export const grantRoleInput = z.strictObject({
  email: personSchema.shape.email.max(254),
  role: roleNameSchema,
  /** Absent for roles of the whole network. */
  parkId: z.string().max(60).optional(),
  /** The last day on which it holds: in the park's zone; of a role of the whole network, until it is over in every park. */
  lastDay: lastDaySchema.optional(),
  substitute: z.boolean(),
  /** Of a reviewer: a patient or lay member. */
  lay: z.boolean().optional(),
});
export const grantRoleResult = z.object({ grantId: grantIdSchema });

interface Facts {
  readonly person: Person | undefined;
  readonly grants: readonly RoleGrant[];
}

/**
 * The same role in the same place again changes its end, and whether it is a substitute's or a lay member's.
 * @throws forbidden `role.not-yours-to-grant`, `role.own`, `second-factor.stale`; not_found `person.not-found` for an address
 * that never signed in; conflict `person.disabled`; invalid `role.until-past`, `role.lay-reviewer-only`
 */
export const grantRole = verb({
  name: "role.grant",
  input: grantRoleInput,
  async read(reader: Reader, { email }): Promise<Facts> {
    const known = await reader.get("email", { email: canonicalEmail(email) });
    if (known === undefined) return { person: undefined, grants: [] };
    const [person, grants] = await Promise.all([
      reader.get("person", { personId: known.personId }),
      reader.list("grant", { personId: known.personId }),
    ]);
    return { person, grants };
  },
  decide({ person, grants }: Facts, actor, asked, moment): Decision<z.infer<typeof grantRoleResult>> {
    const { role, parkId, lastDay } = asked;
    requireMayGrant(requirePerson(actor), person?.personId, role, parkId, moment.now);
    const until = lastDay === undefined ? undefined : endOfRole(lastDay, parkId, moment.network);
    if (until !== undefined && until <= moment.now) throw new DomainError("invalid", "role.until-past", { lastDay });
    if (person === undefined) throw new DomainError("not_found", "person.not-found", { email: asked.email });
    if (person.disabled) throw new DomainError("conflict", "person.disabled", { name: person.name });
    const [wanted] = grantsOf(person.personId, [{ ...asked, until }], moment);
    if (wanted === undefined) throw new DomainError("invalid", "role.wrong-scope", { role, parkId });
    const others = grants.filter(({ grantId }) => grantId !== wanted.grantId);
    const { changes, events } = grantChanges(grants, [...others, wanted]);
    const stream = `person:${person.personId}`;
    return {
      changes,
      events: events.map((event) => ({ stream, ...event })),
      result: { grantId: wanted.grantId },
    };
  },
});
