/** Signing in by a passkey alone, with real signatures: both proofs at once, one success of many tries, nothing told of who has one. */
import { passkeys } from "@multihelix/adapters/webauthn/passkey.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { askToMake, keepPasskey, type PasskeyDoor } from "@multihelix/core/sign-in/passkey.ts";
import { askToSignIn, signInByPasskey } from "@multihelix/core/sign-in/passkey-sign-in.ts";
import { removePasskey } from "@multihelix/core/sign-in/remove-factor.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { type Authenticator, anAuthenticator, type Ceremony } from "../../fixture/authenticator.ts";
import { idOf } from "../../fixture/build/ids.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { enlist, signInByCode, visitor, whoIs } from "../../fixture/signing-in.ts";
import { testWorld } from "../../fixture/world.ts";

const origin = "https://grants.example";
const rpId = "grants.example";
const door: PasskeyDoor = { passkeys, site: { rpId, origins: [origin] } };
const refused = { kind: "forbidden", code: "passkey.refused" };
const mia = idOf("per", "mia");

const world = testWorld();
let deps: TestDeps;
let device: Authenticator;
beforeEach(async () => {
  ({ deps } = world);
  device = anAuthenticator();
  await enlist(deps, "mia", ["manager"]);
  const who = await whoIs(deps, await signInByCode(deps, "mia@example.org"));
  const options = await askToMake(deps, door, who);
  const made = device.make({ challenge: String(options["challenge"]), origin, rpId });
  await keepPasskey(deps, door, who, "Laptop", made);
});

async function asked(who = visitor()) {
  const challenge = String((await askToSignIn(deps, door, who))["challenge"]);
  const answer = (wrong: Partial<Ceremony> = {}, handle: string = mia) =>
    device.use({ challenge, origin, rpId, counter: 1, ...wrong }, handle);
  return { who, answer };
}

describe("a passkey alone", () => {
  test("is both proofs: staff have their roles at once, with a fresh second factor", async () => {
    const { who, answer } = await asked();
    const { token, session } = await signInByPasskey(deps, door, who, answer());
    expect(session).toMatchObject({ via: "passkey", secondFactorAt: deps.clock.now() });
    const signed = await whoIs(deps, token);
    expect(signed.secondFactorNeeded).toBe(false);
    expect(signed.actor.grants.map(({ role }) => role)).toEqual(["manager"]);
  });

  test("signs in once, however many send the same answer at once", async () => {
    const { who, answer } = await asked();
    // An authenticator that does not count, as most of today: the challenge alone must tell.
    const sent = answer({ counter: 0 });
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => signInByPasskey(deps, door, who, sent)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(signInByPasskey(deps, door, who, sent)).rejects.toMatchObject(refused);
  });

  test("is refused alike for whoever is nobody, disabled, unverified, elsewhere, too late or in another browser", async () => {
    const { who, answer } = await asked();
    await expect(signInByPasskey(deps, door, visitor(), answer())).rejects.toMatchObject(refused);
    await expect(signInByPasskey(deps, door, who, answer({}, idOf("per", "nobody")))).rejects.toMatchObject(refused);
    await expect(signInByPasskey(deps, door, who, answer({}, "not a person"))).rejects.toMatchObject(refused);
    await expect(signInByPasskey(deps, door, who, answer({ verified: false }))).rejects.toMatchObject(refused);
    await expect(signInByPasskey(deps, door, who, answer({ origin: "https://evil.example" }))).rejects.toMatchObject(
      refused,
    );
    deps.moveClock(5 * 60_000);
    await expect(signInByPasskey(deps, door, who, answer())).rejects.toMatchObject(refused);
    const again = await asked();
    await enlist(deps, "mia", ["manager"], { disabled: true });
    await expect(signInByPasskey(deps, door, again.who, again.answer())).rejects.toMatchObject(refused);
  });

  test("is told by letter when it is added and when it is removed", async () => {
    await driveEffects(deps);
    const subjects = () => deps.mails.filter(({ to }) => to === "mia@example.org").map(({ subject }) => subject);
    expect(subjects()).toContain("A passkey was added to your account");
    const { who, answer } = await asked();
    const { token } = await signInByPasskey(deps, door, who, answer());
    await enlist(deps, "mia", []);
    const { actor } = await whoIs(deps, token);
    const [key] = await deps.store.list("passkey", { personId: mia });
    await deps.store.commit([
      { op: "remove", name: "grant", key: { personId: mia, grantId: idOf("rgr", "miamanager") } },
    ]);
    const plain = { ...actor, grants: [] };
    await perform(deps, plain, "remove-passkey", removePasskey, { credentialId: key?.credentialId ?? "" });
    await driveEffects(deps);
    expect(subjects()).toContain("A passkey was removed from your account");
  });
});
