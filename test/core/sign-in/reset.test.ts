/** A lost second factor on the real store: two different colleagues with fresh proof, nobody else, and everything old ends. */
import { totp } from "@multihelix/adapters/system/totp.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { askReset, vouchReset } from "@multihelix/core/sign-in/reset.ts";
import { enrolTotp } from "@multihelix/core/sign-in/second-factor.ts";
import { signedIn } from "@multihelix/core/sign-in/session-life.ts";
import { resetsFor } from "@multihelix/core/view/account-view.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { idOf } from "../../fixture/build/ids.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { enlist, signInByCode, signInWithApp, whoIs } from "../../fixture/signing-in.ts";
import { testWorld } from "../../fixture/world.ts";

const minute = 60_000;
const mia = idOf("per", "mia");
const world = testWorld();
let deps: TestDeps;
let old: string;
let keys = 0;
/** The colleagues' proofs in this world. */
let tokens: Record<"abe" | "sam" | "zoe", string>;

beforeEach(async () => {
  ({ deps } = world);
  await enlist(deps, "mia", ["manager"]);
  await enlist(deps, "abe", ["approver"]);
  await enlist(deps, "sam", ["finance"]);
  await enlist(deps, "zoe");
  old = (await signInWithApp(deps, "mia@example.org")).token;
  tokens = {
    abe: (await signInWithApp(deps, "abe@example.org")).token,
    sam: (await signInWithApp(deps, "sam@example.org")).token,
    zoe: (await signInWithApp(deps, "zoe@example.org")).token,
  };
});

async function asked(): Promise<void> {
  const { actor } = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
  await perform(deps, actor, `ask-reset-${keys++}`, askReset, {});
}

async function vouched(name: keyof typeof tokens): Promise<string> {
  const { actor } = await whoIs(deps, tokens[name]);
  return perform(deps, actor, `vouch-reset-${keys++}`, vouchReset, { personId: mia }).then(
    ({ done }) => (done ? "done" : "waits"),
    (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error)),
  );
}

describe("a lost second factor", () => {
  test("is reset by the second colleague; every session ends, and a new one can be set up", async () => {
    await asked();
    expect(await vouched("abe")).toBe("waits");
    expect(await signedIn(deps, old)).toBeDefined();
    deps.clock.move(minute);
    expect(await vouched("sam")).toBe("done");
    expect(await signedIn(deps, old)).toBeUndefined();
    const { token } = { token: await signInByCode(deps, "mia@example.org") };
    expect((await whoIs(deps, token)).secondFactorNeeded).toBe(true);
    expect((await enrolTotp(deps, totp, await whoIs(deps, token))).secret).toMatch(/^[A-Z2-7]+$/);
  });

  test("is not reset by one colleague alone, however often", async () => {
    await asked();
    expect(await vouched("abe")).toBe("waits");
    expect(await vouched("abe")).toBe("reset.second-person");
    expect(await deps.store.get("totp", { personId: mia })).toBeDefined();
  });

  test("is not reset by people who are no staff of the same park, and they are told of nothing", async () => {
    await asked();
    expect(await vouched("zoe")).toBe("reset.not-found");
    expect((await resetsFor(deps, await whoIs(deps, tokens.zoe))).resets).toEqual([]);
    expect((await resetsFor(deps, await whoIs(deps, tokens.abe))).resets).toMatchObject([
      { personId: mia, vouched: false },
    ]);
  });

  test("is not reset unless its owner asked, nor after 48 hours, nor by the owner", async () => {
    expect(await vouched("abe")).toBe("reset.not-found");
    await asked();
    const { actor } = await whoIs(deps, old);
    await expect(perform(deps, actor, "own-vouch", vouchReset, { personId: mia })).rejects.toMatchObject({
      code: "reset.not-found",
    });
  });

  test("asks colleagues for their own second factor, not older than 15 minutes", async () => {
    await asked();
    deps.clock.move(16 * minute);
    expect(await vouched("abe")).toBe("second-factor.stale");
  });
});
