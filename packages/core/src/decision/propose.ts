/** The manager proposes an award or a rejection; an award holds the money of every paying park and the aid headroom, or nothing. */
import * as z from "zod";
import { reserveAid } from "../aid/reserve.ts";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { demandStanding } from "../application/offer-validity.ts";
import { dayOf, headroomsFor } from "../application/read-application.ts";
import type { Call } from "../call/call.ts";
import { isGateShut } from "../call/call-state.ts";
import { drawReserve, mayDraw, readBooks } from "../call/redress-reserve.ts";
import { type PayerShare, sharesOf } from "../call/shares.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Money, moneySchema, zero } from "../kernel/money.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Book } from "../ledger/book.ts";
import { type Budget, emptyShare, type PostingDraft } from "../ledger/posting.ts";
import type { Change, Reader } from "../port/store.ts";
import { scoreOfReviews } from "../review/assessment.ts";
import type { Row } from "../row/row.ts";
import { answerTask, openOrRepeated, requireOpenTask } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { hashOfProposal } from "./content.ts";
import { type DecisionFacts, latestProposal, readDecision, requireDecision } from "./decision-facts.ts";
import { refuseWhoDid, whoDecidedBefore } from "./duties.ts";
import type { Proposal } from "./proposal.ts";
import { queueBefore } from "./queue.ts";
import { rankingOf, stillRanked } from "./rests-on.ts";

export const proposeInput = z.object({
  caseId: caseIdSchema,
  noInterest: z.literal(true),
  kind: z.enum(["award", "reject"]),
  /** In the call's currency; only of an award. */
  amount: moneySchema.optional(),
  conditions: z.string().trim().max(2000).default(""),
  reasons: z.string().trim().min(1).max(4000),
  /** Why a case is served before earlier ones whose requests the budget would not cover after it. */
  outOfOrderReason: z.string().trim().max(1000).default(""),
});
export type ProposeInput = z.output<typeof proposeInput>;

interface Facts extends DecisionFacts {
  readonly budgets: readonly Budget[];
  /** What the paying parks keep for redress; only of a case whose redress was upheld. */
  readonly books: readonly Book[];
  /** Rows of the call in the lead park; only of a rolling call. */
  readonly rows: readonly Row[];
}

export const propose = verb({
  name: "decision.propose",
  input: proposeInput,
  read: readFacts,
  decide(facts: Facts, actor, input, moment): Decision<{ outcome: string }> {
    const { one, call, tasks, slots } = requireDecision(facts);
    const person = requireStaff(actor, "manager", one, slots, moment.now);
    if (isGateShut(call)) throw new DomainError("conflict", "ranking.not-frozen", { callId: call.callId });
    refuseWhoDid(person, whoDecidedBefore(one.attempt, tasks, facts.proposals), "decision.earlier");
    const task = openOrRepeated(tasks, "propose", undefined, actor, "proposed");
    if (task === undefined) {
      // The same proposal again is no error; another one under a closed task is.
      if (!isSame(facts, input)) requireOpenTask(tasks, "propose");
      return { changes: [], result: { outcome: "proposed" } };
    }
    if (input.kind === "award" && one.scope?.attempt === one.attempt && one.scope.outcome === "outside")
      throw new DomainError("conflict", "proposal.out-of-scope");
    if (input.kind === "award") demandStanding(facts.offer, moment.now);
    const held =
      input.kind === "award" ? hold(facts, demandAmount(one.requested, call, input), input, moment) : nothingHeld(call);
    const { mean } = scoreOfReviews(call.rubric, facts.reviews);
    const content = {
      caseId: one.caseId,
      attempt: one.attempt,
      round: task.round,
      kind: input.kind,
      ...(held.award === undefined ? {} : { award: held.award }),
      shares: held.shares,
      conditions: input.conditions,
      reasons: input.reasons,
      ...(mean === undefined ? {} : { score: mean }),
      ...rankingOf(call),
    };
    const value: Proposal = {
      ...content,
      contentHash: hashOfProposal(content, one, moment.digest),
      proposedBy: person.personId,
      proposedAt: moment.now,
      status: "open",
      ...(held.outOfOrder ? { outOfOrderReason: input.outOfOrderReason } : {}),
      version: 0,
    };
    const parks = held.shares.map(({ parkId }) => parkId);
    const move = moveCase(one, "approving", {}, moment, {
      type: "decision.proposed",
      facts: {
        round: task.round,
        kind: input.kind,
        amount: held.award?.amount,
        currency: held.award?.currency,
        parks,
        contentHash: value.contentHash,
        outOfOrder: held.outOfOrder,
        ranking: call.frozen?.round,
      },
    });
    const closing = answerTask(task, { outcome: "proposed", parks, round: task.round }, actor, moment);
    return {
      changes: [
        ...move.changes,
        { op: "create", name: "proposal", value },
        ...held.changes,
        ...closing.changes,
        ...stillRanked(call),
      ],
      postings: held.postings,
      events: move.events,
      effects: closing.effects,
      result: { outcome: "proposed" },
    };
  },
});

function isSame(facts: Facts, { kind, amount, conditions, reasons }: ProposeInput): boolean {
  const latest = latestProposal(facts);
  return (
    latest?.kind === kind &&
    latest.award?.amount === (kind === "award" ? amount?.amount : undefined) &&
    latest.conditions === conditions &&
    latest.reasons === reasons
  );
}

