/** An approver confirms a proposed cancellation: the voucher ends, its tasks close, its workflow stops, its money returns. */
import * as z from "zod";
import { type Parties, readParties, refuseOwnPark } from "../approval/park-interest.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { cancelTasks } from "../task/answer.ts";
import { stopWorkflow } from "../task/start-workflow.ts";
import { type EndFacts, endVoucher, readEnd } from "./end.ts";
import { cancellable } from "./propose-cancellation.ts";
import { openWord, withoutProposed, wordGiven } from "./second-word.ts";
import { requireAnother, requireStaff } from "./staff.ts";
import { requireCase, requireVoucher } from "./use-facts.ts";
import type { Voucher } from "./voucher.ts";

export const cancelVoucherInput = z.object({ caseId: caseIdSchema, noInterest: z.literal(true) });
export type CancelVoucherInput = z.infer<typeof cancelVoucherInput>;

export const cancelVoucherResult = z.object({ outcome: z.literal("cancelled") });
export type CancelVoucherResult = z.infer<typeof cancelVoucherResult>;

export interface CancelFacts extends EndFacts {
  readonly parties: Parties;
}

/** `conflict voucher.no-cancellation` without a manager's proposal; `forbidden duties.same-person` for who proposed it, `duties.park-interest`. */
export const cancelVoucher = verb({
  name: "voucher.cancel",
  input: cancelVoucherInput,
  async read(reader: Reader, { caseId }): Promise<CancelFacts> {
    const facts = await readEnd(reader, caseId);
    return { ...facts, parties: facts.one === undefined ? [] : await readParties(reader, facts.one) };
  },
  decide(facts: CancelFacts, actor, _input, moment): Decision<CancelVoucherResult> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "approver", one, facts.slots, moment.now);
    refuseOwnPark(person, one.leadPark, facts.parties, moment);
    const { voucher } = requireVoucher(facts);
    if (one.status === "cancelled") return { changes: [], result: { outcome: "cancelled" } };
    if (!cancellable.includes(one.status))
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "cancelled" });
    if (voucher.cancellation === undefined)
      throw new DomainError("conflict", "voucher.no-cancellation", { caseId: one.caseId });
    requireAnother(person, voucher.cancellation.by, "voucher.propose-cancellation");
    const end = endVoucher(one, facts, "cancelled", moment);
    // Cancelled tasks are not told to the workflow: it is stopped as a whole.
    // A request for redress against something else goes on beside it.
    const asking = openWord(facts.tasks, "cancellation", one.leadPark);
    const word = wordGiven(facts.tasks, "cancellation", one.leadPark, actor, moment);
    const used = facts.tasks.filter((task) => task.workflow !== "redress" && task !== asking);
    const closed = cancelTasks(used, actor, moment, false);
    const given = (end.postings ?? []).map(({ ledger, amount }) => ({ ledger, amount }));
    const value: Voucher = {
      ...withoutProposed(voucher, ["value", "extension", "scope"]),
      cancellation: { ...voucher.cancellation, approvedBy: person.personId, given },
    };
    return {
      ...end,
      changes: [...end.changes, { op: "replace", name: "voucher", value }, ...closed.changes, ...word.changes],
      effects: [...end.effects, ...closed.effects, ...word.effects, stopWorkflow(one, "cancelled")],
      result: { outcome: "cancelled" },
    };
  },
});
