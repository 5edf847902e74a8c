/** Anybody who signed in enters their organisation and becomes its owner; a park verifies it before anything is issued. */
import * as z from "zod";
import { requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { organisationIdSchema } from "../kernel/id.ts";
import { addDays } from "../kernel/instant.ts";
import { perform } from "../kernel/perform.ts";
import { requireRegisterId } from "../kernel/register-id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { registerSchemeOf } from "../network/network-file.ts";
import type { Person } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import type { Reader } from "../port/store.ts";
import { groupChanges, listingChanges } from "./found-changes.ts";
import { joinChanges } from "./member-changes.ts";
import { type Organisation, organisationKindSchema } from "./organisation.ts";
import { organisationIdOf, ownAidGroupOf } from "./organisation-id.ts";
import { countTry, refuseUnknown, typedShape } from "./typed-organisation.ts";

/** Organisations that one person enters within 24 hours. */
const most = 3;
export const registrationSchema = z.strictObject({
  ...typedShape,
  /** Parks and funders are the operator's to enter: rules of the network hang on them. */
  kind: organisationKindSchema.extract(["company", "academia", "public", "patient-organisation"]),
  homePark: z.string().max(40).optional(),
  /** To be listed among those who can be asked for an offer. */
  provider: z.boolean(),
});
export type Registration = z.infer<typeof registrationSchema>;
export const registerOrganisationResult = z.object({ organisationId: organisationIdSchema });

const input = registrationSchema.extend({ organisationId: organisationIdSchema });

interface Facts {
  readonly before: Organisation | undefined;
  readonly person: Person | undefined;
  /** Those that the person belongs to. */
  readonly mine: readonly Organisation[];
}

/**
 * `organisationId` must be the one that follows from the register number.
 * @throws invalid `register-id.shape`, `register-id.check-digit`, `input.invalid`; conflict `organisation.known`, `organisation.yours`,
 * `organisation.too-many`; not_found `register-scheme.unknown`
 */
export const registerOrganisation = verb({
  name: "organisation.register",
  input,
  async read(reader: Reader, { organisationId }, actor): Promise<Facts> {
    const { personId } = requirePerson(actor);
    // The person first: whoever enters another number after that changes the version that this one is held against.
    const person = await reader.get("person", { personId });
    const [before, memberships] = await Promise.all([
      reader.get("organisation", { organisationId }),
      reader.list("membership", { personId }),
    ]);
    const mine = await Promise.all(
      memberships.map((one) => reader.get("organisation", { organisationId: one.organisationId })),
    );
    return { before, person, mine: mine.flatMap((one) => one ?? []) };
  },
  decide(
    { before, person, mine }: Facts,
    actor,
    { organisationId, provider, ...given },
    moment,
  ): Decision<z.infer<typeof registerOrganisationResult>> {
    const { personId } = requirePerson(actor);
    if (person === undefined) throw new DomainError("not_found", "person.not-found");
    const { network, digest, now } = moment;
    const registerId = requireRegisterId(registerSchemeOf(network, given.registerScheme), given.registerId);
    const wanted = organisationIdOf(network, given, digest);
    if (organisationId !== wanted) throw new DomainError("invalid", "organisation.id-not-of-number", { wanted });
    refuseUnknown(given, network.parks);
    if (before !== undefined)
      throw new DomainError("conflict", belongsTo(mine, before) ? "organisation.yours" : "organisation.known");
    const since = addDays(now, -1);
    if (mine.filter((one) => one.registeredBy === personId && one.createdAt > since).length >= most)
      throw new DomainError("conflict", "organisation.too-many", { most });
    const value: Organisation = {
      ...given,
      organisationId,
      registerId,
      verification: "unverified",
      registeredBy: personId,
      accounts: [],
      aidGroupId: ownAidGroupOf(network, given, digest),
      proven: [],
      createdAt: now,
      version: 0,
    };
    return {
      changes: [
        { op: "create", name: "organisation", value },
        ...groupChanges(undefined, value),
        ...listingChanges(undefined, value, provider),
        ...joinChanges([organisationId], personId, "owner"),
        // Written, so that of several entered at once each is counted.
        { op: "patch", name: "person", key: { personId }, set: {}, when: { version: person.version } },
      ],
      events: [
        {
          stream: `organisation:${organisationId}`,
          type: "organisation.registered",
          facts: { personId, provider, aidGroupId: value.aidGroupId },
        },
        { stream: `person:${personId}`, type: "membership.set", facts: { organisationId, level: "owner" } },
      ],
      result: { organisationId },
    };
  },
});

/** Under the number of a duplicate that was merged, too. */
function belongsTo(mine: readonly Organisation[], { organisationId, mergedInto }: Organisation): boolean {
  return mine.some((one) => one.organisationId === organisationId || one.organisationId === mergedInto);
}

/** As `registerOrganisation`. @throws unavailable `organisation.too-often` as well: so many numbers an hour are one person's to try */
export async function enterOrganisation(
  deps: Deps,
  actor: Parameters<typeof requirePerson>[0],
  key: string,
  registration: Registration,
): Promise<z.infer<typeof registerOrganisationResult>> {
  const { personId } = requirePerson(actor);
  await countTry(deps, personId);
  const organisationId = organisationIdOf(await deps.network.current(), registration, deps.digest);
  return perform(deps, actor, key, registerOrganisation, { ...registration, organisationId });
}
