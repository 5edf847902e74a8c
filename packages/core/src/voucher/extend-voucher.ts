/** A voucher's one extension, at most six months: by a manager, and by finance too where it goes past a fund's last eligible day (domain §5). */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { holdsRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { addMonths, type Instant, instantSchema, toZonedDateString } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { fundOf, parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import { prolonged } from "./prolonged.ts";
import { askSecondWord, demandNoneWaits, wordGiven, wordsOver } from "./second-word.ts";
import { requireAnother, requireStaff } from "./staff.ts";
import { partyContacts, readUseWithWords, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";
import { validityLetters } from "./validity-letters.ts";
import type { Voucher } from "./voucher.ts";

export const extendVoucherInput = z.object({
  caseId: caseIdSchema,
  months: z.coerce.number().int().min(1).max(6),
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const extendVoucherResult = z.object({ outcome: z.enum(["extended", "proposed"]), expires: instantSchema });

/**
 * `proposed`: past a fund's last day finance of the lead park must ask for the same.
 * Conflict `case.wrong-status`, `voucher.extended-before`; forbidden `duties.same-person`.
 */
export const extendVoucher = verb({
  name: "voucher.extend",
  input: extendVoucherInput,
  read: (reader: Reader, { caseId }) => readUseWithWords(reader, caseId, ({ leadPark }) => [leadPark]),
  decide(facts: UseFacts, actor, { months, reasons }, moment): Decision<z.infer<typeof extendVoucherResult>> {
    const one = requireCase(facts);
    const asFinance = holdsRole(actor, "finance", one.leadPark, moment.now);
    const { voucher, call } = voucherOf(facts);
    const proposed = voucher?.extension?.confirmedBy === undefined ? voucher?.extension : undefined;
    const role = asFinance && proposed !== undefined ? "finance" : "manager";
    const person = requireStaff(actor, role, one, facts.slots, moment.now);
    if (voucher === undefined || call === undefined) throw new DomainError("conflict", "voucher.not-issued");
    if (one.status !== "in-use")
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "in-use" });
    if (voucher.extension?.confirmedBy !== undefined) throw new DomainError("conflict", "voucher.extended-before");
    // Of finance nothing new is asked: it answers what was proposed, whatever else waits since.
    if (role === "manager") demandNoneWaits(voucher, ["scope"]);
    const expires = addMonths(voucher.expires, months, parkOf(moment.network, one.leadPark).zone);
    const far = isPastFund(call, expires, moment);
    const extension = { months, reasons, by: person.personId, at: moment.now };
    if (far && role === "manager") {
      const wanted = (facts.words ?? []).map((park) => ({ park, turn: { role: "finance" as const } }));
      const word = askSecondWord({ one, tasks: facts.tasks }, "extension", wanted, ["in-use"], actor, moment);
      return {
        changes: [{ op: "replace", name: "voucher", value: { ...voucher, extension } }, ...word.changes],
        events: [event(one, "voucher.extension-proposed", months, expires)],
        effects: word.effects,
        result: { outcome: "proposed", expires },
      };
    }
    // Whatever the months: finance adds its word to the manager's, never one of its own.
    if (proposed !== undefined && role === "finance") {
      requireAnother(person, proposed.by, "voucher.extend");
      if (proposed.months !== months)
        throw new DomainError("conflict", "voucher.other-extension", { months: proposed.months });
    }
    const first = role === "finance" && proposed !== undefined ? proposed : extension;
    const value: Voucher = { ...voucher, expires, extension: { ...first, confirmedBy: person.personId } };
    const letters = validityLetters("extended", one, value, "", partyContacts(facts), moment);
    const word =
      role === "finance"
        ? wordGiven(facts.tasks, "extension", one.leadPark, actor, moment)
        : wordsOver(facts.tasks, ["extension"], actor, moment);
    return {
      changes: [
        { op: "replace", name: "voucher", value },
        ...word.changes,
        ...prolonged(facts.tasks, one, expires, moment),
        ...letters.changes,
      ],
      events: [event(one, "voucher.extended", months, expires)],
      effects: [...letters.effects, ...word.effects],
      result: { outcome: "extended", expires },
    };
  },
});

function voucherOf(facts: UseFacts): { voucher?: Voucher; call?: Call } {
  return facts.voucher === undefined ? {} : requireVoucher(facts);
}

function event(one: Case, type: string, months: number, expires: Instant) {
  return { stream: one.caseId, caseId: one.caseId, type, facts: { months, expires } };
}

/** Whether some payer's fund no longer pays for costs of that day. */
function isPastFund(call: Call, expires: Instant, { network }: Moment): boolean {
  return call.payers.some(
    ({ parkId, ledger }) =>
      toZonedDateString(expires, parkOf(network, parkId).zone) > fundOf(network, ledger.fundId).eligibleUntil,
  );
}
