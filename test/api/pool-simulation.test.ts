/** Whether the reviewers suffice, over HTTP: who may ask, what the address changes, and that nothing is kept and no tie is named. */
import { sha256 } from "@multihelix/adapters/system/secrets.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { readPoolSimulation } from "@multihelix/core/view/pool-simulation.ts";
import { poolSimulationSchema, simulationQuerySchema } from "@multihelix/core/view/pool-simulation-schema.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { staff } from "../fixture/build/actor.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

const draft = callIdOf("LIM-V28", sha256);
const scheduled = callIdOf("WAL-V28", sha256);
const ask = async (persona: string, callId: string, query = "") =>
  (await api.as(persona)).get(`/api/calls/${callId}/pool-simulation${query}`);

test("the manager of a draft reads the answer for what is expected, the same each time, and for what they set", async () => {
  const { status, body } = await ask("limburg-manager", draft, "?applications=12");
  expect(status).toBe(200);
  expect(body).toMatchObject({ state: "draft", asked: { applications: 12, from: "asked", seed: 1, draws: 20 } });
  expect(body.reviewers.map((one: { name: string }) => one.name)).toContain("Märta Öhman");
  expect((await ask("limburg-manager", draft, "?applications=12")).body).toEqual(body);
  const dutch = await ask(
    "limburg-manager",
    draft,
    "?applications=12&languages=nl:1,xx:5&homes=limburg:1&providers=lund:1",
  );
  expect(dutch.body.mix).toMatchObject({
    byHand: ["languages", "homes", "providers"],
    languages: [{ id: "nl", percent: 100 }],
  });
  // One reviewer alone reads Dutch, and is of the park that pays.
  expect(dutch.body).toMatchObject({ filled: { usual: 0 }, shortages: [{ language: "nl" }] });
  expect(dutch.body.shortages[0].parks).not.toContain("limburg");
});

test("without a number it expects what the money is good for, or says that nothing tells", async () => {
  expect((await ask("limburg-manager", draft)).body.asked).toMatchObject({ from: "assumed" });
  const { asked } = (await ask("wales-manager", scheduled)).body;
  expect(asked).toMatchObject({ from: "budget", applications: 10 });
});

test("those who may read reviewers' load of the lead park may ask; a draft is nobody else's, and nonsense is refused", async () => {
  for (const persona of ["limburg-second-manager", "auditor", "secretary"])
    expect((await ask(persona, draft, "?applications=3")).status).toBe(200);
  expect((await ask("limburg-approver", draft)).body.code).toBe("actor.role-needed");
  expect((await ask("wales-manager", draft)).body.code).toBe("call.not-found");
  expect((await ask("limburg-manager", scheduled)).body.code).toBe("actor.role-needed");
  expect((await ask("reviewer-wales", draft)).body.code).toBe("call.not-found");
  for (const query of ["?applications=0", "?applications=201", "?languages=en", "?seed=x"])
    expect((await ask("limburg-manager", draft, query)).status).toBe(422);
});

test("nothing is stored and nobody is mailed", async () => {
  const never = () => {
    throw new Error("a simulation writes nothing");
  };
  const { store } = api.deps;
  const deps = {
    ...api.deps,
    store: { ...store, commit: never },
    mailer: { ...api.deps.mailer, send: never },
    wake: never,
  };
  const query = simulationQuerySchema.parse({ applications: "4" });
  const found = await readPoolSimulation(deps, staff("mia", "manager", "limburg"), draft, query);
  expect(found.asked.applications).toBe(4);
});

test("of ties their number is told and never whose they are", () => {
  const { conflicts, reviewers } = poolSimulationSchema.shape;
  expect(Object.keys(conflicts.element.shape).sort()).toEqual(["binds", "level", "pairs", "reviewers", "rule"]);
  expect(Object.keys(reviewers.element.shape)).not.toContain("conflicts");
});
