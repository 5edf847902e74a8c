/** Whether a payment that stands in a batch may still be made as it was prepared: asked at every step until the bank has it. */
import { DomainError } from "../kernel/error.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import type { Batch, BatchOrder } from "./batch.ts";
import { type PayeeFacts, type PayeeFault, paidOf, payeeFaults, readPayee } from "./payee-facts.ts";

const codes: Readonly<Record<PayeeFault, string>> = {
  "account-changing": "batch.account-changed",
  unverified: "batch.unverified",
  sanctioned: "batch.sanctioned",
};

/** Each payment of a batch with what is known of its payee now; of a batch that is not on its way to the bank, none. */
export async function readReleased(reader: Reader, batch: Batch | undefined): Promise<readonly ReleasedLine[]> {
  if (batch?.status !== "released") return [];
  return Promise.all(batch.orders.map(async (sent) => ({ sent, facts: await readPayee(reader, sent) })));
}

export interface ReleasedLine {
  readonly sent: BatchOrder;
  readonly facts: PayeeFacts;
}

/** @throws conflict `batch.account-changed`, `batch.unverified`, `batch.sanctioned`, each naming the payment */
export function demandPayable(sent: BatchOrder, facts: PayeeFacts, parkId: string, network: NetworkFile): void {
  const { endToEndId, purpose } = sent;
  const paid = facts.payee === undefined ? undefined : paidOf({ parkId, purpose }, facts.payee, network);
  const known = paid?.accounts.some((account) => sameAccount(account, sent.account)) ?? false;
  if (!known) throw new DomainError("conflict", "batch.account-changed", { endToEndId });
  const [fault] = payeeFaults(sent, facts);
  if (fault !== undefined) throw new DomainError("conflict", codes[fault], { endToEndId });
}

function sameAccount(a: BatchOrder["account"], b: BatchOrder["account"]): boolean {
  return (["holder", "iban", "other", "bic", "currency", "country"] as const).every((field) => a[field] === b[field]);
}
