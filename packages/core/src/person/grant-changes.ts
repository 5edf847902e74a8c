/** The only place where role grants are written: by person and, the same grant again, by role and scope. */
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import { namedId } from "../kernel/named-id.ts";
import type { Moment } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change } from "../port/store.ts";
import type { RoleGrant, RoleHolder, RoleName } from "./role-grant.ts";

/** Where each role may be held (domain §3). */
export const roleScopes: Record<RoleName, readonly ("network" | "park")[]> = {
  reviewer: ["network"],
  manager: ["park"],
  approver: ["park"],
  finance: ["park"],
  redress: ["park"],
  coordinator: ["network"],
  auditor: ["park", "network"],
  secretary: ["network"],
};

export interface RoleEntry {
  readonly role: RoleName;
  readonly parkId?: string | undefined;
  readonly until?: RoleGrant["until"];
  readonly substitute: boolean;
  /** Of a reviewer: a patient or lay member. */
  readonly lay?: boolean | undefined;
}

/** Grants with ids that follow from person, role and scope. @throws invalid `role.wrong-scope`, `role.twice`, `role.lay-reviewer-only`; not_found `park.unknown`. */
export function grantsOf(personId: PersonId, roles: readonly RoleEntry[], moment: Moment): RoleGrant[] {
  const grants = roles.map(({ role, parkId, until, substitute, lay = false }): RoleGrant => {
    if (lay && role !== "reviewer") throw new DomainError("invalid", "role.lay-reviewer-only", { role });
    if (!roleScopes[role].includes(parkId === undefined ? "network" : "park"))
      throw new DomainError("invalid", "role.wrong-scope", { role, parkId, scopes: roleScopes[role] });
    if (parkId !== undefined) parkOf(moment.network, parkId);
    return {
      personId,
      grantId: namedId("rgr", `${personId}/${role}/${parkId ?? "network"}`, moment.digest),
      role,
      scope: parkId === undefined ? { kind: "network" } : { kind: "park", parkId },
      ...(until === undefined ? {} : { until }),
      substitute,
      ...(lay ? { lay } : {}),
      version: 0,
    };
  });
  const twice = grants.find((grant, index) => grants.findIndex(({ grantId }) => grantId === grant.grantId) !== index);
  if (twice !== undefined)
    throw new DomainError("invalid", "role.twice", { role: twice.role, scope: scopeText(twice) });
  return grants;
}

/** From the grants there are to the grants there shall be. */
export function grantChanges(before: readonly RoleGrant[], wanted: readonly RoleGrant[]) {
  const set = wanted.filter(
    (grant) =>
      !before.some(
        (one) => one.grantId === grant.grantId && canonicalJson({ ...one, version: 0 }) === canonicalJson(grant),
      ),
  );
  const gone = before.filter((one) => !wanted.some(({ grantId }) => grantId === one.grantId));
  const changes = [
    ...set.flatMap((grant): Change[] => [
      { op: "put", name: "grant", value: grant },
      { op: "put", name: "roleHolder", value: holderOf(grant) },
    ]),
    ...gone.flatMap((grant): Change[] => {
      const { personId, grantId, role } = grant;
      return [
        { op: "remove", name: "grant", key: { personId, grantId } },
        { op: "remove", name: "roleHolder", key: { role, scope: scopeText(grant), personId, grantId } },
      ];
    }),
  ];
  const events = [
    ...set.map((grant) => ({
      type: "role.granted",
      facts: {
        role: grant.role,
        scope: scopeText(grant),
        substitute: grant.substitute,
        until: grant.until,
        ...(grant.lay === undefined ? {} : { lay: grant.lay }),
      },
    })),
    ...gone.map((grant) => ({ type: "role.removed", facts: { role: grant.role, scope: scopeText(grant) } })),
  ];
  return { changes, events };
}

/** `limburg` or `network`. */
export function scopeText({ scope }: Pick<RoleGrant, "scope">): string {
  return scope.kind === "park" ? scope.parkId : "network";
}

function holderOf(grant: RoleGrant): RoleHolder {
  const { role, personId, grantId, until, substitute, lay } = grant;
  return {
    role,
    scope: scopeText(grant),
    personId,
    grantId,
    ...(until === undefined ? {} : { until }),
    substitute,
    ...(lay === undefined ? {} : { lay }),
    version: 0,
  };
}
