/** Organisations over HTTP: a manager looks and verifies; for applicants, providers and reviewers they do not exist there. */
import { beforeAll, expect, test, vi } from "vitest";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

test("a manager verifies what was seen; others find nothing and change nothing", async () => {
  const { memberships } = (await (await api.as("sme-owner")).get("/api/session")).body.me;
  const path = `/api/organisations/${memberships[0].organisationId}`;
  const manager = await api.as("limburg-manager");
  const seen = (await manager.get(path)).body;
  expect(seen).toMatchObject({ organisationId: memberships[0].organisationId, numberHolds: true });
  const body = {
    outcome: "rejected",
    reason: "Dissolved, says the register.",
    noInterest: true,
    version: seen.version,
  };
  for (const persona of ["sme-owner", "provider-lund", "reviewer-lund", "limburg-approver", "auditor"]) {
    const other = await api.as(persona);
    expect([persona, (await other.get(path)).status]).toEqual([persona, 404]);
    expect([persona, (await other.post(`${path}/verification`, body)).status]).toEqual([persona, 404]);
  }
  expect((await manager.get(path)).body).toEqual(seen);
  expect((await manager.post(`${path}/verification`, body)).body).toEqual({ verification: "rejected" });
  expect((await manager.get(path)).body).toMatchObject({
    verification: "rejected",
    verifiedBy: { reason: body.reason },
  });
  const again = await manager.post(`${path}/verification`, { ...body, outcome: "verified" });
  expect([again.status, again.body.code]).toEqual([409, "organisation.changed"]);
});
