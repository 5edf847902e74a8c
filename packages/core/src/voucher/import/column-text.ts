/** What each column of the file of running vouchers means, with an example: for the template and for operators. */
import type { Column } from "./voucher-file.ts";

export const columnText: Readonly<Record<Column, readonly [meaning: string, example: string]>> = {
  old_reference: ["Reference of the voucher in your own system; it names the voucher here for ever", "OLD-2026/17"],
  call: ["Code of the published call here that the voucher belongs to", "LIM-V26"],
  title: ["Title of the project", "Stability of an enzyme"],
  scope: ["What the provider does for it, in a sentence or more", "Three series at four temperatures, monthly."],
  applicant_scheme: ["Register of the company", "BE-BCE_KBO"],
  applicant_number: ["Its number there", "0123.456.749"],
  contact_email: ["Address of a member of the company who answers for the case", "an@example.org"],
  provider_scheme: ["Register of the provider", "SE-ON"],
  provider_number: ["Its number there", "556036-0793"],
  provider_email: ["Address of a member of the provider", "lars@example.org"],
  price: ["Price of the service without VAT, in the call's currency", "12500.00"],
  award: ["What was granted, all paying parks together, in the call's currency", "10000.00"],
  paid: ["What of it was paid before the move; empty for nothing", "4000.00"],
  granted_on: ["Day of the grant", "2026-05-04"],
  expires_on: ["Last day of validity", "2026-11-30"],
  status: ["issued, or in-use once both parties have accepted", "in-use"],
  accepted_on: ["Day on which both had accepted; empty while issued", "2026-05-11"],
};
