/** The only place that says which register numbers an organisation keeps for good, and which it gives up when its owner corrects them. */
import type { OrganisationId } from "../kernel/id.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Member } from "./member.ts";
import { leaveChanges } from "./member-changes.ts";
import type { Organisation } from "./organisation.ts";

type Numbered = Pick<Organisation, "registerScheme" | "registerId">;

/** One commit holds so many who no longer stand under a number that is given up; with more, it stays. */
const leavingMost = 25;

/** A record that only keeps a number, with whoever was joined under it. */
export interface KeptNumber {
  readonly record: Organisation;
  readonly members: readonly Member[];
}

export async function readKeptNumbers(reader: Reader, { absorbed = [] }: Organisation): Promise<KeptNumber[]> {
  const found = await Promise.all(
    absorbed.map(async (organisationId) => {
      const record = await reader.get("organisation", { organisationId });
      if (record?.numberOnly !== true) return undefined;
      return { record, members: await reader.list("member", { organisationId }) };
    }),
  );
  return found.flatMap((one) => one ?? []);
}

/** Its present number is from now on what a park, or the operator, has found to be its own. */
export function withProvenNumber<O extends Pick<Organisation, "proven"> & Numbered>(organisation: O): O {
  const { proven, registerScheme, registerId } = organisation;
  if (proven === undefined || isAmong(proven, organisation)) return organisation;
  return { ...organisation, proven: [...proven, { registerScheme, registerId }] };
}

/** Of a record from before this was kept every number counts as proven: nothing is lost that somebody may have looked at. */
export function isProven({ proven }: Pick<Organisation, "proven">, number: Numbered): boolean {
  return proven === undefined || isAmong(proven, number);
}

function isAmong(numbers: readonly Numbered[], number: Numbered): boolean {
  return numbers.some((one) => isNumber(one, number));
}

export function isNumber(one: Numbered, other: Numbered): boolean {
  return one.registerScheme === other.registerScheme && one.registerId === other.registerId;
}

/**
 * A number that only its owner ever said is free for whoever really has it once the organisation has another; nobody who
 * belongs here belongs to them. What a park verified stays, so that nobody sheds the aid, the ties and the debts known by it.
 * @param next the id that follows from the number that the organisation has from now on
 */
export function givenUp(
  before: Organisation,
  kept: readonly KeptNumber[],
  next: OrganisationId,
): { ids: OrganisationId[]; changes: Change[] } {
  const free: KeptNumber[] = [];
  let leaving = 0;
  for (const one of kept) {
    if (one.record.organisationId === next || isProven(before, one.record)) continue;
    leaving += one.members.length;
    if (leaving > leavingMost) break;
    free.push(one);
  }
  return {
    ids: free.map(({ record }) => record.organisationId),
    changes: free.flatMap(({ record: { organisationId, version }, members }): Change[] => [
      { op: "remove", name: "organisation", key: { organisationId }, when: { version } },
      ...members.flatMap(({ personId }) => leaveChanges([organisationId], personId)),
    ]),
  };
}
