/** Whether a paying park has an interest of its own in a case: then only people of another park, who stand in for it, approve (domain §3). */
import type { Case } from "../application/case.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import { asOutsider, type Candidate, isOutsider } from "../letter/recipient.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { ParkInterest } from "../network/park.ts";
import { type FamilyNames, namesOfFamily } from "../organisation/family.ts";
import type { Reader } from "../port/store.ts";

/** Applicant and provider, with every number that names them. */
export type Parties = readonly FamilyNames[];

export async function readParties(
  reader: Pick<Reader, "get">,
  { applicantId, providerId }: Pick<Case, "applicantId" | "providerId">,
): Promise<Parties> {
  const ids = [applicantId, ...(providerId === undefined ? [] : [providerId])];
  return Promise.all(ids.map((organisationId) => namesOfFamily(reader, organisationId)));
}

/** `is`: the park itself, or the body that signs for it, is a party. */
export function interestOf(
  network: NetworkFile,
  parkId: string,
  parties: Parties,
): ParkInterest["kind"] | "is" | undefined {
  const { legalEntity, interests } = parkOf(network, parkId);
  if (parties.some(({ kept }) => kept?.kind === "park" && kept.homePark === parkId)) return "is";
  const numbers = parties.flatMap(({ names }) => names.flatMap(({ register }) => register ?? []));
  const isNamed = ({ registerScheme, registerId }: { registerScheme: string; registerId: string }) =>
    numbers.some(({ scheme, id }) => scheme === registerScheme && id === registerId);
  if (legalEntity !== undefined && isNamed(legalEntity)) return "is";
  return interests.find(isNamed)?.kind;
}

export interface Asking<Staff> {
  readonly staff: Staff;
  readonly parties: Parties;
}

/** Of each role only who may approve: everybody, or where the park has an interest those of other parks. */
export function staffFor<Staff extends Readonly<Record<string, readonly Candidate[]>>>(
  { staff, parties }: Asking<Staff>,
  parkId: string,
  { network }: { readonly network: NetworkFile },
): Staff {
  if (interestOf(network, parkId, parties) === undefined) return staff;
  const apart = Object.entries(staff).map(([role, holders]) => [
    role,
    holders.flatMap((holder) => asOutsider(holder, holder.grants ?? [], parkId)),
  ]);
  return Object.fromEntries(apart);
}

/** @throws forbidden `duties.park-interest` with which interest, for people of the park itself. */
export function refuseOwnPark(
  person: PersonActor,
  parkId: string,
  parties: Parties,
  { now, network }: { readonly now: Instant; readonly network: NetworkFile },
): void {
  const interest = interestOf(network, parkId, parties);
  if (interest === undefined) return;
  if (!isOutsider(person.grants, person.personId, parkId, now))
    throw new DomainError("forbidden", "duties.park-interest", {
      parkId,
      park: parkOf(network, parkId).name,
      interest,
    });
}
