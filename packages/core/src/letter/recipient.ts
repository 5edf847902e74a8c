/** Who receives a letter: the people behind a role, an organisation or a person, as stored now. */
import type { Case } from "../application/case.ts";
import type { PersonId } from "../kernel/id.ts";
import type { Language, Person } from "../person/person.ts";
import type { Reader } from "../port/store.ts";
import type { Holder } from "../task/task.ts";

export interface Recipient {
  personId: PersonId;
  email: string;
  name: string;
  language: Language;
}

/** A person as recipient; undefined for the disabled. */
export function recipientOf(person: Person | undefined): Recipient | undefined {
  if (person === undefined || person.disabled) return undefined;
  return { personId: person.personId, email: person.email, name: person.name, language: person.language };
}

async function people(reader: Reader, personIds: readonly PersonId[]): Promise<Recipient[]> {
  const found = await Promise.all([...new Set(personIds)].map((personId) => reader.get("person", { personId })));
  return found.flatMap((person) => recipientOf(person) ?? []);
}

/** Everyone who may be written to about a task of this holder; an organisation is reached through its contacts on the case. */
export async function recipientsOf(reader: Reader, holder: Holder, one: Case): Promise<Recipient[]> {
  if (holder.kind === "person") return people(reader, [holder.personId]);
  if (holder.kind === "role") {
    const holders = await reader.list("roleHolder", { role: holder.role, scope: holder.parkId });
    return people(
      reader,
      holders.filter((one) => !one.substitute).map(({ personId }) => personId),
    );
  }
  if (holder.organisationId === one.applicantId) return people(reader, [one.contactId]);
  const offer = await reader.get("offer", { caseId: one.caseId });
  return offer?.confirmedBy === undefined ? [] : people(reader, [offer.confirmedBy]);
}

/** Substitutes of a role in a park, then the network's secretaries: whom an escalation goes to. */
export async function escalationOf(reader: Reader, holder: Holder): Promise<Recipient[]> {
  const substitutes =
    holder.kind === "role"
      ? (await reader.list("roleHolder", { role: holder.role, scope: holder.parkId })).filter((one) => one.substitute)
      : [];
  const secretaries =
    substitutes.length > 0 ? [] : await reader.list("roleHolder", { role: "secretary", scope: "network" });
  return people(
    reader,
    [...substitutes, ...secretaries].map(({ personId }) => personId),
  );
}
