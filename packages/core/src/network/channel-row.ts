/** A payment channel of a park as a row: which currencies it carries to whom, and what it must know of the payee's account. */
import * as z from "zod";
import { currencySchema } from "../kernel/money.ts";

export const channelKinds = [
  "pain001-domestic",
  "sepa",
  "pain001-cross-border",
  "bacs-csv",
  "eft-csv",
  "manual-list",
] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const channelRowSchema = z.object({
  kind: z.enum(channelKinds),
  currencies: z.array(currencySchema).min(1),
  /** Where the payee's account may be: the payer's country, a named area of the network file, or anywhere. */
  reaches: z.union([z.literal("domestic"), z.literal("anywhere"), z.templateLiteral(["area:", z.string()])]),
  /** `iban`: an IBAN; `iban-or-other`: also a bank's own number; `sort-code`: UK; `transit`: Canada; `any`: whatever there is. */
  account: z.enum(["iban", "iban-or-other", "sort-code", "transit", "any"]),
  /** Whether a BIC is needed: never, always, or for accounts outside a named area (`outside:eea`). */
  bic: z.union([z.literal("never"), z.literal("always"), z.templateLiteral(["outside:", z.string()])]),
  /** Who bears the banks' charges (ISO 20022): shared, by the debtor, or as the scheme's rulebook says. */
  charges: z.enum(["SHAR", "DEBT", "SLEV"]),
});
export type ChannelRow = z.infer<typeof channelRowSchema>;
