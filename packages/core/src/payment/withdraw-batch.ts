/** A batch is given up, and the payments of a released one are freed one by one: cut off, saying it again goes on where it was. */
import type { Actor } from "../kernel/actor.ts";
import { perform } from "../kernel/perform.ts";
import type { Deps } from "../port/deps.ts";
import { type DiscardBatchInput, type DiscardBatchResult, discardBatch } from "./discard-batch.ts";
import { rejectLines } from "./reject-lines.ts";

/** @throws as `discardBatch` */
export async function withdrawBatch(
  deps: Deps,
  actor: Actor,
  key: string,
  input: DiscardBatchInput,
): Promise<DiscardBatchResult> {
  const result = await perform(deps, actor, key, discardBatch, input);
  const { parkId, batchId } = input;
  const batch = await deps.store.get("batch", { parkId, batchId });
  if (batch?.withdrawn !== undefined)
    await rejectLines(deps, actor, { parkId, batchId }, { reason: batch.withdrawn.reason });
  return result;
}
