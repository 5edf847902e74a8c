/** The bytes that a released batch is sent to the bank with. */
import { DomainError } from "../kernel/error.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { parkOf } from "../network/network-file.ts";
import { bankReference } from "./bank-text.ts";
import type { Batch } from "./batch.ts";
import { listCsv } from "./list-csv.ts";
import { pain001 } from "./pain001.ts";

export interface PaymentFile {
  readonly fileName: string;
  readonly type: string;
  readonly text: string;
}

const csvChannels: readonly string[] = ["bacs-csv", "eft-csv", "manual-list"];

/**
 * Pure: the same batch always gives the same bytes, dated by its release. Holds bank data: only for finance of the park.
 * @throws conflict `batch.not-released`; not_found `park.unknown`; conflict `park.no-debtor` without account of the park.
 */
export function batchFile(batch: Batch, network: NetworkFile): PaymentFile {
  const { releasedAt, executionDate } = batch;
  if (releasedAt === undefined || (batch.status !== "released" && batch.status !== "sent")) {
    throw new DomainError("conflict", "batch.not-released", { status: batch.status });
  }
  const messageId = bankReference(batch.batchId);
  if (csvChannels.includes(batch.channel)) {
    return {
      fileName: `${messageId}.csv`,
      type: "text/csv; charset=utf-8",
      text: listCsv(batch.channel, batch.orders, executionDate),
    };
  }
  const park = parkOf(network, batch.parkId);
  const channel = park.channels.find((row) => row.kind === batch.channel && row.currencies.includes(batch.currency));
  const { debtor, legalEntity } = park;
  if (channel === undefined) throw new DomainError("conflict", "batch.channel-gone", { channel: batch.channel });
  if (debtor === undefined || legalEntity === undefined)
    throw new DomainError("conflict", "park.no-debtor", { parkId: park.id });
  const text = pain001({
    messageId,
    createdAt: releasedAt,
    debtor: { name: legalEntity.name, address: legalEntity.address, account: debtor },
    transfers: batch.orders.map((order) => ({
      endToEndId: order.endToEndId,
      amount: order.amount,
      payee: { name: order.payeeName, address: order.address, account: order.account },
      remittance: order.remittance,
      channel,
      executionDate,
    })),
  });
  return { fileName: `${messageId}.xml`, type: "application/xml", text };
}
