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
