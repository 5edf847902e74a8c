/** Clock, ids, randomness, secrets and one-time passwords of the machine. */
import { createMovableClock, systemClock } from "@multihelix/adapters/system/clock.ts";
import { createIds } from "@multihelix/adapters/system/ids.ts";
import { createSecrets, sha256, systemRandom } from "@multihelix/adapters/system/secrets.ts";
import { totp } from "@multihelix/adapters/system/totp.ts";
import { idSchema, ulidAfter } from "@multihelix/core/kernel/id.ts";
import { instantSchema } from "@multihelix/core/kernel/instant.ts";
import { codeFrom } from "@multihelix/core/sign-in/code.ts";
import { Secret } from "otpauth";
import { describe, expect, test } from "vitest";
import { frozenClock } from "../../fixture/deps.ts";
import { fc } from "../../fixture/fast-check.ts";

describe("the clock", () => {
  test("speaks in the shape of every stored instant", () => {
    expect(instantSchema.safeParse(systemClock.now()).success).toBe(true);
  });

  test("that is moved runs on from where it was moved to, back and forth", () => {
    const clock = createMovableClock();
    clock.move(3_600_000);
    clock.move(-600_000);
    const ahead = Date.parse(clock.now()) - Date.now();
    expect(Math.abs(ahead - 3_000_000)).toBeLessThan(1000);
  });
});

describe("ids", () => {
  test("ascend and never repeat, within one millisecond and when the clock goes back an hour", () => {
    const clock = frozenClock();
    const ids = createIds(clock);
    const drawn = Array.from({ length: 500 }, () => ids.ulid());
    clock.move(-3_600_000);
    drawn.push(...Array.from({ length: 500 }, () => ids.ulid()));
    expect([...drawn].sort()).toEqual(drawn);
    expect(new Set(drawn).size).toBe(1000);
    for (const ulid of drawn) expect(idSchema("app").safeParse(`app_${ulid}`).success).toBe(true);
  });

  test("leave room for a million ids of one act, which sort after their base and before the next draw", () => {
    const ids = createIds(frozenClock());
    const [base, next] = [ids.ulid(), ids.ulid()];
    void fc.assert(
      fc.property(fc.nat(32 ** 4 - 1), fc.nat(32 ** 4 - 1), (a, b) => {
        const [first, second] = [ulidAfter(base, a), ulidAfter(base, b)];
        expect(first < second).toBe(a < b);
        expect(first >= base && first < next).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("of two processes in the same millisecond differ", () => {
    const clock = frozenClock();
    expect(createIds(clock).ulid()).not.toBe(createIds(clock).ulid());
  });
});

describe("randomness", () => {
  test("is uniform in [0, 1) as far as a thousand draws show", () => {
    const draws = Array.from({ length: 1000 }, () => systemRandom.next());
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / 1000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.1);
  });

  test("gives a sign-in code eight digits, leading zeros included", () => {
    expect(codeFrom(new Uint8Array(8))).toBe("00000000");
    expect(codeFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 7))).toBe("00000007");
    expect(codeFrom(systemRandom.bytes(8))).toMatch(/^\d{8}$/);
  });
});

describe("secrets", () => {
  const secrets = createSecrets(new Uint8Array(32).fill(7));
  const other = createSecrets(new Uint8Array(32).fill(8));
  const sealed = secrets.seal("totp", "per_1", "JBSWY3DPEHPK3PXP");

  test("open for their purpose and context only, under the installation's key only", () => {
    expect(secrets.open("totp", "per_1", sealed)).toBe("JBSWY3DPEHPK3PXP");
    expect(secrets.open("totp", "per_2", sealed)).toBeUndefined();
    expect(secrets.open("cursor", "per_1", sealed)).toBeUndefined();
    expect(other.open("totp", "per_1", sealed)).toBeUndefined();
  });

  test("do not open after any bit was changed, or cut short", () => {
    const bytes = Buffer.from(sealed, "base64url");
    void fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(secrets.open("totp", "per_1", changed.toString("base64url"))).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    expect(secrets.open("totp", "per_1", sealed.slice(0, 20))).toBeUndefined();
    expect(secrets.open("totp", "per_1", "")).toBeUndefined();
  });

  test("sealed twice look different, and hide their text", () => {
    expect(secrets.seal("totp", "per_1", "JBSWY3DPEHPK3PXP")).not.toBe(sealed);
    expect(sealed).not.toContain("JBSWY3DP");
  });

  test("sign by purpose: the same text has another signature for another purpose or installation", () => {
    const signature = secrets.sign("file", "x");
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets.sign("file", "x")).toBe(signature);
    expect([secrets.sign("cursor", "x"), secrets.sign("file", "y"), other.sign("file", "x")]).not.toContain(signature);
  });

  test("need an installation key of 32 bytes", () => {
    expect(() => createSecrets(new Uint8Array(31))).toThrow(/32 bytes/);
  });

  test("and digests are SHA-256 (FIPS 180-4, example of one block)", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

describe("one-time passwords", () => {
  /** RFC 6238, appendix B (SHA-1), the last six of its eight digits. */
  const secret = Secret.fromUTF8("12345678901234567890").base32;
  const vectors: [number, string][] = [
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"],
  ];

  test.each(vectors)("at %i s are those of RFC 6238", (seconds, code) => {
    expect(totp.stepOf(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  test("are taken one step of 30 seconds early or late, and told by their own step", () => {
    const at = 1111111111 * 1000;
    const step = Math.floor(1111111111 / 30);
    expect(totp.stepOf(secret, "050471", at + 30_000)).toBe(step);
    expect(totp.stepOf(secret, "050471", at - 30_000)).toBe(step);
    expect(totp.stepOf(secret, "050471", at + 60_000)).toBeUndefined();
    expect(totp.stepOf(secret, "050471", at - 60_000)).toBeUndefined();
  });

  test("of another shape than six digits are wrong", () => {
    for (const code of ["", "12345", "1234567", "50471", "abcdef", "０５０４７１"])
      expect(totp.stepOf(secret, code, 1111111111000)).toBeUndefined();
  });

  test("have a secret of 160 bits and an address that authenticator apps read", () => {
    const fresh = totp.secret();
    expect(fresh).toMatch(/^[A-Z2-7]{32}$/);
    expect(totp.secret()).not.toBe(fresh);
    const address = new URL(totp.uri(fresh, "mia@example.org"));
    expect(address.protocol).toBe("otpauth:");
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      secret: fresh,
      issuer: "MultiHelix",
      digits: "6",
      period: "30",
      algorithm: "SHA1",
    });
    expect(decodeURIComponent(address.pathname)).toContain("mia@example.org");
  });
});
