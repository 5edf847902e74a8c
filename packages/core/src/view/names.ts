/** Names behind the ids that a view shows, for those who may know them. */
import type { PersonActor } from "../kernel/actor.ts";
import { personIdSchema } from "../kernel/id.ts";
import type { Reader } from "../port/store.ts";
import type { CaseView } from "./case-view.ts";

/** Ids of people anywhere in a value. */
export function personIdsIn(value: unknown): string[] {
  const found = new Set<string>();
  JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === "string" && inner.startsWith("per_") && personIdSchema.safeParse(inner).success)
      found.add(inner);
    return inner;
  });
  return [...found];
}

/** `per_… → name`. Staff and auditors get every person in their view; others only themselves and who saved their own draft. */
export async function namesOf(
  reader: Reader,
  actor: PersonActor,
  view: Pick<CaseView, "audience" | "sections">,
): Promise<Record<string, string>> {
  const inside = view.audience === "staff" || view.audience === "auditor";
  const ids = inside ? personIdsIn(view) : view.audience === "applicant" ? personIdsIn(view.sections) : [];
  return namesOfIds(reader, [...new Set([...ids, actor.personId])]);
}

/** Names of these people, as stored now. */
export async function namesOfIds(reader: Reader, ids: readonly string[]): Promise<Record<string, string>> {
  const people = await Promise.all(ids.map((id) => reader.get("person", { personId: personIdSchema.parse(id) })));
  return Object.fromEntries(people.flatMap((person) => (person === undefined ? [] : [[person.personId, person.name]])));
}
