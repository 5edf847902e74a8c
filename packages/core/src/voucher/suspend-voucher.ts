/** A manager suspends the use of a voucher: the payee's task is answered by it, and the expiry clock stands still (domain §5). */
import * as z from "zod";
import { moveCase } from "../application/move.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, requireOpenTask } from "../task/answer.ts";
import { nextUse, startWorkflow, stopWorkflow } from "../task/start-workflow.ts";
import { withoutProposed, wordsOver } from "./second-word.ts";
import { requireStaff } from "./staff.ts";
import { partyContacts, readUse, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";
import { validityLetters } from "./validity-letters.ts";
import type { Voucher } from "./voucher.ts";

export const suspendVoucherInput = z.object({
  caseId: caseIdSchema,
  /** To both parties. */
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const suspendVoucherResult = z.object({ outcome: z.literal("suspended"), since: instantSchema });

/**
 * The use goes on as a further attempt, in an execution of its own that waits for the manager: however often it happens,
 * no history grows, and an execution that knows no suspension is never told of one.
 * @throws conflict `case.wrong-status`, `task.not-open`.
 */
export const suspendVoucher = verb({
  name: "voucher.suspend",
  input: suspendVoucherInput,
  read: (reader: Reader, { caseId }) => readUse(reader, caseId),
  decide(facts: UseFacts, actor, { reasons }, moment): Decision<z.infer<typeof suspendVoucherResult>> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const { voucher } = requireVoucher(facts);
    const earlier = voucher.suspensions ?? [];
    const last = earlier.at(-1);
    if (one.status === "suspended" && last?.by === person.personId && last.reasons === reasons)
      return { changes: [], result: { outcome: "suspended", since: last.at } };
    if (one.status !== "in-use")
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "in-use" });
    const task = requireOpenTask(facts.tasks, "use");
    const closing = answerTask(task, { outcome: "suspended", round: task.round }, actor, moment);
    const move = moveCase(one, "suspended", nextUse(one), moment, { type: "voucher.suspended" });
    const over = wordsOver(facts.tasks, ["value", "extension"], actor, moment);
    const suspended: Voucher = {
      ...withoutProposed(voucher, ["value", "extension"]),
      suspensions: [...earlier, { by: person.personId, at: moment.now, reasons }],
    };
    const letters = validityLetters("suspended", one, suspended, reasons, partyContacts(facts), moment);
    return {
      changes: [
        ...move.changes,
        { op: "replace", name: "voucher", value: suspended },
        ...closing.changes,
        ...over.changes,
        ...letters.changes,
      ],
      events: move.events,
      effects: [stopWorkflow(one, "suspended"), startWorkflow(move.moved), ...over.effects, ...letters.effects],
      result: { outcome: "suspended", since: moment.now },
    };
  },
});
