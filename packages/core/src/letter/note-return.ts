/** A mail server said afterwards that a letter did not arrive, or was not wanted. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { letterIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Letter } from "./letter.ts";

/** `bounce`: no such mailbox. `complaint`: marked as unwanted. `reject`: held back before it left. */
export const returnReasonSchema = z.enum(["bounce", "complaint", "reject"]);

export const noteReturnInput = z.object({ stream: z.string(), letterId: letterIdSchema, reason: returnReasonSchema });

/** The letter is marked once; one that is not kept any more, or was marked before, stays as it is. */
export const noteReturn = verb({
  name: "letter.note-return",
  input: noteReturnInput,
  read: (reader, { stream, letterId }): Promise<Letter | undefined> => reader.get("letter", { stream, letterId }),
  decide(letter, actor, { stream, letterId, reason }): Decision<{ noted: boolean }> {
    requireSystem(actor);
    if (letter === undefined || letter.status === "bounced" || letter.status === "refused") {
      return { changes: [], result: { noted: false } };
    }
    return {
      changes: [
        {
          op: "patch",
          name: "letter",
          key: { stream, letterId },
          set: { status: "bounced", refusal: reason },
          when: { status: letter.status },
        },
      ],
      events: [
        {
          stream,
          ...(letter.caseId === undefined ? {} : { caseId: letter.caseId }),
          type: "letter.returned",
          facts: { letterId, kind: letter.kind, reason },
        },
      ],
      result: { noted: true },
    };
  },
});
