/** Whether somebody's declared interests touch a case: HARD keeps them from it, SOFT is shown and recorded (domain §3, §8). */
import { type Actor, isMember } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { OrganisationId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { idsOf, namesOfFamily, organisationOf } from "../organisation/family.ts";
import type { FormerMember } from "../organisation/former-member.ts";
import type { Organisation } from "../organisation/organisation.ts";
import { organisationIdOf } from "../organisation/organisation-id.ts";
import type { Deps } from "../port/deps.ts";
import { isBeside, readColleagues } from "./department.ts";
import {
  countedInterests,
  endOf,
  type Interest,
  type InterestLevel,
  type Interests,
  isSmall,
  levelOf,
} from "./interest.ts";
import type { Person } from "./person.ts";

/** An interest as it counts now: which organisation, how much, until when. */
export interface Tie {
  readonly organisationId: string;
  readonly kind: Interest["kind"];
  readonly level: InterestLevel;
  /** First instant at which it no longer counts. */
  readonly until?: Instant;
}

/** The parties of a case. */
export interface TiedTo {
  readonly applicantId: OrganisationId;
  readonly providerId?: OrganisationId | undefined;
}

const anyLevel = ["owner", "editor", "finance", "viewer"] as const;

/** The actor's ties to a party of the case that count at this instant. */
export function tiesTo(actor: Actor, { applicantId, providerId }: TiedTo, now: Instant): Tie[] {
  return tiesInForce(actor, now).filter(
    ({ organisationId }) => organisationId === applicantId || organisationId === providerId,
  );
}

export function tiesInForce(actor: Actor, now: Instant): readonly Tie[] {
  if (actor.kind !== "person") return [];
  return (actor.ties ?? []).filter(({ until }) => until === undefined || now < until);
}

/**
 * Whether the case does not exist for this person, because a HARD interest ties them to a party of it. Members of a party
 * are its own people: they read their own case as what they are.
 */
export function isBarred(actor: Actor, one: TiedTo, now: Instant): boolean {
  if (!tiesTo(actor, one, now).some(({ level }) => level === "HARD")) return false;
  return ![one.applicantId, one.providerId].some((party) => party !== undefined && isMember(actor, party, anyLevel));
}

/** @throws not_found `case.not-found`, as for everybody who has no part in it. */
export function refuseBarred(actor: Actor, one: TiedTo, now: Instant): void {
  if (isBarred(actor, one, now)) throw new DomainError("not_found", "case.not-found");
}

/**
 * For acts on a whole call at once (assignment runs, the ranking and its votes): done by somebody without any HARD
 * interest, so that a refusal never tells who applied.
 * @throws forbidden `duties.interest`
 */
export function refuseTied(actor: Actor, now: Instant): void {
  if (tiesInForce(actor, now).some(({ level }) => level === "HARD"))
    throw new DomainError("forbidden", "duties.interest");
}

/** What somebody's interests amount to now. */
export async function readTies(
  deps: Pick<Deps, "store" | "network" | "digest">,
  person: Person,
  own: Interests | undefined,
  former: readonly FormerMember[],
): Promise<Tie[]> {
  const declared = countedInterests(person, own, former);
  if (declared.length === 0) return [];
  const network = await deps.network.current();
  const found = await Promise.all(
    declared.map(async (one): Promise<Tie[]> => {
      const named = idOf(one, network, deps.digest) as OrganisationId | undefined;
      if (named === undefined) return [];
      const organisation = await organisationOf(deps.store, named);
      const until = endOf(one);
      const level = levelOf(one, organisation?.headcount, await isNear(deps, person, one, organisation));
      // Merged organisations are one, whichever of them was named.
      const ids = organisation === undefined ? [named] : idsOf(organisation);
      return ids.map((organisationId) => ({
        organisationId,
        kind: one.kind,
        level,
        ...(until === undefined ? {} : { until }),
      }));
    }),
  );
  return found.flat();
}

/** Only the department of who acts for a large house makes a tie to it HARD; nothing is read where that cannot be. */
async function isNear(
  { store }: Pick<Deps, "store">,
  { personId }: Person,
  job: Interest,
  organisation: Organisation | undefined,
): Promise<boolean> {
  if (organisation === undefined || job.kind !== "employer" || job.department === undefined || isSmall(organisation))
    return false;
  const family = await namesOfFamily(store, organisation.organisationId);
  const here: Interest = { kind: "employer", organisationId: organisation.organisationId, department: job.department };
  return isBeside(job, personId, await readColleagues(store, family, [here]));
}

function idOf(
  { organisationId, register }: Interest,
  network: NetworkFile,
  digest: Deps["digest"],
): string | undefined {
  if (organisationId !== undefined) return organisationId;
  if (register === undefined || !network.registerSchemes.some(({ id }) => id === register.scheme)) return undefined;
  return organisationIdOf(network, { registerScheme: register.scheme, registerId: register.id }, digest);
}
