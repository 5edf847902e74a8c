/** The door through which a batch leaves for the bank: for finance of its park only. */
import { type Actor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { BatchId } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import { batchFile, type PaymentFile } from "./batch-file.ts";
import { demandPayable, readReleased } from "./demand-payable.ts";

/**
 * What changed since the release is looked at until it is marked sent.
 * @throws forbidden `actor.role-needed`; not_found `batch.not-found`; conflict `batch.not-released`; as `demandPayable`
 */
export async function exportBatch(deps: Deps, actor: Actor, parkId: string, batchId: BatchId): Promise<PaymentFile> {
  requireRole(actor, "finance", parkId, deps.clock.now());
  const [batch, network] = await Promise.all([deps.store.get("batch", { parkId, batchId }), deps.network.current()]);
  if (batch === undefined) throw new DomainError("not_found", "batch.not-found", { batchId });
  const file = batchFile(batch, network);
  for (const { sent, facts } of await readReleased(deps.store, batch)) demandPayable(sent, facts, parkId, network);
  return file;
}
