/** Who speaks for one's own party of a case, who was asked to take over, and who could. */
import * as z from "zod";
import { contactLevels, isThere, readHandover, requireSide, sideOf } from "../application/hand-over.ts";
import { partSchema } from "../application/handover.ts";
import { isMember, type PersonActor } from "../kernel/actor.ts";
import { type CaseId, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";

export const contactViewSchema = z.object({
  part: partSchema,
  /** Nobody speaks for a provider that has not answered yet. */
  known: z.boolean(),
  name: z.string(),
  /** Still belongs to the organisation. */
  there: z.boolean(),
  mine: z.boolean(),
  /** The reader may name another contact: asks them, or, where the contact left, does it at once. */
  may: z.enum(["ask", "do", "no"]),
  handover: z.object({ name: z.string(), mine: z.boolean(), at: instantSchema, leaves: z.boolean() }).optional(),
  /** Owners and editors of the organisation, but for the contact. */
  members: z.array(z.object({ personId: personIdSchema, name: z.string() })),
});
export type ContactView = z.infer<typeof contactViewSchema>;

/** @throws not_found `case.not-found` for who belongs to neither party. */
export async function readContact(deps: Deps, actor: PersonActor, caseId: CaseId): Promise<ContactView> {
  const facts = await readHandover(deps.store, caseId, actor);
  const side = facts.one === undefined ? undefined : sideOf(actor, facts.one, facts.offer);
  if (side !== undefined && side.contact.personId === undefined)
    return { part: side.part, known: false, name: "", there: false, mine: false, may: "no", members: [] };
  const { one, part, contact } = requireSide(facts, actor);
  const there = isThere(contact, facts);
  const mine = contact.personId === actor.personId;
  const owner = isMember(actor, contact.organisationId, ["owner"]);
  const asked = one.handover?.[part];
  const nameOf = (personId: string | undefined) => facts.people.get(personId ?? "")?.name ?? "";
  return {
    part,
    known: true,
    name: nameOf(contact.personId),
    there,
    mine,
    may: mine ? "ask" : owner && !there ? "do" : "no",
    ...(asked === undefined || asked.by !== contact.personId
      ? {}
      : {
          handover: {
            name: nameOf(asked.to),
            mine: asked.to === actor.personId,
            at: asked.at,
            leaves: asked.leaves,
          },
        }),
    members: facts.members
      .filter(
        ({ personId, level }) =>
          contactLevels.includes(level) && personId !== contact.personId && facts.people.has(personId),
      )
      .map(({ personId }) => ({ personId, name: nameOf(personId) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}
