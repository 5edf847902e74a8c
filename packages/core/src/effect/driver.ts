/** The one driver of effects: claim what is due, do it, mark it; back off on failure, park what keeps failing. */
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError, isDomainError } from "../kernel/error.ts";
import { addMilliseconds } from "../kernel/instant.ts";
import type { Deps } from "../port/deps.ts";
import type { Effect, EffectKind } from "./effect.ts";
import { effectHandlers } from "./handler/list.ts";

/** A claimed effect is left alone by others for this long; a driver that dies in it loses nothing but this time. */
export const leaseMilliseconds = 60_000;
const attemptsMost = 8;
const backoffMost = 15 * 60_000;

/** Done at the first try without a claim, which would cost more than the deed: two drivers at once do no harm in these. */
export const unclaimed: ReadonlySet<EffectKind> = new Set(["tidy", "resolve-task"]);
/** What is older has outlived a driver: from then on each try is claimed, and counted before it is made. */
const freshMilliseconds = 30_000;

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
  const queue = [...Map.groupBy(due, turnOf).values()];
  const workers = Array.from({ length: 6 }, async () => {
    for (let turn = queue.shift(); turn !== undefined; turn = queue.shift()) {
      for (const effect of turn) {
        const outcome = await driveOne(deps, effect).catch((error: unknown) => {
          // The store was away: the effect is still due, or leased and due again in a minute.
          deps.log.warn("effect.not-driven", { effectId: effect.effectId, reason: nameOf(error) });
          return "lost" as const;
        });
        if (outcome !== "lost") result[outcome] += 1;
      }
    }
  });
  await Promise.all(workers);
  return result;
}

/** Effects of one turn are done one after the other: the first to tidy a stream leaves nothing for the rest to fight over. */
function turnOf({ effectId, body }: Effect): string {
  return body.kind === "tidy" ? `tidy ${body.stream}` : effectId;
}

async function driveOne(deps: Deps, listed: Effect): Promise<"done" | "failed" | "parked" | "lost"> {
  const key = { effectId: listed.effectId };
  const effect = await deps.store.get("effect", key);
  const now = deps.clock.now();
  if (effect === undefined || effect.parkedAt !== undefined || effect.dueAt > now) return "lost";
  const isFresh = effect.attempts === 0 && addMilliseconds(effect.createdAt, freshMilliseconds) > now;
  const mine = isFresh && unclaimed.has(effect.body.kind) ? effect : await claim(deps, effect);
  if (mine === undefined) return "lost";
  // Every try before this one died without a word: what kills its driver must not go on doing so.
  if (mine.attempts > attemptsMost) return fail(deps, mine, new DomainError("unavailable", "effect.kills-its-driver"));
  try {
    await effectHandlers[effect.body.kind](deps, effect.body as never);
  } catch (error) {
    return fail(deps, mine, error);
  }
  await commitPatiently(deps, [{ op: "remove", name: "effect", key, when: { version: mine.version } }]);
  return "done";
}

/** The effect with this try counted; undefined if another driver was faster. */
async function claim(deps: Deps, effect: Effect): Promise<Effect | undefined> {
  const key = { effectId: effect.effectId };
  const lease = addMilliseconds(deps.clock.now(), leaseMilliseconds);
  const attempts = effect.attempts + 1;
  const claimed = await commitPatiently(deps, [
    { op: "patch", name: "effect", key, set: { dueAt: lease, attempts }, when: { version: effect.version } },
  ]);
  return claimed.ok ? { ...effect, attempts, version: effect.version + 1 } : undefined;
}

async function fail(deps: Deps, effect: Effect, error: unknown): Promise<"failed" | "parked"> {
  const now = deps.clock.now();
  const lastError = nameOf(error);
  const attempts = Math.max(1, effect.attempts);
  const parked = attempts >= attemptsMost;
  const backoff = Math.min(backoffMost, 500 * 2 ** attempts) * (0.5 + deps.random.next());
  const facts = { effectId: effect.effectId, kind: effect.body.kind, attempts, lastError };
  if (parked) deps.log.error("effect.parked", { ...facts, frames: framesOf(error) });
  else deps.log.warn("effect.failed", facts);
  await commitPatiently(deps, [
    {
      op: "patch",
      name: "effect",
      key: { effectId: effect.effectId },
      set: parked
        ? { attempts, lastError, parkedAt: now }
        : { attempts, lastError, dueAt: addMilliseconds(now, backoff) },
      when: { version: effect.version },
    },
  ]);
  return parked ? "parked" : "failed";
}

/** A code or a class: the message of a foreign error may quote what it was given, a letter's text or a token. */
function nameOf(error: unknown): string {
  if (isDomainError(error)) return error.code;
  return error instanceof Error ? error.name : "Error";
}

/** Where a fault came from, without what it says. */
function framesOf(error: unknown): string[] {
  const lines = (error instanceof Error ? error.stack : undefined)?.split("\n") ?? [];
  return lines.filter((line) => /^\s+at /.test(line)).slice(0, 6);
}

/** Give a parked effect a fresh start, after its cause was mended. False if it is not parked any more. */
export async function retryParked(deps: Deps, effectId: string): Promise<boolean> {
  const effect = await deps.store.get("effect", { effectId });
  if (effect?.parkedAt === undefined) return false;
  const set = { attempts: 0, dueAt: deps.clock.now(), parkedAt: undefined };
  const outcome = await commitPatiently(deps, [
    { op: "patch", name: "effect", key: { effectId }, set, when: { version: effect.version } },
  ]);
  if (outcome.ok) deps.wake();
  return outcome.ok;
}
