/** The only place that writes who belongs to an organisation: under every id that stands for it, found by person and by organisation. */
import type { OrganisationId, PersonId } from "../kernel/id.ts";
import type { Change } from "../port/store.ts";
import type { Membership } from "./membership.ts";

export function joinChanges(ids: readonly OrganisationId[], personId: PersonId, level: Membership["level"]): Change[] {
  return ids.flatMap((organisationId): Change[] => {
    const value = { personId, organisationId, level, version: 0 };
    return [
      { op: "put", name: "membership", value },
      { op: "put", name: "member", value },
    ];
  });
}

export function leaveChanges(ids: readonly OrganisationId[], personId: PersonId): Change[] {
  return ids.flatMap((organisationId): Change[] => [
    { op: "remove", name: "membership", key: { personId, organisationId } },
    { op: "remove", name: "member", key: { organisationId, personId } },
  ]);
}