async function readFacts(reader: Reader, { caseId }: ProposeInput): Promise<Facts> {
  const facts = await readDecision(reader, caseId);
  const { one, call } = facts;
  if (one === undefined || call === undefined) return { ...facts, budgets: [], books: [], rows: [] };
  const [budgets, books, rows] = await Promise.all([
    Promise.all(call.payers.map(({ ledger }) => reader.get("budget", { ledger }))),
    mayDraw(one) ? readBooks(reader, call) : [],
    call.mode === "rolling" ? reader.list("row", { parkId: call.leadPark, callId: call.callId }) : [],
  ]);
  return { ...facts, budgets: budgets.flatMap((budget) => budget ?? []), books, rows };
}

/** What a proposal takes hold of. */
interface Held {
  award?: Money;
  shares: Proposal["shares"];
  changes: readonly Change[];
  postings: readonly PostingDraft[];
  outOfOrder: boolean;
}

/** A rejection is approved by every paying park too, but holds no money. */
function nothingHeld(call: Call): Held {
  const shares = call.payers.map(({ parkId, ledger }) => ({ parkId, amount: zero(ledger.currency) }));
  return { shares, changes: [], postings: [], outOfOrder: false };
}

/** @throws invalid `proposal.amount-missing`, `proposal.wrong-currency`, `proposal.above-requested`, `proposal.above-maximum`, `proposal.below-minimum`. */
function demandAmount(requested: Money | undefined, call: Call, { amount }: ProposeInput): Money {
  if (amount === undefined) throw new DomainError("invalid", "proposal.amount-missing");
  const { currency, minimumAward, maximumAward } = call;
  const facts = { amount: amount.amount, currency, requested: requested?.amount, minimumAward, maximumAward };
  if (amount.currency !== currency)
    throw new DomainError("invalid", "proposal.wrong-currency", { ...facts, given: amount.currency });
  if (amount.amount > maximumAward) throw new DomainError("invalid", "proposal.above-maximum", facts);
  if (requested !== undefined && amount.amount > requested.amount)
    throw new DomainError("invalid", "proposal.above-requested", facts);
  if (amount.amount < Math.max(1, minimumAward)) throw new DomainError("invalid", "proposal.below-minimum", facts);
  return amount;
}

/** Every park's money and the aid headroom, in the one transaction of the proposal. */
function hold(facts: Facts, award: Money, { outOfOrderReason }: ProposeInput, moment: Moment): Held {
  const { one, call, aidGroup, aidGrants } = requireDecision(facts);
  const day = dayOf(call, moment.network, moment.now);
  const parts = sharesOf(call, award, moment.network, day).filter(({ amount }) => amount.amount > 0);
  const books = mayDraw(one) ? facts.books : [];
  const drawn = parts.flatMap(({ ledger, amount }) => drawReserve(ledger, amount.amount, books, one.reference) ?? []);
  for (const part of parts) demandBudget(facts, part, drawn);
  const outOfOrder = isOutOfOrder(facts, parts);
  if (outOfOrder !== undefined && outOfOrderReason === "")
    throw new DomainError("conflict", "proposal.out-of-order", outOfOrder);
  const headrooms = headroomsFor(facts, award, moment);
  const aid = reserveAid({ group: aidGroup, grants: aidGrants, caseId: one.caseId, headrooms, day, at: moment.now });
  const fresh = parts.filter(
    ({ parkId, ledger }) =>
      !facts.shares.some((share) => share.parkId === parkId && share.budgetYear === ledger.budgetYear),
  );
  return {
    award,
    shares: parts.map(({ parkId, amount, rate }) => ({
      parkId,
      amount,
      ...(rate.base === rate.quote ? {} : { rate: rate.rate, rateDate: rate.date }),
    })),
    changes: [
      ...fresh.map(({ ledger }): Change => ({ op: "create", name: "share", value: emptyShare(one.caseId, ledger) })),
      ...aid,
    ],
    postings: [...drawn, ...parts.map((part) => reservation(one, part))],
    outOfOrder: outOfOrder !== undefined,
  };
}

function reservation({ caseId }: Case, { ledger, amount }: PayerShare): PostingDraft {
  return { ledger, to: "reserved", from: "available", amount: amount.amount, caseId, memo: "proposal" };
}

function availableTo({ budgets }: Facts, parkId: string): number {
  return budgets.find((budget) => budget.ledger.parkId === parkId)?.available ?? 0;
}

/** The store's own guard would refuse too, but could not say what is free. */
function demandBudget(facts: Facts, { parkId, amount }: PayerShare, drawn: readonly PostingDraft[]): void {
  const kept = drawn.find(({ ledger }) => ledger.parkId === parkId)?.amount ?? 0;
  const available = availableTo(facts, parkId) + kept;
  if (amount.amount > available) {
    throw new DomainError("conflict", "budget.too-little", {
      parkId,
      available,
      asked: amount.amount,
      currency: amount.currency,
    });
  }
}

/** Domain §5: advisory in a rolling call; undefined where the lead park's money covers all earlier undecided cases too. */
function isOutOfOrder(facts: Facts, parts: readonly PayerShare[]): Record<string, unknown> | undefined {
  const { one, call } = requireDecision(facts);
  const lead = call.payers.find(({ parkId }) => parkId === call.leadPark);
  const part = parts.find(({ parkId }) => parkId === call.leadPark);
  if (call.mode !== "rolling" || lead === undefined || part === undefined) return undefined;
  const { earlier, asked } = queueBefore(facts.rows, one.caseId, one.submittedAt, lead.sharePercent);
  const available = availableTo(facts, call.leadPark);
  const short = earlier > 0 && available - asked < part.amount.amount;
  return short
    ? { earlier, earlierAsked: asked, available, asked: part.amount.amount, currency: part.amount.currency }
    : undefined;
}
