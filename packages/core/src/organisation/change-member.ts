/** Who belongs to an organisation and how far: changed by its owners, left by oneself, and never without an owner. */
import * as z from "zod";
import { isMember, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import { type Family, readFamily, sameFamily } from "./family.ts";
import { requireOwner } from "./invite-member.ts";
import type { Member } from "./member.ts";
import { joinChanges, leaveChanges } from "./member-changes.ts";
import { membershipSchema } from "./membership.ts";

const who = z.strictObject({ organisationId: organisationIdSchema, personId: personIdSchema });
export const changeMemberResult = z.object({ level: membershipSchema.shape.level });
export const removeMemberResult = z.object({ removed: z.literal(true) });

interface Facts {
  readonly members: readonly Member[];
  /** Who belongs to one of its ids belongs to all. */
  readonly family: Family;
}

async function readMembers(reader: Reader, { organisationId }: z.infer<typeof who>): Promise<Facts> {
  const [members, family] = await Promise.all([
    reader.list("member", { organisationId }),
    readFamily(reader, organisationId),
  ]);
  return { members, family };
}

/** @throws not_found `organisation.not-found`, `membership.not-found`; forbidden `membership.owner-needed`; conflict `membership.last-owner` */
export const changeMember = verb({
  name: "organisation.change-member",
  input: who.extend({ level: membershipSchema.shape.level }),
  read: readMembers,
  decide(
    { members, family }: Facts,
    actor,
    { organisationId, personId, level },
  ): Decision<z.infer<typeof changeMemberResult>> {
    requireOwner(actor, organisationId);
    const member = requireThere(members, personId);
    if (member.level === level) return { changes: [], result: { level } };
    return {
      changes: [
        ...sameFamily(family),
        ...joinChanges(family.ids, personId, level),
        ...(member.level === "owner" ? [anotherOwner(members, personId)] : []),
      ],
      events: eventsOf(member, { type: "membership.set", level }),
      result: { level },
    };
  },
});

/** An owner removes anybody, and everybody themself. Refused as `changeMember` refuses. */
export const removeMember = verb({
  name: "organisation.remove-member",
  input: who,
  read: readMembers,
  decide(
    { members, family }: Facts,
    actor,
    { organisationId, personId },
    { now },
  ): Decision<z.infer<typeof removeMemberResult>> {
    const leaves =
      requirePerson(actor).personId === personId &&
      isMember(actor, organisationId, ["owner", "editor", "finance", "viewer"]);
    if (!leaves) requireOwner(actor, organisationId);
    const member = requireThere(members, personId);
    return {
      changes: [
        ...sameFamily(family),
        ...leaveChanges(family.ids, personId, now),
        ...(member.level === "owner" ? [anotherOwner(members, personId)] : []),
      ],
      events: eventsOf(member, { type: "membership.ended" }),
      result: { removed: true },
    };
  },
});

function requireThere(members: readonly Member[], personId: Member["personId"]): Member {
  const member = members.find((one) => one.personId === personId);
  if (member === undefined) throw new DomainError("not_found", "membership.not-found");
  return member;
}

/** Two owners who remove each other at the same moment: one finds the other gone, and is decided again. */
function anotherOwner(members: readonly Member[], except: Member["personId"]): Change {
  const other = members.find(({ personId, level }) => level === "owner" && personId !== except);
  if (other === undefined) throw new DomainError("conflict", "membership.last-owner");
  const { organisationId, personId } = other;
  return { op: "check", name: "member", key: { organisationId, personId }, when: { level: "owner" } };
}

function eventsOf({ organisationId, personId }: Member, { type, level }: { type: string; level?: Member["level"] }) {
  const facts = level === undefined ? {} : { level };
  return [
    { stream: `organisation:${organisationId}`, type, facts: { personId, ...facts } },
    { stream: `person:${personId}`, type, facts: { organisationId, ...facts } },
  ];
}
