/** The only place that waits for other transactions: a commit that met one in flight is sent again, unchanged. */
import type { Deps } from "../port/deps.ts";
import type { Change, CommitOutcome } from "../port/store.ts";

const triesMost = 30;
const pauseMost = 400;

/**
 * Commit. While nothing but other transactions in flight is in the way, try again, at most 30 times with jitter: a
 * conflict says nothing about the facts, so they need no second look; 200 takers of one budget all get through. A
 * condition that does not hold is told at once.
 */
export async function commitPatiently(
  deps: Pick<Deps, "store" | "clock" | "random">,
  changes: readonly Change[],
): Promise<CommitOutcome> {
  for (let tried = 1; ; tried++) {
    const outcome = await deps.store.commit(changes);
    if (outcome.ok || tried >= triesMost || outcome.refusals.some(({ reason }) => reason === "condition"))
      return outcome;
    await deps.clock.sleep(Math.ceil(deps.random.next() * Math.min(pauseMost, 10 * 2 ** tried)));
  }
}
