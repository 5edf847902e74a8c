/** What stands here about the company and the award that a row names. */
import { namedOrganisation } from "../../import/named-organisation.ts";
import type { CaseId, OrganisationId } from "../../kernel/id.ts";
import { namedId } from "../../kernel/named-id.ts";
import type { NetworkFile } from "../../network/network-file.ts";
import { organisationOf } from "../../organisation/family.ts";
import type { Organisation } from "../../organisation/organisation.ts";
import type { Reader } from "../../port/store.ts";
import { awardName } from "../earlier.ts";
import type { AidGrant, AidGroup } from "../group.ts";
import { readAid } from "../read-aid.ts";
import type { AidCells } from "./aid-file.ts";

/** Absence of the company is a fault of its cell. */
export interface AidFacts {
  readonly organisation: Organisation | undefined;
  readonly aidGroup: AidGroup | undefined;
  /** Every grant of the undertaking. */
  readonly grants: readonly AidGrant[];
  /** The case here that has the row's reference. */
  readonly ownCase: CaseId | undefined;
}

export type Named = Pick<AidCells, "reference" | "grantor" | "organisation_scheme" | "organisation_number">;

export function rowOrganisation(row: Named, network: NetworkFile, digest: (text: string) => string): string {
  return namedOrganisation(network, row.organisation_scheme, row.organisation_number, digest);
}

/** Stands for the award where a case stands for one that was made here: the same one of the same company, whoever brings it. */
export function awardId(row: Named, organisationId: string, digest: (text: string) => string): CaseId {
  return namedId("app", `earlier award/${organisationId}/${awardName(row)}`, digest);
}

export async function readAidFacts(
  reader: Reader,
  organisationId: string,
  { reference }: Pick<AidCells, "reference">,
): Promise<AidFacts> {
  const organisation =
    organisationId === "" ? undefined : await organisationOf(reader, organisationId as OrganisationId);
  if (organisation === undefined) return { organisation, aidGroup: undefined, grants: [], ownCase: undefined };
  const [{ aidGroup, aidGrants }, own] = await Promise.all([
    readAid(reader, organisation),
    reference === "" ? undefined : reader.get("reference", { reference: reference.toUpperCase() }),
  ]);
  return { organisation, aidGroup, grants: aidGrants, ownCase: own?.caseId };
}

/** The same award where any park's file brought it and it counts; else where this park brought it and took it back. */
export function broughtBefore({ grants }: Pick<AidFacts, "grants">, row: Named, parkId: string): AidGrant | undefined {
  const name = awardName(row);
  const same = grants.filter(({ earlier }) => earlier !== undefined && awardName(earlier) === name);
  return same.find(({ status }) => status === "granted") ?? same.find((one) => one.parkId === parkId);
}
