/** Whether a letter of a case would still go to the person whom it was written to, as they and the case are now. */
import type { Case } from "../application/case.ts";
import type { Offer } from "../application/offer.ts";
import type { OrganisationId, PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { FormerMember } from "../organisation/former-member.ts";
import type { Membership } from "../organisation/membership.ts";
import type { RoleGrant } from "../person/role-grant.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import { audienceOf } from "../view/audience.ts";
import type { Letter } from "./letter.ts";
import { recipientsOf } from "./recipient.ts";

/** What decides it. */
export interface Part {
  readonly grants: readonly RoleGrant[];
  readonly memberships: readonly Membership[];
  readonly former: readonly FormerMember[];
  readonly offer: Offer | undefined;
  readonly slots: readonly Slot[];
  /** Whom the parties' letters go to today. */
  readonly contacts: readonly PersonId[];
}

/** All that `isStillAddressed` looks at. */
export async function readPart(reader: Reader, one: Case, personId: PersonId): Promise<Part> {
  const { caseId } = one;
  const [grants, memberships, former, offer, slots, contacts] = await Promise.all([
    reader.list("grant", { personId }),
    reader.list("membership", { personId }),
    reader.list("formerMember", { personId }),
    reader.get("offer", { caseId }),
    reader.list("slot", { caseId }),
    Promise.all(
      partiesOf(one).map((organisationId) => recipientsOf(reader, { kind: "organisation", organisationId }, one)),
    ),
  ]);
  return { grants, memberships, former, offer, slots, contacts: contacts.flat().map((to) => to.personId) };
}

/**
 * A party's letters go to its contacts of today, who belong to it; all others to whoever has a part in the case by a
 * role or a review. Who left a party since the letter was written gets it no more, whatever they are now: what it says
 * was that party's to know.
 */
export function isStillAddressed(letter: Letter, one: Case, part: Part, personId: PersonId, now: Instant): boolean {
  const parties = partiesOf(one);
  const belongs = (organisationId: OrganisationId) =>
    part.memberships.some((membership) => membership.organisationId === organisationId);
  const left = part.former.some(
    ({ organisationId, endedOn }) =>
      parties.includes(organisationId) && !belongs(organisationId) && endedOn >= letter.createdAt.slice(0, 10),
  );
  if (left) return false;
  // Of a handover both are told: who is contact still, and who is to be.
  if (parties.some(belongs)) return letter.kind === "handover" || part.contacts.includes(personId);
  const { grants, offer, slots } = part;
  const actor = { kind: "person" as const, personId, name: letter.to.name, grants, memberships: [] };
  return audienceOf(actor, one, offer, slots, now) !== undefined;
}

function partiesOf({ applicantId, providerId }: Case): OrganisationId[] {
  return [applicantId, ...(providerId === undefined ? [] : [providerId])];
}
