/** Finance takes back the clearing of a claim whose orders no bank has seen: committed ← payable, and the manager assesses it anew (domain §11). */
import * as z from "zod";
import { moveCase } from "../application/move.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, caseIdSchema } from "../kernel/id.ts";
import { add, type Money, moneySchema, sum } from "../kernel/money.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type Book, bookKeyOf, bookStands } from "../ledger/book.ts";
import type { PostingDraft, Share } from "../ledger/posting.ts";
import type { Order } from "../payment/batch.ts";
import type { Change, Reader } from "../port/store.ts";
import { cancelTasks } from "../task/answer.ts";
import { nextUse, startWorkflow, stopWorkflow } from "../task/start-workflow.ts";
import { reversalLetters } from "../voucher/letters.ts";
import { requireStaff } from "../voucher/staff.ts";
import {
  payeeContacts,
  readUse,
  requireCase,
  requireClaim,
  requireVoucher,
  type UseFacts,
} from "../voucher/use-facts.ts";
import type { Claim } from "./claim.ts";

export const reverseClearanceInput = z.object({
  caseId: caseIdSchema,
  /** To the manager, kept with the claim. */
  reasons: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export const reverseClearanceResult = z.object({
  outcome: z.literal("reversed"),
  claim: z.number().int(),
  /** What can be paid at most once it is assessed anew: what the claim left unspent has gone back already. */
  left: moneySchema,
});
type Result = z.infer<typeof reverseClearanceResult>;

interface Facts extends UseFacts {
  readonly orders: readonly Order[];
  /** Of the years that owe the orders; none where a year was never written to. */
  readonly books: readonly Book[];
}

/**
 * Finance of the lead park. Every order of the claim must still wait for its first batch.
 * @throws conflict `claim.not-cleared`; conflict `claim.in-batch` with the orders that are in one or were sent; conflict
 * `claim.year-closed` where a closed year owes one: what is committed anew would never leave it.
 */
export const reverseClearance = verb({
  name: "claim.reverse",
  input: reverseClearanceInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [facts, orders] = await Promise.all([readUse(reader, caseId), reader.list("order", { caseId })]);
    const books = await Promise.all(facts.shares.map(({ ledger }) => reader.get("book", bookKeyOf(ledger))));
    return { ...facts, orders, books: books.flatMap((book) => book ?? []) };
  },
  decide(facts: Facts, actor, { reasons }, moment): Decision<Result> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "finance", one, facts.slots, moment.now);
    const { voucher, call } = requireVoucher(facts);
    const claim = requireClaim(facts.claims);
    const last = claim.sentBack.at(-1);
    if (one.status === "claim-check" && last?.by === person.personId && last.reason === reasons)
      return { changes: [], result: { outcome: "reversed", claim: claim.claim, left: voucher.left } };
    const { draws } = claim;
    if (one.status !== "paying" || claim.status !== "accepted" || draws === undefined)
      throw new DomainError("conflict", "claim.not-cleared", { status: one.status });
    const orders = facts.orders.filter((order) => order.claim === claim.claim);
    const gone = orders.filter(({ status, sending }) => status !== "waiting" || sending > 1);
    if (gone.length > 0)
      throw new DomainError("conflict", "claim.in-batch", {
        orders: gone.map(({ endToEndId, status }) => ({ endToEndId, status })),
      });
    const owing = facts.shares.filter((share) =>
      orders.some(({ parkId, budgetYear }) => parkId === share.parkId && budgetYear === share.budgetYear),
    );
    const bookOf = ({ ledger }: Share) => facts.books.find(({ bookKey }) => bookKey === bookKeyOf(ledger).bookKey);
    const closed = owing.find((share) => bookOf(share)?.status === "closed");
    if (closed !== undefined) throw new DomainError("conflict", "claim.year-closed", { year: closed.budgetYear });
    const cleared = sum(draws.map(({ counted }) => counted));
    const left = add(voucher.left, cleared);
    const { draws: _, checkedBy: __, assessment: ___, ...kept } = claim;
    const back: Claim = {
      ...kept,
      status: "confirmed",
      sentBack: [...claim.sentBack, { reason: reasons, by: person.personId, at: moment.now }],
    };
    const move = moveCase(one, "claim-check", nextUse(one), moment, {
      type: "claim.clearing-reversed",
      facts: { claim: claim.claim, payable: cleared.amount, currency: cleared.currency },
    });
    const closing = cancelTasks(
      facts.tasks.filter(({ workflow }) => workflow !== "redress"),
      actor,
      moment,
      false,
    );
    const letters = reversalLetters(one, voucher, back, payeeContacts(facts, call), moment);
    return {
      changes: [
        ...move.changes,
        { op: "replace", name: "claim", value: back },
        { op: "replace", name: "voucher", value: { ...voucher, left } },
        ...orders.flatMap(withdrawn),
        ...owing.map((share) => bookStands(bookOf(share), share.ledger)),
        ...closing.changes,
        ...letters.changes,
      ],
      postings: draws.flatMap((draw) => postingOf(one.caseId, claim.claim, draw, orders, facts)),
      events: move.events,
      effects: [stopWorkflow(one, "clearing reversed"), startWorkflow(move.moved), ...letters.effects],
      result: { outcome: "reversed", claim: claim.claim, left },
    };
  },
});

/** No bank has seen the order: it and its reference are as if they had never been. */
function withdrawn({ caseId, parkId, claim, purpose, endToEndId }: Order): Change[] {
  return [
    { op: "remove", name: "order", key: { caseId, parkId, claim, purpose }, when: { status: "waiting", endToEndId } },
    { op: "remove", name: "orderRef", key: { endToEndId } },
    { op: "remove", name: "orderWaiting", key: { parkId, endToEndId } },
  ];
}

/** In the budget year that owes it, which may not be the one of now. */
function postingOf(
  caseId: CaseId,
  claim: number,
  { parkId, amount }: { parkId: string; amount: Money },
  orders: readonly Order[],
  { shares }: Facts,
): PostingDraft[] {
  const order = orders.find((one) => one.parkId === parkId);
  const share = shares.find((one) => one.parkId === parkId && one.budgetYear === order?.budgetYear);
  if (amount.amount === 0 || share === undefined) return [];
  return [
    {
      ledger: share.ledger,
      to: "committed",
      from: "payable",
      amount: amount.amount,
      caseId,
      memo: `claim ${claim}: clearing reversed`,
    },
  ];
}
