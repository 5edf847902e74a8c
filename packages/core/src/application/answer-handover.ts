/** Whoever was asked to take a case over says so: from then on they are written to, and the contact before them is not. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { sameFamily } from "../organisation/family.ts";
import { leaveChanges } from "../organisation/member-changes.ts";
import type { Change } from "../port/store.ts";
import { event, type HandoverFacts, handedOver, letterTo, readHandover, requireSide } from "./hand-over.ts";
import type { Contact } from "./handover.ts";

export const answerHandoverInput = z.object({ caseId: caseIdSchema, answer: z.enum(["accept", "decline"]) });
export const answerHandoverResult = z.object({ outcome: z.enum(["handed-over", "declined"]) });

/**
 * @throws not_found `case.not-found`; conflict `handover.not-asked` for anybody but who was asked, `membership.last-owner`
 * where the contact is to leave and nobody else owns the organisation.
 */
export const answerHandover = verb({
  name: "case.answer-handover",
  input: answerHandoverInput,
  read: (reader, { caseId }, actor) => readHandover(reader, caseId, actor),
  decide(facts: HandoverFacts, actor, { answer }, moment): Decision<z.infer<typeof answerHandoverResult>> {
    const { person, one, part, contact } = requireSide(facts, actor);
    const asked = one.handover?.[part];
    if (asked === undefined && contact.personId === person.personId && answer === "accept")
      return { changes: [], result: { outcome: "handed-over" } };
    // Whoever asked is the contact no more: what they asked for is void.
    if (asked?.to !== person.personId || asked.by !== contact.personId)
      throw new DomainError("conflict", "handover.not-asked");
    if (answer === "accept") {
      const done = handedOver({ ...facts, one }, part, contact, person.personId, moment);
      const leaving = asked.leaves ? leave(facts, contact, moment) : [];
      return { ...done, changes: [...done.changes, ...leaving], result: { outcome: "handed-over" } };
    }
    const { [part]: _, ...others } = one.handover ?? {};
    const asker = facts.people.get(asked.by);
    const names = { from: asker?.name ?? "", to: person.name };
    const letter = asker === undefined ? undefined : letterTo(asker, "declined", { one }, names, moment);
    return {
      changes: [
        {
          op: "patch",
          name: "case",
          key: { caseId: one.caseId },
          set: { handover: others },
          when: { version: one.version },
        },
        ...(letter?.changes ?? []),
      ],
      events: [event(one, "case.handover-declined", { part })],
      effects: letter?.effects ?? [],
      result: { outcome: "declined" },
    };
  },
});

/** With the case the membership goes, and all access with it, at the next request. */
function leave({ members, family }: HandoverFacts, { organisationId, personId }: Contact, { now }: Moment): Change[] {
  const member = members.find((one) => one.personId === personId);
  if (member === undefined || personId === undefined) return [];
  const owner = members.find((one) => one.level === "owner" && one.personId !== personId);
  if (member.level === "owner" && owner === undefined) throw new DomainError("conflict", "membership.last-owner");
  return [
    ...sameFamily(family),
    ...leaveChanges(family.ids, personId, now),
    ...(member.level === "owner" && owner !== undefined
      ? [
          {
            op: "check" as const,
            name: "member" as const,
            key: { organisationId, personId: owner.personId },
            when: { level: "owner" },
          },
        ]
      : []),
  ];
}
