import { dayOf } from "@multihelix/core/application/read-application.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { approversOf, readStaff, staffingGaps } from "@multihelix/core/call/staffing.ts";
import { checkRegisterId } from "@multihelix/core/kernel/register-id.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { registerSchemeOf } from "@multihelix/core/network/network-file.ts";
import { applyPeople } from "@multihelix/core/person/apply-people.ts";
import { checkPeople, peopleFileSchema } from "@multihelix/core/person/people-file.ts";
import { demoOrganisations } from "@multihelix/local/seed/organisations.ts";
import { demoPersonas, seedDemo } from "@multihelix/local/seed/seed-demo.ts";
import { demoPeople, demoPeopleFile } from "@multihelix/local/seed/seed-steps.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoWorld, startDemoWorld } from "../fixture/build/demo-world.ts";

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld();
});
afterAll(async () => {
  await world.stop();
});

test("the people file of the demonstration is one that an operator could apply", () => {
  expect(checkPeople(peopleFileSchema.parse(demoPeopleFile()))).toEqual([]);
  expect(demoPeople.every(({ email }) => email.endsWith(".example"))).toBe(true);
});

test("register numbers are right by their scheme's rule", () => {
  const network = demoNetwork();
  const wrong = demoOrganisations.filter(
    ({ registerScheme, registerId }) => !checkRegisterId(registerSchemeOf(network, registerScheme), registerId).ok,
  );
  expect(wrong).toEqual([]);
});

test("every call is open with the money that was given, and nobody is alone at any step", async () => {
  const { store, digest } = world.deps;
  for (const [code, money] of [
    // What was given, less the 5 % that are kept for redress.
    ["LIM-V26", { limburg: 23_750_000 }],
    ["LUN-V26", { lund: 171_000_000, limburg: 5_700_000 }],
    ["WAL-V26", { wales: 11_400_000 }],
    ["SHE-V26", { sherbrooke: 14_250_000 }],
  ] as const) {
    const call = await store.get("call", { callId: callIdOf(code, digest) });
    if (call === undefined) throw new Error(`${code} is missing`);
    expect(call.state).toBe("open");
    const budgets = await Promise.all(call.payers.map(({ ledger }) => store.get("budget", { ledger })));
    expect(Object.fromEntries(budgets.map((budget) => [budget?.ledger.parkId, budget?.available]))).toEqual(money);
    const approvers = approversOf(call, demoNetwork(), dayOf(call, demoNetwork(), world.deps.clock.now()));
    expect(staffingGaps(call, await readStaff(store, call), approvers)).toEqual([]);
  }
});

test("seeding again changes nothing", async () => {
  expect(await seedDemo(world.deps)).toBe("there");
  expect(await applyPeople(world.deps, { kind: "system", name: "operator" }, demoPeopleFile())).toEqual({
    organisations: { changed: 0, unchanged: demoOrganisations.length },
    persons: { changed: 0, unchanged: demoPeople.length },
  });
});

test("every persona can be tried out, and staff hold what their name says", async () => {
  const personas = await demoPersonas(world.deps);
  expect(personas).toHaveLength(demoPeople.length);
  const manager = await world.actor("limburg-manager");
  expect(manager.grants).toMatchObject([
    { role: "manager", scope: { kind: "park", parkId: "limburg" }, substitute: false },
  ]);
  expect((await world.actor("sme-owner")).memberships).toMatchObject([{ level: "owner" }]);
});
