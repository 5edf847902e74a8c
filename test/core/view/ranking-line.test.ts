import { scratchStore } from "@multihelix/core/kernel/scratch-store.ts";
import { lineOf, readLeadMoney } from "@multihelix/core/view/ranking-line.ts";
import { expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aShare } from "../../fixture/build/voucher.ts";
import { testDeps } from "../../fixture/deps.ts";

const wanting = (...wants: number[]) => wants.map((one) => ({ wants: one, mean: 80 }));

test("the line stands before the first that the free money does not carry, with the share that the lead park pays", () => {
  expect(lineOf(wanting(400, 400, 400), 1000, 100, 60)).toBe(2);
  expect(lineOf(wanting(400, 400, 400), 1000, 50, 60)).toBeUndefined();
  expect(lineOf(wanting(400), 0, 100, 60)).toBe(0);
  expect(lineOf(wanting(400), undefined, 100, 60)).toBeUndefined();
});

test("what is decided wants nothing more, and what is under the threshold gets nothing", () => {
  expect(lineOf(wanting(0, 0, 400, 400), 500, 100, 60)).toBe(3);
  expect(
    lineOf(
      [
        { wants: 400, mean: 90 },
        { wants: 400, mean: 50 },
        { wants: 400, mean: undefined },
      ],
      400,
      100,
      60,
    ),
  ).toBeUndefined();
});

test("a case that is proposed is known with what it holds, over all years and accounts; one that waits is not", async () => {
  const shares = [aShare({ reserved: 100, disbursed: 20 }), { ...aShare({ committed: 3 }), budgetYear: 2027 }] as const;
  const deps = testDeps(scratchStore(shares.map((value) => ({ name: "share", value }))));
  const rejected = idOf("app", "other");
  const { held, free } = await readLeadMoney(deps, aCall(), [
    { caseId, status: "approving" },
    { caseId: rejected, status: "rejected" },
    { caseId: idOf("app", "third"), status: "deciding" },
  ]);
  expect([...held]).toEqual([
    [caseId, 123],
    [rejected, 0],
  ]);
  expect(free).toBeUndefined();
});
