/** Asks the conflict rules again for whoever reviews a case of a large organisation in which a person works, and where. */
import { namesOfFamily } from "../../organisation/family.ts";
import { readColleaguesAmong } from "../../person/department.ts";
import { editionOf } from "../../person/interest.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";
import { recheckParties } from "./recheck-parties.ts";

export async function recheckDepartments(deps: Deps, { personId }: Body<"recheck-departments">): Promise<void> {
  const { store } = deps;
  const [person, own, held] = await Promise.all([
    store.get("person", { personId }),
    store.get("interests", { personId }),
    // Read now, not with what was declared: whoever joins at the same moment is found by either of the two.
    store.list("membership", { personId }),
  ]);
  const families = await Promise.all(held.map(({ organisationId }) => namesOfFamily(store, organisationId)));
  const each = new Map(families.map((family) => [family.kept?.organisationId, family]));
  const wake = `department:${personId}:${person?.version ?? 0}.${editionOf(own)}`;
  for (const [organisationId, family] of each) {
    const there = await readColleaguesAmong(store, family, [{ personId }]);
    if (organisationId === undefined || there.length === 0) continue;
    await recheckParties(deps, { kind: "recheck-parties", organisationId, wake });
  }
}
