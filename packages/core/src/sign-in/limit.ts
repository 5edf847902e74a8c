/** Rate limits: so many acts per scope and window, counted by a guarded delta. */
import type { Deps } from "../port/deps.ts";

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
  for (let attempt = 0; attempt < 20; attempt++) {
    const there = await deps.store.get("limit", key);
    const outcome =
      there === undefined
        ? await deps.store.commit([
            {
              op: "create",
              name: "limit",
              value: { ...key, left: most - 1, expires: now + 2 * windowSeconds, version: 0 },
            },
          ])
        : there.left <= 0
          ? undefined
          : await deps.store.commit([{ op: "add", name: "limit", key, by: { left: -1 } }]);
    if (outcome === undefined) return false;
    if (outcome.ok) return true;
    await deps.clock.sleep(Math.ceil(deps.random.next() * 10));
  }
  return false;
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
