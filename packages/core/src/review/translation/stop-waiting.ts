/** A case is not kept waiting for a translation service that is not asked after all: the words are there, or the park has none any more. */
import * as z from "zod";
import type { Case } from "../../application/case.ts";
import { requireSystem } from "../../kernel/actor.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import { standsAt } from "./ask-service.ts";

export const stopWaiting = verb({
  name: "translation.stop-waiting",
  input: z.object({ caseId: caseIdSchema, attempt: z.number().int().min(1) }),
  read: (reader, { caseId }) => reader.get("case", { caseId }),
  decide(one: Case | undefined, actor, { attempt }): Decision<{ outcome: "stopped" | "closed" }> {
    requireSystem(actor);
    if (one?.translating === undefined || one.status !== "in-review" || one.attempt !== attempt)
      return { changes: [], result: { outcome: "closed" } };
    return { changes: [standsAt(one, undefined)], result: { outcome: "stopped" } };
  },
});
