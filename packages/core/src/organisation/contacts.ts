/** Who of an organisation is written to: its members of certain levels, as stored now. */
import type { OrganisationId } from "../kernel/id.ts";
import { type Recipient, recipientOf } from "../letter/recipient.ts";
import type { Reader } from "../port/store.ts";
import type { Member } from "./member.ts";

/** Owners and editors unless told otherwise; nobody twice, the disabled never. */
export async function contactsOf(
  reader: Reader,
  organisationId: OrganisationId,
  levels: readonly Member["level"][] = ["owner", "editor"],
): Promise<Recipient[]> {
  const members = (await reader.list("member", { organisationId })).filter(({ level }) => levels.includes(level));
  const people = await Promise.all(members.map(({ personId }) => reader.get("person", { personId })));
  return people.flatMap((person) => recipientOf(person) ?? []);
}
