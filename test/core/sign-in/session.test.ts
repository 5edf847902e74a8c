/** Sessions on the real store: short, hashed, and never more than the person may do now. */

import { staffRoles } from "@multihelix/core/person/role-grant.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { endSession, newSession, signedIn } from "@multihelix/core/sign-in/session-life.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { at } from "../../fixture/build/moment.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { aGrantOf, enlist, signInByCode, signInWithApp, whoIs } from "../../fixture/signing-in.ts";
import { testWorld } from "../../fixture/world.ts";

const minute = 60_000;
const hour = 60 * minute;

const world = testWorld();
let store: Store;
let deps: TestDeps;
beforeEach(async () => {
  ({ store, deps } = world);
  await enlist(deps, "anna");
  await enlist(deps, "mia", ["manager", "reviewer"]);
});

const rolesOf = async (token: string) => (await whoIs(deps, token)).actor.grants.map(({ role }) => role).sort();

describe("a session", () => {
  test("is stored by the digest of its token, never by the token", async () => {
    const token = await signInByCode(deps, "anna@example.org");
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    const session = await store.get("session", { tokenHash: deps.digest(token) });
    const refs = await store.list("sessionRef", { personId: session?.personId ?? "per_" });
    expect(refs).toHaveLength(1);
    expect(JSON.stringify([session, refs])).not.toContain(token);
    expect(await signedIn(deps, deps.digest(token))).toBeUndefined();
  });

  test("ends after an hour without use; each use within it carries it on", async () => {
    const token = await signInByCode(deps, "anna@example.org");
    for (let n = 0; n < 3; n++) {
      deps.clock.move(59 * minute);
      expect(await signedIn(deps, token)).toBeDefined();
    }
    deps.clock.move(60 * minute);
    expect(await signedIn(deps, token)).toBeUndefined();
  });

  test("ends after twelve hours whatever its use", async () => {
    const token = await signInByCode(deps, "anna@example.org");
    for (let n = 0; n < 12; n++) {
      deps.clock.move(59 * minute);
      expect(await signedIn(deps, token)).toBeDefined();
    }
    deps.clock.move(12 * minute);
    expect(await signedIn(deps, token)).toBeUndefined();
  });

  test("is not written by every request, but every five minutes", async () => {
    const token = await signInByCode(deps, "anna@example.org");
    let writes = 0;
    const watched: Store = {
      ...store,
      commit: (changes) => {
        writes += 1;
        return store.commit(changes);
      },
    };
    for (let n = 0; n < 10; n++) {
      deps.clock.move(minute);
      await signedIn({ ...deps, store: watched }, token);
    }
    expect(writes).toBe(1);
  });

  test("ended by its person is over at once; a stranger cannot end it", async () => {
    const token = await signInByCode(deps, "anna@example.org");
    const { session, person } = await whoIs(deps, token);
    const mia = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
    await endSession(deps, mia.person.personId, session.sessionId);
    expect(await signedIn(deps, token)).toBeDefined();
    await endSession(deps, person.personId, session.sessionId);
    expect(await signedIn(deps, token)).toBeUndefined();
    expect(await store.list("sessionRef", { personId: person.personId })).toEqual([]);
  });

  test("is not said to be ended while it may still live", async () => {
    const { session, person } = await whoIs(deps, await signInByCode(deps, "anna@example.org"));
    const busy: Store = {
      ...store,
      commit: async () => ({ ok: false, refusals: [{ name: "session", op: "remove", reason: "conflict" }] }),
    };
    await expect(endSession({ ...deps, store: busy }, person.personId, session.sessionId)).rejects.toMatchObject({
      kind: "unavailable",
    });
  });
});

describe("what a session may do", () => {
  test("is read at each request: a removed role, a granted role and a removed membership hold at the next", async () => {
    const { token } = await signInWithApp(deps, "mia@example.org");
    expect(await rolesOf(token)).toEqual(["manager", "reviewer"]);
    const { grantId, personId } = aGrantOf("mia", "manager");
    await store.commit([{ op: "remove", name: "grant", key: { personId, grantId } }]);
    expect(await rolesOf(token)).toEqual(["reviewer"]);
    await store.commit([{ op: "put", name: "grant", value: aGrantOf("mia", "finance") }]);
    expect(await rolesOf(token)).toEqual(["finance", "reviewer"]);
  });

  test("ends with the person being disabled, at the next request", async () => {
    const token = await signInByCode(deps, "anna@example.org");
    await enlist(deps, "anna", [], { disabled: true });
    expect(await signedIn(deps, token)).toBeUndefined();
  });

  test("leaves out a role at the instant until which it was granted", async () => {
    const { token } = await signInWithApp(deps, "mia@example.org");
    await store.commit([
      { op: "put", name: "grant", value: { ...aGrantOf("mia", "manager"), until: at("2026-11-12T09:30:00Z") } },
    ]);
    deps.clock.move("2026-11-12T09:29:59.999Z");
    expect(await rolesOf(token)).toEqual(["manager", "reviewer"]);
    deps.clock.move("2026-11-12T09:30:00Z");
    expect(await rolesOf(token)).toEqual(["reviewer"]);
  });

  test("holds no staff role before a second factor was proved, each of them", async () => {
    await enlist(deps, "boss", staffRoles);
    const token = await signInByCode(deps, "boss@example.org");
    expect(await whoIs(deps, token)).toMatchObject({ secondFactorNeeded: true, actor: { grants: [] } });
    const { token: proved } = await signInWithApp(deps, "boss@example.org");
    expect(await whoIs(deps, proved)).toMatchObject({
      secondFactorNeeded: false,
      actor: { secondFactorAt: deps.clock.now() },
    });
    expect(await rolesOf(proved)).toEqual([...staffRoles].sort());
    expect(await rolesOf(token)).toEqual([]);
  });

  test("of a reviewer or an applicant needs no second factor", async () => {
    await enlist(deps, "rene", ["reviewer"]);
    const token = await signInByCode(deps, "rene@example.org");
    expect(await whoIs(deps, token)).toMatchObject({ secondFactorNeeded: false });
    expect(await rolesOf(token)).toEqual(["reviewer"]);
  });
});

test("a demonstration's session counts as proved, and is the only one that does without a second factor", async () => {
  const mia = await enlist(deps, "mia", ["manager"]);
  const session = newSession(deps, mia.personId, "demo");
  await store.commit(session.changes);
  expect(await whoIs(deps, session.token)).toMatchObject({ secondFactorNeeded: false });
  expect(await rolesOf(session.token)).toContain("manager");
  deps.clock.move(13 * hour);
  expect(await signedIn(deps, session.token)).toBeUndefined();
});
