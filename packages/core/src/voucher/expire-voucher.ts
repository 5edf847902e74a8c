/** No report within thirty days after validity: the voucher expires and its money returns. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { answerTask } from "../task/answer.ts";
import { deadlinesOfUse } from "../task/due.ts";
import { type EndFacts, endVoucher, readEnd } from "./end.ts";
import { silentTask } from "./silence.ts";
import { requireCase, requireVoucher } from "./use-facts.ts";

export const expireVoucherInput = z.object({ caseId: caseIdSchema });

/** `nothing`: a report came in time. */
export const expireVoucherResult = z.object({ outcome: z.enum(["expired", "nothing"]) });
export type ExpireVoucherResult = z.infer<typeof expireVoucherResult>;

/** The voucher's own validity counts, whatever the task says: both parties have it in writing. @throws conflict `task.not-due` */
function demandOver(facts: EndFacts, one: Case, { now, network }: Moment): void {
  const { expires } = requireVoucher(facts).voucher;
  const { timeOut = expires } = deadlinesOfUse(now, expires, parkOf(network, one.leadPark).zone);
  if (timeOut > now) throw new DomainError("conflict", "task.not-due", { timeOut });
}

export const expireVoucher = verb({
  name: "voucher.expire",
  input: expireVoucherInput,
  read: (reader: Reader, { caseId }) => readEnd(reader, caseId),
  decide(facts: EndFacts, actor, _input, moment): Decision<ExpireVoucherResult> {
    requireSystem(actor);
    const one = requireCase(facts);
    const task = silentTask(facts.tasks, "use", moment.now);
    if (task === undefined) return { changes: [], result: { outcome: "nothing" } };
    demandOver(facts, one, moment);
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
