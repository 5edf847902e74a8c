/** The one driver of effects: claim what is due, do it, mark it; back off on failure, park what keeps failing. */
import type { Deps } from "../port/deps.ts";
import { addMilliseconds } from "../kernel/instant.ts";
import { isDomainError } from "../kernel/error.ts";
import type { Effect } from "./effect.ts";
import { effectHandlers } from "./handler/list.ts";

/** A claimed effect is left alone by others for this long; a driver that dies in it loses nothing but this time. */
const leaseMilliseconds = 60_000;
const attemptsMost = 8;
const backoffMost = 15 * 60_000;

export interface DriveResult {
  done: number;
  failed: number;
  parked: number;
  /** More was due than the limit: call again. */
  more: boolean;
}

/**
 * One round over at most `limit` due effects. Every handler reads the truth first, so an effect done twice (a crash
 * between doing and marking) does no harm; order does not matter.
 */
export async function driveEffects(deps: Deps, limit = 50): Promise<DriveResult> {
  const due = await deps.store.dueEffects(deps.clock.now(), limit);
  const result: DriveResult = { done: 0, failed: 0, parked: 0, more: due.length >= limit };
  const queue = [...due];
  const workers = Array.from({ length: 6 }, async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const outcome = await driveOne(deps, next);
      if (outcome !== "lost") result[outcome] += 1;
    }
  });
  await Promise.all(workers);
  return result;
}

async function driveOne(deps: Deps, listed: Effect): Promise<"done" | "failed" | "parked" | "lost"> {
  const key = { effectId: listed.effectId };
  const effect = await deps.store.get("effect", key);
  if (effect === undefined || effect.parkedAt !== undefined || effect.dueAt > deps.clock.now()) return "lost";
  const lease = addMilliseconds(deps.clock.now(), leaseMilliseconds);
  const attempts = effect.attempts + 1;
  const claimed = await deps.store.commit([{ op: "patch", name: "effect", key, set: { dueAt: lease, attempts }, when: { version: effect.version } }]);
  if (!claimed.ok) return "lost";
  try {
    await effectHandlers[effect.body.kind](deps, effect.body as never);
  } catch (error) {
    return fail(deps, { ...effect, attempts, version: effect.version + 1 }, error);
  }
  await deps.store.commit([{ op: "remove", name: "effect", key, when: { version: effect.version + 1 } }]);
  return "done";
}

async function fail(deps: Deps, effect: Effect, error: unknown): Promise<"failed" | "parked"> {
  const now = deps.clock.now();
  // The message of a foreign error may quote what it was given; its name and code never do.
  const fault = error as { name?: string };
  const lastError = isDomainError(error) ? error.code : (fault.name ?? "Error");
  const parked = effect.attempts >= attemptsMost;
  const backoff = Math.min(backoffMost, 500 * 2 ** effect.attempts) * (0.5 + deps.random.next());
  deps.log[parked ? "error" : "warn"](parked ? "effect.parked" : "effect.failed", { effectId: effect.effectId, kind: effect.body.kind, attempts: effect.attempts, lastError }, parked ? error : undefined);
  await deps.store.commit([
    {
      op: "patch",
      name: "effect",
      key: { effectId: effect.effectId },
      set: parked ? { lastError, parkedAt: now } : { lastError, dueAt: addMilliseconds(now, backoff) },
      when: { version: effect.version },
    },
  ]);
  return parked ? "parked" : "failed";
}

/** Give a parked effect a fresh start, after its cause was mended. False if it is not parked any more. */
export async function retryParked(deps: Deps, effectId: string): Promise<boolean> {
  const effect = await deps.store.get("effect", { effectId });
  if (effect?.parkedAt === undefined) return false;
  const { parkedAt: _, ...rest } = effect;
  const outcome = await deps.store.commit([{ op: "replace", name: "effect", value: { ...rest, attempts: 0, dueAt: deps.clock.now() } }]);
  if (outcome.ok) deps.wake();
  return outcome.ok;
}
