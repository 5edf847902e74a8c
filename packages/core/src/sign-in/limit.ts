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

/** Take one from every rule's window. False as soon as one has none left; what was taken before stays taken. */
export async function takeFrom(deps: Deps, rules: readonly LimitRule[]): Promise<boolean> {
  const now = Math.floor(Date.parse(deps.clock.now()) / 1000);
  for (const rule of rules) {
    if (!(await takeOne(deps, rule, now))) return false;
  }
  return true;
}

async function takeOne(deps: Deps, { scope, most, windowSeconds }: LimitRule, now: number): Promise<boolean> {
  const window = String(Math.floor(now / windowSeconds));
  const key = { scope, window };
  const value = { ...key, left: most - 1, expires: now + 2 * windowSeconds, version: 0 };
  const first: Change = { op: "create", name: "limit", value };
  const next: Change = { op: "add", name: "limit", key, by: { left: -1 } };
  // Twice at most: once there, the window stays, and its delta is refused only when nothing is left.
  for (let attempt = 1; attempt <= 2; attempt++) {
    const there = await deps.store.get("limit", key);
    if (there !== undefined && there.left <= 0) return false;
    const outcome = await commitPatiently(deps, [there === undefined ? first : next]);
    if (outcome.ok) return true;
    if (there !== undefined && outcome.refusals.some(({ reason }) => reason === "condition")) return false;
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
