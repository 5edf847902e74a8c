/** The manager accepts a claim in full or in part; what is payable follows from the arithmetic, never from a typed figure. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { isZero, moneySchema } from "../kernel/money.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { readUse, requireCase, requireClaim, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import { arithmeticOf } from "./arithmetic.ts";
import { refuseBarred } from "./barred.ts";
import type { Claim } from "./claim.ts";
import { refuseOtherAnswer } from "./other-answer.ts";

export const assessClaimInput = z.object({
  caseId: caseIdSchema,
  /** Every line once: accepted net cost, minor units of the invoice's currency. */
  lines: z
    .array(z.object({ line: z.number().int().min(1), net: z.number().int().min(0) }))
    .min(1)
    .max(20),
  /** Minor units of the voucher's currency that the SME proved to have paid to the provider: its own share, or all where it is reimbursed. */
  paidByApplicant: z.number().int().min(0),
  /** Public money that the SME has for the same cost from elsewhere, minor units of the voucher's currency. */
  otherSupport: z.number().int().min(0).default(0),
  /** Needed as soon as anything is cut. */
  reason: z.string().trim().max(2000).default(""),
  noInterest: z.literal(true),
});
export type AssessClaimInput = z.infer<typeof assessClaimInput>;

export const assessClaimResult = z.object({
  outcome: z.literal("assessed"),
  claim: z.number().int(),
  acceptedNet: moneySchema,
  payable: moneySchema,
});
export type AssessClaimResult = z.infer<typeof assessClaimResult>;

export const assessClaim = verb({
  name: "claim.assess",
  input: assessClaimInput,
  read: (reader: Reader, { caseId }) => readUse(reader, caseId),
  decide(facts: UseFacts, actor, input, moment): Decision<AssessClaimResult> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const { voucher } = requireVoucher(facts);
    const claim = requireClaim(facts.claims);
    refuseBarred(person, claim);
    const task = openOrRepeated(facts.tasks, "check-claim", undefined, actor, "assessed");
    if (task === undefined) {
      if (claim.assessment === undefined || !isSame(claim.assessment, input))
        refuseOtherAnswer(facts.tasks, "check-claim");
      const { acceptedNet, payable } = claim.assessment;
      return { changes: [], result: { outcome: "assessed", claim: claim.claim, acceptedNet, payable } };
    }
    const { lines, acceptedNet, acceptedVat, paidByApplicant, payable, stacking } = arithmeticOf(
      facts,
      input,
      moment.network,
    );
    if (isZero(payable)) throw new DomainError("invalid", "claim.nothing-payable", { acceptedNet, left: voucher.left });
    const cut = lines.some(({ line, accepted }) => accepted.amount < (claim.lines[line - 1]?.net.amount ?? 0));
    if (cut && input.reason === "") throw new DomainError("invalid", "claim.reason-needed");
    const value: Claim = {
      ...claim,
      status: "assessed",
      refusal: undefined,
      assessment: {
        by: person.personId,
        at: moment.now,
        lines,
        acceptedNet,
        ...(isZero(acceptedVat) ? {} : { acceptedVat }),
        ...(stacking === undefined ? {} : { otherSupport: stacking.otherSupport }),
        paidByApplicant,
        payable,
        reason: input.reason,
      },
    };
    const closing = answerTask(task, { outcome: "assessed", round: task.round }, actor, moment);
    return {
      changes: [{ op: "replace", name: "claim", value }, ...closing.changes],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "claim.assessed",
          facts: {
            claim: claim.claim,
            acceptedNet: acceptedNet.amount,
            payable: payable.amount,
            currency: payable.currency,
          },
        },
      ],
      effects: closing.effects,
      result: { outcome: "assessed", claim: claim.claim, acceptedNet, payable },
    };
  },
});

function isSame(assessment: NonNullable<Claim["assessment"]>, input: AssessClaimInput): boolean {
  const { paidByApplicant, reason } = assessment;
  const accepted = assessment.lines.map((one) => [one.line, one.accepted.amount]);
  const given = input.lines.toSorted((a, b) => a.line - b.line).map(({ line, net }) => [line, net]);
  return (
    JSON.stringify([accepted, paidByApplicant.amount, reason]) ===
    JSON.stringify([given, input.paidByApplicant, input.reason])
  );
}
