/** Paying parks approve another value; with the last approval money, aid and lists follow and both parties are told, in one commit (domain §11). */
import * as z from "zod";
import { rowsOf } from "../application/move.ts";
import { askNext } from "../approval/ask-next.ts";
import type { HandingFacts } from "../approval/delegate-approval.ts";
import { staffFor } from "../approval/park-interest.ts";
import { readParkStaff } from "../approval/turn.ts";
import { requireDecision } from "../decision/decision-facts.ts";
import { type ReleaseFacts, readRelease } from "../decision/release-plan.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { add, subtract } from "../kernel/money.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { joinLetters } from "../letter/write-letter.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Closing } from "../task/answer.ts";
import { demandValue, hashOfValue } from "./propose-value.ts";
import { openWord, wordGiven, wordsOver } from "./second-word.ts";
import { partyContacts } from "./use-facts.ts";
import { valueLetters } from "./value-letters.ts";
import { aidOfValue, demandRaisable, moveValue, readValueMoney, type ValueMoney } from "./value-money.ts";
import {
  demandApprover,
  isApproved,
  partsOf,
  policyOfPart,
  requireValueStaff,
  type ValueChange,
  type ValuePart,
} from "./value-policy.ts";
import type { Voucher } from "./voucher.ts";

export const approveValueInput = z.object({
  caseId: caseIdSchema,
  parkId: z.string().max(40),
  noInterest: z.literal(true),
  /** Hash of the proposed value as the approver saw it; refused where it is another one now. */
  contentHash: z.string().max(200),
});
export const approveValueResult = z.object({ outcome: z.enum(["approved", "changed"]) });

export interface ApproveValueFacts extends HandingFacts, ReleaseFacts {
  readonly voucher: Voucher | undefined;
  readonly money: ValueMoney;
}

/**
 * A person of the park whom its policy row for the new whole amount asks; of a lowering any approver.
 * @throws conflict `voucher.no-value-change`, `voucher.value-changed`, `voucher.needs-statement`, `voucher.year-not-open`,
 * `budget.too-little`, `aid.no-room`; forbidden `duties.same-person`, `approval.not-your-turn`, `second-factor.stale`.
 */
export const approveValue = verb({
  name: "voucher.approve-value",
  input: approveValueInput,
  async read(reader: Reader, { caseId, parkId }): Promise<ApproveValueFacts> {
    const [facts, voucher] = await Promise.all([readRelease(reader, caseId), reader.get("voucher", { caseId })]);
    const { one, shares } = facts;
    const [asking, money] = await Promise.all([
      one === undefined
        ? { staff: { approver: [], manager: [], finance: [] }, parties: [] }
        : readParkStaff(reader, parkId, one),
      readValueMoney(reader, shares),
    ]);
    return { ...facts, ...asking, voucher, money };
  },
  decide(
    facts: ApproveValueFacts,
    actor,
    { parkId, contentHash },
    moment,
  ): Decision<z.infer<typeof approveValueResult>> {
    const { one, call, shares } = requireDecision(facts);
    const { person, voucher, change } = requireValueStaff(facts, actor, parkId, moment);
    demandValue(one, voucher, call, change.value);
    const raised = change.value.amount > voucher.value.amount;
    const parts = partsOf(shares, change.value, voucher.value);
    demandApprover(facts, parts, { change, raised, person }, parkId, moment);
    demandSeen(one.caseId, change, contentHash, moment);
    if (raised) demandRaisable(facts, change.value, moment);
    if (change.approved.some((earlier) => earlier.parkId === parkId && earlier.by === person.personId))
      return { changes: [], result: { outcome: "approved" } };
    const approved = [...change.approved, { parkId, by: person.personId, at: moment.now }];
    const now = { ...change, approved };
    if (!parts.every((part) => isApproved(part, now, raised, moment))) {
      const word = wordOfPark(facts, parts, { change: now, raised, person, parkId }, moment);
      return {
        changes: [{ op: "replace", name: "voucher", value: { ...voucher, valueChange: now } }, ...word.changes],
        events: [{ stream: one.caseId, caseId: one.caseId, type: "voucher.value-approved", facts: { parkId } }],
        effects: word.effects ?? [],
        result: { outcome: "approved" },
      };
    }
    const own = openWord(facts.tasks, "value", parkId);
    const given = wordGiven(facts.tasks, "value", parkId, person, moment);
    const others = facts.tasks.filter((task) => task !== own);
    const word = joinLetters([given, wordsOver(others, ["value"], person, moment)]);
    return changed(facts, voucher, now, parts, word, moment);
  },
});

