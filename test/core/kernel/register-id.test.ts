import type { DomainError } from "@multihelix/core/kernel/error.ts";
import { checkRegisterId, registerSchemeSchema, requireRegisterId } from "@multihelix/core/kernel/register-id.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { registerSchemeOf } from "@multihelix/core/network/network-file.ts";
import { describe, expect, test } from "vitest";
import { csvRows } from "../../fixture/csv.ts";
import { fc } from "../../fixture/fast-check.ts";
import { networkWithGeneva } from "../../fixture/network.ts";

const network = networkWithGeneva();

describe("the reference examples", () => {
  test.each(csvRows("identifiers/examples.csv"))("$scheme $example: $valid, $reason", (row) => {
    const result = checkRegisterId(registerSchemeOf(demoNetwork(), row.scheme ?? ""), row.example ?? "");
    expect(result.id).toBe(row.normalised);
    expect(result.ok).toBe(row.valid === "yes");
  });
});

describe("a country with a known kind of check needs no code", () => {
  const swiss = registerSchemeOf(network, "CHE-UID");

  test.each(["CHE-116.281.710", "CHE116281710", "116.281.710", "CHE-116.281.710 MWST", "che-116.281.710 TVA"])(
    "%s is a Swiss number",
    (typed) => {
      expect(checkRegisterId(swiss, typed)).toEqual({ ok: true, id: "CHE116281710" });
    },
  );

  test("a wrong check digit and a wrong shape are told apart", () => {
    expect(checkRegisterId(swiss, "CHE-116.281.711")).toMatchObject({ ok: false, reason: "check-digit" });
    expect(checkRegisterId(swiss, "CHE-116.281.71")).toMatchObject({ ok: false, reason: "shape" });
    const refusal = expect.objectContaining({ kind: "invalid", code: "register-id.check-digit" }) as DomainError;
    expect(() => requireRegisterId(swiss, "CHE-116.281.711")).toThrow(refusal);
    expect(requireRegisterId(swiss, "116281710")).toBe("CHE116281710");
  });

  test("modulo 11 has a right last digit for most numbers and never accepts a changed one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        const head = String(n).padStart(8, "0");
        const right = [..."0123456789"].filter((last) => checkRegisterId(swiss, `CHE${head}${last}`).ok);
        expect(right.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test.each(["https://ror.org/012a77v79", "05f950310", "03KK7TD41"])(
  "%s is a research organisation's identifier",
  (typed) => {
    expect(checkRegisterId(registerSchemeOf(network, "XI-ROR"), typed).ok).toBe(true);
    expect(
      checkRegisterId(
        registerSchemeOf(network, "XI-ROR"),
        typed.replace(/\d$/, (d) => String((Number(d) + 1) % 10)),
      ).ok,
    ).toBe(false);
  },
);

test("any single changed digit is noticed by Luhn and by modulo 97", () => {
  const numbers = [
    ["SE-ON", "5560912148"],
    ["CA-CRA_ACR", "101182509"],
    ["BE-BCE_KBO", "0521749439"],
  ] as const;
  fc.assert(
    fc.property(fc.constantFrom(...numbers), fc.nat(), fc.integer({ min: 1, max: 9 }), ([scheme, right], at, by) => {
      const place = at % right.length;
      const wrong = `${right.slice(0, place)}${(Number(right[place]) + by) % 10}${right.slice(place + 1)}`;
      expect(checkRegisterId(registerSchemeOf(network, scheme), wrong).ok).toBe(false);
    }),
  );
});

test("a rule that is no regular expression is refused with the file", () => {
  const scheme = { ...registerSchemeOf(network, "SE-ON"), shape: "(" };
  expect(registerSchemeSchema.safeParse(scheme).success).toBe(false);
});
