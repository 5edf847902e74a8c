import { importSanctions } from "@multihelix/core/sanction/import-sanctions.ts";
import { comparableName, sanctionHits } from "@multihelix/core/sanction/sanction.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";

const operator = { kind: "system", name: "operator" } as const;
let deps: TestDeps;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
});
afterAll(async () => {
  await stop();
});

test("names are compared without marks, case, punctuation and order of words", () => {
  expect(comparableName("Müller, Jan")).toBe(comparableName("JAN MULLER"));
  expect(comparableName("Acme B.V.")).not.toBe(comparableName("Acme N.V."));
});

test("an import counts as a whole, and the next one replaces it", async () => {
  const first = `name,reference\nBad Trade SA,EU.1\n"Ivanov, Petr",EU.2\n${Array.from({ length: 130 }, (_, i) => `Name ${i}x,EU.${i}`).join("\n")}`;
  expect(await sanctionHits(deps.store, ["Bad Trade SA"])).toEqual([]);
  expect(await importSanctions(deps, operator, first)).toEqual({ names: 132 });
  expect(await sanctionHits(deps.store, ["Lund laboratory", "bad trade s.a.", "Petr Ivanov"])).toEqual([
    { name: comparableName("Petr Ivanov"), reference: "EU.2" },
  ]);
  expect(await sanctionHits(deps.store, ["BAD TRADE SA"])).toHaveLength(1);
  await importSanctions(deps, operator, "name\nOther Name");
  expect(await sanctionHits(deps.store, ["Bad Trade SA", "other name"])).toEqual([
    { name: comparableName("Other Name"), reference: "" },
  ]);
  await importSanctions(deps, operator, first);
  expect(await sanctionHits(deps.store, ["Bad Trade SA", "other name"])).toHaveLength(1);
});

test("a file without names is refused, and so are people", async () => {
  await expect(importSanctions(deps, operator, "reference\nEU.1")).rejects.toMatchObject({ code: "sanction.no-names" });
});
