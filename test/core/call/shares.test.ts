import { windowOf } from "@multihelix/core/call/call-window.ts";
import { sharesOf } from "@multihelix/core/call/shares.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { expect, test } from "vitest";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { at } from "../../fixture/build/moment.ts";
import { fc } from "../../fixture/fast-check.ts";

const network = demoNetwork();
const payers = [
  { parkId: "limburg", ledger: aLedger(), sharePercent: 33.3, aidBasis: "eu-de-minimis" as const },
  { parkId: "lund", ledger: aLedger("lund", "SEK"), sharePercent: 33.4, aidBasis: "eu-de-minimis" as const },
  { parkId: "wales", ledger: aLedger("wales", "GBP"), sharePercent: 33.3, aidBasis: "uk-mfa" as const },
];

test("the parts make up the amount to the last cent, each converted once by the rate before the day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (amount) => {
      const shares = sharesOf({ payers }, { amount, currency: "EUR" }, network, "2026-11-12");
      expect(shares.reduce((sum, { part }) => sum + part.amount, 0)).toBe(amount);
      expect(shares.map((share) => share.amount.currency)).toEqual(["EUR", "SEK", "GBP"]);
    }),
  );
  const [, lund] = sharesOf({ payers }, { amount: 1_000_000, currency: "EUR" }, network, "2026-11-12");
  expect(lund).toMatchObject({
    jurisdiction: "SE",
    part: { amount: 334_000 },
    rate: { quote: "SEK", date: "2026-10-31" },
  });
});

test("a call takes applications from its opening to its closing, and five minutes more", () => {
  const call = aCall({ state: "scheduled", opens: at("2026-11-12T08:00:00Z"), closes: at("2026-11-12T16:00:00Z") });
  expect(windowOf(call, at("2026-11-12T07:59:59.999Z"))).toBe("not-yet");
  expect(windowOf(call, at("2026-11-12T08:00:00Z"))).toBe("open");
  expect(windowOf(call, at("2026-11-12T16:00:00Z"))).toBe("open");
  expect(windowOf(call, at("2026-11-12T16:05:00Z"))).toBe("grace");
  expect(windowOf(call, at("2026-11-12T16:05:00.001Z"))).toBe("closed");
  expect(windowOf({ ...call, state: "deciding" }, at("2026-11-12T09:00:00Z"))).toBe("closed");
});
