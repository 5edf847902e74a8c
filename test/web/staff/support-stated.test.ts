/** With which amount of other public money the form of a supplement starts. */

import { supportStated } from "@multihelix/web/route/manager/support-stated.ts";
import { expect, test } from "vitest";

type Claims = Parameters<typeof supportStated>[1];

const claim = (number: number, amount: number, more = {}) => ({
  claim: number,
  status: "paid",
  assessment: { otherSupport: { amount, currency: "CAD" } },
  ...more,
});

test("a supplement starts from what was stated last of its claim, any other claim from nothing", () => {
  const claims = [claim(1, 400), claim(2, 70), claim(3, 300, { supplementTo: 1 })] as unknown as Claims;
  expect(supportStated({ claim: 3, supplementTo: 1 }, claims)).toEqual({ amount: 400, currency: "CAD" });
  expect(supportStated({ claim: 4, supplementTo: 1 }, claims)).toEqual({ amount: 300, currency: "CAD" });
  expect(supportStated({ claim: 4, supplementTo: 2 }, claims)).toEqual({ amount: 70, currency: "CAD" });
  expect(supportStated({ claim: 4 }, claims)).toBeUndefined();
});

test("of a claim that was refused nothing counts, and nothing stated is an empty field", () => {
  const claims = [claim(1, 0), claim(2, 300, { supplementTo: 1, status: "refused" })] as unknown as Claims;
  expect(supportStated({ claim: 3, supplementTo: 1 }, claims)).toBeUndefined();
});
