/** The manager refuses a claim as a whole; it stands once finance confirms it (domain §5: manager + finance). */
import * as z from "zod";
import type { CaseFile } from "../file/file.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { money } from "../kernel/money.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { readUse, requireCase, requireClaim, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import { refuseBarred } from "./barred.ts";
import type { Claim } from "./claim.ts";
import { refuseOtherAnswer } from "./other-answer.ts";
import { demandShareProof } from "./own-share.ts";

export const refuseClaimInput = z.object({
  caseId: caseIdSchema,
  /** To both parties, with the refusal. */
  reasons: z.string().trim().min(1).max(2000),
  /** What it proves all the same that the SME paid of its own share of work accepted before, minor units of the voucher's currency. */
  paidByApplicant: z.number().int().min(0).optional(),
  noInterest: z.literal(true),
});
export const refuseClaimResult = z.object({ outcome: z.literal("refusal-proposed"), claim: z.number().int() });

interface Facts extends UseFacts {
  readonly files?: readonly CaseFile[];
}

/** To the workflow it is an assessment: what comes next is finance's check, whatever it checks. @throws as `demandShareProof` does */
export const refuseClaim = verb({
  name: "claim.refuse",
  input: refuseClaimInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [facts, files] = await Promise.all([readUse(reader, caseId), reader.list("file", { caseId })]);
    return { ...facts, files };
  },
  decide(
    facts: Facts,
    actor,
    { reasons, paidByApplicant: proven = 0 },
    moment,
  ): Decision<z.infer<typeof refuseClaimResult>> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const claim = requireClaim(facts.claims);
    refuseBarred(person, claim);
    const result = { outcome: "refusal-proposed" as const, claim: claim.claim };
    const task = openOrRepeated(facts.tasks, "check-claim", undefined, actor, "assessed");
    if (task === undefined) {
      if (claim.refusal?.reasons !== reasons || (claim.refusal.paidByApplicant?.amount ?? 0) !== proven)
        refuseOtherAnswer(facts.tasks, "check-claim");
      return { changes: [], result };
    }
    const { currency } = requireVoucher(facts).voucher.value;
    const paidByApplicant = proven === 0 ? undefined : money(proven, currency);
    demandShareProof(facts.files ?? [], claim, money(proven, currency));
    const value: Claim = {
      ...claim,
      status: "assessed",
      assessment: undefined,
      refusal: {
        by: person.personId,
        at: moment.now,
        reasons,
        ...(paidByApplicant === undefined ? {} : { paidByApplicant }),
      },
    };
    const closing = answerTask(task, { outcome: "assessed", round: task.round }, actor, moment);
    return {
      changes: [{ op: "replace", name: "claim", value }, ...closing.changes],
      events: [
        { stream: one.caseId, caseId: one.caseId, type: "claim.refusal-proposed", facts: { claim: claim.claim } },
      ],
      effects: closing.effects,
      result,
    };
  },
});
