/** The only place that writes what an organisation brings along: its place in an aid group and in the list of providers. */
import type { AidGroup } from "../aid/group.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Change } from "../port/store.ts";
import type { Organisation } from "./organisation.ts";
import type { ProviderEntry } from "./provider-entry.ts";

/** @param group as it is stored; the organisation founds it where there is none */
export function groupChanges(group: AidGroup | undefined, { organisationId, aidGroupId }: Organisation): Change[] {
  if (group === undefined)
    return [
      {
        op: "create",
        name: "aidGroup",
        value: { aidGroupId, members: [organisationId], membership: 0, drawn: 0, version: 0 },
      },
    ];
  if (group.members.includes(organisationId)) return [];
  const members = [...group.members, organisationId];
  return [{ op: "replace", name: "aidGroup", value: { ...group, members, membership: group.membership + 1 } }];
}

/** @param entry as it is stored @param provider whether it is to be listed */
export function listingChanges(
  entry: ProviderEntry | undefined,
  { organisationId, legalName, homePark, address }: Organisation,
  provider: boolean,
): Change[] {
  if (!provider) return entry === undefined ? [] : [{ op: "remove", name: "providerEntry", key: { organisationId } }];
  const value: ProviderEntry = {
    organisationId,
    name: legalName,
    ...(homePark === undefined ? {} : { parkId: homePark }),
    country: address.country,
    version: entry?.version ?? 0,
  };
  return canonicalJson(entry) === canonicalJson(value) ? [] : [{ op: "put", name: "providerEntry", value }];
}
