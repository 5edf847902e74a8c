/** What becomes of an invitation: its addressee accepts it, or an owner withdraws it. */
import * as z from "zod";
import { requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { invitationIdSchema, organisationIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Person } from "../person/person.ts";
import type { Reader } from "../port/store.ts";
import { type Family, readFamily, sameFamily } from "./family.ts";
import { type Invitation, staleness } from "./invitation.ts";
import { endInvitation, requireOwner } from "./invite-member.ts";
import { joinChanges } from "./member-changes.ts";
import { type Membership, membershipSchema } from "./membership.ts";
import { recheckOf } from "./party-facts.ts";

const input = z.strictObject({ organisationId: organisationIdSchema, invitationId: invitationIdSchema });
export const acceptInvitationResult = z.object({ level: membershipSchema.shape.level });
export const withdrawInvitationResult = z.object({ withdrawn: z.literal(true) });

interface Facts {
  readonly invitation: Invitation | undefined;
  readonly person: Person | undefined;
  /** Under any id of the organisation. */
  readonly before: Membership | undefined;
  readonly family: Family;
}

/**
 * Only who signs in with the address that it was sent to; for everybody else there is none.
 * @throws not_found `invitation.not-found`; conflict `invitation.stale` with why, `membership.there`
 */
export const acceptInvitation = verb({
  name: "organisation.accept-invitation",
  input,
  async read(reader: Reader, { organisationId, invitationId }, actor): Promise<Facts> {
    if (actor.kind !== "person")
      return { invitation: undefined, person: undefined, before: undefined, family: { kept: undefined, ids: [] } };
    const { personId } = actor;
    const [invitation, person, family] = await Promise.all([
      reader.get("invitation", { organisationId, invitationId }),
      reader.get("person", { personId }),
      readFamily(reader, organisationId),
    ]);
    const held = await Promise.all(family.ids.map((id) => reader.get("membership", { personId, organisationId: id })));
    return { invitation, person, before: held.find((one) => one !== undefined), family };
  },
  decide(
    { invitation, person, before, family }: Facts,
    actor,
    asked,
    moment,
  ): Decision<z.infer<typeof acceptInvitationResult>> {
    const { personId } = requirePerson(actor);
    if (invitation === undefined || person === undefined || invitation.email !== person.email)
      throw new DomainError("not_found", "invitation.not-found");
    const stale = staleness(invitation, moment.now);
    if (stale !== undefined) throw new DomainError("conflict", "invitation.stale", { why: stale });
    if (before !== undefined) throw new DomainError("conflict", "membership.there", { email: person.email });
    const { organisationId } = asked;
    const { level } = invitation;
    const value = { personId, organisationId, level, version: 0 };
    return {
      changes: [
        endInvitation(asked, "accepted", personId, moment.now),
        // Created, so that of two invitations accepted at once one is decided again.
        { op: "create", name: "membership", value },
        { op: "create", name: "member", value },
        ...sameFamily(family),
        ...joinChanges(
          family.ids.filter((id) => id !== organisationId),
          personId,
          level,
        ),
      ],
      events: [
        { stream: `organisation:${organisationId}`, type: "invitation.accepted", facts: { personId, level } },
        { stream: `person:${personId}`, type: "membership.set", facts: { organisationId, level } },
      ],
      // A reviewer who joins a party of the case leaves it.
      effects: [recheckOf({ organisationId }, `joined:${asked.invitationId}`)],
      result: { level },
    };
  },
});

/** @throws not_found `organisation.not-found`, `invitation.not-found`; forbidden `membership.owner-needed`; conflict `invitation.stale` */
export const withdrawInvitation = verb({
  name: "organisation.withdraw-invitation",
  input,
  read: async (reader: Reader, asked) => ({ invitation: await reader.get("invitation", asked) }),
  decide(
    { invitation }: { invitation: Invitation | undefined },
    actor,
    asked,
    moment,
  ): Decision<z.infer<typeof withdrawInvitationResult>> {
    const owner = requireOwner(actor, asked.organisationId);
    if (invitation === undefined) throw new DomainError("not_found", "invitation.not-found");
    if (invitation.status === "accepted") throw new DomainError("conflict", "invitation.stale", { why: "accepted" });
    if (invitation.status === "withdrawn") return { changes: [], result: { withdrawn: true } };
    return {
      changes: [endInvitation(asked, "withdrawn", owner.personId, moment.now)],
      events: [{ stream: `organisation:${asked.organisationId}`, type: "invitation.withdrawn", facts: {} }],
      result: { withdrawn: true },
    };
  },
});
