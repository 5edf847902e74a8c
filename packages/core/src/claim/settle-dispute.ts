/** The manager settles a dispute: the service counts as received, or the work is done and claimed again. */
import * as z from "zod";
import { moveCase } from "../application/move.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { afterStanding, toWorkAgain } from "../voucher/standing-clock.ts";
import { readUseWithFinance, requireCase, requireClaim, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import { boundLetters } from "../voucher/validity-letters.ts";
import type { Claim } from "./claim.ts";
import { freeInvoices } from "./file-report.ts";

export const settleDisputeInput = z.object({
  caseId: caseIdSchema,
  /** A voucher that cannot go on is cancelled by two people: `voucher.propose-cancellation`, `voucher.cancel`. */
  outcome: z.enum(["confirmed", "again"]),
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export type SettleDisputeInput = z.infer<typeof settleDisputeInput>;

export const settleDisputeResult = z.object({ outcome: settleDisputeInput.shape.outcome, expires: instantSchema });
export type SettleDisputeResult = z.infer<typeof settleDisputeResult>;

/** So often a disputed service is done again; then it counts as received, or the voucher is cancelled. */
const redoneMost = 5;

export const settleDispute = verb({
  name: "claim.settle-dispute",
  input: settleDisputeInput,
  read: (reader: Reader, { caseId }) => readUseWithFinance(reader, caseId),
  decide(facts: UseFacts, actor, input, moment): Decision<SettleDisputeResult> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const { voucher, call } = requireVoucher(facts);
    const task = openOrRepeated(facts.tasks, "settle-dispute", undefined, actor, input.outcome);
    if (task === undefined) return { changes: [], result: { outcome: input.outcome, expires: voucher.expires } };
    const claim = requireClaim(facts.claims);
    const again = input.outcome === "again";
    const redone = facts.claims.filter(({ dispute }) => dispute?.settled?.outcome === "again").length;
    if (again && redone >= redoneMost) throw new DomainError("conflict", "claim.redone-most", { most: redoneMost });
    const { voucher: resumed, bound } = again
      ? toWorkAgain(one, voucher, call, moment, claim.filedAt)
      : afterStanding(one, voucher, call, moment);
    const settled: Claim = {
      ...claim,
      status: again ? "refused" : "confirmed",
      ...(claim.dispute === undefined
        ? {}
        : {
            dispute: {
              ...claim.dispute,
              settled: { outcome: input.outcome, reasons: input.reasons, by: person.personId, at: moment.now },
            },
          }),
    };
    const move = moveCase(one, again ? "in-use" : "claim-check", {}, moment, {
      type: "claim.dispute-settled",
      facts: { claim: claim.claim, outcome: input.outcome, expires: resumed.expires },
    });
    const closing = answerTask(
      task,
      { outcome: input.outcome, round: again ? task.round + 1 : task.round },
      actor,
      moment,
    );
    const anew: Change[] = [
      { op: "replace", name: "voucher", value: resumed },
      ...(again ? freeInvoices(voucher, claim) : []),
    ];
    const letters = boundLetters(one, resumed, bound, facts, "all", moment);
    return {
      changes: [
        ...move.changes,
        { op: "replace", name: "claim", value: settled },
        ...anew,
        ...closing.changes,
        ...letters.changes,
      ],
      events: move.events,
      effects: [...closing.effects, ...letters.effects],
      result: { outcome: input.outcome, expires: resumed.expires },
    };
  },
});
