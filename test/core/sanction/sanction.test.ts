import { importSanctions } from "@multihelix/core/sanction/import-sanctions.ts";
import { comparableName, sanctionHits, screenedNames } from "@multihelix/core/sanction/sanction.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganisation } from "../../fixture/build/organisation.ts";
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

test("a name on the list in force is found whatever lists are read after it, or half read", async () => {
  const csv = (own: string) =>
    `name,reference\n${own},EU.9\n${Array.from({ length: 70 }, (_, i) => `Same ${i}x,EU.${i}`).join("\n")}\nBad Trade SA,EU.1`;
  const found = async () => (await sanctionHits(deps.store, ["Bad Trade SA", "Same 3x"])).length;
  const [a, b, c] = [csv("Alpha"), csv("Beta"), csv("Gamma")];
  for (const list of [a, b, a, c, a, b]) {
    await importSanctions(deps, operator, list);
    expect(await found()).toBe(2);
  }
  // Cut short at each commit of the next one; then another list is read.
  for (const commits of [1, 2, 3]) {
    await expect(importSanctions(dyingAfter(commits), operator, c)).rejects.toThrow("killed");
    expect(await found()).toBe(2);
    expect(await sanctionHits(deps.store, ["Gamma"])).toEqual([]);
  }
  await importSanctions(deps, operator, a);
  expect(await found()).toBe(2);
});

test("of two lists that are read at once the one begun last counts; the other is refused", async () => {
  const names = (own: string) => `name\n${own}\n${Array.from({ length: 200 }, (_, i) => `Both ${i}x`).join("\n")}`;
  const both = await Promise.allSettled([
    importSanctions(deps, operator, names("Delta")),
    importSanctions(deps, operator, names("Epsilon")),
  ]);
  expect(both.map((one) => (one.status === "rejected" ? one.reason.code : "in force")).sort()).toEqual([
    "in force",
    "sanction.other-import",
  ]);
  expect(
    await sanctionHits(
      deps.store,
      Array.from({ length: 200 }, (_, i) => `Both ${i}x`),
    ),
  ).toHaveLength(200);
});

/** The product is killed once the store has taken so many commits. */
function dyingAfter(commits: number): TestDeps {
  let taken = 0;
  const commit: TestDeps["store"]["commit"] = (...all) => {
    if (taken === commits) throw new Error("killed");
    taken += 1;
    return deps.store.commit(...all);
  };
  return { ...deps, store: Object.assign(Object.create(deps.store), { commit }) };
}

test("a file without names is refused, and so are people", async () => {
  await expect(importSanctions(deps, operator, "reference\nEU.1")).rejects.toMatchObject({ code: "sanction.no-names" });
});

test("a payee is screened by the names of the records that were merged into it, and by the holders of their accounts", async () => {
  const account = { holder: "Ivanov, Petr", iban: "BE71096123456769", currency: "EUR", country: "BE" };
  const kept = anOrganisation({
    organisationId: "org_kept",
    legalName: "Good Trade",
    absorbed: ["org_twin"],
    accounts: [],
  });
  const twin = anOrganisation({
    organisationId: "org_twin",
    legalName: "Bad Trade SA",
    mergedInto: "org_kept",
    accounts: [account],
  });
  const reader = {
    get: (async (_: string, { organisationId }: { organisationId: string }) =>
      organisationId === "org_twin" ? twin : undefined) as never,
  };
  const names = await screenedNames(reader, kept);
  expect(names).toEqual(["Good Trade", "Bad Trade SA", "Ivanov, Petr"]);
  await importSanctions(deps, operator, "name,reference\nBad Trade SA,EU.1");
  expect(await sanctionHits(deps.store, names)).toMatchObject([{ reference: "EU.1" }]);
});
