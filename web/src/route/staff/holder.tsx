/** Who holds a task: a role in a park with the people in it, a person, or an organisation of the case. */
import { useNameOfRole } from "../../language/use-role-name.ts";
import type { CaseView } from "../case/case-query.ts";
import type { Wanted } from "./staff-query.ts";

type Task = CaseView["tasks"][number];
type Names = Readonly<Record<string, string>>;

interface Held {
  readonly who: string;
  /** Of a role: those who hold it, or may stand in where nobody else does. */
  readonly people: readonly string[];
}

export function useHolders(): (
  task: Pick<Task, "holder">,
  view: Pick<CaseView, "applicant" | "provider"> & { readonly names: Names },
  wanted: Wanted | undefined,
) => Held {
  const nameOfRole = useNameOfRole();
  return ({ holder }, view, wanted) => {
    switch (holder.kind) {
      case "person":
        return { who: view.names[holder.personId] ?? holder.personId, people: [] };
      case "organisation": {
        const { applicant, provider } = view;
        return {
          who: holder.organisationId === applicant.organisationId ? applicant.name : (provider?.name ?? ""),
          people: [],
        };
      }
      case "role": {
        return {
          who: nameOfRole(holder.role, { kind: "park", parkId: holder.parkId }),
          people: wanted === undefined ? [] : askedOf(wanted),
        };
      }
    }
  };
}

/** Names of who is asked: substitutes only where nobody else holds the role. */
export function askedOf({ holders }: Pick<Wanted, "holders">): readonly string[] {
  const regular = holders.filter(({ substitute }) => !substitute);
  return (regular.length > 0 ? regular : holders).map(({ name }) => name);
}
