/** A reviewer answered *out of scope*: the manager says whether the application belongs to the call, before anything is proposed. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import { scopeSchema } from "./scope.ts";
import type { Slot } from "./slot.ts";

export const settleScopeInput = z.object({
  caseId: caseIdSchema,
  noInterest: z.literal(true),
  outcome: scopeSchema.shape.outcome,
  reasons: z.string().trim().min(1).max(4000),
});

interface Facts {
  readonly one: Case | undefined;
  readonly tasks: readonly Task[];
  readonly slots: readonly Slot[];
}

export const settleScope = verb({
  name: "review.settle-scope",
  input: settleScopeInput,
  async read(reader, { caseId }): Promise<Facts> {
    const [one, tasks, slots] = await Promise.all([
      reader.get("case", { caseId }),
      reader.list("task", { caseId }),
      reader.list("slot", { caseId }),
    ]);
    return { one, tasks, slots };
  },
  decide({ one, tasks, slots }: Facts, actor, { outcome, reasons }, moment): Decision<{ outcome: string }> {
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    const person = requireStaff(actor, "manager", one, slots, moment.now);
    const task = openOrRepeated(tasks, "settle-scope", undefined, actor, outcome);
    if (task === undefined) return { changes: [], result: { outcome } };
    const scope = { attempt: one.attempt, outcome, reasons, by: person.personId, at: moment.now };
    const closing = answerTask(task, { outcome, round: task.round }, actor, moment);
    return {
      changes: [{ op: "replace", name: "case", value: { ...one, scope } }, ...closing.changes],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "review.scope-settled", facts: { outcome } }],
      effects: closing.effects,
      result: { outcome },
    };
  },
});
