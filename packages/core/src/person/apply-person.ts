/** The operator provisions a person: found by address, brought to the roles and memberships that are said, and no others. */
import * as z from "zod";
import { requireOperator } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { type OrganisationId, organisationIdSchema, type PersonId, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import { type Family, readFamily, sameFamily } from "../organisation/family.ts";
import { joinChanges, leaveChanges } from "../organisation/member-changes.ts";
import { type Membership, membershipSchema } from "../organisation/membership.ts";
import { recheckOf } from "../organisation/party-facts.ts";
import type { Change, Reader } from "../port/store.ts";
import { recheckBeside } from "./department.ts";
import { grantChanges, grantsOf } from "./grant-changes.ts";
import { interestsOf, recheckTies } from "./interest.ts";
import { canonicalEmail, type Person, personSchema } from "./person.ts";
import { type RoleGrant, roleNameSchema } from "./role-grant.ts";

export const roleEntrySchema = z.strictObject({
  role: roleNameSchema,
  /** Absent for roles of the whole network. */
  parkId: z.string().optional(),
  until: instantSchema.optional(),
  substitute: z.boolean().default(false),
  /** Of a reviewer: a patient or lay member. */
  lay: z.boolean().optional(),
});

const input = z.strictObject({
  /** For worlds whose people are known beforehand; a new person otherwise gets a new id. */
  personId: personIdSchema.optional(),
  email: personSchema.shape.email,
  name: personSchema.shape.name,
  language: personSchema.shape.language,
  disabled: z.boolean().default(false),
  reviewer: personSchema.shape.reviewer,
  /** All roles and memberships there are; left out, they stay as they were. */
  roles: z.array(roleEntrySchema).max(40).optional(),
  memberships: z
    .array(z.strictObject({ organisationId: organisationIdSchema, level: membershipSchema.shape.level }))
    .max(40)
    .optional(),
});
export type ApplyPerson = z.infer<typeof input>;

interface Facts {
  readonly before: Person | undefined;
  /** The person whose id was asked for, if somebody has it. */
  readonly named: Person | undefined;
  readonly grants: readonly RoleGrant[];
  readonly memberships: readonly Membership[];
  /** Of each organisation asked for, every id that stands for it: who belongs to one belongs to all. */
  readonly families: ReadonlyMap<OrganisationId, Family>;
  /** Organisations asked for that do not exist. */
  readonly unknown: readonly string[];
}

export const applyPerson = verb({
  name: "person.apply",
  input,
  async read(reader: Reader, { email, personId, memberships = [] }): Promise<Facts> {
    const [known, named, read] = await Promise.all([
      reader.get("email", { email: canonicalEmail(email) }),
      personId === undefined ? undefined : reader.get("person", { personId }),
      Promise.all(memberships.map(({ organisationId }) => readFamily(reader, organisationId))),
    ]);
    const unknown = memberships.flatMap(({ organisationId }, index) =>
      read[index]?.kept === undefined ? [organisationId] : [],
    );
    const families = new Map(
      memberships.flatMap(({ organisationId }, index) => {
        const family = read[index];
        return family === undefined ? [] : [[organisationId, family] as const];
      }),
    );
    if (known === undefined) return { before: undefined, named, grants: [], memberships: [], unknown, families };
    const key = { personId: known.personId };
    const [before, grants, held] = await Promise.all([
      reader.get("person", key),
      reader.list("grant", key),
      reader.list("membership", key),
    ]);
    return { before, named, grants, memberships: held, unknown, families };
  },
  decide(
    { before, named, grants, memberships, unknown, families }: Facts,
    actor,
    asked,
    moment,
  ): Decision<{ personId: PersonId; changed: boolean }> {
    requireOperator(actor);
    if (unknown.length > 0) throw new DomainError("not_found", "organisation.not-found", { organisations: unknown });
    const value = personOf(asked, before, named, moment);
    const { personId } = value;
    const roles = asked.roles === undefined ? undefined : grantsOf(personId, asked.roles, moment);
    const granting = roles === undefined ? { changes: [], events: [] } : grantChanges(grants, roles);
    const joining =
      asked.memberships === undefined
        ? { changes: [], events: [] }
        : memberChanges(personId, memberships, spread(asked.memberships, families), moment);
    const asRead = joining.changes.length === 0 ? [] : oncePerRecord(families);
    const changes = [...ownChanges(before, value), ...granting.changes, ...joining.changes, ...asRead];
    if (changes.length === 0) return { changes, result: { personId, changed: false } };
    const stream = `person:${personId}`;
    const type = before === undefined ? "person.created" : "person.changed";
    return {
      changes,
      events: [
        { stream, type, facts: { disabled: value.disabled } },
        ...[...granting.events, ...joining.events].map((event) => ({ stream, ...event })),
      ],
      effects: [
        ...joinedBy(memberships, asked).map((organisationId) =>
          recheckOf({ organisationId }, `joined:${personId}:${before?.version ?? 0}:${moment.now}`),
        ),
        ...(before === undefined || sameTies(before, value) ? [] : recheckTies(personId)),
        ...recheckBeside(personId, interestsOf(before, undefined), interestsOf(value, undefined)),
      ],
      result: { personId, changed: true },
    };
  },
});

/** Whose member the person was not before: a reviewer among them leaves its cases. */
function joinedBy(before: readonly Membership[], { memberships = [] }: ApplyPerson): OrganisationId[] {
  return memberships.flatMap(({ organisationId }) =>
    before.some((one) => one.organisationId === organisationId) ? [] : [organisationId],
  );
}

/** What of a profile the conflict rules read: park, employers, interests. */
function sameTies(...people: readonly [Person, Person]): boolean {
  const [before, after] = people.map(({ reviewer }) =>
    canonicalJson([reviewer?.parkId, reviewer?.employers ?? [], reviewer?.interests ?? []]),
  );
  return before === after;
}

function personOf(asked: ApplyPerson, before: Person | undefined, named: Person | undefined, moment: Moment): Person {
  const { personId, email, name, language, disabled, reviewer } = asked;
  const other = personId !== undefined && before !== undefined && before.personId !== personId;
  if (other) throw new DomainError("conflict", "person.address-taken", { email });
  if (before === undefined && named !== undefined)
    throw new DomainError("conflict", "person.other-address", { personId });
  if (reviewer?.parkId !== undefined) parkOf(moment.network, reviewer.parkId);
  const profile = reviewer ?? before?.reviewer;
  return {
    personId: before?.personId ?? personId ?? moment.newId("per"),
    email: canonicalEmail(email),
    ...(before?.ownWord === true
      ? { name: before.name, language: before.language, ownWord: before.ownWord }
      : { name, language }),
    disabled,
    ...(profile === undefined ? {} : { reviewer: profile }),
    ...(before?.digest === undefined ? {} : { digest: before.digest }),
    ...(before?.sessionsFrom === undefined ? {} : { sessionsFrom: before.sessionsFrom }),
    createdAt: before?.createdAt ?? moment.now,
    version: before?.version ?? 0,
  };
}

function ownChanges(before: Person | undefined, value: Person): Change[] {
  const { email, personId } = value;
  if (before === undefined) {
    return [
      { op: "create", name: "person", value },
      { op: "create", name: "email", value: { email, personId, version: 0 } },
    ];
  }
  return canonicalJson(before) === canonicalJson(value) ? [] : [{ op: "replace", name: "person", value }];
}

function spread(
  wanted: NonNullable<ApplyPerson["memberships"]>,
  families: Facts["families"],
): NonNullable<ApplyPerson["memberships"]> {
  return wanted.flatMap(({ organisationId, level }) =>
    (families.get(organisationId)?.ids ?? [organisationId]).map((id) => ({ organisationId: id, level })),
  );
}

/** Two of the organisations asked for may be one by now. */
function oncePerRecord(families: Facts["families"]): Change[] {
  const kept = new Map([...families.values()].map((family) => [family.kept?.organisationId, family]));
  return [...kept.values()].flatMap(sameFamily);
}

function memberChanges(
  personId: PersonId,
  before: readonly Membership[],
  wanted: NonNullable<ApplyPerson["memberships"]>,
  { now }: Pick<Moment, "now">,
) {
  const set = wanted.filter(
    ({ organisationId, level }) => !before.some((one) => one.organisationId === organisationId && one.level === level),
  );
  const gone = before.filter((one) => !wanted.some(({ organisationId }) => organisationId === one.organisationId));
  const changes = [
    ...set.flatMap(({ organisationId, level }) => joinChanges([organisationId], personId, level)),
    ...leaveChanges(
      gone.map(({ organisationId }) => organisationId),
      personId,
      now,
    ),
  ];
  const events = [
    ...set.map(({ organisationId, level }) => ({ type: "membership.set", facts: { organisationId, level } })),
    ...gone.map(({ organisationId }) => ({ type: "membership.ended", facts: { organisationId } })),
  ];
  return { changes, events };
}
