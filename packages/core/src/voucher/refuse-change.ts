/** What a manager proposed for a running voucher is refused by a person whose word it needs, or taken back by a manager; nothing else changes. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { type Parties, readParties, refuseOwnPark } from "../approval/park-interest.ts";
import { type Actor, holdsRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Closing } from "../task/answer.ts";
import { refusedChange } from "./refused-change.ts";
import { nameOf, scopeLetters } from "./scope-letters.ts";
import { type VoucherChange, voucherChanges, withoutProposed } from "./second-word.ts";
import { requireStaff } from "./staff.ts";
import { partyContacts, readUse, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";
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
 * Of another value whoever approves for a paying park; of the lead park an approver of a cancellation, finance of an
 * extension, of another service whoever decides on it. A manager of the lead park takes back what a manager proposed.
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
    const asked = facts.voucher?.scopeChange;
    // What the company wants is a manager's to refuse, not to take back.
    const ofParty = change === "scope" && asked?.from === "applicant";
    const takesBack = !ofParty && parkId === one.leadPark && holdsRole(actor, "manager", parkId, moment.now);
    const role = takesBack || ofParty ? "manager" : roleFor(change, actor, parkId, moment);
    const person = requireStaff(actor, role, one, facts.slots, moment.now, parkId);
    if (!takesBack && change !== "extension") refuseOwnPark(person, parkId, facts.parties, moment);
    demandAsked(facts, one, change, parkId);
    const { voucher } = requireVoucher(facts);
    if (withoutProposed(voucher, [change]) === voucher)
      throw new DomainError("conflict", "voucher.nothing-proposed", { change });
    const outcome = takesBack ? "taken-back" : "refused";
    const ended = refusedChange(facts, voucher, { change, slot: parkId, reasons, outcome }, person, moment);
    // Both parties knew of another description; of the others neither was told.
    const told = { by: nameOf(one, "park", moment), reasons };
    const letters =
      change !== "scope" || asked === undefined
        ? nothing
        : scopeLetters(outcome, { one, voucher, change: asked }, told, partyContacts(facts), moment);
    return {
      changes: [...ended.changes, ...letters.changes],
      events: [
        { stream: one.caseId, caseId: one.caseId, type: "voucher.change-refused", facts: { change, parkId, outcome } },
      ],
      effects: [...ended.effects, ...letters.effects],
      result: { outcome },
    };
  },
});

const nothing: Closing = { changes: [], effects: [] };

function roleFor(change: VoucherChange, actor: Actor, parkId: string, moment: Moment) {
  if (change === "cancellation" || change === "scope") return "approver";
  if (change === "extension") return "finance";
  return approvingRole(actor, parkId, moment);
}

/** Another value needs every paying park's word, the others the lead park's. */
function demandAsked(facts: Facts, one: Case, change: VoucherChange, parkId: string): void {
  const pays = change === "value" && facts.shares.some((share) => share.parkId === parkId);
  if (parkId !== one.leadPark && !pays) throw new DomainError("not_found", "approval.not-a-payer", { parkId });
}
