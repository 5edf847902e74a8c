/** Tax that payers of a country must withhold from non-resident providers, as dated rows with their source, and whom a park pays it to. */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { addressSchema, bankAccountSchema } from "../organisation/organisation.ts";

export const withholdingRowSchema = z.object({
  /** Of the payer, and where the services are rendered. */
  country: z.string().regex(/^[A-Z]{2}$/),
  percent: z.number().positive().max(100),
  validFrom: daySchema,
  /** Last day on which it holds; no day: until a successor is added. */
  validUntil: daySchema.optional(),
  source: z.object({ act: z.string().min(1), article: z.string().min(1), url: z.url().optional() }),
  /** What the payer files of it, by the last day of this month (1–12) of the year after the payment. */
  slip: z.object({ form: z.string().min(1).max(20), month: z.int().min(1).max(12) }),
});
export type WithholdingRow = Readonly<z.infer<typeof withholdingRowSchema>>;

/** The revenue authority as a park pays it. */
export const remittanceSchema = z.object({
  name: z.string().min(1).max(140),
  address: addressSchema,
  account: bankAccountSchema,
  /** The park's own account number with the authority; stands in every payment. */
  reference: z.string().min(1).max(35),
});
export type Remittance = Readonly<z.infer<typeof remittanceSchema>>;

/** The row that holds for payers of a country on a day. */
export function withholdingRowFor(
  { withholding }: { readonly withholding: readonly WithholdingRow[] },
  country: string,
  day: string,
): WithholdingRow | undefined {
  return withholding.find(
    (row) => row.country === country && row.validFrom <= day && day <= (row.validUntil ?? "9999-12-31"),
  );
}
