/** A park asks nothing back of what no own share was proven for: with reasons, for the proof may have come after all. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import { requireCase } from "../voucher/use-facts.ts";
import { toAskBack } from "./ask-back-task.ts";

export const leaveRecoveryInput = z.object({
  caseId: caseIdSchema,
  parkId: z.string().max(40),
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const leaveRecoveryResult = z.object({ outcome: z.literal("left") });

interface Facts {
  readonly one: Case | undefined;
  readonly slots: readonly Slot[];
  readonly tasks: readonly Task[];
}

/** Finance of the park, as it cancels what it asked. @throws conflict `task.not-open`, `task.already-answered`. */
export const leaveRecovery = verb({
  name: "recovery.leave",
  input: leaveRecoveryInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [one, slots, tasks] = await Promise.all([
      reader.get("case", { caseId }),
      reader.list("slot", { caseId }),
      reader.list("task", { caseId }),
    ]);
    return { one, slots, tasks };
  },
  decide(facts: Facts, actor, { parkId, reasons }, moment): Decision<z.infer<typeof leaveRecoveryResult>> {
    const one = requireCase(facts);
    requireStaff(actor, "finance", one, facts.slots, moment.now, parkId);
    const result = { outcome: "left" as const };
    const task = openOrRepeated(facts.tasks, "ask-back", parkId, actor, "left");
    if (task === undefined) return { changes: [], result };
    const amount = toAskBack(task);
    const closing = answerTask(task, { outcome: "left", round: task.round, reasons }, actor, moment);
    return {
      changes: closing.changes,
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "recovery.left",
          facts: { parkId, reasons, ...amount },
        },
      ],
      effects: closing.effects,
      result,
    };
  },
});
