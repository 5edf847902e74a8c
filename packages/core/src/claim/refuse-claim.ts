/** The manager refuses a claim as a whole; it stands once finance confirms it (domain §5: manager + finance). */
import * as z from "zod";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { readUse, requireCase, requireClaim, type UseFacts } from "../voucher/use-facts.ts";
import { refuseBarred } from "./barred.ts";
import type { Claim } from "./claim.ts";
import { refuseOtherAnswer } from "./other-answer.ts";

export const refuseClaimInput = z.object({
  caseId: caseIdSchema,
  /** To both parties, with the refusal. */
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const refuseClaimResult = z.object({ outcome: z.literal("refusal-proposed"), claim: z.number().int() });

/** To the workflow it is an assessment: what comes next is finance's check, whatever it checks. */
export const refuseClaim = verb({
  name: "claim.refuse",
  input: refuseClaimInput,
  read: (reader: Reader, { caseId }) => readUse(reader, caseId),
  decide(facts: UseFacts, actor, { reasons }, moment): Decision<z.infer<typeof refuseClaimResult>> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const claim = requireClaim(facts.claims);
    refuseBarred(person, claim);
    const result = { outcome: "refusal-proposed" as const, claim: claim.claim };
    const task = openOrRepeated(facts.tasks, "check-claim", undefined, actor, "assessed");
    if (task === undefined) {
      if (claim.refusal?.reasons !== reasons) refuseOtherAnswer(facts.tasks, "check-claim");
      return { changes: [], result };
    }
    const value: Claim = {
      ...claim,
      status: "assessed",
      assessment: undefined,
      refusal: { by: person.personId, at: moment.now, reasons },
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
