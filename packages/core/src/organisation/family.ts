/** The only place that follows a merged organisation to the one that was kept, and tells which ids stand for one organisation. */
import type { OrganisationId } from "../kernel/id.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Organisation } from "./organisation.ts";

/** The organisation as it counts today: the kept one where this id was merged into another. */
export async function organisationOf(
  reader: Pick<Reader, "get">,
  organisationId: OrganisationId,
): Promise<Organisation | undefined> {
  const found = await reader.get("organisation", { organisationId });
  return found?.mergedInto === undefined ? found : reader.get("organisation", { organisationId: found.mergedInto });
}

/** Every id that stands for this organisation, the kept one first. */
export function idsOf({
  organisationId,
  absorbed = [],
}: Pick<Organisation, "organisationId" | "absorbed">): OrganisationId[] {
  return [organisationId, ...absorbed];
}

/** Every id that stands for the organisation behind this one; of an unknown organisation, its own. */
export async function familyOf(
  reader: Pick<Reader, "get">,
  organisationId: OrganisationId,
): Promise<readonly OrganisationId[]> {
  return (await readFamily(reader, organisationId)).ids;
}

/** The ids that stand for one organisation, and the record that was kept, as they were read. */
export interface Family {
  readonly kept: Organisation | undefined;
  readonly ids: readonly OrganisationId[];
}

export async function readFamily(reader: Pick<Reader, "get">, organisationId: OrganisationId): Promise<Family> {
  const kept = await organisationOf(reader, organisationId);
  return { kept, ids: kept === undefined ? [organisationId] : idsOf(kept) };
}

/** What is written under every id is decided anew where a merge was confirmed at the same moment. */
export function sameFamily({ kept }: Family): Change[] {
  if (kept === undefined) return [];
  const { organisationId, version } = kept;
  return [{ op: "check", name: "organisation", key: { organisationId }, when: { version } }];
}

export interface FamilyNames {
  readonly kept: Organisation | undefined;
  readonly names: readonly {
    readonly organisationId: OrganisationId;
    readonly register?: { readonly scheme: string; readonly id: string } | undefined;
  }[];
}

/** The ids with the numbers that name them in public registers, as people declare interests by either. */
export async function namesOfFamily(reader: Pick<Reader, "get">, organisationId: OrganisationId): Promise<FamilyNames> {
  const kept = await organisationOf(reader, organisationId);
  if (kept === undefined) return { kept, names: [{ organisationId }] };
  const all = await recordsOf(reader, kept);
  return {
    kept,
    names: all.flatMap(({ organisationId, registerScheme, registerId, formerly = [] }) =>
      [{ registerScheme, registerId }, ...formerly].map(({ registerScheme: scheme, registerId: id }) => ({
        organisationId,
        register: { scheme, id },
      })),
    ),
  };
}

/** The kept record, then those that were merged into it, each with the name and number it was known by. */
export async function recordsOf(reader: Pick<Reader, "get">, kept: Organisation): Promise<Organisation[]> {
  const merged = await Promise.all(
    (kept.absorbed ?? []).map((organisationId) => reader.get("organisation", { organisationId })),
  );
  return [kept, ...merged.flatMap((one) => one ?? [])];
}
