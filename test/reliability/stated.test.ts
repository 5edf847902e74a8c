import { createMovableClock } from "@multihelix/adapters/system/clock.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import type { Organisation } from "@multihelix/core/organisation/organisation.ts";
import { expect, test } from "vitest";
import { commit, demoParties, runningCase } from "./demo-cases.ts";
import { type Opened, openProduct } from "./product.ts";
import { stations } from "./station-acts.ts";
import { awaitTask, lead } from "./stations.ts";

/** Announced to its company, whose declaration is too old: nothing is granted before it is signed again. */
async function announced(opened: Opened): Promise<{ caseId: CaseId; provider: Organisation }> {
  const { deps } = opened;
  const parties = await demoParties(deps);
  const { caseId } = await runningCase(deps, parties, 0, { status: "deciding" });
  const [aid] = (await deps.store.list("section", { caseId })).filter(({ sectionId }) => sectionId === "aid");
  if (aid === undefined) throw new Error("no declaration");
  const old = { savedAt: addDays(deps.clock.now(), -45), data: { ...aid.data, signed: true } };
  await commit(deps, [{ op: "replace", name: "section", value: { ...aid, ...old } }]);
  const acts = stations["accept"]?.(caseId, deps.clock.now().slice(0, 10)) ?? [];
  await lead(opened, caseId, acts, "give-statement");
  return { caseId, provider: parties.provider };
}

test("an award whose provider is not verified yet waits with its statement, and its releaser grants it afterwards", async () => {
  const opened = await openProduct({ clock: createMovableClock() });
  const { caseId, provider } = await announced(opened);
  const { organisationId } = provider;
  const verify = (verification: "verified" | "unverified") =>
    commit(opened.deps, [
      { op: "patch", name: "organisation", key: { organisationId }, set: { verification }, when: {} },
    ]);
  await verify("unverified");
  const sme = await opened.as("sme-owner");
  const statement = { outcome: "given", declared: [], signed: true };
  const told = await sme.post(`/api/cases/${caseId}/statement`, statement);
  expect([told.status, told.body]).toEqual([200, { outcome: "waits" }]);
  await awaitTask(opened, caseId, "release");
  const { body } = await sme.get(`/api/cases/${caseId}/workflow`);
  expect((body as { next: string }).next).toContain(provider.legalName);
  const releaser = await opened.as("limburg-second-manager");
  const early = await releaser.post(`/api/cases/${caseId}/release`, { noInterest: true });
  expect(early).toMatchObject({ status: 409, body: { code: "eligibility.not-met" } });
  await verify("verified");
  const granted = await releaser.post(`/api/cases/${caseId}/release`, { noInterest: true });
  expect([granted.status, granted.body]).toEqual([200, { outcome: "granted" }]);
  await awaitTask(opened, caseId, "accept");
}, 120_000);
