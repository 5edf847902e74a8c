/** The second factor on the real store: sealed, set up once, each code taken once, guesses counted however many come at once. */
import { totp } from "@multihelix/adapters/system/totp.ts";
import type { DomainError } from "@multihelix/core/kernel/error.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { enrolTotp, proveTotp } from "@multihelix/core/sign-in/second-factor.ts";
import { endSession, signedIn } from "@multihelix/core/sign-in/session-life.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { TestDeps } from "../../fixture/deps.ts";
import { appCode, enlist, otherThan, signInByCode, signInWithApp, whoIs } from "../../fixture/signing-in.ts";
import { testWorld } from "../../fixture/world.ts";

const minute = 60_000;

const world = testWorld();
let store: Store;
let deps: TestDeps;
beforeEach(async () => {
  ({ store, deps } = world);
  await enlist(deps, "anna");
  await enlist(deps, "mia", ["manager", "reviewer"]);
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
