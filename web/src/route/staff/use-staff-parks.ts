/** The parks in which the reader holds a role: those of their grants, all of them where a grant is network-wide. */
import type { RoleName } from "@multihelix/core/person/role-grant.ts";
import { type NetworkPark, useParks } from "../../network.ts";
import { useSession } from "../../session.ts";

export function useStaffParks(roles: readonly RoleName[]): readonly NetworkPark[] {
  const grants = (useSession().me?.grants ?? []).filter(({ role }) => roles.includes(role));
  const parks = useParks();
  if (grants.some(({ scope }) => scope.kind === "network")) return parks;
  const ids = grants.flatMap(({ scope }) => (scope.kind === "park" ? [scope.parkId] : []));
  return parks.filter(({ id }) => ids.includes(id));
}
