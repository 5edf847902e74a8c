/** The only place that reads the aid of an undertaking: its group, and the grants of every group that became part of it. */
import type { AidGroupId, CaseId } from "../kernel/id.ts";
import type { Reader } from "../port/store.ts";
import type { AidGrant, AidGroup } from "./group.ts";

export interface UndertakingAid {
  readonly aidGroup: AidGroup | undefined;
  /** Those of one case where one is named. */
  readonly aidGrants: readonly AidGrant[];
}

/** The group that stands for this name today. */
export async function standingGroup(reader: Reader, aidGroupId: AidGroupId): Promise<AidGroup | undefined> {
  let group = await reader.get("aidGroup", { aidGroupId });
  while (group?.unitedInto !== undefined) group = await reader.get("aidGroup", { aidGroupId: group.unitedInto });
  return group;
}

/** The group before its grants: read after them, it would vouch for grants that were never looked at. */
export async function readAid(
  reader: Reader,
  { aidGroupId }: { readonly aidGroupId: AidGroupId },
  caseId?: CaseId,
): Promise<UndertakingAid> {
  const aidGroup = await reader.get("aidGroup", { aidGroupId });
  const lists = await Promise.all(
    [aidGroupId, ...(aidGroup?.unites ?? [])].map((id) =>
      reader.list("aidGrant", { aidGroupId: id, ...(caseId === undefined ? {} : { caseId }) }),
    ),
  );
  return { aidGroup, aidGrants: lists.flat() };
}
