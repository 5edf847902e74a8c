/** The only place that writes who belongs to an organisation: under every id that stands for it, found by person and by organisation. */
import type { OrganisationId, PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
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

/** @param now left out where nobody ever belonged to who has the number: nothing ties them to it */
export function leaveChanges(ids: readonly OrganisationId[], personId: PersonId, now?: Instant): Change[] {
  return ids.flatMap((organisationId): Change[] => [
    ...(now === undefined ? [] : [leftOn(organisationId, personId, now.slice(0, 10))]),
    { op: "remove", name: "membership", key: { personId, organisationId } },
    { op: "remove", name: "member", key: { organisationId, personId } },
  ]);
}

function leftOn(organisationId: OrganisationId, personId: PersonId, endedOn: string): Change {
  return { op: "put", name: "formerMember", value: { personId, organisationId, endedOn, version: 0 } };
}
