/** An owner invites somebody into the organisation by mail. */
import * as z from "zod";
import { type Actor, isMember, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { invitationIdSchema, organisationIdSchema } from "../kernel/id.ts";
import { addDays, type Instant, instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { memberInvited } from "../letter/kind/member-invited.ts";
import { canonicalEmail, type Person, personSchema } from "../person/person.ts";
import type { Change, Reader } from "../port/store.ts";
import { type Invitation, invitationDays, staleness } from "./invitation.ts";
import type { Member } from "./member.ts";
import { membershipSchema } from "./membership.ts";
import type { Organisation } from "./organisation.ts";

export const inviteMemberInput = z.strictObject({
  organisationId: organisationIdSchema,
  email: personSchema.shape.email.max(254),
  level: membershipSchema.shape.level,
});
export const inviteMemberResult = z.object({ invitationId: invitationIdSchema, validUntil: instantSchema });

/** Open invitations of one organisation at a time, so that nobody sends mail to the world through it. */
const openMost = 20;

interface Facts {
  readonly organisation: Organisation | undefined;
  readonly inviter: Person | undefined;
  /** Who has the address already, if somebody has. */
  readonly person: Person | undefined;
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
}

/**
 * Another invitation of the same address is withdrawn by it.
 * @throws not_found `organisation.not-found`; forbidden `membership.owner-needed`; conflict `membership.there`,
 * `invitation.too-many`
 */
export const inviteMember = verb({
  name: "organisation.invite",
  input: inviteMemberInput,
  async read(reader: Reader, { organisationId, email }, actor): Promise<Facts> {
    const [organisation, members, invitations, known, inviter] = await Promise.all([
      reader.get("organisation", { organisationId }),
      reader.list("member", { organisationId }),
      reader.list("invitation", { organisationId }),
      reader.get("email", { email: canonicalEmail(email) }),
      actor.kind === "person" ? reader.get("person", { personId: actor.personId }) : undefined,
    ]);
    const person = known === undefined ? undefined : await reader.get("person", { personId: known.personId });
    return { organisation, members, invitations, person, inviter };
  },
  decide(facts: Facts, actor, { organisationId, email, level }, moment): Decision<z.infer<typeof inviteMemberResult>> {
    const { organisation, members, invitations, person, inviter } = facts;
    const owner = requireOwner(actor, organisationId);
    // A number that may be given up again has nobody of its own.
    if (organisation === undefined || organisation.numberOnly === true)
      throw new DomainError("not_found", "organisation.not-found");
    if (members.some(({ personId }) => personId === person?.personId))
      throw new DomainError("conflict", "membership.there", { email });
    const address = canonicalEmail(email);
    const open = invitations.filter((one) => staleness(one, moment.now) === undefined);
    const earlier = open.filter((one) => one.email === address);
    if (open.length - earlier.length >= openMost)
      throw new DomainError("conflict", "invitation.too-many", { most: openMost });
    const value: Invitation = {
      organisationId,
      invitationId: moment.newId("inv"),
      email: address,
      level,
      invitedBy: owner.personId,
      invitedAt: moment.now,
      validUntil: addDays(moment.now, invitationDays),
      status: "open",
      version: 0,
    };
    const { changes, effects } = ownLetter(
      memberInvited,
      {
        kind: "member-invited",
        key: `member-invited:${value.invitationId}`,
        stream: `organisation:${organisationId}`,
        to: { email: address, name: person?.name ?? "", language: person?.language ?? inviter?.language ?? "en" },
        data: {
          organisation: organisation.legalName,
          inviter: owner.name,
          level,
          until: value.validUntil.slice(0, 10),
          path: `/invitations/${organisationId}/${value.invitationId}`,
        },
      },
      moment,
    );
    return {
      changes: [
        { op: "create", name: "invitation", value },
        ...earlier.map((one) => endInvitation(one, "withdrawn", owner.personId, moment.now)),
        ...changes,
      ],
      events: [{ stream: `organisation:${organisationId}`, type: "invitation.sent", facts: { level } }],
      effects,
      result: { invitationId: value.invitationId, validUntil: value.validUntil },
    };
  },
});

/** Members who are no owners are told so; for everybody else there is no organisation. */
export function requireOwner(actor: Actor, organisationId: Member["organisationId"]) {
  if (!isMember(actor, organisationId, ["owner", "editor", "finance", "viewer"]))
    throw new DomainError("not_found", "organisation.not-found");
  if (!isMember(actor, organisationId, ["owner"])) throw new DomainError("forbidden", "membership.owner-needed");
  return requirePerson(actor);
}

/** Ended once: of two who do it at once, one finds it ended. */
export function endInvitation(
  { organisationId, invitationId }: Pick<Invitation, "organisationId" | "invitationId">,
  status: "accepted" | "withdrawn",
  endedBy: Member["personId"],
  endedAt: Instant,
): Change {
  return {
    op: "patch",
    name: "invitation",
    key: { organisationId, invitationId },
    set: { status, endedBy, endedAt },
    when: { status: "open" },
  };
}
