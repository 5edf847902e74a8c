/** Rate limits: so many acts per scope and window, counted by a guarded delta. */
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError } from "../kernel/error.ts";
import type { Deps } from "../port/deps.ts";
import type { Change } from "../port/store.ts";

export interface LimitRule {
  scope: string;
  most: number;
  windowSeconds: number;
}

/** How a limit stands after an act: what clients are told in headers. */
export interface LimitState {
  readonly most: number;
  readonly windowSeconds: number;
  readonly left: number;
  /** Seconds until the window is over. */
  readonly resetSeconds: number;
}

/**
 * Take one from every rule's window; what was taken before a refusal stays taken. The first rule's state is what may be
 * told: it is the asking browser's own, and says nothing of others.
 * @throws unavailable `code` with the state of the rule that had none left
 */
export async function takeFrom(
  deps: Deps,
  code: string,
  [first, ...others]: readonly [LimitRule, ...LimitRule[]],
): Promise<LimitState> {
  const now = Math.floor(Date.parse(deps.clock.now()) / 1000);
  const left = await takeOne(deps, first, now);
  refuseWithout(left, code, stateOf(first, left ?? 0, now));
  for (const rule of others) refuseWithout(await takeOne(deps, rule, now), code, stateOf(rule, 0, now));
  return stateOf(first, left, now);
}

function stateOf({ most, windowSeconds }: LimitRule, left: number, now: number): LimitState {
  return { most, windowSeconds, left, resetSeconds: windowSeconds - (now % windowSeconds) };
}

function refuseWithout(left: number | undefined, code: string, limit: LimitState): asserts left is number {
  if (left === undefined)
    throw new DomainError("unavailable", code, { retryAfterSeconds: limit.resetSeconds, limit: { ...limit, left: 0 } });
}

/** What is left afterwards; undefined if there was none. */
async function takeOne(
  deps: Deps,
  { scope, most, windowSeconds }: LimitRule,
  now: number,
): Promise<number | undefined> {
  const window = String(Math.floor(now / windowSeconds));
  const key = { scope, window };
  const value = { ...key, left: most - 1, expires: now + 2 * windowSeconds, version: 0 };
  const first: Change = { op: "create", name: "limit", value };
  const next: Change = { op: "add", name: "limit", key, by: { left: -1 } };
  // Twice at most: once there, the window stays, and its delta is refused only when nothing is left.
  for (let attempt = 1; attempt <= 2; attempt++) {
    const there = await deps.store.get("limit", key);
    if (there !== undefined && there.left <= 0) return undefined;
    const outcome = await commitPatiently(deps, [there === undefined ? first : next]);
    if (outcome.ok) return (there?.left ?? most) - 1;
    if (there !== undefined && outcome.refusals.some(({ reason }) => reason === "condition")) return undefined;
  }
  throw new DomainError("unavailable", "perform.contention");
}

/** IPv4 as it is, IPv6 by its /64: what one subscriber can change at will does not make a new visitor. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const all =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${all
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
