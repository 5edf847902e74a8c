/** Who holds something in the pipeline: a role in a park, a person, an organisation, from the text the list carries. */
import type { RoleName } from "@multihelix/core/person/role-grant.ts";
import { useNameOfRole } from "../../language/use-role-name.ts";
import type { CasesPage } from "./pipeline-search.ts";

const roles: readonly RoleName[] = ["manager", "approver", "finance"];

/** @param own the park whose list it is: its own roles need no park beside them */
export function useHolderLabel(
  page: Pick<CasesPage, "holderNames"> | undefined,
  own: string | undefined,
): (holder: string) => string {
  const nameOfRole = useNameOfRole();
  return (holder) => {
    const [kind, who = "", parkId = ""] = holder.split(":");
    const role = roles.find((one) => one === who);
    if (kind === "role" && role !== undefined)
      return nameOfRole(role, parkId === own ? { kind: "network" } : { kind: "park", parkId });
    return page?.holderNames[holder] || who;
  };
}
