/** Finance takes back the clearing of a claim whose orders no bank has seen: committed ← payable, in the year that holds the rest, and the manager assesses it anew (domain §11). */
import * as z from "zod";
import { moveCase } from "../application/move.ts";
import type { EventDraft } from "../event/event.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { add, moneySchema, sum } from "../kernel/money.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type Book, bookKeyOf, bookStands } from "../ledger/book.ts";
import { carriedOver, firstOpenKey } from "../ledger/carry.ts";
import { bookWithGiven, readGivenBook } from "../ledger/given.ts";
import { emptyShare, type LedgerKey, ledgerKeyText, type PostingDraft, type Share } from "../ledger/posting.ts";
import { askAgain } from "../payment/again-task.ts";
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
  /** Of every park that holds money for the case, all its years of the call; none where a year was never written to. */
  readonly books: readonly Book[];
}

/**
 * Finance of the lead park. Every order of the claim must still wait for its first batch. What a year takes back that was
 * ended meanwhile is carried over at once: a case's committed money of a park lies in one year, and is drawn from there.
 * @throws conflict `claim.not-cleared`; conflict `claim.in-batch` with the orders that are in one or were sent; conflict
 * `claim.year-closed` where a closed year owes one, or no later one is open: what is committed anew would never leave it.
 */
export const reverseClearance = verb({
  name: "claim.reverse",
  input: reverseClearanceInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [facts, orders] = await Promise.all([readUse(reader, caseId), reader.list("order", { caseId })]);
    return { ...facts, orders, books: await readBooks(reader, facts.shares) };
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
    const owing = draws.flatMap(({ parkId, amount }) => owedBy(parkId, amount.amount, orders, facts));
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
        ...owing.flatMap((owed) => booksAndShares(owed, facts)),
        ...closing.changes,
        // What came back of an earlier claim, in a new batch or not yet, was asked for with this one's payment.
        ...facts.orders
          .filter((order) => order.claim !== claim.claim && order.status !== "booked")
          .flatMap((order) => askAgain({ one: move.moved, tasks: facts.tasks }, order, moment)),
        ...letters.changes,
      ],
      postings: owing.flatMap((owed) => postingsOf(owed, claim.claim)),
      events: [...move.events, ...owing.flatMap(carryEvents)],
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

async function readBooks(reader: Reader, shares: readonly Share[]): Promise<Book[]> {
  const parks = [...new Set(shares.map(({ parkId }) => parkId))];
  const books = (await Promise.all(parks.map((parkId) => reader.list("book", { parkId })))).flat();
  const own = books.filter(({ ledger }) => shares.some((share) => share.ledger.callId === ledger.callId));
  const filled = await Promise.all(
    own.map((book) => (book.given === undefined ? readGivenBook(reader, book.ledger) : book)),
  );
  return filled.flatMap((book) => book ?? []);
}

/** What a park's draw comes back to. */
interface Owed {
  /** Of the budget year that owes it, which may not be the one of now. */
  readonly share: Share;
  /** Minor units. */
  readonly amount: number;
  /** The year that is open: that one, or a later one. */
  readonly to: LedgerKey;
}

function bookOf(ledger: LedgerKey, books: readonly Book[]): Book | undefined {
  return books.find(({ bookKey }) => bookKey === bookKeyOf(ledger).bookKey);
}

function isCarried({ share, to }: Owed): boolean {
  return ledgerKeyText(share.ledger) !== ledgerKeyText(to);
}

function owedBy(parkId: string, amount: number, orders: readonly Order[], { shares, books }: Facts): Owed[] {
  const order = orders.find((one) => one.parkId === parkId);
  const share = shares.find((one) => one.parkId === parkId && one.budgetYear === order?.budgetYear);
  if (amount === 0 || share === undefined) return [];
  const closed = bookOf(share.ledger, books)?.status === "closed";
  const to = firstOpenKey(share.ledger, books);
  if (closed || to === undefined) throw new DomainError("conflict", "claim.year-closed", { year: share.budgetYear });
  return [{ share, amount, to }];
}

function booksAndShares(owed: Owed, { shares, books }: Facts): Change[] {
  const { share, to } = owed;
  const stands = bookStands(bookOf(share.ledger, books), share.ledger);
  if (!isCarried(owed)) return [stands];
  const known = shares.some(({ ledger }) => ledgerKeyText(ledger) === ledgerKeyText(to));
  return [
    stands,
    ...(known ? [] : [{ op: "create", name: "share", value: emptyShare(share.caseId, to) } as const]),
    bookWithGiven(bookOf(to, books), to),
  ];
}

function postingsOf(owed: Owed, claim: number): PostingDraft[] {
  const { share, amount, to } = owed;
  const { ledger, caseId } = share;
  return [
    { ledger, to: "committed", from: "payable", amount, caseId, memo: `claim ${claim}: clearing reversed` },
    ...(isCarried(owed) ? carriedOver(share, to, "committed", amount) : []),
  ];
}

function carryEvents(owed: Owed): EventDraft[] {
  const { share, amount } = owed;
  const { caseId, parkId, budgetYear: year, ledger } = share;
  const facts = { parkId, year, amount, currency: ledger.currency };
  return isCarried(owed) ? [{ stream: caseId, caseId, type: "ledger.carried-over", facts }] : [];
}
