/** An execution that cannot go on says so: its case is taken up by a new one, once, soon after the old one ended. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";

export const askReconciler = verb({
  name: "case.ask-reconciler",
  input: z.object({ caseId: caseIdSchema, attempt: z.number().int().min(1), execution: z.string() }),
  read: async () => undefined,
  decide(_facts, actor, { caseId, execution }): Decision<{ outcome: "asked" }> {
    requireSystem(actor);
    return {
      changes: [],
      events: [{ stream: caseId, caseId, type: "case.execution-failed", facts: { execution } }],
      effects: [{ body: { kind: "reconcile-case", caseId, failed: execution } }],
      result: { outcome: "asked" },
    };
  },
});
