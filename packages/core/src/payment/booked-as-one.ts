/** A batch that the bank booked as one entry, without its payments: read as all of them where sum and number are the batch's own. */
import { daySchema } from "../kernel/day.ts";
import { bankReference } from "./bank-text.ts";
import type { Batch } from "./batch.ts";
import type { StatementLine, SumLine } from "./statement-csv.ts";

export interface SumRefused {
  readonly sum: SumLine;
  readonly batch: Batch;
}

/**
 * The payments of every such entry that is the whole of a batch, and those that are not, from which nobody can tell what was
 * paid. Files that were not sent from here are left out, as other debits are.
 * @param batches of the park whose bank wrote it
 */
export function paymentsOfSums(
  sums: readonly SumLine[],
  batches: readonly Batch[],
): { lines: StatementLine[]; refused: SumRefused[] } {
  const lines: StatementLine[] = [];
  const refused: SumRefused[] = [];
  for (const sum of sums) {
    const batch = batches.find(({ batchId, releasedAt }) => {
      const messageId = bankReference(batchId);
      return releasedAt !== undefined && [messageId, `${messageId}-1`].includes(sum.blockId);
    });
    if (batch === undefined) continue;
    if (!isWhole(sum, batch)) {
      refused.push({ sum, batch });
      continue;
    }
    const { line, bookedOn, reference } = sum;
    for (const { endToEndId, amount } of batch.orders)
      lines.push({ line, kind: "booked", endToEndId, bookedOn, amount, reference });
  }
  return { lines, refused };
}

/** Nothing of it came back or was rejected, and the bank says no other number: then every one of its payments was made. */
function isWhole({ kind, amount, count, bookedOn }: SumLine, batch: Batch): boolean {
  return (
    kind === "booked" &&
    daySchema.safeParse(bookedOn).success &&
    amount?.amount === batch.total &&
    amount.currency === batch.currency &&
    (count === undefined || count === batch.orders.length) &&
    // What was withdrawn here and paid by the bank all the same is booked, each payment unless it was sent again.
    (batch.withdrawn !== undefined || (batch.rejections ?? []).length === 0)
  );
}
