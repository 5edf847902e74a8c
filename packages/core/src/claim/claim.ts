/** Report and claim of a payee: what was done, the invoice lines with evidence, and what the park accepted of them. */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";

/** `charged`: the SME recovers it. `reverse-charge`: it accounts for the VAT at home, the invoice asks none. `irrecoverable`: charged, and a cost of the SME. */
export const vatKinds = ["charged", "reverse-charge", "irrecoverable"] as const;

export const claimLineSchema = z.object({
  invoiceNumber: z.string().trim().min(1).max(40),
  invoiceDate: daySchema,
  description: z.string().min(1).max(400),
  /** Both in the invoice's own currency. */
  net: moneySchema,
  vat: moneySchema,
  /** Absent: charged. */
  vatKind: z.enum(vatKinds).optional(),
  /** ISO country in which the work was done, or `elsewhere`; asked where a payer may have to withhold tax. */
  workIn: z.union([z.string().regex(/^[A-Z]{2}$/), z.literal("elsewhere")]).optional(),
});
export type ClaimLine = z.infer<typeof claimLineSchema>;

/** What was accepted of one line, and what that is in the voucher's currency by the stored rate of the invoice's date. */
export const acceptedLineSchema = z.object({
  line: z.number().int().min(1),
  accepted: moneySchema,
  converted: moneySchema,
  /** VAT that counts as cost, in the voucher's currency at the same rate; absent where none does. */
  vat: moneySchema.optional(),
  rate: z.string(),
  rateDate: z.string(),
  rateSource: z.string(),
});
export type AcceptedLine = z.infer<typeof acceptedLineSchema>;

