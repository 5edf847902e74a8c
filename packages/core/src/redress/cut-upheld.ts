/** Redress upheld against a cut: what was not accepted is claimed once more, as a claim of its own that others check, with money held for it (domain §9). */

import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { acceptLines, totalsOf } from "../claim/accept-lines.ts";
import type { Claim, ClaimLine } from "../claim/claim.ts";
import { freeInvoices } from "../claim/file-report.ts";
import { earlierOf, ownShareOf, payableOf } from "../claim/payable.ts";
import { refusalLetters } from "../claim/refusal-letters.ts";
import { stackingPercent, stackingRoom, supportBefore } from "../claim/stacking.ts";
import { supplementedOf } from "../claim/supplement.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { add, allocate, isZero, type Money, min, money, subtract, sum, zero } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import type { PostingDraft } from "../ledger/posting.ts";
import { joinLetters } from "../letter/write-letter.ts";
import type { Change } from "../port/store.ts";
import { cancelTasks, supersedeTasks } from "../task/answer.ts";
import { nextUse, startWorkflow, stopWorkflow } from "../task/start-workflow.ts";
import { voucherChanges, withoutProposed } from "../voucher/second-word.ts";
import { toWorkAgain } from "../voucher/standing-clock.ts";
import { partyContacts, requireClaim, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import { boundLetters } from "../voucher/validity-letters.ts";
import { intensityOf } from "../voucher/voucher.ts";
import { aidAgain, fundAgain, type MoneyFacts, type Wanted } from "./fund-again.ts";
import type { Upheld } from "./outcome.ts";
import type { RedressFacts } from "./redress-facts.ts";

type Facts = RedressFacts & { readonly money: MoneyFacts } & Pick<UseFacts, "finance">;

/** Where no other claim or payment is under way. */
const resting: readonly Case["status"][] = ["in-use", "claim-refused", "redeemed", "expired", "cancelled", "closed"];

/**
 * At most what the cut comes to, what is left of the award, and `limit`, voucher's currency. Where a later claim stands
 * refused, its work may be done and claimed again: the voucher goes on, as `claim.settle-refusal` would say it.
 * @throws conflict `redress.not-now` while another claim or payment is under way; conflict `redress.nothing-left`, `redress.no-stacking-room`; as
 * `fundAgain` and `aidAgain` do.
 */
export function cutUpheld(
  facts: Facts,
  one: Case,
  limit: Money | undefined,
  officer: PersonActor,
  moment: Moment,
  event: Parameters<typeof moveCase>[4],
): Upheld & { amount: Money } {
  const claim = facts.claims.find((other) => other.claim === one.redress?.claim);
  const refused = one.status === "claim-refused" ? requireClaim(facts.claims) : undefined;
  const rests = resting.includes(one.status) && refused?.supplementTo === undefined;
  if (!rests || claim?.assessment === undefined || claim.draws === undefined)
    throw new DomainError("conflict", "redress.not-now", { status: one.status });
  const { voucher, ...again } = startingFrom(facts, one, refused, moment);
  const number = Math.max(...facts.claims.map((other) => other.claim)) + 1;
  const lines = restOf(claim);
  const further = one.status === "in-use" || refused !== undefined;
  const about = { claim: number, supplementTo: claim.claim, interim: further };
  const amount = mostOf(facts, lines, about, limit, moment);
  if (isZero(amount))
    throw new DomainError("conflict", "redress.nothing-left", {
      value: voucher.value.amount,
      currency: voucher.value.currency,
    });
  // What is still committed for further claims covers it first.
  const missing = amount.amount > voucher.left.amount ? subtract(amount, voucher.left) : zero(amount.currency);
  const left = add(voucher.left, missing);
  const supplement = supplementOf(claim, one, { lines, number, interim: further, most: limit }, moment);
  const funded = isZero(missing) ? nothing : fundAgain(wantedOf(claim, missing, facts.money), facts.money, one, moment);
  const paid = earlierOf(facts.claims, number, left.currency).payable;
  const aid = isZero(missing) ? [] : aidAgain(facts.money, add(paid, left), moment);
  const move = moveCase(one, "claim-check", nextUse(one), moment, event);
  const using = facts.tasks.filter(({ workflow }) => workflow === "voucher-use");
  const closed = cancelTasks(using, officer, moment, false);
  const kept = withoutProposed(voucher, voucherChanges);
  return {
    changes: [
      ...move.changes,
      { op: "create", name: "claim", value: supplement },
      { op: "replace", name: "voucher", value: { ...kept, left } },
      ...funded.changes,
      ...aid,
      ...closed.changes,
      // Its own share is proven anew with what is claimed once more.
      ...supersedeTasks(
        facts.tasks.filter(({ kind }) => kind === "ask-back"),
        officer,
        moment,
      ),
      ...again.changes,
    ],
    postings: funded.postings,
    events: move.events,
    effects: [
      ...(one.status === "in-use" ? [stopWorkflow(one, "redress upheld")] : []),
      startWorkflow(move.moved),
      ...again.effects,
    ],
    amount,
  };
}

/** The voucher as it goes on from here: what an ended one had left went back, and is held for it no more. */
function startingFrom(facts: Facts, one: Case, refused: Claim | undefined, moment: Moment) {
  const { voucher, call } = requireVoucher(facts);
  if (one.status === "in-use") return { voucher, changes: [], effects: [] };
  if (refused === undefined) {
    const { cancellation, ...kept } = voucher;
    const ended = one.status === "cancelled" || cancellation === undefined ? kept : { ...kept, cancellation };
    return { voucher: { ...ended, left: zero(voucher.left.currency) }, changes: [], effects: [] };
  }
  const { voucher: going, bound } = toWorkAgain(one, voucher, call, moment, refused.filedAt);
  const letters = joinLetters([
    refusalLetters("again", one, going, refused, partyContacts(facts), moment),
    boundLetters(one, going, bound, facts, "all", moment),
  ]);
  return {
    voucher: going,
    changes: [...freeInvoices(voucher, refused), ...letters.changes],
    effects: letters.effects,
  };
}

const nothing: { changes: Change[]; postings: PostingDraft[] } = { changes: [], postings: [] };

/** Of each line what was not accepted, with its part of the VAT; where only the payment was cut, the lines with nothing on them. */
function restOf({ lines, assessment }: Claim): ClaimLine[] {
  const rest = lines.map((line, index) => {
    const accepted = assessment?.lines.find((one) => one.line === index + 1)?.accepted.amount ?? 0;
    const net = line.net.amount - accepted;
    const vat = line.net.amount === 0 ? 0 : part(line.vat.amount, net, line.net.amount);
    return { ...line, net: money(net, line.net.currency), vat: money(vat, line.vat.currency) };
  });
  const cut = rest.filter(({ net }) => net.amount > 0);
  return cut.length > 0 ? cut : rest;
}

/** By the arithmetic of every claim, within what the award leaves beside all that was paid of it, were all of the rest accepted and all of the own share proven. */
function mostOf(
  facts: RedressFacts,
  lines: readonly ClaimLine[],
  about: Pick<Claim, "claim" | "supplementTo" | "interim">,
  limit: Money | undefined,
  { network }: Moment,
): Money {
  const { voucher, call } = requireVoucher(facts);
  const { currency } = voucher.value;
  const decisions = lines.map(({ net }, index) => ({ line: index + 1, net: net.amount }));
  const accepted = acceptLines({ lines, decisions, currency, countsVat: call.irrecoverableVat === true }, network);
  const earlier = earlierOf(facts.claims, about.claim, currency);
  const open = subtract(voucher.value, add(voucher.paidBefore ?? zero(currency), earlier.payable));
  const left = open.amount < 0 ? zero(currency) : open;
  const terms = { left, intensity: intensityOf(voucher, call), pays: call.pays, earlier };
  const { cost } = totalsOf(accepted, currency);
  const paidByApplicant = ownShareOf(cost, terms);
  const supplemented = supplementedOf(about, facts.claims, currency);
  const interim = about.interim === true;
  const percent = stackingPercent(call, voucher, network);
  // Its claim's own statement may be what was wrong: nobody foresees here what is stated anew.
  const support = supportBefore(about, facts.claims, currency);
  const room = percent === undefined ? undefined : stackingRoom(percent, cost, support, earlier);
  const { payable } = payableOf({ ...terms, accepted, paidByApplicant, supplemented, interim, room });
  if (room !== undefined && isZero(room))
    throw new DomainError("conflict", "redress.no-stacking-room", { percent, currency });
  return limit === undefined ? payable : min(payable, limit);
}

function supplementOf(
  {
    claim,
    caseId,
    filedBy,
    report,
    workFinishedOn,
    workBegunOn,
    confirmedBy,
    assessment,
    checkedBy,
    barred = [],
  }: Claim,
  { redress }: Case,
  { lines, number, interim, most }: { lines: ClaimLine[]; number: number; interim: boolean; most: Money | undefined },
  moment: Moment,
): Claim {
  const who = [...barred, assessment?.by, checkedBy].flatMap((personId) => personId ?? []);
  return {
    caseId,
    claim: number,
    report,
    workFinishedOn,
    ...(workBegunOn === undefined ? {} : { workBegunOn }),
    ...(interim ? { interim } : {}),
    lines,
    filedBy: redress?.by ?? filedBy,
    filedAt: moment.now,
    status: "confirmed",
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
    queries: [],
    sentBack: [],
    supplementTo: claim,
    ...(most === undefined ? {} : { most }),
    barred: [...new Set(who)],
    version: 0,
  };
}

/** Every park by its part of what it drew for the claim, in its own currency at the rate of then. */
function wantedOf({ draws = [] }: Claim, missing: Money, { shares }: MoneyFacts): Wanted[] {
  const drew = draws.filter(({ counted }) => counted.amount > 0);
  const whole = sum([zero(missing.currency), ...drew.map(({ counted }) => counted)]);
  if (isZero(whole)) return [];
  const parts = allocate(
    missing,
    drew.map(({ counted }) => counted.amount),
  );
  return drew.flatMap(({ parkId, counted, amount }, index) => {
    const share = shares.filter((one) => one.parkId === parkId).toSorted((a, b) => b.budgetYear - a.budgetYear)[0];
    const wanted = part(amount.amount, parts[index]?.amount ?? 0, counted.amount);
    return share === undefined || wanted === 0 ? [] : [{ ledger: share.ledger, amount: wanted }];
  });
}

/** `whole × of ÷ in`, exact, rounded half up. */
function part(whole: number, of: number, per: number): number {
  return Number((2n * BigInt(whole) * BigInt(of) + BigInt(per)) / (2n * BigInt(per)));
}
