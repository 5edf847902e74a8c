/** No report within thirty days after validity: the voucher expires and its money returns. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { answerTask } from "../task/answer.ts";
import { deadlinesOfUse } from "../task/due.ts";
import { type EndFacts, endVoucher, readEnd } from "./end.ts";
import { prolonged } from "./prolonged.ts";
import { silentTask } from "./silence.ts";
import { requireCase, requireVoucher } from "./use-facts.ts";
import { voucherStands } from "./voucher.ts";

export const expireVoucherInput = z.object({ caseId: caseIdSchema });

/** `nothing`: a report came in time, or the voucher is valid for longer than its task knew. */
export const expireVoucherResult = z.object({ outcome: z.enum(["expired", "nothing"]) });
export type ExpireVoucherResult = z.infer<typeof expireVoucherResult>;

export const expireVoucher = verb({
  name: "voucher.expire",
  input: expireVoucherInput,
  read: (reader: Reader, { caseId }) => readEnd(reader, caseId),
  decide(facts: EndFacts, actor, _input, moment): Decision<ExpireVoucherResult> {
    requireSystem(actor);
    const one = requireCase(facts);
    const task = silentTask(facts.tasks, "use", moment.now);
    if (task === undefined) return { changes: [], result: { outcome: "nothing" } };
    const { voucher } = requireVoucher(facts);
    // Both parties have the validity in writing: a task that is behind it is set right, and comes up again in time.
    const { timeOut } = deadlinesOfUse(moment.now, voucher.expires, parkOf(moment.network, one.leadPark).zone);
    if (timeOut !== undefined && timeOut > moment.now) {
      const changes = [voucherStands(voucher), ...prolonged([task], one, voucher.expires, moment)];
      return { changes, result: { outcome: "nothing" } };
    }
    const end = endVoucher(one, facts, "expired", moment);
    const closing = answerTask(task, { outcome: "expired", round: task.round }, actor, moment, "timed-out");
    return {
      ...end,
      changes: [...end.changes, ...closing.changes],
      effects: [...end.effects, ...closing.effects],
      result: { outcome: "expired" },
    };
  },
});
