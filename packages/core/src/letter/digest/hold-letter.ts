/** Holding a notice for the next digest of somebody who asked for one letter a day: both are written together, or neither. */
import * as z from "zod";
import type { Case } from "../../application/case.ts";
import type { Call } from "../../call/call.ts";
import { requireSystem } from "../../kernel/actor.ts";
import { caseIdSchema, letterIdSchema, personIdSchema } from "../../kernel/id.ts";
import { addDays } from "../../kernel/instant.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Person } from "../../person/person.ts";
import type { Reader } from "../../port/store.ts";
import type { Letter } from "../letter.ts";
import { placeOf } from "./deferral.ts";
import type { Digest } from "./digest.ts";
import { nextDigest } from "./next-digest.ts";

export interface HoldFacts {
  readonly letter: Letter | undefined;
  readonly person: Person | undefined;
  readonly digests: readonly Digest[];
  /** Of a draft: until when it can be sent. */
  readonly closes: Call["closes"] | undefined;
}

/** False where it is to be sent now: its kind may not wait, or its reader has not asked for a digest. */
export const holdLetter = verb({
  name: "letter.hold",
  input: z.object({ caseId: caseIdSchema, letterId: letterIdSchema, personId: personIdSchema }),
  async read(reader: Reader, { caseId, letterId, personId }): Promise<HoldFacts> {
    const [letter, person, digests, one] = await Promise.all([
      reader.get("letter", { stream: caseId, letterId }),
      reader.get("person", { personId }),
      reader.list("digest", { personId }),
      reader.get("case", { caseId }),
    ]);
    return { letter, person, digests, closes: await closingOf(reader, one) };
  },
  decide(facts: HoldFacts, actor, { caseId, letterId, personId }, moment): Decision<{ held: boolean }> {
    requireSystem(actor);
    const { letter, person, digests, closes } = facts;
    const now: Decision<{ held: boolean }> = { changes: [], result: { held: false } };
    if (letter?.status !== "queued" || person?.digest === undefined || placeOf(letter) === undefined) return now;
    const { day, dueAt, open } = nextDigest(moment.now, person.digest.zone, digests);
    // Whoever may still have to send a draft reads in time what is new about it, with a day to spare.
    if (closes !== undefined && closes < addDays(dueAt, 1)) return now;
    const notice = { caseId, letterId };
    const value: Digest =
      open === undefined
        ? { personId, day, dueAt, state: "open", notices: [notice], version: 0 }
        : { ...open, notices: [...open.notices, notice] };
    return {
      changes: [
        {
          op: "patch",
          name: "letter",
          key: { stream: caseId, letterId },
          set: { status: "held", heldUntil: dueAt },
          when: { status: "queued" },
        },
        open === undefined ? { op: "create", name: "digest", value } : { op: "replace", name: "digest", value },
      ],
      effects: open === undefined ? [{ body: { kind: "send-digest", personId, day }, dueAt }] : [],
      result: { held: true },
    };
  },
});

async function closingOf(reader: Reader, one: Case | undefined): Promise<Call["closes"] | undefined> {
  if (one?.status !== "draft") return undefined;
  return (await reader.get("call", { callId: one.callId }))?.closes;
}
