/** An owner changes what their organisation says of itself; under another name or number a park verifies it anew. */
import * as z from "zod";
import type { AidGroup } from "../aid/group.ts";
import { standingGroup } from "../aid/read-aid.ts";
import { type Actor, isMember, requirePerson } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { organisationIdSchema } from "../kernel/id.ts";
import { perform } from "../kernel/perform.ts";
import { requireRegisterId } from "../kernel/register-id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { registerSchemeOf } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import type { Change, Reader } from "../port/store.ts";
import { idsOf } from "./family.ts";
import { listingChanges } from "./found-changes.ts";
import { requireOwner } from "./invite-member.ts";
import { type Organisation, organisationSchema, ownFields } from "./organisation.ts";
import { organisationIdOf } from "./organisation-id.ts";
import { givenUp, type KeptNumber, readKeptNumbers } from "./own-number.ts";
import { recheckAfter } from "./party-facts.ts";
import type { ProviderEntry } from "./provider-entry.ts";
import { countTry, refuseUnknown, typedShape } from "./typed-organisation.ts";

/** Other names and numbers of one organisation, ever: beyond, it is another organisation. */
const formerMost = 10;

export const changeOrganisationInput = z.strictObject({
  organisationId: organisationIdSchema,
  ...typedShape,
  /** The version that was shown: what a colleague or another window changed since is not undone. */
  version: z.number().int().min(0),
});
export type OrganisationChange = z.infer<typeof changeOrganisationInput>;
export const changeOrganisationResult = z.object({ verification: organisationSchema.shape.verification });

const input = changeOrganisationInput.extend({ numberId: organisationIdSchema });

interface Facts {
  readonly before: Organisation | undefined;
  /** Who is known by the number asked for. */
  readonly holder: Organisation | undefined;
  readonly entry: ProviderEntry | undefined;
  readonly group: AidGroup | undefined;
  readonly linked: readonly Organisation[];
  /** Numbers that it took by earlier changes. */
  readonly numbers: readonly KeptNumber[];
}

/**
 * `numberId` is the id that follows from the number asked for. What a case, a letter or a declaration says already stays.
 * @throws not_found `organisation.not-found`, `register-scheme.unknown`; forbidden `membership.owner-needed`; invalid
 * `register-id.shape`, `register-id.check-digit`, `input.invalid`, `aid.group-of-two-countries`; conflict `organisation.changed`,
 * `organisation.merged`, `organisation.known`, `organisation.yours`, `organisation.renamed-often`
 */
export const changeOrganisation = verb({
  name: "organisation.change",
  input,
  async read(reader: Reader, { organisationId, numberId }): Promise<Facts> {
    const [before, holder, entry] = await Promise.all([
      reader.get("organisation", { organisationId }),
      reader.get("organisation", { organisationId: numberId }),
      reader.get("providerEntry", { organisationId }),
    ]);
    const group = before === undefined ? undefined : await standingGroup(reader, before.aidGroupId);
    const linked = await Promise.all(
      (group?.members ?? []).map((id) => reader.get("organisation", { organisationId: id })),
    );
    const numbers = before === undefined ? [] : await readKeptNumbers(reader, before);
    return { before, holder, entry, group, linked: linked.flatMap((one) => one ?? []), numbers };
  },
  decide(facts: Facts, actor, asked, moment): Decision<z.infer<typeof changeOrganisationResult>> {
    const { organisationId, numberId, version, registerId: typed, ...given } = asked;
    const owner = requireOwner(actor, organisationId);
    const { before, holder, entry } = facts;
    if (before === undefined) throw new DomainError("not_found", "organisation.not-found");
    if (before.mergedInto !== undefined) throw new DomainError("conflict", "organisation.merged");
    if (before.version !== version) throw new DomainError("conflict", "organisation.changed");
    const { network, digest, now } = moment;
    const wanted = organisationIdOf(network, asked, digest);
    if (numberId !== wanted) throw new DomainError("invalid", "organisation.id-not-of-number", { wanted });
    refuseUnknown(given, network.parks);
    refuseTwoCountries(facts, before, given.address.country);
    const renumbered = organisationIdOf(network, before, digest) !== numberId;
    const renamed = renumbered || before.legalName !== given.legalName;
    // A number that was wrong from the start holds up no other correction.
    const registerId = renumbered
      ? requireRegisterId(registerSchemeOf(network, given.registerScheme), typed)
      : before.registerId;
    if (renumbered) refuseTaken(holder, before, actor);
    const { sector: _sector, headcount: _people, turnover: _turnover, balanceSheet: _balance, ...kept } = before;
    const said = { ...kept, ...given, registerId };
    const changed = changedFields(before, said);
    if (changed.length === 0) return { changes: [], result: { verification: before.verification } };
    const moved = before.address.country !== given.address.country;
    // Where a park found something wrong, whatever is corrected asks for a new look.
    const anew = moved || before.verification === "rejected";
    const value = renamed ? underAnotherName(before, said, owner.personId, now) : anew ? unverified(said) : said;
    const pointers = renumbered && holder === undefined ? [numberKept(before, said, numberId, now)] : [];
    const free = renumbered ? givenUp(before, facts.numbers, numberId) : { ids: [], changes: [] };
    const absorbed = [...(before.absorbed ?? []), ...pointers.map((one) => one.organisationId)].filter(
      (id) => !free.ids.includes(id),
    );
    const { absorbed: _all, ...alone } = value;
    const number = renumbered ? (["registerScheme", "registerId"] as const) : [];
    const ownWord = [...new Set([...(before.ownWord ?? []), ...changed, ...number])];
    const stored: Organisation = { ...alone, ...(absorbed.length === 0 ? {} : { absorbed }), ownWord };
    return {
      changes: [
        { op: "replace", name: "organisation", value: stored },
        ...pointers.map((one): Change => ({ op: "create", name: "organisation", value: one })),
        ...free.changes,
        ...listingChanges(entry, stored, entry !== undefined),
      ],
      effects: recheckAfter(before, stored),
      events: [
        {
          stream: `organisation:${organisationId}`,
          type: "organisation.changed",
          facts: { personId: owner.personId, changed, ...(free.ids.length === 0 ? {} : { freed: free.ids }) },
        },
        ...(stored.verification === before.verification
          ? []
          : [
              {
                stream: `organisation:${organisationId}`,
                type: "organisation.verification",
                from: before.verification,
                to: stored.verification,
              },
            ]),
      ],
      result: { verification: stored.verification },
    };
  },
});

