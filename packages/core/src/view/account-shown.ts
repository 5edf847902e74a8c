/** A bank account as it is shown to whoever need not know its whole number. */
import * as z from "zod";
import type { BankAccount } from "../organisation/organisation.ts";

export const accountShownSchema = z.object({
  holder: z.string(),
  /** The last four characters; the bank knows the rest. */
  ending: z.string(),
  currency: z.string(),
  country: z.string(),
});

export function accountShown({ holder, iban, other, currency, country }: BankAccount) {
  return { holder, ending: (iban ?? other ?? "").slice(-4), currency, country };
}
