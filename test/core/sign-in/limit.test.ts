/** What counts as one visitor's network. */
import { networkOf } from "@multihelix/core/sign-in/limit.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

describe("a network", () => {
  test("of IPv4 is the address, also when it is written in IPv6", () => {
    expect(["192.0.2.1", "::ffff:192.0.2.1", "::FFFF:192.0.2.1"].map(networkOf)).toEqual(Array(3).fill("192.0.2.1"));
  });

  test("of IPv6 is its first 64 bits, however it is spelled", () => {
    const spellings = [
      "2001:db8::1",
      "2001:0db8:0:0:0:0:0:1",
      "2001:DB8::",
      "2001:db8::ffff:1:2:3",
      "2001:db8::1%eth0",
      "2001:db8:0:0::9",
    ];
    expect(new Set(spellings.map(networkOf))).toEqual(new Set(["2001:db8:0:0::/64"]));
    expect(networkOf("2001:db8:0:1::1")).not.toBe(networkOf("2001:db8::1"));
    expect(networkOf("fe80::1")).toBe("fe80:0:0:0::/64");
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
  });

  test("does not depend on the last four groups, and depends on each of the first four", () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    void fc.assert(
      fc.property(
        fc.array(group, { minLength: 8, maxLength: 8 }),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        fc.nat(3),
        (groups, other, at) => {
          const text = (parts: number[]) => parts.map((part) => part.toString(16)).join(":");
          expect(networkOf(text([...groups.slice(0, 4), ...other]))).toBe(networkOf(text(groups)));
          const changed = groups.map((part, index) => (index === at ? part ^ 1 : part));
          expect(networkOf(text(changed))).not.toBe(networkOf(text(groups)));
        },
      ),
      { numRuns: 100 },
    );
  });
});
