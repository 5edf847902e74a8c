/** The contact of a party hands a case over to another member, who accepts; where the contact left, an owner does it at once. */
import * as z from "zod";
import { type Actor, isMember, type PersonActor, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { handover as handoverLetter } from "../letter/kind/handover.ts";
import { type Recipient, recipientOf } from "../letter/recipient.ts";
import { parkOf } from "../network/network-file.ts";
import { type Family, readFamily } from "../organisation/family.ts";
import type { Member } from "../organisation/member.ts";
import { recheckOf } from "../organisation/party-facts.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Case } from "./case.ts";
import { type CasePart, type Contact, contactOf } from "./handover.ts";
import type { Offer } from "./offer.ts";

export interface HandoverFacts {
  readonly one: Case | undefined;
  readonly offer: Offer | undefined;
  /** Members of the organisation that the actor acts for. */
  readonly members: readonly Member[];
  readonly family: Family;
  /** Of those who may be written to, by their ids. */
  readonly people: ReadonlyMap<string, Recipient>;
}

export const handOverInput = z.object({
  caseId: caseIdSchema,
  to: personIdSchema,
  /** The contact leaves the organisation once the other has accepted. */
  leaves: z.boolean().default(false),
});
export const handOverResult = z.object({ outcome: z.enum(["asked", "handed-over"]) });

const anyLevel = ["owner", "editor", "finance", "viewer"] as const;
/** Who can answer for a case. */
export const contactLevels: readonly Member["level"][] = ["owner", "editor"];

export async function readHandover(reader: Reader, caseId: CaseId, actor: Actor): Promise<HandoverFacts> {
  const [one, offer] = await Promise.all([reader.get("case", { caseId }), reader.get("offer", { caseId })]);
  const side = one === undefined ? undefined : sideOf(actor, one, offer);
  if (side === undefined) return { one, offer, members: [], family: { kept: undefined, ids: [] }, people: new Map() };
  const { organisationId, personId } = side.contact;
  const [members, family] = await Promise.all([
    reader.list("member", { organisationId }),
    readFamily(reader, organisationId),
  ]);
  const involved = new Set([
    ...members.map((member) => member.personId),
    ...(personId === undefined ? [] : [personId]),
  ]);
  const found = await Promise.all([...involved].map((id) => reader.get("person", { personId: id })));
  const people = new Map(found.flatMap((person) => (person === undefined ? [] : [[person.personId, person] as const])));
  const known = [...people].flatMap(([id, person]) => {
    const recipient = recipientOf(person);
    return recipient === undefined ? [] : [[id, recipient] as const];
  });
  return { one, offer, members, family, people: new Map(known) };
}

/** The party that the actor belongs to. Whoever belongs to both acts for the applicant. */
export function sideOf(
  actor: Actor,
  one: Case,
  offer: Offer | undefined,
): { readonly part: CasePart; readonly contact: Contact } | undefined {
  for (const part of ["applicant", "provider"] as const) {
    const contact = contactOf(one, offer, part);
    if (contact !== undefined && isMember(actor, contact.organisationId, anyLevel)) return { part, contact };
  }
  return undefined;
}

/** Whether the contact still belongs to the organisation and can sign in. */
export function isThere(
  { personId }: Contact,
  { members, people }: Pick<HandoverFacts, "members" | "people">,
): boolean {
  return personId !== undefined && people.has(personId) && members.some((member) => member.personId === personId);
}

interface Side {
  readonly person: PersonActor;
  readonly one: Case;
  readonly part: CasePart;
  readonly contact: Contact;
}

/** @throws not_found `case.not-found` for who belongs to neither party; conflict `handover.no-contact`. */
export function requireSide(facts: HandoverFacts, actor: Actor): Side {
  const person = requirePerson(actor);
  const side = facts.one === undefined ? undefined : sideOf(person, facts.one, facts.offer);
  if (facts.one === undefined || side === undefined) throw new DomainError("not_found", "case.not-found");
  if (side.contact.personId === undefined) throw new DomainError("conflict", "handover.no-contact");
  return { person, one: facts.one, ...side };
}

/**
 * @throws not_found `case.not-found`; conflict `handover.no-contact`, `handover.contact-there` for an owner while the
 * contact can do it; forbidden `handover.contact-needed`; invalid `handover.no-member`.
 */
export const handOver = verb({
  name: "case.hand-over",
  input: handOverInput,
  read: (reader, { caseId }, actor) => readHandover(reader, caseId, actor),
  decide(facts: HandoverFacts, actor, { to, leaves }, moment): Decision<z.infer<typeof handOverResult>> {
    const { person, one, part, contact } = requireSide(facts, actor);
    const target = facts.members.find(({ personId }) => personId === to);
    const recipient = facts.people.get(to);
    if (
      target === undefined ||
      recipient === undefined ||
      !contactLevels.includes(target.level) ||
      to === contact.personId
    )
      throw new DomainError("invalid", "handover.no-member");
    if (person.personId !== contact.personId) {
      if (!isMember(person, contact.organisationId, ["owner"]))
        throw new DomainError("forbidden", "handover.contact-needed");
      if (isThere(contact, facts)) throw new DomainError("conflict", "handover.contact-there");
      return { ...handedOver({ ...facts, one }, part, contact, to, moment), result: { outcome: "handed-over" } };
    }
    const before = one.handover?.[part];
    if (before?.to === to && before.leaves === leaves) return { changes: [], result: { outcome: "asked" } };
    const asked = { to, by: person.personId, at: moment.now, leaves };
    const letter = letterTo(recipient, "asked", { ...facts, one }, { from: person.name, to: recipient.name }, moment);
    return {
      changes: [
        {
          op: "patch",
          name: "case",
          key: { caseId: one.caseId },
          set: { handover: { ...one.handover, [part]: asked } },
          when: { version: one.version },
        },
        ...letter.changes,
      ],
      events: [event(one, "case.handover-asked", { part, to })],
      effects: letter.effects,
      result: { outcome: "asked" },
    };
  },
});

/** The case as it is spoken for by another person, with the letters to both. */
export function handedOver(
  facts: HandoverFacts & { readonly one: Case },
  part: CasePart,
  contact: Contact,
  to: Member["personId"],
  moment: Moment,
): Pick<Decision<never>, "changes" | "events" | "effects"> {
  const { one, offer, people } = facts;
  const { [part]: _, ...others } = one.handover ?? {};
  const rest: Partial<Case> = { handover: others };
  const changes: Change[] = [
    {
      op: "patch",
      name: "case",
      key: { caseId: one.caseId },
      set: part === "applicant" ? { ...rest, contactId: to } : rest,
      when: { version: one.version },
    },
    ...(part === "provider" && offer !== undefined
      ? [{ op: "replace" as const, name: "offer" as const, value: { ...offer, contactId: to } }]
      : []),
  ];
  const [before, after] = [people.get(contact.personId ?? ""), people.get(to)];
  const names = { from: before?.name ?? "", to: after?.name ?? "" };
  const letters = [before, after].flatMap((one_) =>
    one_ === undefined ? [] : [letterTo(one_, "done", facts, names, moment)],
  );
  return {
    changes: [...changes, ...letters.flatMap((letter) => letter.changes)],
    events: [event(one, "case.handed-over", { part, from: contact.personId ?? "", to })],
    // The new person's own ties and department count for the reviewers, too.
    effects: [
      ...letters.flatMap((letter) => letter.effects),
      recheckOf(contact, `handed:${one.caseId}:${one.version}:${part}`),
    ],
  };
}

/** About one case, to one person. Who is asked and when make it one letter. */
export function letterTo(
  to: Recipient,
  step: "asked" | "done" | "declined",
  { one }: { readonly one: Case },
  names: { readonly from: string; readonly to: string },
  moment: Moment,
) {
  const park = parkOf(moment.network, one.leadPark).name;
  return ownLetter(
    handoverLetter,
    {
      kind: "handover",
      key: `handover:${step}:${moment.now}:${to.personId}`,
      stream: one.caseId,
      caseId: one.caseId,
      to,
      data: { step, ...names, path: `/cases/${one.caseId}/contact`, reference: one.reference, title: one.title, park },
      atOnce: step === "asked",
    },
    moment,
  );
}

export function event({ caseId }: Case, type: string, facts: Record<string, unknown>) {
  return { stream: caseId, caseId, type, facts };
}
