import type { Case } from "@multihelix/core/application/case.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { isWindowOpen, type WindowFacts } from "@multihelix/core/redress/open-window.ts";
import { expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { aCase } from "../../fixture/build/case.ts";
import { aRedress } from "../../fixture/build/redress.ts";
import { aRecovery, cut, redeemed, told } from "../../fixture/build/use-redress.ts";
import { aClaim, aVoucher, eur } from "../../fixture/build/voucher.ts";

const letter = (key: string): WindowFacts["letters"][number] => ({
  kind: "-",
  key,
  status: "sent",
  sentAt: told,
  openedAt: told,
});
const openAfter = (days: number, given: Partial<WindowFacts> & Pick<WindowFacts, "one">) =>
  isWindowOpen(
    { call: aCall(), voucher: aVoucher({ left: eur(0) }), claims: [], recoveries: [], letters: [], ...given },
    "Europe/Brussels",
    addDays(told, days),
  );
const refusedClaim = (claim: number) => aClaim({ claim, status: "refused" });

const decisions: readonly [string, Partial<WindowFacts> & Pick<WindowFacts, "one">, string][] = [
  ["a rejection", { one: aCase({ status: "rejected" }) }, "decision-rejection:1:per_x"],
  ["an ineligibility", { one: aCase({ status: "ineligible" }) }, "ineligible:1:per_x"],
  [
    "a refused claim",
    { one: aCase({ status: "claim-refused" }), claims: [refusedClaim(2)] },
    "claim-refused:2:refused:x",
  ],
  ["what was cut of a claim", { one: redeemed(), claims: [cut()] }, "claim-decision:1:per_x"],
  ["a cancellation", { one: aCase({ status: "cancelled" }) }, "cancelled:per_x"],
  ["a recovery", { one: redeemed(), recoveries: [aRecovery()] }, "recovery-asked:1:per_x"],
];

test.each(decisions)("%s: open for 30 days from delivery, and while no delivery is proven", (_name, given, key) => {
  const letters = [letter(key)];
  expect([openAfter(30, { ...given, letters }), openAfter(31, { ...given, letters })]).toEqual([true, false]);
  expect(openAfter(31, given)).toBe(true);
});

test("a voucher of which nothing was cut or asked back has no window", () => {
  for (const status of ["redeemed", "in-use", "lapsed", "withdrawn"] as const satisfies readonly Case["status"][])
    expect(openAfter(0, { one: aCase({ status }) })).toBe(false);
});

test("a request that waits keeps it open whatever the case is by now; an answered one closes it", () => {
  const about = { against: "claim-cut", claim: 1 } as const;
  for (const [status, open] of [
    ["asked", true],
    ["admitted", true],
    ["rejected", false],
    ["inadmissible", false],
  ] as const)
    expect(openAfter(0, { one: redeemed({ redress: aRedress({ ...about, status }) }), claims: [cut()] })).toBe(open);
});

test("a later decision has a window of its own, although redress was asked against an earlier one", () => {
  const redress = aRedress({ against: "claim-refusal", claim: 1, status: "rejected" });
  const given = {
    one: aCase({ status: "claim-refused", redress }),
    claims: [refusedClaim(1), refusedClaim(2)],
    letters: [letter("claim-refused:2:refused:x")],
  };
  expect([openAfter(30, given), openAfter(31, given)]).toEqual([true, false]);
});
