import { headroomsOf } from "@multihelix/core/aid/headroom.ts";
import { reserveAid } from "@multihelix/core/aid/reserve.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAidGroup } from "../../fixture/build/application.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";

const network = demoNetwork();
const { aidGroupId } = anAidGroup();
let deps: TestDeps;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
  await deps.store.commit([{ op: "create", name: "aidGroup", value: anAidGroup({ version: 0 }) }]);
});
afterAll(async () => {
  await stop();
});

/** Read, count, reserve 60,000 € in one commit; decided again when another was faster. Tells how it ended. */
async function take(caseId: CaseId): Promise<"taken" | "no room"> {
  for (;;) {
    const group = await deps.store.get("aidGroup", { aidGroupId });
    const grants = await deps.store.list("aidGrant", { aidGroupId });
    const amount = { amount: 6_000_000, currency: "EUR" };
    const shares = [{ parkId: "limburg", jurisdiction: "BE", aidBasis: "eu-de-minimis", amount }] as const;
    const headrooms = headroomsOf({ network, day: "2026-11-12", shares, grants, declared: [], cost: amount, caseId });
    if (headrooms.some(({ fits }) => !fits)) return "no room";
    const outcome = await deps.store.commit(
      reserveAid({ group, grants, caseId, headrooms, day: "2026-11-12", at: deps.clock.now() }),
    );
    if (outcome.ok) return "taken";
  }
}

test("twenty cases of one undertaking at once against 300,000 €: exactly five take 60,000 €", async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => take(idOf("app", `case${index}z`))));
  expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(5);
  const grants = await deps.store.list("aidGrant", { aidGroupId });
  expect(grants.reduce((sum, { amount }) => sum + amount, 0)).toBe(30_000_000);
});
