/** Finance checks an assessed claim: accepted, its money becomes payable and an order per paying park; or back to the manager. */
import * as z from "zod";
import type { AidGrant } from "../aid/group.ts";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { moneySchema, subtract, zero } from "../kernel/money.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { PostingDraft } from "../ledger/posting.ts";
import { parkOf } from "../network/network-file.ts";
import { newOrderChanges } from "../payment/new-order.ts";
import type { Change, Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { readAidGrants } from "../voucher/give-back.ts";
import { claimLetters } from "../voucher/letters.ts";
import { withoutProposed, wordsOver } from "../voucher/second-word.ts";
import { requireAnother, requireStaff } from "../voucher/staff.ts";
import {
  payeeContacts,
  payeeOf,
  readUse,
  requireCase,
  requireClaim,
  requireVoucher,
  type UseFacts,
} from "../voucher/use-facts.ts";
import { refuseBarred } from "./barred.ts";
import { type Claim, invoiceNumbersOf } from "./claim.ts";
import { confirmRefusal } from "./confirm-refusal.ts";
import { type Draw, drawOf } from "./draw.ts";
import { correctedAid } from "./paid-aid.ts";
import { type Tax, taxOf } from "./withholding.ts";

export const financeCheckInput = z.object({
  caseId: caseIdSchema,
  /** `refused` confirms a refusal that the manager proposed. */
  outcome: z.enum(["accepted", "back", "refused"]),
  /** Needed to send it back. */
  reason: z.string().trim().min(1).max(2000).optional(),
  noInterest: z.literal(true),
});
export type FinanceCheckInput = z.infer<typeof financeCheckInput>;

export const financeCheckResult = z.object({
  outcome: financeCheckInput.shape.outcome,
  claim: z.number().int(),
  /** Absent when it was sent back. */
  payable: moneySchema.optional(),
});
export type FinanceCheckResult = z.infer<typeof financeCheckResult>;

/** So often finance gives a claim back; an execution's history is finite. */
const sentBackMost = 5;

interface Facts extends UseFacts {
  readonly aidGrants: readonly AidGrant[];
}
type Assessed = Claim & { assessment: NonNullable<Claim["assessment"]> };

/** Finance of the lead park, another person than the assessor. */
export const financeCheck = verb({
  name: "claim.finance-check",
  input: financeCheckInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const facts = await readUse(reader, caseId);
    return { ...facts, aidGrants: await readAidGrants(reader, facts.one) };
  },
  decide(facts: Facts, actor, input, moment): Decision<FinanceCheckResult> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "finance", one, facts.slots, moment.now);
    const claim = requireClaim(facts.claims);
    refuseBarred(person, claim);
    requireAnother(person, (claim.refusal ?? claim.assessment)?.by, "claim.assess");
    const payable = input.outcome === "accepted" ? claim.assessment?.payable : undefined;
    const result = { outcome: input.outcome, claim: claim.claim, ...(payable === undefined ? {} : { payable }) };
    const task = openOrRepeated(facts.tasks, "finance-check", undefined, actor, input.outcome);
    if (task === undefined) return { changes: [], result };
    if (claim.refusal === undefined && claim.assessment === undefined)
      throw new DomainError("conflict", "claim.not-assessed", { claim: claim.claim });
    if (input.outcome === "refused") return { ...confirmRefusal(facts, one, claim, task, person, moment), result };
    if (input.outcome === "back") return { ...sendBack(one, claim, task, input, person, moment), result };
    return { ...accept(facts, one, requireAssessed(claim), task, person, moment), result };
  },
});

function requireAssessed({ assessment, ...claim }: Claim): Assessed {
  if (assessment === undefined) throw new DomainError("conflict", "claim.refusal-proposed", { claim: claim.claim });
  return { ...claim, assessment };
}

