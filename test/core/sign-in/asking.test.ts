/** Asking for codes too often, and what strangers can do to an owner: limits per browser, address and network. */
import type { Store } from "@multihelix/core/port/store.ts";
import { askCode, useCode, type Visitor } from "@multihelix/core/sign-in/code.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { TestDeps } from "../../fixture/deps.ts";
import { codeFor, enlist, otherThan, visitor } from "../../fixture/signing-in.ts";
import { testWorld } from "../../fixture/world.ts";

const email = "anna@example.org";
const minute = 60_000;
const dead = { kind: "forbidden", code: "sign-in.code-dead" };
const tooMany = { kind: "unavailable", code: "sign-in.too-many" };

const world = testWorld();
let store: Store;
let deps: TestDeps;
let anna: Visitor;
beforeEach(async () => {
  ({ store, deps } = world);
  await enlist(deps, "anna");
  anna = visitor();
});

const wrongTries = async (who: Visitor, code: string, times: number): Promise<void> => {
  for (let n = 0; n < times; n++) await expect(useCode(deps, who, code)).rejects.toMatchObject({ kind: "forbidden" });
};

describe("a stranger", () => {
  test("who tries wrong codes does not lock the owner out", async () => {
    const code = await codeFor(deps, anna, email);
    for (let n = 0; n < 3; n++) {
      const stranger = visitor();
      const asked = await codeFor(deps, stranger, email);
      await wrongTries(stranger, otherThan(asked), 6);
    }
    await expect(useCode(deps, anna, code)).resolves.toBeDefined();
  });

  test("in the owner's network neither, short of three hundred tries an hour", async () => {
    const code = await codeFor(deps, anna, email);
    const stranger = visitor({ address: anna.address });
    await wrongTries(stranger, "00000000", 20);
    await expect(useCode(deps, anna, code)).resolves.toBeDefined();
  });
});

describe("asking too often", () => {
  /** What is left of a network's window; with `set`, as if so many had been taken. */
  async function left(scope: string, set?: number): Promise<number> {
    const key = { scope, window: String(Math.floor(Date.parse(deps.clock.now()) / 3_600_000)) };
    if (set !== undefined) await store.commit([{ op: "patch", name: "limit", key, set: { left: set }, when: {} }]);
    const there = await store.get("limit", key);
    if (there === undefined) throw new Error(`nothing was taken of ${scope}`);
    return there.left;
  }

  const ask = (who: Visitor, to: string) => askCode(deps, who, to, "en");
  const many = async (count: number, work: (n: number) => Promise<unknown>) => {
    for (let n = 0; n < count; n++) await work(n);
  };

  test("in one browser is refused at the eleventh in an hour, for any address", async () => {
    await many(10, (n) => ask(anna, `person${n}@example.org`));
    await expect(ask(anna, email)).rejects.toMatchObject({ ...tooMany, facts: { retryAfterSeconds: 3600 } });
    await expect(ask(visitor(), email)).resolves.toMatchObject({ most: 10 });
    deps.clock.move(60 * minute);
    await expect(ask(anna, email)).resolves.toMatchObject({ most: 10 });
  });

  test("for one address is refused at the twenty-first in an hour, known or not, from any browser", async () => {
    for (const to of [email, "nobody@example.org"]) {
      await many(20, () => ask(visitor(), to));
      await expect(ask(visitor(), to)).rejects.toMatchObject(tooMany);
    }
    await expect(ask(visitor(), "other@example.org")).resolves.toMatchObject({ most: 10 });
  });

  test("from one IPv4 address is refused at the sixty-first in an hour, whatever the browser", async () => {
    const address = "192.0.2.7";
    await ask(visitor({ address }), email);
    expect(await left(`code:network:${address}`)).toBe(59);
    await left(`code:network:${address}`, 2);
    await many(2, (n) => ask(visitor({ address }), `p${n}@example.org`));
    await expect(ask(visitor({ address }), email)).rejects.toMatchObject(tooMany);
    await expect(ask(visitor({ address: `::ffff:${address}` }), email)).rejects.toMatchObject(tooMany);
    await expect(ask(visitor({ address: "192.0.2.8" }), email)).resolves.toMatchObject({ most: 10 });
  });

  test("from one IPv6 /64 is refused at the sixty-first in an hour, whatever address of it is used", async () => {
    await ask(visitor({ address: "2001:db8:1:2::1" }), email);
    expect(await left("code:network:2001:db8:1:2::/64", 3)).toBe(3);
    await many(3, (n) => ask(visitor({ address: `2001:db8:1:2:${n}::${n}` }), `p${n}@example.org`));
    await expect(ask(visitor({ address: "2001:0DB8:1:2:ffff:1:2:3" }), email)).rejects.toMatchObject(tooMany);
    await expect(ask(visitor({ address: "2001:db8:1:3::1" }), email)).resolves.toMatchObject({ most: 10 });
  });

  test("at once from one network lets through as many as are allowed, not one more", async () => {
    const address = "198.51.100.1";
    await ask(visitor({ address }), email);
    await left(`code:network:${address}`, 7);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => ask(visitor({ address }), `p${n}@example.org`)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
  });

  test("wrong codes from one network is refused at the three hundred and first, whatever the browser", async () => {
    const address = "203.0.113.5";
    await expect(useCode(deps, visitor({ address }), "1")).rejects.toMatchObject(dead);
    expect(await left(`try:network:${address}`)).toBe(299);
    await left(`try:network:${address}`, 1);
    await expect(useCode(deps, visitor({ address }), "1")).rejects.toMatchObject(dead);
    await expect(useCode(deps, visitor({ address }), "1")).rejects.toMatchObject(tooMany);
    await expect(useCode(deps, visitor(), "1")).rejects.toMatchObject(dead);
  });
});
