/** The payments of a park's batches as a file: one line per order, newest batch first, as far as the bank has answered. */
import * as z from "zod";
import { batchIdSchema } from "../kernel/id.ts";
import { readPayments } from "../view/payments.ts";
import { tableExport } from "./export.ts";
import { tableOf } from "./table.ts";

export const batchesExport = tableExport({
  summary: "The payments of a park's batches, or of one of them",
  params: z.object({ parkId: z.string().max(40) }),
  query: z.object({ batch: batchIdSchema.optional() }),
  async read(deps, actor, { parkId }, { batch: asked }) {
    const { batches, orders, references, names } = await readPayments(deps, actor, parkId);
    const name = (id: string | undefined) => (id === undefined ? "" : (names[id] ?? ""));
    return tableOf(
      asked === undefined ? `batches-${parkId}` : `batch-${asked}`,
      [
        ["batch", ({ batch }) => batch.batchId],
        ["state", ({ batch }) => batch.status],
        ["channel", ({ batch }) => batch.channel],
        ["execution_date", ({ batch }) => batch.executionDate],
        ["prepared_by", ({ batch }) => name(batch.preparedBy)],
        ["released_by", ({ batch }) => name(batch.releasedBy)],
        ["payee", ({ order }) => order.payeeName],
        ["purpose", ({ order }) => order.purpose],
        ["account", ({ order }) => order.account.iban ?? order.account.other ?? ""],
        ["amount", ({ order }) => order.amount],
        ["currency", ({ order }) => order.amount.currency],
        ["case", ({ order }) => references[order.caseId] ?? ""],
        ["end_to_end_id", ({ order }) => order.endToEndId],
        ["order_state", ({ order }) => orders[order.endToEndId]?.status ?? ""],
        ["booked_on", ({ order }) => orders[order.endToEndId]?.bookedOn ?? ""],
        ["returned_on", ({ order }) => orders[order.endToEndId]?.returnedOn ?? ""],
      ],
      batches
        .filter(({ batchId }) => asked === undefined || batchId === asked)
        .flatMap((batch) => batch.orders.map((order) => ({ batch, order }))),
    );
  },
});
