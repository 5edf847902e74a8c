/** The names of the roles, with the park where they hold. */
import { useLingui } from "@lingui/react";
import type { RoleName } from "@multihelix/core/person/role-grant.ts";
import { useParks } from "../network.ts";
import type { Scope } from "../session.ts";

/** `Programme manager, Limburg`; without the park while its name is not known. */
export function useNameOfRole(): (role: RoleName, scope: Scope) => string {
  const { i18n } = useLingui();
  const parks = useParks();
  const names: Record<RoleName, string> = {
    reviewer: i18n._("Reviewer"),
    manager: i18n._("Programme manager"),
    approver: i18n._("Approver"),
    finance: i18n._("Finance officer"),
    redress: i18n._("Redress officer"),
    coordinator: i18n._("Coordinator"),
    auditor: i18n._("Auditor"),
    secretary: i18n._("Network secretary"),
  };
  return (role, scope) => {
    const park = scope.kind === "park" ? parks.find((one) => one.id === scope.parkId)?.name : undefined;
    return park === undefined ? names[role] : `${names[role]}, ${park}`;
  };
}
