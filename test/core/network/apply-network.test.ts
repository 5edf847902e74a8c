import { applyNetwork } from "@multihelix/core/network/apply-network.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { networkWithGeneva } from "../../fixture/network.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const operator = { kind: "system", name: "operator" } as const;
const apply = (file: object, facts: Parameters<typeof applyNetwork.decide>[0] = { current: undefined, calls: [] }) =>
  applyNetwork.decide(facts, operator, { file: { ...file } }, aMoment());
const first = written(apply(demoNetwork()).changes, "network")[0];

test("the first file is version 1; the same file again is no change, whatever the order of its keys", () => {
  expect(first).toMatchObject({ id: "current", number: 1 });
  const turned = Object.fromEntries(Object.entries(demoNetwork()).reverse());
  expect(apply(turned, { current: first, calls: [] })).toEqual({ changes: [], result: { number: 1, changed: false } });
});

test("a new file is the next version, and the one before is kept under its number", () => {
  const { changes, result } = apply(networkWithGeneva(), { current: first, calls: [] });
  expect(result).toEqual({ number: 2, changed: true });
  expect(written(changes, "network").map(({ id, number }) => [id, number])).toEqual([
    ["current", 2],
    ["1", 1],
  ]);
});

test("every problem of a file is told in words", () => {
  const refusal = refusalOf(() => apply({ ...demoNetwork(), pivotCurrency: "euro", parks: [] }));
  expect(refusal).toMatchObject({ kind: "invalid", code: "network.file" });
  expect((refusal.facts.problems as { path: string }[]).map(({ path }) => path)).toEqual(["pivotCurrency", "parks"]);
});

test("a park, fund or currency that a call counts in cannot vanish", () => {
  const network = demoNetwork();
  const without = { ...network, funds: network.funds.filter(({ id }) => id !== "limburg-regional") };
  const calls = [aCall()];
  expect(refusalOf(() => apply(without, { current: first, calls }))).toMatchObject({
    code: "network.in-use",
    facts: { calls: [{ parkId: "limburg", fundId: "limburg-regional" }] },
  });
  expect(apply(without, { current: first, calls: [aCall({ state: "archived" })] }).result.changed).toBe(true);
});

test("only the operator applies it", () => {
  expect(
    refused(() =>
      applyNetwork.decide(
        { current: undefined, calls: [] },
        staff("mia", "manager", "limburg"),
        { file: { ...demoNetwork() } },
        aMoment(),
      ),
    ),
  ).toBe("forbidden actor.system-needed");
});
