/** Passkeys on the real store and with real signatures: bound to session and site, used once, and only by a verified person. */
import { totp } from "@multihelix/adapters/system/totp.ts";
import { passkeys } from "@multihelix/adapters/webauthn/passkey.ts";
import { askToMake, askToUse, keepPasskey, type PasskeyDoor, provePasskey } from "@multihelix/core/sign-in/passkey.ts";
import { enrolTotp } from "@multihelix/core/sign-in/second-factor.ts";
import { signedIn } from "@multihelix/core/sign-in/session-life.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { type Authenticator, anAuthenticator, type Ceremony } from "../../fixture/authenticator.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { enlist, signInByCode, signInWithApp, whoIs } from "../../fixture/signing-in.ts";
import { testWorld } from "../../fixture/world.ts";

const minute = 60_000;
const origin = "https://grants.example";
const rpId = "grants.example";
const door: PasskeyDoor = { passkeys, site: { rpId, origins: [origin] } };
const refused = { kind: "forbidden", code: "passkey.refused" };
const stale = { kind: "forbidden", code: "second-factor.stale" };

const world = testWorld();
let deps: TestDeps;
let device: Authenticator;
beforeEach(async () => {
  ({ deps } = world);
  device = anAuthenticator();
  await enlist(deps, "mia", ["manager"]);
  await enlist(deps, "eva", ["manager"]);
});

const challengeOf = (options: Record<string, unknown>) => String(options.challenge);

/** The token after the passkey was made. */
async function made(token: string, wrong: Partial<Ceremony> = {}): Promise<string> {
  const who = await whoIs(deps, token);
  const challenge = challengeOf(await askToMake(deps, door, who));
  return (await keepPasskey(deps, door, who, "Laptop", device.make({ challenge, origin, rpId, ...wrong }))).token;
}

async function proved(token: string, wrong: Partial<Ceremony> = {}): Promise<string> {
  const who = await whoIs(deps, token);
  const challenge = challengeOf(await askToUse(deps, door, who));
  return (await provePasskey(deps, door, who, device.use({ challenge, origin, rpId, counter: 1, ...wrong }))).token;
}

describe("a passkey", () => {
  test("made and used opens the staff roles each time, with a new token", async () => {
    const first = await signInByCode(deps, "mia@example.org");
    expect((await whoIs(deps, first)).secondFactorNeeded).toBe(true);
    const second = await made(first);
    expect((await whoIs(deps, second)).secondFactorNeeded).toBe(false);
    expect(await signedIn(deps, first)).toBeUndefined();
    const again = await proved(await signInByCode(deps, "mia@example.org"));
    expect((await whoIs(deps, again)).actor.grants.map(({ role }) => role)).toEqual(["manager"]);
  });

  test("is not made or used without the person being verified by finger, face or PIN", async () => {
    const token = await signInByCode(deps, "mia@example.org");
    await expect(made(token, { verified: false })).rejects.toMatchObject(refused);
    await made(token);
    const later = await signInByCode(deps, "mia@example.org");
    await expect(proved(later, { verified: false })).rejects.toMatchObject(refused);
  });

  test("holds for this site alone: another origin or name is refused", async () => {
    const token = await signInByCode(deps, "mia@example.org");
    await expect(made(token, { origin: "https://grants.example.evil" })).rejects.toMatchObject(refused);
    await expect(made(token, { rpId: "evil" })).rejects.toMatchObject(refused);
    await made(token);
    const later = await signInByCode(deps, "mia@example.org");
    await expect(proved(later, { origin: "http://grants.example" })).rejects.toMatchObject(refused);
  });

  test("of somebody else proves nothing", async () => {
    await made(await signInByCode(deps, "mia@example.org"));
    const eva = await whoIs(deps, await signInByCode(deps, "eva@example.org"));
    await expect(askToUse(deps, door, eva)).rejects.toMatchObject({ code: "passkey.none" });
    const other = anAuthenticator();
    const making = challengeOf(await askToMake(deps, door, eva));
    const after = await keepPasskey(deps, door, eva, "Phone", other.make({ challenge: making, origin, rpId }));
    const now = await whoIs(deps, after.token);
    const challenge = challengeOf(await askToUse(deps, door, now));
    const answer = device.use({ challenge, origin, rpId, counter: 1 });
    await expect(provePasskey(deps, door, now, answer)).rejects.toMatchObject(refused);
  });

  test("whose counter went back is a copy and is refused", async () => {
    await made(await signInByCode(deps, "mia@example.org"), { counter: 5 });
    const later = await signInByCode(deps, "mia@example.org");
    await expect(proved(later, { counter: 5 })).rejects.toMatchObject(refused);
    expect((await whoIs(deps, await proved(later, { counter: 6 }))).secondFactorNeeded).toBe(false);
  });
});

describe("a challenge", () => {
  test("is answered once, however many answers come at once", async () => {
    await made(await signInByCode(deps, "mia@example.org"));
    const who = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
    const challenge = challengeOf(await askToUse(deps, door, who));
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        provePasskey(deps, door, who, device.use({ challenge, origin, rpId, counter: n + 1 })),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("that was answered works no second time, in the session that follows either", async () => {
    await made(await signInByCode(deps, "mia@example.org"));
    const who = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
    const challenge = challengeOf(await askToUse(deps, door, who));
    const { token } = await provePasskey(deps, door, who, device.use({ challenge, origin, rpId, counter: 1 }));
    const answer = device.use({ challenge, origin, rpId, counter: 2 });
    await expect(provePasskey(deps, door, await whoIs(deps, token), answer)).rejects.toMatchObject(refused);
  });

  test("belongs to the session that asked and lives five minutes", async () => {
    await made(await signInByCode(deps, "mia@example.org"));
    const one = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
    const two = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
    const challenge = challengeOf(await askToUse(deps, door, one));
    const answer = device.use({ challenge, origin, rpId, counter: 1 });
    await expect(provePasskey(deps, door, two, answer)).rejects.toMatchObject(refused);
    deps.clock.move(5 * minute);
    await expect(provePasskey(deps, door, one, answer)).rejects.toMatchObject(refused);
  });

  test("for making a passkey is none for using one", async () => {
    const token = await made(await signInByCode(deps, "mia@example.org"));
    const who = await whoIs(deps, token);
    const challenge = challengeOf(await askToMake(deps, door, who));
    const answer = device.use({ challenge, origin, rpId, counter: 1 });
    await expect(provePasskey(deps, door, who, answer)).rejects.toMatchObject(refused);
  });
});

describe("whoever holds only the mailbox adds no second factor beside the one there is", () => {
  test("a passkey beside an app asks for the app's code first, not older than 15 minutes", async () => {
    const { token } = await signInWithApp(deps, "mia@example.org");
    await expect(made(await signInByCode(deps, "mia@example.org"))).rejects.toMatchObject(stale);
    deps.clock.move(16 * minute);
    await expect(made(token)).rejects.toMatchObject(stale);
    deps.clock.move(-16 * minute);
    expect((await whoIs(deps, await made(token))).secondFactorNeeded).toBe(false);
  });

  test("an app beside a passkey asks for the passkey first", async () => {
    await made(await signInByCode(deps, "mia@example.org"));
    const thief = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
    await expect(enrolTotp(deps, totp, thief)).rejects.toMatchObject(stale);
    const owner = await whoIs(deps, await proved(await signInByCode(deps, "mia@example.org")));
    expect((await enrolTotp(deps, totp, owner)).secret).toMatch(/^[A-Z2-7]+$/);
  });
});
