/** A review set aside by hand, over HTTP: while it is proposed, with the proposal, and somebody else is asked. */
import { beforeAll, expect, test, vi } from "vitest";
import { applied, proposed, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { until } from "../scenario/world.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let api: OpenApi;
let told: Told;
beforeAll(async () => {
  api = await openApi();
  const story = api.story();
  told = await applied(story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
});

const seen = async (persona = "limburg-manager") =>
  (await (await api.as(persona)).get(`/api/cases/${told.caseId}`)).body;
const aside = async (slot: string, persona = "limburg-manager") =>
  (await api.as(persona)).post(`/api/cases/${told.caseId}/slots/${slot}/set-aside`, {
    reason: "They sat on the board until June.",
    noInterest: true,
  });

test("a proposal goes with the review that it rests on, another reviewer is asked, and the record says why", async () => {
  const before = await seen();
  const [{ slot, reviewerId }] = before.reviews;
  expect(before.status).toBe("approving");
  expect((await aside(slot, "sme-owner")).body.code).toBe("actor.role-needed");
  expect((await aside("r9")).body.code).toBe("review.none-filed");
  expect((await aside(slot)).body).toEqual({ outcome: "set-aside" });
  const after = await seen();
  expect([after.status, after.proposals.at(-1).status]).toEqual(["in-review", "superseded"]);
  expect(after.reviews.filter(({ status }: { status: string }) => status === "filed")).toHaveLength(
    before.reviews.length - 1,
  );
  const again = await until("somebody else to be asked", async () => {
    const found = (await seen()).slots.find((one: { slot: string }) => one.slot === slot);
    return found?.status === "planned" ? undefined : found;
  });
  expect(again.tried).toMatchObject([{ personId: reviewerId }]);
  expect(again.reviewerId).not.toBe(reviewerId);
  expect((await aside(slot)).body.code).toBe("review.none-filed");
  const { entries } = (await (await api.as("limburg-manager")).get(`/api/cases/${told.caseId}/history`)).body;
  expect(entries).toContainEqual(
    expect.objectContaining({
      type: "review.set-aside",
      facts: { slot, reviewerId, reason: "They sat on the board until June." },
    }),
  );
});