/** The authority's written leave to withhold less than the law says, with its reference. */
export const waiverSchema = z.object({
  reference: z.string().trim().min(1).max(60),
  percent: z.number().min(0).max(100),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** Tax to be withheld by payers of one country, as it was found when the claim was assessed. */
export const withholdingSchema = z.object({
  country: z.string(),
  /** Of the part for services rendered there; less than the law's where a waiver says so. */
  percent: z.number(),
  source: z.string(),
  slip: z.object({ form: z.string(), month: z.number().int() }),
  /** Accepted net of lines worked there, and all accepted cost; in the voucher's currency. */
  worked: moneySchema,
  cost: moneySchema,
  waiver: waiverSchema.optional(),
});
export type Withholding = z.infer<typeof withholdingSchema>;

export const claimSchema = z.object({
  caseId: caseIdSchema,
  claim: z.number().int().min(1),
  report: z.string().min(1).max(8000),
  workFinishedOn: daySchema,
  /** As the claimant says it, where the call lets no work begin before the award. */
  workBegunOn: daySchema.optional(),
  /** A further claim follows: what is left of the award stays for it. */
  interim: z.boolean().optional(),
  lines: z.array(claimLineSchema).min(1).max(20),
  filedBy: personIdSchema,
  filedAt: instantSchema,
  /** `refused`: nothing of it is paid; the work may be done again and claimed anew. */
  status: z.enum(["filed", "confirmed", "assessed", "accepted", "queried", "refused", "paid"]),
  /** The applicant's person, or `system:sweep` when silence confirmed the service. */
  confirmedBy: z.string().optional(),
  dispute: z
    .object({
      reason: z.string().min(1).max(2000),
      by: personIdSchema,
      at: instantSchema,
      settled: z
        .object({ outcome: z.enum(["confirmed", "again"]), reasons: z.string(), by: personIdSchema, at: instantSchema })
        .optional(),
    })
    .optional(),
  queries: z
    .array(
      z.object({
        question: z.string().min(1).max(2000),
        by: personIdSchema,
        at: instantSchema,
        /** Absent while it is awaited, and for ever when the claimant stayed silent. */
        answer: z.string().max(4000).optional(),
        answeredBy: z.string().optional(),
        answeredAt: instantSchema.optional(),
      }),
    )
    .default([]),
  /** Set by the manager, in the voucher's currency: accepted net cost and what is payable of it. */
  assessment: z
    .object({
      by: personIdSchema,
      at: instantSchema,
      lines: z.array(acceptedLineSchema),
      acceptedNet: moneySchema,
      /** VAT that counts as cost beside it; absent where none does. */
      acceptedVat: moneySchema.optional(),
      /** Public money that the SME has for the same cost from elsewhere; asked where a stacking limit holds. */
      otherSupport: moneySchema.optional(),
      /** The same, stated with earlier claims; absent where there was none. */
      supportBefore: moneySchema.optional(),
      /** What the applicant proved to have paid to the provider. */
      paidByApplicant: moneySchema,
      payable: moneySchema,
      /** Of a supplement: what redress granted no part of, by the same arithmetic. The last claim does not pay it either. */
      ungranted: moneySchema.optional(),
      /** Per country; absent where nothing is withheld. */
      withholding: z.array(withholdingSchema).optional(),
      reason: z.string().max(2000),
    })
    .optional(),
  /** The manager refuses it whole; it is told once finance has confirmed it. */
  refusal: z
    .object({
      by: personIdSchema,
      at: instantSchema,
      reasons: z.string().min(1).max(2000),
      /** What it proves that the applicant paid of its own share of work accepted before; in the voucher's currency. */
      paidByApplicant: moneySchema.optional(),
    })
    .optional(),
  /** The claim of which it is what was cut: made by redress that was upheld, and checked by others. */
  supplementTo: z.number().int().optional(),
  /** Of a supplement where redress was upheld in part: the most that is paid for it, voucher's currency. */
  most: moneySchema.optional(),
  /** Who refused or cut it before redress was upheld: others check it anew. */
  barred: z.array(personIdSchema).optional(),
  /** Why finance gave it back to the manager, each time. */
  sentBack: z
    .array(z.object({ reason: z.string().min(1).max(2000), by: personIdSchema, at: instantSchema }))
    .default([]),
  checkedBy: personIdSchema.optional(),
  /** What each paying park pays: its part in the voucher's currency, and the same in its own; tax that it withholds is part of it. */
  draws: z
    .array(
      z.object({
        parkId: z.string(),
        counted: moneySchema,
        amount: moneySchema,
        /** What of the amount is for services rendered in the park's country, and the tax on it. */
        taxed: moneySchema.optional(),
        withheld: moneySchema.optional(),
      }),
    )
    .optional(),
  /** Slips that parks have filed of tax withheld, with the proof. */
  slips: z
    .array(
      z.object({
        parkId: z.string(),
        form: z.string(),
        /** Calendar year of the payment. */
        year: z.number().int(),
        /** As the authority confirmed it. */
        confirmation: z.string(),
        filedOn: daySchema,
        by: personIdSchema,
        at: instantSchema,
      }),
    )
    .optional(),
  version: z.number().int().default(0),
});
export type Claim = z.infer<typeof claimSchema>;

/** Less of a line counted than was claimed, or the park gave a reason why less is paid. */
export function isCut({ lines, assessment }: Pick<Claim, "lines" | "assessment">): boolean {
  if (assessment === undefined) return false;
  const short = assessment.lines.some(({ line, accepted }) => accepted.amount < (lines[line - 1]?.net.amount ?? 0));
  return short || assessment.reason.trim() !== "";
}

/** An invoice number counts once per provider, across all vouchers. */
export const invoiceUseSchema = z.object({
  providerId: z.string(),
  /** As `canonicalInvoiceNumber` spells it. */
  invoiceNumber: z.string(),
  caseId: caseIdSchema,
  claim: z.number().int(),
  version: z.number().int().default(0),
});
export type InvoiceUse = z.infer<typeof invoiceUseSchema>;

/** One spelling of an invoice number: case, width and spaces do not make another invoice. */
export function canonicalInvoiceNumber(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
}

/** The invoices of these lines, each once: one may have lines for work in several places. */
export function invoiceNumbersOf(lines: readonly Pick<ClaimLine, "invoiceNumber">[]): string[] {
  const found = new Map(lines.map(({ invoiceNumber }) => [canonicalInvoiceNumber(invoiceNumber), invoiceNumber]));
  return [...found.values()];
}
