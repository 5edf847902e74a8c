/** What the books hold in a story of the ledger, who acts in it, and what a step of it is. */
import type { Case } from "@multihelix/core/application/case.ts";
import type { Call } from "@multihelix/core/call/call.ts";
import type { Claim } from "@multihelix/core/claim/claim.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import type { Decision } from "@multihelix/core/kernel/verb.ts";
import type { Book } from "@multihelix/core/ledger/book.ts";
import {
  type Budget,
  type LedgerKey,
  ledgerKeyText,
  type Posting,
  type Share,
} from "@multihelix/core/ledger/posting.ts";
import type { Batch, Order } from "@multihelix/core/payment/batch.ts";
import type { Change, Reader } from "@multihelix/core/port/store.ts";
import type { Recovery } from "@multihelix/core/recovery/recovery.ts";
import type { Voucher } from "@multihelix/core/voucher/voucher.ts";
import { staff } from "../fixture/build/actor.ts";
import { firstYear, type Move } from "./ledger-acts.ts";

/** What the books hold, and the reader by which a verb reads more of it. */
export interface Holdings {
  reader: Reader;
  call: Call;
  budgets: Budget[];
  shares: Share[];
  postings: Posting[];
  books: Book[];
  recoveries: Recovery[];
  claims: Claim[];
  orders: Order[];
  batches: Batch[];
  cases: Case[];
  vouchers: Voucher[];
}

export const inBoth = (name: string, role: "finance" | "approver") => ({
  ...staff(name, role, "limburg"),
  grants: [...staff(name, role, "limburg").grants, ...staff(name, role, "lund").grants],
});
export const fay = inBoth("fay", "finance");
export const finn = inBoth("finn", "finance");
export const [ada, bob] = [inBoth("ada", "approver"), inBoth("bob", "approver")];
export const system = { kind: "system", name: "outbox" } as const;

/** One decision, with what the model must say of it; without a decision, it was refused. */
export interface Step {
  readonly decision?: Decision<unknown>;
  readonly moves: readonly Move[];
  /** The model's own no, where purses alone do not say it. */
  readonly no?: boolean;
  /** What it is counted as; the act's own kind if absent. */
  readonly as?: string;
}
export type PlannedStep = (fresh: Holdings) => Step | Promise<Step>;

export function keyNow({ call }: Holdings, park: number): LedgerKey {
  const parkId = firstYear[park]?.parkId;
  return call.payers.find((payer) => payer.parkId === parkId)?.ledger ?? (firstYear[park] as LedgerKey);
}

export const ofKey = (ledger: LedgerKey) => (one: { ledger: LedgerKey }) =>
  ledgerKeyText(one.ledger) === ledgerKeyText(ledger);

/** What the verb decides; a refusal of the domain is no decision. */
export function decided(decide: () => Decision<unknown>): { decision?: Decision<unknown> } {
  try {
    return { decision: decide() };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return {};
  }
}

/** The decision without what the story does not keep. */
export function only<R>(decision: Decision<R>, names: readonly Change["name"][]): Decision<R> {
  return { ...decision, changes: decision.changes.filter(({ name }) => names.includes(name)), effects: [] };
}

/** All that is known of one case; every story begins with its three. */
export function ofCase({ cases, vouchers, claims, orders }: Holdings, caseId: CaseId) {
  const own = (one: { caseId: CaseId }) => one.caseId === caseId;
  const [theCase, voucher] = [cases.find(own), vouchers.find(own)];
  if (theCase === undefined || voucher === undefined) throw new Error("the story begins with its cases");
  const inOrder = claims.filter(own).toSorted((one, other) => one.claim - other.claim);
  return { theCase, voucher, claims: inOrder, orders: orders.filter(own) };
}
