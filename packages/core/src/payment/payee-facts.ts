/** What must be known of a payee before it is paid, read anew at each step: its accounts, a change of them, sanctions. */
import { listedParties } from "../application/listed-parties.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Reader } from "../port/store.ts";
import type { SanctionHit } from "../sanction/sanction.ts";
import { type AccountChange, isWaiting } from "./account-change.ts";
import type { Order } from "./batch.ts";

export interface PayeeFacts {
  readonly payee: Organisation | undefined;
  readonly accountChange: AccountChange | undefined;
  readonly sanctions: readonly SanctionHit[];
}

/** Why nothing is paid to a payee now. `unverified`: no park has looked at the organisation with its account. */
export type PayeeFault = "account-changing" | "unverified" | "sanctioned";

/** Every reason why the payee of an order is not paid now; the revenue authority is the park's own word. */
export function payeeFaults(
  { purpose }: Pick<Order, "purpose">,
  { payee, accountChange, sanctions }: PayeeFacts,
): PayeeFault[] {
  if (purpose === "tax") return [];
  return [
    ...(isWaiting(accountChange) ? (["account-changing"] as const) : []),
    ...(payee?.verification === "verified" ? [] : (["unverified"] as const)),
    ...(sanctions.length > 0 ? (["sanctioned"] as const) : []),
  ];
}

/** Who is paid by an order: the payee, or the revenue authority of the park; without accounts where the park names none any more. */
export function paidOf(
  { parkId, purpose }: Pick<Order, "parkId" | "purpose">,
  payee: Pick<Organisation, "legalName" | "address" | "accounts">,
  network: NetworkFile,
): Pick<Organisation, "legalName" | "address" | "accounts"> {
  if (purpose !== "tax") return payee;
  const { remittance } = parkOf(network, parkId);
  if (remittance === undefined) return { ...payee, accounts: [] };
  return { legalName: remittance.name, address: remittance.address, accounts: [remittance.account] };
}

export const unknownPayee: PayeeFacts = { payee: undefined, accountChange: undefined, sanctions: [] };

export async function readPayee(
  reader: Reader,
  { payeeId, caseId }: Pick<Order, "payeeId" | "caseId">,
): Promise<PayeeFacts> {
  // Accounts of a record that was merged pay nobody: those of the kept one do, each confirmed by two people.
  const payee = await organisationOf(reader, payeeId);
  if (payee === undefined) return unknownPayee;
  const [accountChange, one, sections] = await Promise.all([
    reader.get("accountChange", { organisationId: payee.organisationId }),
    reader.get("case", { caseId }),
    reader.list("section", { caseId }),
  ]);
  // Also whom it is paid for: a voucher benefits the company, whoever gets the money.
  const ids = one === undefined ? [] : [one.applicantId, ...(one.providerId === undefined ? [] : [one.providerId])];
  const parties = await Promise.all(ids.map((organisationId) => organisationOf(reader, organisationId)));
  const [applicant, provider] = parties;
  const payeeElse = parties.some((party) => party?.organisationId === payee.organisationId) ? undefined : payee;
  const sanctions = await listedParties(reader, applicant, [provider, payeeElse], sections);
  return { payee, accountChange, sanctions };
}
