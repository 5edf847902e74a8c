/** The lead park agrees to another description of the service that both parties want; it is in force with that. */
import * as z from "zod";
import { type Parties, readParties, refuseOwnPark } from "../approval/park-interest.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { deciderOf, demandScope, partiesLeft, requireScope } from "./scope.ts";
import { nameOf, scopeLetters } from "./scope-letters.ts";
import { demandNoneWaits, wordGiven } from "./second-word.ts";
import { requireAnother, requireStaff } from "./staff.ts";
import { partyContacts, readUse, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";
import type { Voucher } from "./voucher.ts";

export const decideScopeInput = z.object({
  caseId: caseIdSchema,
  /** Of the proposal as it was read. */
  contentHash: z.string().max(200),
  /** Both parties read them. */
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const decideScopeResult = z.object({ outcome: z.literal("changed") });

export interface DecideScopeFacts extends UseFacts {
  readonly parties: Parties;
}

/**
 * A manager of what the company wants, an approver of what a manager wants; `voucher.refuse-change` refuses it.
 * @throws as `requireStaff`, `refuseOwnPark`, `requireScope`, `demandScope`; forbidden `duties.same-person`; conflict
 * `voucher.parties-first`, `voucher.change-pending`.
 */
export const decideScope = verb({
  name: "voucher.decide-scope",
  input: decideScopeInput,
  async read(reader: Reader, { caseId }): Promise<DecideScopeFacts> {
    const facts = await readUse(reader, caseId);
    return { ...facts, parties: facts.one === undefined ? [] : await readParties(reader, facts.one) };
  },
  decide(
    facts: DecideScopeFacts,
    actor,
    { contentHash, reasons },
    moment,
  ): Decision<z.infer<typeof decideScopeResult>> {
    const one = requireCase(facts);
    const proposed = facts.voucher?.scopeChange;
    const role = proposed === undefined ? "manager" : deciderOf(proposed);
    const person = requireStaff(actor, role, one, facts.slots, moment.now);
    refuseOwnPark(person, one.leadPark, facts.parties, moment);
    if (proposed !== undefined) requireAnother(person, proposed.by, "voucher.propose-scope");
    const { voucher, call } = requireVoucher(facts);
    const change = requireScope(voucher, contentHash);
    demandScope(one, voucher, change, call, moment);
    if (partiesLeft(change).length > 0) throw new DomainError("conflict", "voucher.parties-first");
    demandNoneWaits(voucher, ["value", "cancellation", "extension"]);
    const decided = { by: person.personId, at: moment.now, reasons };
    const { scopeChange: _, ...kept } = voucher;
    const after: Voucher = { ...kept, scopes: [...(voucher.scopes ?? []), { ...change, decided }] };
    const word = wordGiven(facts.tasks, "scope", one.leadPark, actor, moment);
    const told = { by: nameOf(one, "park", moment), reasons };
    const letters = scopeLetters("agreed", { one, voucher: after, change }, told, partyContacts(facts), moment);
    return {
      changes: [{ op: "replace", name: "voucher", value: after }, ...word.changes, ...letters.changes],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "voucher.scope-changed", facts: { contentHash } }],
      effects: [...word.effects, ...letters.effects],
      result: { outcome: "changed" },
    };
  },
});
