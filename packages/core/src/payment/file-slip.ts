/** Finance says that the slip of tax withheld was filed, with the authority's confirmation as proof. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Claim } from "../claim/claim.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import { answerTask } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import type { Order } from "./batch.ts";
import { openSlip } from "./slip-task.ts";

export const fileSlipInput = z.object({
  caseId: caseIdSchema,
  parkId: z.string(),
  claim: z.number().int().min(1),
  /** Number of the confirmation, as the authority gave it. */
  confirmation: z.string().trim().min(1).max(60),
  filedOn: daySchema,
  noInterest: z.literal(true),
});
export const fileSlipResult = z.object({ outcome: z.literal("filed"), form: z.string(), year: z.number().int() });

interface Facts {
  readonly one: Case | undefined;
  readonly claim: Claim | undefined;
  readonly order: Order | undefined;
  readonly slots: readonly Slot[];
  readonly tasks: readonly Task[];
}

/** Finance of the park that withheld. @throws conflict `slip.none`; invalid `slip.in-future`, `slip.before-payment`. */
export const fileSlip = verb({
  name: "payment.file-slip",
  input: fileSlipInput,
  async read(reader: Reader, { caseId, parkId, claim: number }): Promise<Facts> {
    const [one, claim, order, slots, tasks] = await Promise.all([
      reader.get("case", { caseId }),
      reader.get("claim", { caseId, claim: number }),
      reader.get("order", { caseId, parkId, claim: number, purpose: "payee" }),
      reader.list("slot", { caseId }),
      reader.list("task", { caseId }),
    ]);
    return { one, claim, order, slots, tasks };
  },
  decide({ one, claim, order, slots, tasks }: Facts, actor, input, moment): Decision<z.infer<typeof fileSlipResult>> {
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    const { parkId, confirmation, filedOn } = input;
    const person = requireStaff(actor, "finance", one, slots, moment.now, parkId);
    const { country, zone } = parkOf(moment.network, parkId);
    const row = claim?.assessment?.withholding?.find((found) => found.country === country);
    const last = claim?.slips?.findLast((slip) => slip.parkId === parkId);
    const task = openSlip(tasks, input);
    if (task === undefined && last?.by === person.personId && last.confirmation === confirmation)
      return { changes: [], result: { outcome: "filed", form: last.form, year: last.year } };
    const bookedOn = order?.bookedOn;
    if (claim === undefined || row === undefined || task === undefined || bookedOn === undefined)
      throw new DomainError("conflict", "slip.none", { claim: input.claim });
    if (filedOn > toZonedDateString(moment.now, zone)) throw new DomainError("invalid", "slip.in-future", { filedOn });
    if (filedOn < bookedOn) throw new DomainError("invalid", "slip.before-payment", { filedOn, bookedOn });
    const { form } = row.slip;
    const year = Number(bookedOn.slice(0, 4));
    const slip = { parkId, form, year, confirmation, filedOn, by: person.personId, at: moment.now };
    const closing = answerTask(task, { outcome: "filed", round: task.round }, actor, moment);
    return {
      changes: [
        { op: "replace", name: "claim", value: { ...claim, slips: [...(claim.slips ?? []), slip] } },
        ...closing.changes,
      ],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "payment.slip-filed",
          facts: { parkId, claim: claim.claim, form, year, confirmation, filedOn },
        },
      ],
      effects: closing.effects,
      result: { outcome: "filed", form, year },
    };
  },
});
