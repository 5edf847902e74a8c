import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Answer } from "../scenario/client.ts";
import { until } from "../scenario/world.ts";
import { openProduct } from "./product.ts";

const writers = 6;
const deaths = 5;

test("the store dies again and again under load: 503 with Retry-After meanwhile, no acknowledged write lost, none doubled", {
  timeout: 60_000,
}, async () => {
  const { as, product, world } = await openProduct();
  const owner = await as("sme-owner");
  const [call] = (await owner.get("/api/calls")).body.calls;
  const { organisationId } = (await owner.get("/api/session")).body.me.memberships[0];
  const acknowledged = new Map<string, string>();
  const refused: Answer[] = [];
  let over = false;
  const writing = Array.from({ length: writers }, async (_, writer) => {
    for (let nth = 0; !over; nth++) {
      const key = `writer-${writer}-${nth}`;
      for (;;) {
        const answer = await owner.post("/api/cases", { callId: call.callId, organisationId }, key);
        if (answer.status === 201) {
          acknowledged.set(key, answer.body.caseId);
          break;
        }
        refused.push(answer);
        await delay(50);
      }
    }
  });
  const health: string[] = [];
  for (let death = 0; death < deaths; death++) {
    const pid = await until("the store to be up", async () => product.system.storePid());
    await delay(100);
    process.kill(pid, "SIGKILL");
    await until("the death to be noticed", async () => (product.system.storePid() === undefined ? true : undefined));
    health.push(((await (await fetch(`${world.url}/api/health`)).json()) as { status: string }).status);
  }
  await until("the store to be up again", async () => product.system.storePid());
  const known = acknowledged.size;
  await until("work to go on", async () => (acknowledged.size > known + writers ? true : undefined));
  over = true;
  await Promise.all(writing);

  expect(health).toContain("down");
  expect(refused.length).toBeGreaterThan(0);
  for (const { status, headers } of refused) {
    expect(status).toBe(503);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  }
  const mine = (await owner.get("/api/my/cases")).body.cases as { caseId: string }[];
  expect(mine.map(({ caseId }) => caseId).sort()).toEqual([...acknowledged.values()].sort());
});