const nameOf = ({ legalName, registerScheme, registerId }: Organisation) => ({ legalName, registerScheme, registerId });

/** Names of fields alone: figures of size are not for whoever reads the record. */
function changedFields(before: Organisation, said: Organisation): (typeof ownFields)[number][] {
  return ownFields.filter((field) => canonicalJson({ is: before[field] }) !== canonicalJson({ is: said[field] }));
}

/** What a park found is about what it looked at: this name, this number, in this country. */
function unverified({ verifiedBy: _found, ...rest }: Organisation): Organisation {
  return { ...rest, verification: "unverified" };
}

function underAnotherName(
  before: Organisation,
  said: Organisation,
  changedBy: ReturnType<typeof requirePerson>["personId"],
  until: Organisation["createdAt"],
): Organisation {
  const { formerly = [] } = before;
  if (formerly.length >= formerMost)
    throw new DomainError("conflict", "organisation.renamed-often", { most: formerMost });
  return {
    ...unverified(said),
    formerly: [...formerly, { ...nameOf(before), until, changedBy }],
  };
}

/** Whoever registers the number later, or declares an interest by it, finds this organisation. */
function numberKept(
  { organisationId: mergedInto, aidGroupId }: Organisation,
  said: Organisation,
  numberId: Organisation["organisationId"],
  createdAt: Organisation["createdAt"],
): Organisation {
  const { kind, address } = said;
  return {
    ...nameOf(said),
    kind,
    address,
    organisationId: numberId,
    mergedInto,
    aidGroupId,
    numberOnly: true,
    verification: "unverified",
    accounts: [],
    createdAt,
    version: 0,
  };
}

/** Of a number that somebody else has, nothing is said but that, as at registration. */
function refuseTaken(holder: Organisation | undefined, own: Organisation, actor: Actor): void {
  if (holder === undefined || idsOf(own).includes(holder.organisationId)) return;
  const mine = isMember(actor, holder.mergedInto ?? holder.organisationId, ["owner", "editor", "finance", "viewer"]);
  throw new DomainError("conflict", mine ? "organisation.yours" : "organisation.known");
}

/** An aid group is one undertaking in one Member State. */
function refuseTwoCountries({ group, linked }: Facts, before: Organisation, country: string): void {
  if (country === before.address.country) return;
  const own = idsOf(before);
  const other = linked.find((one) => !own.includes(one.organisationId) && one.address.country !== country);
  if (other !== undefined)
    throw new DomainError("invalid", "aid.group-of-two-countries", {
      aidGroupId: group?.aidGroupId ?? before.aidGroupId,
      countries: [other.address.country, country],
    });
}

/** As `changeOrganisation`. @throws unavailable `organisation.too-often` as well: another number counts as one that is tried */
export async function correctOrganisation(
  deps: Deps,
  actor: Actor,
  key: string,
  asked: OrganisationChange,
): Promise<z.infer<typeof changeOrganisationResult>> {
  const { personId } = requirePerson(actor);
  const network = await deps.network.current();
  const numberId = organisationIdOf(network, asked, deps.digest);
  const before = await deps.store.get("organisation", { organisationId: asked.organisationId });
  if (before === undefined || organisationIdOf(network, before, deps.digest) !== numberId)
    await countTry(deps, personId);
  return perform(deps, actor, key, changeOrganisation, { ...asked, numberId });
}
