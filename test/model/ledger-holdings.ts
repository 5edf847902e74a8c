/** What the books hold in a story of the ledger, who acts in it, and what a step of it is. */
import type { Call } from "@multihelix/core/call/call.ts";
import type { Claim } from "@multihelix/core/claim/claim.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import type { Decision } from "@multihelix/core/kernel/verb.ts";
import type { Book } from "@multihelix/core/ledger/book.ts";
import {
  type Budget,
  type LedgerKey,
  ledgerKeyText,
  type Posting,
  type Share,
} from "@multihelix/core/ledger/posting.ts";
import type { Order } from "@multihelix/core/payment/batch.ts";
import type { Recovery } from "@multihelix/core/recovery/recovery.ts";
import { staff } from "../fixture/build/actor.ts";
import { firstYear, type Move } from "./ledger-acts.ts";

export interface Holdings {
  call: Call;
  budgets: Budget[];
  shares: Share[];
  postings: Posting[];
  books: Book[];
  recoveries: Recovery[];
  claims: Claim[];
  orders: Order[];
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
}

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
