/** Sessions and the second factor on the real store: short, hashed, rotated, and never more than the person may do now. */
import { totp } from "@multihelix/adapters/system/totp.ts";
import type { DomainError } from "@multihelix/core/kernel/error.ts";
import { staffRoles } from "@multihelix/core/person/role-grant.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { enrolTotp, proveTotp } from "@multihelix/core/sign-in/second-factor.ts";
import { endSession, newSession, signedIn } from "@multihelix/core/sign-in/session-life.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { at } from "../../fixture/build/moment.ts";
import { freshStore, type TestDeps, testDeps } from "../../fixture/deps.ts";
import { aGrantOf, appCode, enlist, otherThan, signInByCode, signInWithApp, whoIs } from "../../fixture/signing-in.ts";
import { startTestStore, type TestStore } from "../../fixture/store.ts";

const minute = 60_000;
const hour = 60 * minute;

let server: TestStore;
let store: Store;
let deps: TestDeps;

beforeAll(async () => {
  server = await startTestStore();
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = await freshStore(server.client);
  deps = testDeps(store);
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

describe("a step-up", () => {
  test("gives the session a new token; the old one is over", async () => {
    const { token, first } = await signInWithApp(deps, "mia@example.org");
    expect(token).not.toBe(first);
    expect(await signedIn(deps, first)).toBeUndefined();
    const { person } = await whoIs(deps, token);
    expect(await store.list("sessionRef", { personId: person.personId })).toHaveLength(1);
  });

  test("does not make the session live longer than the sign-in allowed", async () => {
    const { token, secret } = await signInWithApp(deps, "mia@example.org");
    let now = token;
    for (let n = 0; n < 12; n++) {
      deps.clock.move(59 * minute);
      now = (await proveTotp(deps, totp, await whoIs(deps, now), appCode(deps, secret))).token;
    }
    deps.clock.move(12 * minute);
    expect(await signedIn(deps, now)).toBeUndefined();
  });

  test("of a session that was ended meanwhile gives none", async () => {
    const { token, secret } = await signInWithApp(deps, "mia@example.org");
    const who = await whoIs(deps, token);
    await endSession(deps, who.person.personId, who.session.sessionId);
    deps.clock.move(minute);
    await expect(proveTotp(deps, totp, who, appCode(deps, secret))).rejects.toMatchObject({
      kind: "conflict",
      code: "second-factor.changed",
    });
    expect(await store.list("sessionRef", { personId: who.person.personId })).toEqual([]);
  });
});

describe("the second factor", () => {
  let token: string;
  let secret: string;
  beforeEach(async () => {
    ({ token, secret } = await signInWithApp(deps, "mia@example.org"));
    deps.clock.move(minute);
  });
  const prove = async (code: string) => proveTotp(deps, totp, await whoIs(deps, token), code);
  const stored = async () => store.get("totp", { personId: (await whoIs(deps, token)).person.personId });

  test("is stored sealed, and set up once: whoever has only the mail cannot replace it", async () => {
    expect(JSON.stringify(await stored())).not.toContain(secret);
    const byMail = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
    await expect(enrolTotp(deps, totp, byMail)).rejects.toMatchObject({
      kind: "conflict",
      code: "second-factor.enrolled",
    });
  });

  test("that was shown but never proved can be set up again", async () => {
    await enlist(deps, "max", ["manager"]);
    const who = await whoIs(deps, await signInByCode(deps, "max@example.org"));
    await enrolTotp(deps, totp, who);
    const second = await enrolTotp(deps, totp, who);
    await expect(proveTotp(deps, totp, who, appCode(deps, second.secret))).resolves.toBeDefined();
  });

  test("takes a code once, in this session and in another", async () => {
    const code = appCode(deps, secret);
    token = (await prove(code)).token;
    await expect(prove(code)).rejects.toMatchObject({ kind: "forbidden", code: "second-factor.wrong" });
    const other = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
    await expect(proveTotp(deps, totp, other, code)).rejects.toMatchObject({ code: "second-factor.wrong" });
  });

  test("takes no code older than one that was taken", async () => {
    const older = appCode(deps, secret, -1);
    token = (await prove(appCode(deps, secret))).token;
    await expect(prove(older)).rejects.toMatchObject({ code: "second-factor.wrong" });
  });

  test("given at once in ten requests is taken once", async () => {
    const who = await whoIs(deps, token);
    const code = appCode(deps, secret);
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => proveTotp(deps, totp, who, code)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is locked for a quarter of an hour after five wrong codes, the right one included, and opens again", async () => {
    const wrong = otherThan(appCode(deps, secret));
    const left: unknown[] = [];
    for (let n = 0; n < 5; n++) await prove(wrong).catch((error: DomainError) => left.push(error.facts["triesLeft"]));
    expect(left).toEqual([4, 3, 2, 1, 0]);
    const locked = { kind: "unavailable", code: "second-factor.locked" };
    await expect(prove(appCode(deps, secret))).rejects.toMatchObject(locked);
    deps.clock.move(15 * minute - 1);
    await expect(prove(appCode(deps, secret))).rejects.toMatchObject(locked);
    deps.clock.move(1);
    await expect(prove(wrong)).rejects.toMatchObject({ code: "second-factor.wrong", facts: { triesLeft: 4 } });
    await expect(prove(appCode(deps, secret))).resolves.toBeDefined();
  });

  test("answers five wrong codes at most, though thirty come at once", async () => {
    const who = await whoIs(deps, token);
    const wrong = otherThan(appCode(deps, secret));
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => proveTotp(deps, totp, who, wrong)));
    const codes = outcomes.map((outcome) =>
      outcome.status === "rejected" ? (outcome.reason as DomainError).code : "in",
    );
    expect(codes.filter((code) => code === "second-factor.wrong").length).toBeLessThanOrEqual(5);
    expect(codes).not.toContain("in");
    await expect(prove(appCode(deps, secret))).rejects.toMatchObject({ code: "second-factor.locked" });
  });

  test("proved right forgets the wrong tries before", async () => {
    const wrong = otherThan(appCode(deps, secret));
    for (let n = 0; n < 4; n++) await prove(wrong).catch(() => undefined);
    token = (await prove(appCode(deps, secret))).token;
    deps.clock.move(minute);
    await expect(prove(otherThan(appCode(deps, secret)))).rejects.toMatchObject({ facts: { triesLeft: 4 } });
  });

  test("of somebody who has none must be set up first", async () => {
    const anna = await whoIs(deps, await signInByCode(deps, "anna@example.org"));
    await expect(proveTotp(deps, totp, anna, "123456")).rejects.toMatchObject({
      kind: "conflict",
      code: "second-factor.not-enrolled",
    });
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
