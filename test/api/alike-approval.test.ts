/** Approvals given together over HTTP: what forms a group, why the others stand by themselves, and that each is answered and recorded by itself. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import type { AlikeApprovals, ApprovalLine } from "@multihelix/core/view/alike-approvals.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { asked, expectStatus, type Story } from "../scenario/story.ts";
import { applied, proposed, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let api: OpenApi;
let story: Story;
/** Three as asked, one with conditions, one for less, one over the limit of the second factor. */
let plain: readonly Told[];
let conditioned: Told;
let lowered: Told;
let large: Told;

beforeAll(async () => {
  api = await openApi();
  story = api.story();
  const made: Told[] = [];
  for (const price of [1_000_000, 1_000_000, 900_000, 1_000_000, 1_000_000, 1_250_000]) {
    const told = await applied(story, price);
    await screened(story, told);
    await reviewed(story, told);
    made.push(told);
  }
  const [one, two, three, four, five, six] = made;
  if (!one || !two || !three || !four || !five || !six) throw new Error("six cases were made");
  [plain, conditioned, lowered, large] = [[one, two, three], four, five, six];
  await proposed(story, one, "award", 800_000);
  await proposed(story, two, "award", 800_000);
  await proposed(story, three, "award", 720_000);
  await proposeAgain(conditioned, "Only with a second series.");
  await proposed(story, lowered, "award", 700_000);
  await proposed(story, large, "award", 1_000_000);
  for (const { caseId } of made)
    await story.caseUntil(story.people.approver, caseId, "the approval task", (view) => asked(view, "approve"));
});

async function proposeAgain({ caseId }: Told, conditions: string): Promise<void> {
  await story.caseUntil(story.people.manager, caseId, "the proposal task", (view) => asked(view, "propose"));
  const manager = await story.as(story.people.manager);
  const award = { kind: "award", amount: { amount: 800_000, currency: "EUR" }, reasons: "Clear need." };
  const body = { noInterest: true, conditions, ...award };
  expectStatus(await manager.post(`/api/cases/${caseId}/proposal`, body), 200);
}

const look = async (persona = "limburg-approver"): Promise<AlikeApprovals> =>
  (await (await api.as(persona)).get("/api/my/approvals")).body;
const ids = (lines: readonly Pick<ApprovalLine, "caseId">[]) => lines.map(({ caseId }) => caseId).sort();
async function approve({ caseId, parkId, contentHash }: ApprovalLine) {
  const approver = await api.as("limburg-approver");
  const body = { noInterest: true, answer: "approve", contentHash };
  return approver.post(`/api/cases/${caseId}/approvals/${parkId}`, body);
}
const recorded = async ({ caseId }: { caseId: string }) =>
  (await api.deps.store.list("approval", { caseId: caseId as CaseId })).map(({ answer, contentHash }) => [
    answer,
    contentHash,
  ]);

test("what is as asked and as found forms one group with its sum; each other case says what differs", async () => {
  const { groups, apart } = await look();
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({ parkId: "limburg", sum: { amount: 2_320_000, currency: "EUR" } });
  expect(ids(groups[0]?.cases ?? [])).toEqual(ids(plain as readonly { caseId: CaseId }[]));
  expect(groups[0]?.cases.map(({ amount, score }) => [amount.amount, score]).sort()).toEqual([
    [720_000, 80],
    [800_000, 80],
    [800_000, 80],
  ]);
  const why = Object.fromEntries(apart.map((one) => [one.caseId, one.why]));
  expect(why).toEqual({
    [conditioned.caseId]: ["conditions"],
    [lowered.caseId]: ["amount-differs"],
    [large.caseId]: ["second-factor"],
  });
});

test("nobody else is shown a group: not who proposed, not another park's approver, not a visitor", async () => {
  for (const persona of ["limburg-manager", "wales-approver", "sme-owner"])
    expect(await look(persona), persona).toEqual({ groups: [], apart: [] });
  expect((await api.visitor().get("/api/my/approvals")).status).toBe(401);
});

test("one of three changes between the look and the answers: it is refused by itself, the two others are approved, each recorded with what was seen", async () => {
  const seen = (await look()).groups[0]?.cases ?? [];
  const changed = seen.find(({ caseId }) => caseId === plain[1]?.caseId);
  if (changed === undefined) throw new Error("the second case is in the group");
  const colleague = await api.as("limburg-second-approver");
  const question = { noInterest: true, answer: "ask", reason: "Which assay?" };
  expect((await colleague.post(`/api/cases/${changed.caseId}/approvals/limburg`, question)).status).toBe(200);
  await proposeAgain({ ...changed }, "With the validated assay.");
  await story.caseUntil(story.people.approver, changed.caseId, "the approval task", (view) => asked(view, "approve"));

  const outcomes = [];
  for (const line of seen) {
    const { status, body } = await approve(line);
    outcomes.push([line.caseId === changed.caseId, status, body.code ?? body.outcome]);
  }
  expect(outcomes.sort()).toEqual([
    [false, 200, "approve"],
    [false, 200, "approve"],
    [true, 409, "approval.content-changed"],
  ]);
  for (const line of seen)
    expect(await recorded(line)).toEqual(
      line === changed ? [["ask", changed.contentHash]] : [["approve", line.contentHash]],
    );
  const { groups, apart } = await look();
  expect(groups).toEqual([]);
  expect(apart.find(({ caseId }) => caseId === changed.caseId)?.why).toEqual(["conditions", "sent-back"]);
});
