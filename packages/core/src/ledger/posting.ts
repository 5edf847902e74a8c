/** The double entry: what a posting is, and which items hold the accounts it moves. */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { callIdSchema, caseIdSchema, postingIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** Park × fund × call × budget year × currency: money of unlike keys is never added. */
export const ledgerKeySchema = z.object({
  parkId: z.string(),
  fundId: z.string(),
  callId: callIdSchema,
  budgetYear: z.number().int(),
  currency: z.string().length(3),
});
export type LedgerKey = z.infer<typeof ledgerKeySchema>;

export const accounts = [
  "appropriation",
  "available",
  "reserved",
  "committed",
  "payable",
  "disbursed",
  "recoverable",
  "returned",
  "writtenOff",
] as const;
export const accountSchema = z.enum(accounts);
export type Account = z.infer<typeof accountSchema>;

export const postingSchema = z.object({
  ledger: ledgerKeySchema,
  postingId: postingIdSchema,
  at: instantSchema,
  /** The day on which it counts, where that is not the park's day of `at`: a bank's booking day outside locked periods. */
  day: daySchema.optional(),
  to: accountSchema,
  from: accountSchema,
  /** Minor units, positive. */
  amount: z.number().int().positive(),
  /** Absent for movements of the budget itself. */
  caseId: caseIdSchema.optional(),
  verb: z.string(),
  actor: z.string(),
  /** What it was for, in stored words: `proposal`, `invoice 2026-114`, `bank 2026-11-02`. */
  memo: z.string(),
  version: z.number().int().default(0),
});
export type Posting = z.infer<typeof postingSchema>;

/** A posting as a decision states it. */
export interface PostingDraft {
  ledger: LedgerKey;
  to: Account;
  from: Account;
  amount: number;
  caseId?: Posting["caseId"];
  day?: string;
  memo: string;
}

/** `park/fund/call/2026/EUR`: stable text of a ledger key. */
export function ledgerKeyText(key: LedgerKey): string {
  return [key.parkId, key.fundId, key.callId, key.budgetYear, key.currency].join("/");
}

/** The one shared money item of a ledger key. */
export const budgetSchema = z.object({
  ledger: ledgerKeySchema,
  /** Minor units free to propose. */
  available: z.number().int().min(0),
  version: z.number().int().default(0),
});
export type Budget = z.infer<typeof budgetSchema>;

/** A budget without money. */
export function emptyBudget(ledger: LedgerKey): Budget {
  return { ledger, available: 0, version: 0 };
}

/** What one park holds for one case in one budget year: its accounts live here, not on the budget. */
export const shareSchema = z.object({
  caseId: caseIdSchema,
  parkId: z.string(),
  budgetYear: z.number().int(),
  ledger: ledgerKeySchema,
  reserved: z.number().int().min(0),
  committed: z.number().int().min(0),
  payable: z.number().int().min(0),
  disbursed: z.number().int().min(0),
  recoverable: z.number().int().min(0),
  returned: z.number().int().min(0),
  writtenOff: z.number().int().min(0),
  version: z.number().int().default(0),
});
export type Share = z.infer<typeof shareSchema>;

/** A share with nothing on it yet. */
export function emptyShare(caseId: Share["caseId"], ledger: LedgerKey): Share {
  return {
    caseId,
    parkId: ledger.parkId,
    budgetYear: ledger.budgetYear,
    ledger,
    reserved: 0,
    committed: 0,
    payable: 0,
    disbursed: 0,
    recoverable: 0,
    returned: 0,
    writtenOff: 0,
    version: 0,
  };
}
