/** What a manager proposed for a running voucher is refused by a person whose word it needs, or taken back by a manager; nothing else changes. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { type Parties, readParties, refuseOwnPark } from "../approval/park-interest.ts";
import { type Actor, holdsRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, type Closing } from "../task/answer.ts";
import { openWord, type VoucherChange, voucherChanges, withoutProposed, wordsOver } from "./second-word.ts";
import { requireStaff } from "./staff.ts";
import { readUse, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";
import { approvingRole } from "./value-policy.ts";

export const refuseChangeInput = z.object({
  caseId: caseIdSchema,
  /** For which the person speaks. */
  parkId: z.string().max(40),
  change: z.enum(voucherChanges),
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const refuseChangeResult = z.object({ outcome: z.enum(["refused", "taken-back"]) });

interface Facts extends UseFacts {
  readonly parties: Parties;
}

/**
 * Of another value whoever approves for a paying park, of a cancellation an approver and of an extension finance of the lead
 * park; a manager of the lead park takes it back.
 * @throws as `requireStaff`, `refuseOwnPark`; not_found `approval.not-a-payer`; conflict `voucher.nothing-proposed`.
 */
export const refuseChange = verb({
  name: "voucher.refuse-change",
  input: refuseChangeInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const facts = await readUse(reader, caseId);
    return { ...facts, parties: facts.one === undefined ? [] : await readParties(reader, facts.one) };
  },
  decide(facts: Facts, actor, input, moment): Decision<z.infer<typeof refuseChangeResult>> {
    const one = requireCase(facts);
    const { change, parkId, reasons } = input;
    const takesBack = parkId === one.leadPark && holdsRole(actor, "manager", parkId, moment.now);
    const person = takesBack
      ? requireStaff(actor, "manager", one, facts.slots, moment.now)
      : requireStaff(actor, roleFor(change, actor, parkId, moment), one, facts.slots, moment.now, parkId);
    if (!takesBack && change !== "extension") refuseOwnPark(person, parkId, facts.parties, moment);
    demandAsked(facts, one, change, parkId);
    const { voucher } = requireVoucher(facts);
    const kept = withoutProposed(voucher, [change]);
    if (kept === voucher) throw new DomainError("conflict", "voucher.nothing-proposed", { change });
    const outcome = takesBack ? "taken-back" : "refused";
    const task = openWord(facts.tasks, change, parkId);
    const told =
      task === undefined ? nothing : answerTask(task, { outcome: "decline", round: task.round }, actor, moment);
    const others = facts.tasks.filter((other) => other !== task);
    const over = wordsOver(others, [change], actor, moment);
    const refused = { change, by: person.personId, at: moment.now, reasons, outcome } as const;
    return {
      changes: [
        {
          op: "replace",
          name: "voucher",
          value: { ...kept, changesRefused: [...(voucher.changesRefused ?? []), refused].slice(-shown) },
        },
        ...told.changes,
        ...over.changes,
      ],
      events: [
        { stream: one.caseId, caseId: one.caseId, type: "voucher.change-refused", facts: { change, parkId, outcome } },
      ],
      effects: [...told.effects, ...over.effects],
      result: { outcome },
    };
  },
});

const nothing: Closing = { changes: [], effects: [] };
/** The history has them all. */
const shown = 20;

function roleFor(change: VoucherChange, actor: Actor, parkId: string, moment: Moment) {
  if (change === "cancellation") return "approver";
  if (change === "extension") return "finance";
  return approvingRole(actor, parkId, moment);
}

/** Another value needs every paying park's word, the others the lead park's. */
function demandAsked(facts: Facts, one: Case, change: VoucherChange, parkId: string): void {
  const pays = change === "value" && facts.shares.some((share) => share.parkId === parkId);
  if (parkId !== one.leadPark && !pays) throw new DomainError("not_found", "approval.not-a-payer", { parkId });
}
