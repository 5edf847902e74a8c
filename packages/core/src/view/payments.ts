/** What a park's finance officers see of its payments: orders that wait, batches on their way. */
import * as z from "zod";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { moneySchema } from "../kernel/money.ts";
import { type Batch, orderSchema } from "../payment/batch.ts";
import type { Deps } from "../port/deps.ts";

export const waitingOrderSchema = orderSchema
  .pick({ caseId: true, parkId: true, claim: true, endToEndId: true, payeeId: true, status: true })
  .extend({
    amount: moneySchema,
    payee: z.string(),
    reference: z.string(),
  });
export type WaitingOrder = z.infer<typeof waitingOrderSchema>;

/** `forbidden` for who has no duty in the park's finance. */
export async function readPayments(
  deps: Deps,
  actor: PersonActor,
  parkId: string,
): Promise<{ waiting: WaitingOrder[]; batches: Batch[] }> {
  const now = deps.clock.now();
  if (!(["finance", "manager", "auditor"] as const).some((role) => holdsRole(actor, role, parkId, now)))
    throw new DomainError("forbidden", "actor.role-needed", { role: "finance", parkId });
  const [queue, batches] = await Promise.all([
    deps.store.list("orderWaiting", { parkId }),
    deps.store.list("batch", { parkId }),
  ]);
  const waiting = await Promise.all(
    queue.map(async ({ caseId, claim }) => {
      const [order, one] = await Promise.all([
        deps.store.get("order", { caseId, parkId, claim }),
        deps.store.get("case", { caseId }),
      ]);
      if (order === undefined || one === undefined) return undefined;
      const payee = await deps.store.get("organisation", { organisationId: order.payeeId });
      return { ...order, payee: payee?.legalName ?? "", reference: one.reference };
    }),
  );
  return { waiting: waiting.flatMap((order) => order ?? []), batches: [...batches].reverse() };
}
