/** Some payments of a sent batch, or the whole file, were rejected by the bank: all are looked at first, then each is one idempotent act. */
import * as z from "zod";
import { type Actor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import { rehearse } from "../kernel/rehearse.ts";
import type { Deps } from "../port/deps.ts";
import { ordersMost } from "./batch.ts";
import { type RejectLineInput, rejectLine, rejectLineInput } from "./reject-line.ts";

export const rejectionSchema = rejectLineInput.pick({ reason: true }).extend({
  /** Left out: the whole file. */
  endToEndIds: z.array(rejectLineInput.shape.endToEndId).min(1).max(ordersMost).optional(),
});
export const rejectedSchema = z.object({
  lines: z.array(z.object({ endToEndId: z.string(), next: z.string() })),
});

/**
 * Lines that were said to be rejected before are left as they are, so that what was cut off is taken up by saying it again.
 * @throws not_found `batch.not-found`; as `rejectLine` does, before anything is changed.
 */
export async function rejectLines(
  deps: Deps,
  actor: Actor,
  { parkId, batchId }: Pick<RejectLineInput, "parkId" | "batchId">,
  { reason, endToEndIds }: z.infer<typeof rejectionSchema>,
): Promise<z.infer<typeof rejectedSchema>> {
  requireRole(actor, "finance", parkId, deps.clock.now());
  const batch = await deps.store.get("batch", { parkId, batchId });
  if (batch === undefined) throw new DomainError("not_found", "batch.not-found", { batchId });
  const said = new Set(batch.rejections?.map(({ endToEndId }) => endToEndId));
  const wanted = [...new Set(endToEndIds ?? batch.orders.map(({ endToEndId }) => endToEndId))];
  const inputs = wanted
    .filter((endToEndId) => !said.has(endToEndId))
    .map((endToEndId) => ({ parkId, batchId, endToEndId, reason }));
  for (const input of inputs) await rehearse(deps, actor, rejectLine, input);
  const lines: z.infer<typeof rejectedSchema>["lines"] = [];
  for (const input of inputs) {
    const key = `rejection:${deps.digest(JSON.stringify(input))}`;
    const { endToEndId: next } = await perform(deps, actor, key, rejectLine, input);
    lines.push({ endToEndId: input.endToEndId, next });
  }
  return { lines };
}
