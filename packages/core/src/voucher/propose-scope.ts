/** The company, or a manager of the lead park, wants the service of a running voucher described anew; its value stays (domain §13). */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { CasePart } from "../application/handover.ts";
import { type Actor, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, type PersonId } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { joinLetters } from "../letter/write-letter.ts";
import type { Change, Reader } from "../port/store.ts";
import { isOfEitherParty, requireParty } from "./party.ts";
import { demandScope, hashOfScope, partiesLeft, type ScopeChange, scopeMayIn, workDaysSchema } from "./scope.ts";
import { nameOf, scopeLetters } from "./scope-letters.ts";
import { askParty, demandNoneWaits, voucherChanges } from "./second-word.ts";
import { requireStaff } from "./staff.ts";
import { readUseOfProvider, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";

export const proposeScopeInput = z.object({
  caseId: caseIdSchema,
  /** The whole description after it. */
  scope: z.string().trim().min(20).max(4000),
  days: workDaysSchema.optional(),
  reasons: z.string().trim().min(1).max(2000),
  /** Of a manager; a party has an interest. */
  noInterest: z.literal(true).optional(),
});
export const proposeScopeResult = z.object({ outcome: z.literal("proposed") });

/**
 * The provider is asked, and the company too where the park proposes; the park decides once they agree.
 * @throws as `requireParty`, `requireStaff`, `demandScope`; conflict `voucher.change-pending`; invalid `input.invalid`.
 */
export const proposeScope = verb({
  name: "voucher.propose-scope",
  input: proposeScopeInput,
  read: (reader: Reader, { caseId }) => readUseOfProvider(reader, caseId),
  decide(
    facts: UseFacts,
    actor,
    { scope, days, reasons, noInterest },
    moment,
  ): Decision<z.infer<typeof proposeScopeResult>> {
    const one = requireCase(facts);
    const { from, by } = proposerOf(facts, one, actor, noInterest, moment);
    const { voucher, call } = requireVoucher(facts);
    const asked = { scope, ...(days === undefined ? {} : { days }), reasons, from, by, at: moment.now };
    const earlier = voucher.scopeChange;
    if (
      earlier !== undefined &&
      earlier.contentHash === hashOfScope(one.caseId, { ...asked, at: earlier.at }, moment.digest)
    )
      return { changes: [], result: { outcome: "proposed" } };
    demandScope(one, voucher, asked, call, moment);
    // What a park considers is not told to a party: its own proposal waits until the park has answered that.
    demandNoneWaits(voucher, from === "park" ? voucherChanges : ["scope"]);
    const change: ScopeChange = {
      ...asked,
      contentHash: hashOfScope(one.caseId, asked, moment.digest),
      agreed: from === "park" ? [] : [{ party: "applicant", by, at: moment.now }],
    };
    const opened = partiesLeft(change).map((party) => openFor(facts, one, change, party, moment));
    const letters = joinLetters(opened);
    const { caseId } = one;
    return {
      changes: [
        { op: "patch", name: "case", key: { caseId }, set: {}, when: { status: scopeMayIn } },
        { op: "replace", name: "voucher", value: { ...voucher, scopeChange: change } },
        ...letters.changes,
      ],
      events: [{ stream: caseId, caseId, type: "voucher.scope-proposed", facts: { from } }],
      effects: letters.effects,
      result: { outcome: "proposed" },
    };
  },
});

function proposerOf(
  { slots }: UseFacts,
  one: Case,
  actor: Actor,
  noInterest: true | undefined,
  { now }: Moment,
): { from: ScopeChange["from"]; by: PersonId } {
  if (isOfEitherParty(requirePerson(actor), one))
    return { from: "applicant", by: requireParty(actor, one.applicantId, ["owner", "editor"], one).personId };
  const { personId } = requireStaff(actor, "manager", one, slots, now);
  if (noInterest !== true)
    throw new DomainError("invalid", "input.invalid", {
      problems: [{ path: "noInterest", message: "State that you have no interest in the case." }],
    });
  return { from: "park", by: personId };
}

function openFor(facts: UseFacts, one: Case, change: ScopeChange, party: CasePart, moment: Moment) {
  const { voucher } = requireVoucher(facts);
  const task = askParty(one, "scope", party, facts, moment);
  if (task === undefined) return { changes: [], effects: [] };
  const told = { by: nameOf(one, change.from, moment), reasons: change.reasons, due: task.due };
  const to = party === "applicant" ? facts.applicants : facts.providers;
  const letters = scopeLetters("asked", { one, voucher, change }, told, to, moment);
  const opened: Change[] = [{ op: "create", name: "task", value: task }, ...letters.changes];
  return { changes: opened, effects: letters.effects };
}