/** The approver read this very proposal, and it is as it was made. */
function demandSeen(
  caseId: Voucher["caseId"],
  change: NonNullable<Voucher["valueChange"]>,
  seen: string,
  moment: Moment,
): void {
  if (seen !== hashOfValue(caseId, change, moment.digest))
    throw new DomainError("conflict", "voucher.value-changed", { value: change.value });
}

/** The park's task ends with its word, or goes on to who gives the second of two. */
function wordOfPark(
  facts: ApproveValueFacts,
  parts: readonly ValuePart[],
  { change, raised, person, parkId }: { change: ValueChange; raised: boolean; person: PersonActor; parkId: string },
  moment: Moment,
): Pick<Decision<never>, "changes" | "effects"> {
  const part = parts.find(({ share }) => share.parkId === parkId);
  const task = openWord(facts.tasks, "value", parkId);
  if (part === undefined || task === undefined) return { changes: [] };
  if (isApproved(part, change, raised, moment)) return wordGiven(facts.tasks, "value", parkId, person, moment);
  const { one, tasks } = requireDecision(facts);
  const staff = staffFor(facts, parkId, moment);
  return askNext(
    {
      one,
      task,
      tasks,
      proposals: [{ attempt: one.attempt, proposedBy: change.by }],
      policy: policyOfPart(part, moment),
      staff,
    },
    person,
    moment,
  );
}

function changed(
  facts: ApproveValueFacts,
  voucher: Voucher,
  { value, by, approved, reasons }: NonNullable<Voucher["valueChange"]>,
  parts: readonly ValuePart[],
  word: Closing,
  moment: Moment,
): Decision<z.infer<typeof approveValueResult>> {
  const { one } = requireDecision(facts);
  const before = {
    value: voucher.value,
    at: moment.now,
    by,
    approvedBy: approved.map((each) => each.by),
    given: parts.flatMap(({ share: { ledger, committed }, after }) =>
      after < committed ? [{ ledger, amount: committed - after }] : [],
    ),
  };
  const after: Voucher = {
    ...voucher,
    value,
    left: add(voucher.left, subtract(value, voucher.value)),
    valueChange: undefined,
    valuesBefore: [...(voucher.valuesBefore ?? []), before],
  };
  const awarded = { ...one, awarded: value };
  const moved = moveValue(parts, facts.money);
  const asking = facts.applicants.map(({ personId }) => personId);
  const letters = valueLetters(one, after, reasons, partyContacts(facts), asking, moment);
  return {
    changes: [
      { op: "replace", name: "voucher", value: after },
      { op: "replace", name: "case", value: awarded },
      ...rowsOf(awarded).map((row): Change => ({ op: "put", name: "row", value: row })),
      ...moved.changes,
      ...aidOfValue(facts, value, parts, moment),
      ...letters.changes,
      ...word.changes,
    ],
    postings: moved.postings,
    events: [
      {
        stream: one.caseId,
        caseId: one.caseId,
        type: "voucher.value-changed",
        facts: { amount: value.amount, currency: value.currency, before: voucher.value.amount },
      },
    ],
    effects: [...letters.effects, ...word.effects],
    result: { outcome: "changed" },
  };
}
