/** The people file: who acts in the network and for whom, as one file that an operator applies. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import type { OrganisationId } from "../kernel/id.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { type Problem, repeated } from "../network/problem.ts";
import { type ApplyOrganisation, organisationEntrySchema } from "../organisation/apply-organisation.ts";
import { membershipSchema } from "../organisation/membership.ts";
import { organisationIdOf, ownAidGroupOf } from "../organisation/organisation-id.ts";
import { type ApplyPerson, roleEntrySchema } from "./apply-person.ts";
import { canonicalEmail, personSchema, reviewerProfileSchema } from "./person.ts";

/** A short name by which the file speaks of its own organisations. */
const refSchema = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);

const organisationSchema = z.strictObject({
  ref: refSchema,
  ...organisationEntrySchema.shape,
  /** An organisation of this file with which it is one undertaking in the same Member State. */
  linkedWith: refSchema.optional(),
});

const profileSchema = reviewerProfileSchema.extend({
  employers: z.array(
    reviewerProfileSchema.shape.employers.element.omit({ organisationId: true }).extend({ organisation: refSchema }),
  ),
  interests: z.array(
    reviewerProfileSchema.shape.interests.element.omit({ organisationId: true }).extend({ organisation: refSchema }),
  ),
});

const personEntrySchema = z.strictObject({
  personId: personSchema.shape.personId.optional(),
  email: personSchema.shape.email,
  name: personSchema.shape.name,
  language: personSchema.shape.language,
  disabled: z.boolean().default(false),
  roles: z.array(roleEntrySchema).default([]),
  memberships: z.array(z.strictObject({ organisation: refSchema, level: membershipSchema.shape.level })).default([]),
  reviewer: profileSchema.optional(),
});

export const peopleFileSchema = z.strictObject({
  schema: z.literal(1),
  organisations: z.array(organisationSchema),
  persons: z.array(personEntrySchema),
});
export type PeopleFile = z.infer<typeof peopleFileSchema>;
/** As it is written down: with the defaults left out. */
export type PeopleFileInput = z.input<typeof peopleFileSchema>;

/** What the rows of the file say of each other; each row's own rules are those of its verb. */
export function checkPeople(file: PeopleFile): Problem[] {
  const refs = new Set(file.organisations.map(({ ref }) => ref));
  const missing = (ref: string, path: string) =>
    refs.has(ref) ? [] : [{ path, text: `The organisation "${ref}" is not in this file.` }];
  return [
    ...repeated(file.organisations, "organisations", "Organisation", ({ ref }) => ref),
    ...repeated(
      file.organisations,
      "organisations",
      "Register number",
      ({ registerScheme, registerId }) => `${registerScheme} ${registerId}`,
    ),
    ...repeated(file.persons, "persons", "Address", ({ email }) => canonicalEmail(email)),
    ...file.organisations.flatMap(({ linkedWith }, index) =>
      linkedWith === undefined ? [] : missing(linkedWith, `organisations[${index}].linkedWith`),
    ),
    ...file.organisations.flatMap(({ linkedWith }, index) => {
      const chained = file.organisations.some((other) => other.ref === linkedWith && other.linkedWith !== undefined);
      return chained
        ? [
            {
              path: `organisations[${index}].linkedWith`,
              text: `"${linkedWith}" is itself linked: name the one that is not.`,
            },
          ]
        : [];
    }),
    ...file.persons.flatMap(({ memberships, reviewer }, index) => [
      ...memberships.flatMap(({ organisation }, at) => missing(organisation, `persons[${index}].memberships[${at}]`)),
      ...(reviewer?.employers ?? []).flatMap(({ organisation }, at) =>
        missing(organisation, `persons[${index}].reviewer.employers[${at}]`),
      ),
      ...(reviewer?.interests ?? []).flatMap(({ organisation }, at) =>
        missing(organisation, `persons[${index}].reviewer.interests[${at}]`),
      ),
    ]),
  ];
}

/** The acts that bring the file into force, in order: organisations that found a group first. The file must have been checked. */
export function actsOf(
  file: PeopleFile,
  network: NetworkFile,
  digest: (text: string) => string,
): { organisations: ApplyOrganisation[]; persons: ApplyPerson[] } {
  const rows = new Map(file.organisations.map((row) => [row.ref, row]));
  const idOf = (ref: string): OrganisationId => {
    const row = rows.get(ref);
    if (row === undefined) throw new DomainError("invalid", "people.unknown-organisation", { ref });
    return organisationIdOf(network, row, digest);
  };
  const founders = file.organisations.filter(({ linkedWith }) => linkedWith === undefined);
  const linked = file.organisations.filter(({ linkedWith }) => linkedWith !== undefined);
  const organisations = [...founders, ...linked].map(({ ref, linkedWith, ...row }): ApplyOrganisation => {
    const founder = linkedWith === undefined ? undefined : rows.get(linkedWith);
    return {
      ...row,
      organisationId: idOf(ref),
      ...(founder === undefined ? {} : { aidGroupId: ownAidGroupOf(network, founder, digest) }),
    };
  });
  const persons = file.persons.map(
    ({ memberships, reviewer, personId, ...row }): ApplyPerson => ({
      ...row,
      ...(personId === undefined ? {} : { personId }),
      memberships: memberships.map(({ organisation, level }) => ({ organisationId: idOf(organisation), level })),
      ...(reviewer === undefined
        ? {}
        : {
            reviewer: {
              ...reviewer,
              employers: reviewer.employers.map(({ organisation, ...employer }) => ({
                ...employer,
                organisationId: idOf(organisation),
              })),
              interests: reviewer.interests.map(({ organisation, ...interest }) => ({
                ...interest,
                organisationId: idOf(organisation),
              })),
            },
          }),
    }),
  );
  return { organisations, persons };
}
