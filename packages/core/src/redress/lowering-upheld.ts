/** Redress upheld against a lowered award: the voucher is worth again what it was, with its money held again (domain §9). */

import type { Case, CaseStatus } from "../application/case.ts";
import { rowsOf } from "../application/move.ts";
import { earlierOf } from "../claim/payable.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { add, subtract } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import { askedNow } from "../letter/recipient.ts";
import type { Change } from "../port/store.ts";
import { withoutProposed, wordsOver } from "../voucher/second-word.ts";
import { requireVoucher } from "../voucher/use-facts.ts";
import { loweringOf, valueLetters } from "../voucher/value-letters.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { aidAgain, fundAgain, type MoneyFacts } from "./fund-again.ts";
import type { Upheld } from "./outcome.ts";
import type { RedressFacts } from "./redress-facts.ts";

/** Where no claim is under way. */
const resting: readonly CaseStatus[] = ["issued", "in-use", "suspended"];

/**
 * @throws conflict `redress.not-now` while a claim is under way, once the voucher ended, or where its value was changed since
 * it was asked; as `fundAgain` and `aidAgain` do.
 */
export function loweringUpheld(
  facts: RedressFacts & { readonly money: MoneyFacts },
  one: Case,
  officer: PersonActor,
  moment: Moment,
  event: { type: string; facts?: Record<string, unknown> },
): Upheld {
  const { voucher } = requireVoucher(facts);
  const lowering = loweringOf(voucher);
  if (!resting.includes(one.status) || lowering === undefined || lowering.at > (one.redress?.at ?? moment.now))
    throw new DomainError("conflict", "redress.not-now", { status: one.status });
  const left = add(voucher.left, subtract(lowering.value, voucher.value));
  const undone = { value: voucher.value, at: moment.now, by: officer.personId, approvedBy: [], given: [] };
  const over = wordsOver(facts.tasks, ["value"], officer, moment);
  const back: Voucher = {
    ...withoutProposed(voucher, ["value"]),
    value: lowering.value,
    left,
    valuesBefore: [...(voucher.valuesBefore ?? []), undone],
  };
  const funded = fundAgain(lowering.given, facts.money, one, moment);
  const paid = earlierOf(facts.claims, Number.MAX_SAFE_INTEGER, left.currency).payable;
  const awarded: Case = { ...one, awarded: lowering.value };
  // The company reads the outcome of its request.
  const letters = valueLetters(one, back, "", askedNow(facts.providers, moment.now), [], moment);
  return {
    changes: [
      { op: "replace", name: "case", value: awarded },
      ...rowsOf(awarded).map((row): Change => ({ op: "put", name: "row", value: row })),
      { op: "replace", name: "voucher", value: back },
      ...funded.changes,
      ...aidAgain(facts.money, add(paid, left), moment),
      ...letters.changes,
      ...over.changes,
    ],
    postings: funded.postings,
    events: [{ stream: one.caseId, caseId: one.caseId, ...event }],
    effects: [...letters.effects, ...over.effects],
  };
}
