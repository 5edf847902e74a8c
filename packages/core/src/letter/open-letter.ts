/** A recipient opens a letter while signed in: the proof that it was delivered (domain §9), kept once. */
import * as z from "zod";
import { requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, letterIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Letter } from "./letter.ts";

export const openLetterResult = z.object({ openedAt: instantSchema });

/** @throws not_found `letter.not-found` for everybody but the person whom it was written to. */
export const openLetter = verb({
  name: "letter.open",
  input: z.object({ caseId: caseIdSchema, letterId: letterIdSchema }),
  async read(reader, { caseId, letterId }): Promise<{ letter: Letter | undefined }> {
    return { letter: await reader.get("letter", { stream: caseId, letterId }) };
  },
  decide({ letter }, actor, { caseId, letterId }, moment): Decision<{ openedAt: Instant }> {
    const person = requirePerson(actor);
    if (letter === undefined || letter.to.personId !== person.personId)
      throw new DomainError("not_found", "letter.not-found");
    if (letter.openedAt !== undefined) return { changes: [], result: { openedAt: letter.openedAt } };
    const key = { stream: caseId, letterId };
    return {
      changes: [{ op: "patch", name: "letter", key, set: { openedAt: moment.now }, when: { openedAt: null } }],
      events: [{ stream: caseId, caseId, type: "letter.opened", facts: { letterId, kind: letter.kind } }],
      result: { openedAt: moment.now },
    };
  },
});
