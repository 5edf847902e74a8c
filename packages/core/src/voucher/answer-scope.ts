/** Company or provider agrees to another description of the service, or refuses it; with the last agreement the park is asked. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { partSchema } from "../application/handover.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Closing } from "../task/answer.ts";
import { requireParty } from "./party.ts";
import { refusedChange } from "./refused-change.ts";
import { deciderOf, demandScope, partiesLeft, requireScope, type ScopeChange, scopeMayIn } from "./scope.ts";
import { nameOf, scopeLetters } from "./scope-letters.ts";
import { askSecondWord, wordGiven } from "./second-word.ts";
import { partyContacts, readUseWithWords, requireCase, requireVoucher, type UseFacts } from "./use-facts.ts";
import type { Voucher } from "./voucher.ts";

export const answerScopeInput = z.object({
  caseId: caseIdSchema,
  party: partSchema,
  /** Of the proposal as it was read; refused where it is another one now. */
  contentHash: z.string().max(200),
  /** May be taken back until the park has decided. */
  answer: z.enum(["agree", "refuse"]),
  /** Of a refusal; the other party reads them. */
  reasons: z.string().trim().max(2000).default(""),
});
export const answerScopeResult = z.object({ outcome: z.enum(["agreed", "refused", "taken-back"]) });
type Result = z.infer<typeof answerScopeResult>;

/**
 * Owner or editor of the party, asked or not.
 * @throws as `requireParty`, `requireScope`, `demandScope`; forbidden `duties.same-person` for who agreed on the other side;
 * invalid `input.invalid` for a refusal without reasons.
 */
export const answerScope = verb({
  name: "voucher.answer-scope",
  input: answerScopeInput,
  read: (reader: Reader, { caseId }) => readUseWithWords(reader, caseId, ({ leadPark }) => [leadPark]),
  decide(facts: UseFacts, actor, { party, contentHash, answer, reasons }, moment): Decision<Result> {
    const one = requireCase(facts);
    const organisationId = party === "applicant" ? one.applicantId : one.providerId;
    if (organisationId === undefined) throw new DomainError("not_found", "case.not-found");
    const person = requireParty(actor, organisationId, ["owner", "editor"], one);
    const { voucher, call } = requireVoucher(facts);
    const change = requireScope(voucher, contentHash);
    demandScope(one, voucher, {}, call, moment);
    if (answer === "agree") return agreed(facts, one, voucher, change, party, person, moment);
    if (reasons === "")
      throw new DomainError("invalid", "input.invalid", {
        problems: [{ path: "reasons", message: "Give the reasons: the other party reads them." }],
      });
    const outcome = change.from === party ? "taken-back" : "refused";
    const ended = refusedChange(facts, voucher, { change: "scope", slot: party, reasons, outcome }, person, moment);
    const told = { by: nameOf(one, party, moment), reasons };
    const letters = scopeLetters(outcome, { one, voucher, change }, told, partyContacts(facts), moment);
    return {
      changes: [...ended.changes, ...letters.changes],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "voucher.scope-refused", facts: { party, outcome } }],
      effects: [...ended.effects, ...letters.effects],
      result: { outcome },
    };
  },
});

function agreed(
  facts: UseFacts,
  one: Case,
  voucher: Voucher,
  change: ScopeChange,
  party: z.infer<typeof partSchema>,
  person: PersonActor,
  moment: Moment,
): Decision<Result> {
  if (change.agreed.some((earlier) => earlier.party === party)) return { changes: [], result: { outcome: "agreed" } };
  if (change.agreed.some(({ by }) => by === person.personId))
    throw new DomainError("forbidden", "duties.same-person", { step: "voucher.answer-scope" });
  const now = { ...change, agreed: [...change.agreed, { party, by: person.personId, at: moment.now }] };
  const word = wordGiven(facts.tasks, "scope", party, person, moment);
  const asking = partiesLeft(now).length === 0 ? askPark(facts, one, now, person, moment) : nothing;
  return {
    changes: [
      { op: "replace", name: "voucher", value: { ...voucher, scopeChange: now } },
      ...word.changes,
      ...asking.changes,
    ],
    events: [{ stream: one.caseId, caseId: one.caseId, type: "voucher.scope-agreed", facts: { party } }],
    effects: [...word.effects, ...asking.effects],
    result: { outcome: "agreed" },
  };
}

const nothing: Closing = { changes: [], effects: [] };

function askPark(facts: UseFacts, one: Case, change: ScopeChange, person: PersonActor, moment: Moment): Closing {
  const wanted = (facts.words ?? []).map((park) => ({ park, turn: { role: deciderOf(change) } }));
  // Of a party's word that was given in this very commit nothing is superseded: only what asked the park before.
  const tasks = facts.tasks.filter(({ slot }) => slot === one.leadPark);
  return askSecondWord({ one, tasks }, "scope", wanted, scopeMayIn, person, moment, change.by);
}
