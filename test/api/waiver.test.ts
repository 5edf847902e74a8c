/** A tax waiver that was filed with a claim, over HTTP: it counts for what redress claims anew of it, without being sent again. */
import { beforeAll, expect, test, vi } from "vitest";
import { cutAsked, heldAnew } from "../scenario/cut-steps.ts";
import { inSherbrooke } from "../scenario/people.ts";
import { asked, type CaseBody, type Story } from "../scenario/story.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { accepted } from "../scenario/voucher-use-steps.ts";
import { claimed, cleared, linesOf, type Part, paidOut, today, waiverFiled } from "../scenario/withheld-steps.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

const waiver = { reference: "R105-2026-0417", percent: 5 };

/** 7,000.00 of 10,000.00 are accepted; 75 % of that are paid; five sevenths for work in Canada; 5 % of that. */
const cut: Part = {
  lines: [
    { workIn: "CA", net: 800_000 },
    { workIn: "elsewhere", net: 200_000 },
  ],
  accepted: [500_000, 200_000],
  paidByApplicant: 175_000,
  waiver,
  gross: 525_000,
  taxed: 375_000,
  tax: 18_750,
  net: 506_250,
};

/** The 3,000.00 that were cut. */
const rest: Part = {
  lines: [{ workIn: "CA", net: 300_000 }],
  paidByApplicant: 75_000,
  waiver,
  gross: 225_000,
  taxed: 225_000,
  tax: 11_250,
  net: 213_750,
};

/** Two lines of one invoice are for work in two places. */
async function onePlaceRefused(story: Story, told: Told): Promise<void> {
  await story.caseUntil(story.people.provider, told.caseId, "the use task", (view) => asked(view, "use"));
  const provider = await story.as(story.people.provider);
  const lines = linesOf(story, told, cut, 1).map((line) => ({ ...line, workIn: "CA" }));
  const { workFinishedOn, report } = { workFinishedOn: today(story), report: "Measured." };
  const { status, body } = await provider.post(`/api/cases/${told.caseId}/report`, { report, workFinishedOn, lines });
  expect([status, body.code]).toEqual([422, "claim.lines"]);
  expect(body.detail).toContain("The invoice of line 2 is there already. Two lines of one invoice are for work in two");
}

test("an invoice for work in two places has two lines; a waiver filed with a claim that was cut lowers the tax on what redress claims anew of it", async () => {
  const story = inSherbrooke(api.story());
  const told = await applied(story, 1_200_000);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told, undefined, 900_000);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  await waiverFiled(story, told);
  await onePlaceRefused(story, told);
  await claimed(story, told, cut, 1);
  await cleared(story, told, cut, 1);
  await paidOut(story, told, cut, 1, "redeemed");
  await cutAsked(story, told);
  const others = await heldAnew(story, told, rest.gross);
  await cleared(others, told, rest, 2);
  const manager = await others.as(others.people.manager);
  const [first, supplement] = (await manager.get(`/api/cases/${told.caseId}`)).body["claims"] as CaseBody[];
  expect([first, supplement].map((claim) => claim?.["assessment"].withholding[0].waiver)).toEqual([waiver, waiver]);
  await paidOut(others, told, rest, 2, "redeemed");
});
