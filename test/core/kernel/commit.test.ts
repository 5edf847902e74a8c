/** Committing patiently: a transaction in flight is waited for, a fact that does not hold is told at once. */
import { commitPatiently } from "@multihelix/core/kernel/commit.ts";
import type { CommitOutcome, Store } from "@multihelix/core/port/store.ts";
import { expect, test } from "vitest";
import { frozenClock } from "../../fixture/deps.ts";

const refused = (...reasons: ("condition" | "conflict")[]): CommitOutcome => ({
  ok: false,
  refusals: reasons.map((reason) => ({ name: "budget", op: "add", reason })),
});

/** A store that answers these, one after the other, and then the last of them for good. */
function answering(...outcomes: CommitOutcome[]) {
  let asked = 0;
  const clock = frozenClock();
  const store = { commit: async () => outcomes[Math.min(asked++, outcomes.length - 1)] } as unknown as Store;
  const commit = (lot = 0.5) =>
    commitPatiently({ store, clock, random: { next: () => lot, bytes: () => new Uint8Array() } }, []);
  return { commit, clock, asked: () => asked };
}

test("another transaction in flight is waited for, until the commit stands", async () => {
  const { commit, asked } = answering(refused("conflict"), refused("conflict", "conflict"), { ok: true });
  expect(await commit()).toEqual({ ok: true });
  expect(asked()).toBe(3);
});

test("a condition that does not hold is told at once, also beside a conflict", async () => {
  for (const outcome of [refused("condition"), refused("conflict", "condition")]) {
    const { commit, asked } = answering(outcome, { ok: true });
    expect(await commit()).toEqual(outcome);
    expect(asked()).toBe(1);
  }
});

test("patience ends after thirty tries, with pauses by lot below a bound that doubles up to 400 ms", async () => {
  const { commit, clock, asked } = answering(refused("conflict"));
  expect(await commit(0.999)).toEqual(refused("conflict"));
  expect(asked()).toBe(30);
  expect(clock.sleeps.slice(0, 7)).toEqual([20, 40, 80, 160, 320, 400, 400]);
  expect(Math.max(...clock.sleeps)).toBe(400);
});

test("an outcome that is not known is not tried again here: only who knows the act's key may", async () => {
  const store = { commit: () => Promise.reject(new Error("no reply")) } as unknown as Store;
  const deps = { store, clock: frozenClock(), random: { next: () => 0, bytes: () => new Uint8Array() } };
  await expect(commitPatiently(deps, [])).rejects.toThrow("no reply");
});
