/** After a start of the only driver there is: what its dead predecessor had claimed is due at once, not when the lease ends. */
import { commitPatiently } from "../kernel/commit.ts";
import { addMilliseconds } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import { leaseMilliseconds } from "./driver.ts";

const most = 1000;

/**
 * Only where nobody else drives this store's effects. Handlers are harmless when repeated; attempts stay counted, so that
 * an effect that kills its driver is parked in the end. Gives how many were taken over.
 */
export async function takeOverEffects(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const waiting = await deps.store.dueEffects(addMilliseconds(now, leaseMilliseconds), most);
  const claimed = waiting.filter(
    ({ attempts, dueAt, lastError }) => attempts > 0 && dueAt > now && lastError === undefined,
  );
  const taken = await Promise.all(
    claimed.map(({ effectId, version }) =>
      commitPatiently(deps, [
        { op: "patch", name: "effect", key: { effectId }, set: { dueAt: now }, when: { version } },
      ]),
    ),
  );
  return taken.filter(({ ok }) => ok).length;
}
