/** Who only has the name of somebody on a sanctions list can apply and be paid; whoever else bears it is still found. */
import { listedParties } from "@multihelix/core/application/listed-parties.ts";
import type { Section } from "@multihelix/core/application/section.ts";
import type { Organisation } from "@multihelix/core/organisation/organisation.ts";
import { organisationIdOf, ownAidGroupOf } from "@multihelix/core/organisation/organisation-id.ts";
import { importNamesakes } from "@multihelix/core/sanction/import-namesakes.ts";
import { importSanctions } from "@multihelix/core/sanction/import-sanctions.ts";
import { beforeEach, expect, test } from "vitest";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const operator = { kind: "system", name: "operator" } as const;
const header = "register_scheme,register_id,name,reference,reason,decided_by";
const [mine, other] = ["5599998027", "5599998092"];
let company: Organisation;
let lab: Organisation;

beforeEach(async () => {
  const network = await world.deps.network.current();
  const { digest } = world.deps;
  const enter = async (registerId: string, legalName: string) => {
    const number = { registerScheme: "SE-ON", registerId };
    const value = anOrganisation({
      ...number,
      legalName,
      organisationId: organisationIdOf(network, number, digest),
      aidGroupId: ownAidGroupOf(network, number, digest),
      accounts: [],
    });
    await world.store.commit([{ op: "create", name: "organisation", value }]);
    return value;
  };
  company = await enter(mine, "Good Trade AB");
  lab = await enter(other, "Bad Trade AB");
  await importSanctions(world.deps, operator, 'name,reference\nBad Trade AB,EU.1\n"Ivanov, Petr",EU.2\nIvanova,EU.3');
});

const owners = (...names: string[]): Section[] => {
  const links = names.map((name) => ({ name, kind: "enterprise", percent: 30, control: false, samePersons: false }));
  return [
    {
      caseId,
      sectionId: "company",
      data: { links },
      savedAt: at("2026-09-01T08:00:00Z"),
      savedBy: idOf("per", "anna"),
      version: 0,
    },
  ];
};
const listed = async (sections: Section[] = []) =>
  (await listedParties(world.store, company, [lab], sections))
    .map(({ name, reference }) => `${name} ${reference}`)
    .sort();
const clear = (...lines: string[]) => importNamesakes(world.deps, operator, [header, ...lines].join("\n"));

test("a provider, and an owner whom the company named, are not found once each was looked at", async () => {
  expect(await listed(owners("Petr Ivanov"))).toEqual(["Bad Trade AB EU.1", "Petr Ivanov EU.2"]);
  await clear(`SE-ON,${other},Bad Trade AB,EU.1,Another country and year of founding.,Sia`);
  expect(await listed(owners("Petr Ivanov"))).toEqual(["Petr Ivanov EU.2"]);
  const line = `SE-ON,${mine},"Ivanov, Petr",EU.2,Another day of birth.,Sia`;
  expect(await clear(line)).toEqual({ cleared: 1, problems: [] });
  expect(await clear(line)).toEqual({ cleared: 1, problems: [] });
  expect(await listed(owners("Petr Ivanov"))).toEqual([]);
  const events = await world.store.list("event", { stream: `organisation:${company.organisationId}` });
  expect(events.map(({ type, facts }) => [type, facts])).toEqual([
    // Whose day of birth it was stays out of what is never erased.
    ["sanction.namesake-cleared", { reference: "EU.2" }],
  ]);
});

test("another who bears the name, and another entry of that name, are found as before", async () => {
  await clear(`SE-ON,${other},Petr Ivanov,EU.2,A board member of the laboratory.,Sia`);
  expect(await listed(owners("Petr Ivanov"))).toContain("Petr Ivanov EU.2");
  await clear(`SE-ON,${other},Bad Trade AB,EU.1,Another country.,Sia`);
  expect(await listed()).toEqual([]);
  await importSanctions(world.deps, operator, "name,reference\nBad Trade AB,UK.7");
  expect(await listed()).toEqual(["Bad Trade AB UK.7"]);
});

test("of two on the list who bear one name, only the one that was looked at is cleared", async () => {
  await importSanctions(world.deps, operator, "name,reference\nBad Trade AB,EU.1\nAB Bad Trade,EU.7");
  expect(await listed()).toEqual(["Bad Trade AB EU.1", "Bad Trade AB EU.7"]);
  await clear(`SE-ON,${other},Bad Trade AB,EU.7,Another country.,Sia`);
  expect(await listed()).toEqual(["Bad Trade AB EU.1"]);
});

test("where two parties bear the name each is looked at", async () => {
  await clear(`SE-ON,${other},Bad Trade AB,EU.1,Another country.,Sia`);
  expect(await listed(owners("BAD TRADE AB"))).toHaveLength(1);
});

test("nothing is done while a line is wrong", async () => {
  const good = `SE-ON,${other},Bad Trade AB,EU.1,Another country.,Sia`;
  expect(
    await clear(
      good,
      "SE-ON,5500000000,X,EU.1,y,Sia",
      "XX,1,X,EU.1,y,Sia",
      `SE-ON,${mine},X,EU.1,,Sia`,
      `SE-ON,${mine},X,,y,Sia`,
    ),
  ).toEqual({
    cleared: 0,
    problems: [
      { line: 3, problem: "unknown-organisation" },
      { line: 4, problem: "unknown-organisation" },
      { line: 5, problem: "incomplete" },
      // A list without references cannot say who of that name it means.
      { line: 6, problem: "incomplete" },
    ],
  });
  expect(await listed()).toEqual(["Bad Trade AB EU.1"]);
  await expect(importNamesakes(world.deps, operator, "name\nX")).rejects.toMatchObject({
    code: "sanction.namesake-columns",
  });
});
