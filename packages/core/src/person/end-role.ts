/** Taking a role away, at once: the next request of its holder no longer has it. */
import * as z from "zod";
import { requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { grantIdSchema, personIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import { grantChanges, scopeText } from "./grant-changes.ts";
import { requireMayGrant } from "./may-grant.ts";
import type { RoleGrant, RoleHolder } from "./role-grant.ts";

export const endRoleInput = z.strictObject({ personId: personIdSchema, grantId: grantIdSchema });
export const endRoleResult = z.object({ ended: z.literal(true) });

function stillHolds({ role, scope, personId, grantId }: RoleHolder): Change {
  return { op: "check", name: "roleHolder", key: { role, scope, personId, grantId }, when: { grantId } };
}

interface Facts {
  readonly grants: readonly RoleGrant[];
  /** Everyone who holds the same role in the same place. */
  readonly holders: readonly RoleHolder[];
}

/**
 * @throws not_found `role.not-found`; forbidden `role.not-yours-to-grant`, `role.own`, `second-factor.stale`; conflict
 * `role.last-holder` if nobody would hold it any more: name somebody else first
 */
export const endRole = verb({
  name: "role.end",
  input: endRoleInput,
  async read(reader: Reader, { personId, grantId }): Promise<Facts> {
    const grants = await reader.list("grant", { personId });
    const grant = grants.find((one) => one.grantId === grantId);
    if (grant === undefined) return { grants, holders: [] };
    return { grants, holders: await reader.list("roleHolder", { role: grant.role, scope: scopeText(grant) }) };
  },
  decide({ grants, holders }: Facts, actor, { personId, grantId }, moment): Decision<z.infer<typeof endRoleResult>> {
    const person = requirePerson(actor);
    const grant = grants.find((one) => one.grantId === grantId);
    if (grant === undefined) throw new DomainError("not_found", "role.not-found");
    const parkId = grant.scope.kind === "park" ? grant.scope.parkId : undefined;
    requireMayGrant(person, personId, grant.role, parkId, moment.now);
    const lasts = (until: RoleHolder["until"]) => until === undefined || moment.now < until;
    const left = holders.filter((one) => one.grantId !== grantId && lasts(one.until));
    if (left.length === 0 && lasts(grant.until))
      throw new DomainError("conflict", "role.last-holder", { role: grant.role, parkId });
    const { changes, events } = grantChanges(
      grants,
      grants.filter((one) => one !== grant),
    );
    const stream = `person:${personId}`;
    const [other] = left;
    // Two who end each other's role at the same moment: one of them finds the other gone, and decides again.
    if (other !== undefined) changes.push(stillHolds(other));
    return { changes, events: events.map((event) => ({ stream, ...event })), result: { ended: true } };
  },
});
