/**
 * Sending a kept letter once more: the same words to the address that the person has now, as a letter of its own; to
 * nobody whom it would not go to if it were written today.
 */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { holdsRole, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, type LetterId, letterIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Person } from "../person/person.ts";
import { isBarred } from "../person/tie.ts";
import type { Reader } from "../port/store.ts";
import type { Letter } from "./letter.ts";
import { isStillAddressed, type Part, readPart } from "./still-addressed.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly letter: Letter | undefined;
  readonly to: Person | undefined;
  readonly part: Part | undefined;
}

const sending = ["manager", "finance"] as const;

/**
 * Staff of a paying park.
 * @throws not_found `case.not-found`, `letter.not-found`; conflict `letter.not-sent-yet`, `letter.nobody`,
 * `letter.addressee-left` for whoever is no contact of a party any more, or whose role or review has ended
 */
export const resendLetter = verb({
  name: "letter.resend",
  input: z.object({ caseId: caseIdSchema, letterId: letterIdSchema }),
  async read(reader: Reader, { caseId, letterId }): Promise<Facts> {
    const [one, letter] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("letter", { stream: caseId, letterId }),
    ]);
    const personId = letter?.to.personId;
    if (one === undefined || personId === undefined) return { one, letter, to: undefined, part: undefined };
    const [to, part] = await Promise.all([reader.get("person", { personId }), readPart(reader, one, personId)]);
    return { one, letter, to, part };
  },
  decide({ one, letter, to, part }: Facts, actor, { caseId }, moment): Decision<{ letterId: LetterId }> {
    const person = requirePerson(actor);
    const may = one?.payingParks.some((parkId) => sending.some((role) => holdsRole(person, role, parkId, moment.now)));
    if (one === undefined || one.submittedAt === undefined || may !== true || isBarred(person, one, moment.now))
      throw new DomainError("not_found", "case.not-found");
    if (letter === undefined) throw new DomainError("not_found", "letter.not-found");
    if (letter.status === "queued" || letter.status === "held")
      throw new DomainError("conflict", "letter.not-sent-yet");
    if (to === undefined || part === undefined || to.disabled) throw new DomainError("conflict", "letter.nobody");
    if (!isStillAddressed(letter, one, part, to.personId, moment.now))
      throw new DomainError("conflict", "letter.addressee-left", { name: letter.to.name });
    const { messageId: _, sentAt: _sent, refusal: _refusal, openedAt: _opened, digestId: _digest, ...kept } = letter;
    const again: Letter = {
      ...kept,
      letterId: moment.newId("let"),
      key: `${letter.key}:again:${moment.now}`,
      to: { ...letter.to, email: to.email, name: to.name },
      createdAt: moment.now,
      status: "queued",
      atOnce: true,
      version: 0,
    };
    return {
      changes: [{ op: "create", name: "letter", value: again }],
      events: [
        {
          stream: caseId,
          caseId,
          type: "letter.resent",
          facts: { letterId: letter.letterId, again: again.letterId, kind: letter.kind },
        },
      ],
      effects: [{ body: { kind: "send-letter", stream: caseId, letterId: again.letterId } }],
      result: { letterId: again.letterId },
    };
  },
});