/** Payable is committed money that is owed now; what a final claim leaves unspent returns at once (domain §5, §11). */
function accept(facts: Facts, one: Case, claim: Assessed, task: Task, person: PersonActor, moment: Moment) {
  const { voucher, call } = requireVoucher(facts);
  const { payable } = claim.assessment;
  const draws = drawOf(payable, voucher.left, call.payers, facts.shares);
  const payeeId = payeeOf(call, voucher);
  const taxes = draws.map((draw) => demandedTax(draw, claim, moment));
  const left = subtract(voucher.left, payable);
  // What is left stays for a further claim, unless this one says it is the last, or nothing is.
  const last = claim.interim !== true || left.amount === 0;
  const accepted: Claim = {
    ...claim,
    status: "accepted",
    checkedBy: person.personId,
    draws: draws.map(({ share, counted, amount }, index) => {
      const tax = taxes[index];
      const withheld = tax === undefined ? {} : { taxed: tax.taxed, withheld: tax.tax };
      return { parkId: share.parkId, counted, amount, ...withheld };
    }),
  };
  const move = moveCase(one, "paying", {}, moment, {
    type: "claim.accepted",
    facts: {
      claim: claim.claim,
      payable: payable.amount,
      unspent: last ? left.amount : 0,
      currency: payable.currency,
    },
  });
  const closing = answerTask(task, { outcome: "accepted", round: task.round }, person, moment);
  const kept = withoutProposed(voucher, ["cancellation"]);
  const over = wordsOver(facts.tasks, ["cancellation"], person, moment);
  const letters = claimLetters(one, voucher, accepted, payeeContacts(facts, call), moment);
  const orders = draws.flatMap(({ share: { parkId, budgetYear }, amount }, index) => {
    const tax = taxes[index]?.tax ?? zero(amount.currency);
    const parts = [
      { purpose: "payee" as const, amount: subtract(amount, tax) },
      { purpose: "tax" as const, amount: tax },
    ];
    return parts
      .filter((part) => part.amount.amount > 0)
      .flatMap((part) => newOrderChanges({ one, parkId, claim: claim.claim, payeeId, budgetYear, ...part }, moment));
  });
  const changes: Change[] = [
    ...move.changes,
    { op: "replace", name: "claim", value: accepted },
    { op: "replace", name: "voucher", value: { ...kept, left: last ? zero(left.currency) : left } },
    ...orders,
    ...(last ? correctedAid(facts.aidGrants, ended(draws), facts.claims) : []),
    ...closing.changes,
    ...over.changes,
    ...letters.changes,
  ];
  return {
    changes,
    postings: draws.flatMap((draw) => postingsOf(one, claim, draw, last)),
    events: move.events,
    effects: [...closing.effects, ...over.effects, ...letters.effects],
  };
}

/** The award's use is the gross amount: what is withheld is paid too, to the authority. @throws conflict `claim.no-remittance`. */
function demandedTax({ share: { parkId }, amount }: Draw, claim: Assessed, { network }: Moment): Tax | undefined {
  const tax = taxOf(amount, parkId, claim.assessment.withholding, network);
  if (tax !== undefined && tax.tax.amount > 0 && parkOf(network, parkId).remittance === undefined)
    throw new DomainError("conflict", "claim.no-remittance", { parkId });
  return tax;
}

function ended(draws: readonly Draw[]) {
  return draws.map(({ share, amount }) => ({ share, amount: amount.amount }));
}

function postingsOf(one: Case, claim: Claim, { share, amount, rest }: Draw, last: boolean): PostingDraft[] {
  const { ledger } = share;
  const invoices = invoiceNumbersOf(claim.lines).join(", ");
  const all: PostingDraft[] = [
    {
      ledger,
      to: "payable",
      from: "committed",
      amount: amount.amount,
      caseId: one.caseId,
      memo: `claim ${claim.claim}: invoice ${invoices}`,
    },
    {
      ledger,
      to: "available",
      from: "committed",
      amount: last ? rest : 0,
      caseId: one.caseId,
      memo: `claim ${claim.claim}: unspent rest`,
    },
  ];
  return all.filter((posting) => posting.amount > 0);
}

function sendBack(one: Case, claim: Claim, task: Task, input: FinanceCheckInput, person: PersonActor, moment: Moment) {
  if (claim.sentBack.length >= sentBackMost)
    throw new DomainError("conflict", "claim.sent-back-most", { most: sentBackMost });
  if (input.reason === undefined) throw new DomainError("invalid", "claim.reason-needed");
  const closing = answerTask(task, { outcome: "back", round: task.round + 1 }, person, moment);
  const sentBack = [...claim.sentBack, { reason: input.reason, by: person.personId, at: moment.now }];
  const value: Claim = { ...claim, status: "confirmed", sentBack };
  const changes: Change[] = [{ op: "replace", name: "claim", value }, ...closing.changes];
  return {
    changes,
    events: [{ stream: one.caseId, caseId: one.caseId, type: "claim.sent-back", facts: { claim: claim.claim } }],
    effects: closing.effects,
  };
}
