/** One book per ledger key: whether its budget year is open, being ended or closed, and how far carrying over has come. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import type { Change } from "../port/store.ts";
import { type LedgerKey, ledgerKeySchema, ledgerKeyText } from "./posting.ts";

export const bookSchema = z.object({
  parkId: z.string(),
  /** `ledgerKeyText`: lists the park's keys, past years included, in one partition. */
  bookKey: z.string(),
  ledger: ledgerKeySchema,
  /** `ending`: open cases are being carried over; `ended`: all are; `closed`: what was unspent went back to the fund. */
  status: z.enum(["open", "ending", "ended", "closed"]),
  /** The run that carries over: its frozen input, with the hash of the cases it found. */
  ending: z
    .object({
      to: ledgerKeySchema,
      cases: z.array(caseIdSchema),
      hash: z.string(),
      by: personIdSchema,
      at: instantSchema,
    })
    .optional(),
  /** Cases carried so far. */
  carried: z.number().int().min(0).default(0),
  closed: z.object({ by: personIdSchema, at: instantSchema, unspent: z.number().int().min(0) }).optional(),
  /** What was unspent when the year was closed, minor units; what cases gave back lies on their shares. */
  returned: z.number().int().min(0).default(0),
  /** Kept back for upheld redress, minor units; what cases hold reserved lies on their shares. */
  reserved: z.number().int().min(0).default(0),
  /** What the key was given, minor units: minus the balance of `appropriation`. Absent on books made before it was kept. */
  given: z.number().int().min(0).optional(),
  version: z.number().int().default(0),
});
export type Book = z.infer<typeof bookSchema>;

export function newBook(ledger: LedgerKey): Book {
  return {
    parkId: ledger.parkId,
    bookKey: ledgerKeyText(ledger),
    ledger,
    status: "open",
    carried: 0,
    returned: 0,
    reserved: 0,
    given: 0,
    version: 0,
  };
}

export function bookKeyOf(ledger: LedgerKey): { parkId: string; bookKey: string } {
  return { parkId: ledger.parkId, bookKey: ledgerKeyText(ledger) };
}

/** The same key one budget year later. */
export function nextYear(ledger: LedgerKey): LedgerKey {
  return { ...ledger, budgetYear: ledger.budgetYear + 1 };
}

/** The same key one budget year earlier. */
export function lastYear(ledger: LedgerKey): LedgerKey {
  return { ...ledger, budgetYear: ledger.budgetYear - 1 };
}

/** The year is what the decision took it for: closing it at the same moment has the decision taken anew. */
export function bookStands(book: Book | undefined, ledger: LedgerKey): Change {
  return { op: "check", name: "book", key: bookKeyOf(ledger), when: { version: book?.version ?? null } };
}

/** @throws not_found `book.unknown`. */
export function requireBook(book: Book | undefined, ledger: LedgerKey): Book {
  if (book === undefined) throw new DomainError("not_found", "book.unknown", { ledger: ledgerKeyText(ledger) });
  return book;
}
