/** The branch of a call with a deadline: changed and asked about while it is open, ranked, the ranking superseded, large awards approved twice, everything released together. */

import { demoPeople } from "@multihelix/local/seed/seed-steps.ts";
import { amended, answered, published, written } from "./call-steps.ts";
import { cameInAnew, canWait, later } from "./later.ts";
import { people } from "./people.ts";
import { shown } from "./selection-steps.ts";
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import type { Branch } from "./voucher.ts";
import { applied, approved, proposed, reviewed, screened, type Told } from "./voucher-steps.ts";
import { until } from "./world.ts";

const sure = { noInterest: true };
/** Over 120,000.00 kr Lund approves twice: approver, then finance. */
const [price, award] = [17_500_000, 13_000_000];
const emailOf = (persona: string) => demoPeople.find((one) => one.persona === persona)?.email ?? "";

/** Told in Lund, by its staff; whoever acts comes in when they first do, whatever the clock says by then. */
function inLund(story: Story, callCode: string): Story {
  const lundPeople = {
    ...people,
    callCode,
    sme: emailOf("lund-sme-owner"),
    manager: emailOf("lund-manager"),
    secondManager: emailOf("lund-second-manager"),
    approver: emailOf("lund-approver"),
    finance: emailOf("lund-finance"),
    secondFinance: emailOf("lund-second-finance"),
    redress: emailOf("lund-redress"),
  };
  return { ...story, people: lundPeople, park: "lund", currency: "SEK" };
}

async function ranked(given: Story): Promise<string> {
  const code = "LUN-V29";
  const open = inLund(canWait(given) ? cameInAnew(given) : given, code);
  const callId = await published(open, code);
  const closes = await amended(open, callId);
  await answered(open, callId);
  const [best, good] = [await applied(open, price), await applied(open, price)];
  for (const told of [best, good]) await screened(open, told);
  await written(open, [best, good]);
  // Elsewhere nobody may turn the clock, and the call stays open.
  if (!canWait(given)) return best.caseId;
  const story = await later(open, closes + 3_600_000);
  await assigned(story, callId);
  await reviewed(story, best, 5);
  await reviewed(story, good, 4);
  await rankedTwice(story, callId, [best, good]);
  await proposed(story, best, "award", award);
  await proposed(story, good, "reject");
  await approvedTwice(story, best);
  await approved(story, good);
  await releasedTogether(story, callId, [best, good]);
  await lapsedInSilence(story, best);
  return best.caseId;
}

async function assigned(story: Story, callId: string): Promise<void> {
  await story.step("It has closed; all its cases are assigned together", async () => {
    const manager = await story.as(story.people.manager);
    const path = `/api/calls/${callId}/assignment-runs`;
    const made = await until("the call to close", async () => {
      const begun = await manager.post(path, { ...sure, least: 0 });
      return begun.status === 201 ? begun : undefined;
    });
    const { runId } = made.body;
    const { runs } = await shown(story, story.people.manager, path, "the plan", (body) =>
      body["runs"].some((one: CaseBody) => one["runId"] === runId && one["state"] === "ready"),
    );
    expectStatus(await manager.post(`${path}/${runId}/publication`, { ...sure, round: runs[0].round }), 200);
    return { evidence: runId };
  });
}

async function rankedTwice(story: Story, callId: string, told: readonly Told[]): Promise<void> {
  const path = `/api/calls/${callId}/ranking`;
  await story.step("Ranking frozen, superseded by two managers with a reason, frozen again", async () => {
    const [manager, second] = [await story.as(story.people.manager), await story.as(story.people.secondManager)];
    await shown(story, story.people.manager, path, "the ranking to be ready", ({ freeze }) => freeze.state === "ready");
    expectStatus(await manager.post(`${path}/freeze`, sure), 200);
    await everyCase(story, told, "propose");
    const why = { ...sure, round: 1, reason: "A criterion was weighed wrongly." };
    expectStatus(await manager.post(`${path}/superseding`, why), 200);
    const answer = { ...sure, round: 1, outcome: "confirm" };
    const own = await manager.post(`${path}/superseding/answer`, answer);
    expect(own.status === 403, `who proposed it may not confirm it (answered ${own.status})`);
    expectStatus(await second.post(`${path}/superseding/answer`, answer), 200);
    await everyCase(story, told, "await-ranking");
    expectStatus(await second.post(`${path}/freeze`, sure), 200);
    const { versions } = (await manager.get(`${path}/versions`)).body;
    expect(versions.length === 2 && versions[0].superseded?.cause === "managers", "two versions, one superseded");
    return { evidence: "version 2 counts" };
  });
}

async function everyCase(story: Story, told: readonly Told[], kind: string): Promise<void> {
  for (const { caseId } of told)
    await story.caseUntil(story.people.manager, caseId, `${kind} of every case`, (view) => asked(view, kind));
}

async function approvedTwice(story: Story, { caseId }: Told): Promise<void> {
  const path = `/api/cases/${caseId}/approvals/${story.park}`;
  const yes = { ...sure, answer: "approve", reason: "" };
  await story.step("Two approvals, one after the other: finance waits for the approver", async () => {
    const { approver, finance } = story.people;
    await story.caseUntil(approver, caseId, "the approval", (view) => asked(view, "approve", story.park));
    const early = await (await story.as(finance)).post(path, yes);
    expect(early.status === 403, `finance is not asked yet (answered ${early.status})`);
    expectStatus(await (await story.as(approver)).post(path, yes), 200);
    await story.caseUntil(finance, caseId, "the second approval", (view) => asked(view, "approve", story.park));
    expectStatus(await (await story.as(finance)).post(path, yes), 200);
    return { evidence: `${approver}, then ${finance}` };
  });
}

async function releasedTogether(story: Story, callId: string, told: readonly Told[]): Promise<void> {
  await story.step("An award and a rejection are released together, letters delivered", async () => {
    const { secondManager } = story.people;
    const path = `/api/calls/${callId}/releases`;
    const desk = await shown(story, secondManager, path, "the decisions", ({ ready }) => ready.length === told.length);
    const cases = (desk["ready"] as CaseBody[]).map(({ caseId, hash }) => ({ caseId, hash }));
    expectStatus(await (await story.as(secondManager)).post(path, { ...sure, cases }), 201);
    const states = await Promise.all(
      told.map(({ caseId }) =>
        story.caseUntil(secondManager, caseId, "its decision", ({ status }) => ["issued", "rejected"].includes(status)),
      ),
    );
    for (const { caseId } of told)
      await shown(story, secondManager, `/api/cases/${caseId}/letters`, "its letter", ({ letters }) =>
        letters.some(({ kind, status }: CaseBody) => String(kind).startsWith("decision-") && status === "sent"),
      );
    return { evidence: states.map(({ status }) => status).join(", ") };
  });
}

/** Thirty days in which nobody accepts the terms. */
async function lapsedInSilence(before: Story, { caseId }: Told): Promise<void> {
  // The thirty days begin when both are asked, a moment after the release.
  await before.caseUntil(before.people.manager, caseId, "the terms", (view) =>
    ["applicant", "provider"].every((party) => asked(view, "accept", party)),
  );
  const story = await later(before, before.now() + 35 * 86_400_000);
  await story.step("Nobody accepts the terms: the voucher lapses, its money is free again", async () => {
    await story.caseUntil(story.people.manager, caseId, "lapsed", ({ status }) => status === "lapsed");
    const { keys } = (await (await story.as(story.people.finance)).get(`/api/cases/${caseId}/ledger`)).body;
    expect(keys[0].balances.committed === 0 && keys[0].balances.reserved === 0, "nothing is held for it");
    return { evidence: "lapsed" };
  });
}

export const rankedBranches: readonly Branch[] = [
  {
    name: "ranked",
    what: "a call changed while open, asked about, ranked, superseded, approved twice, released together, lapsed in silence",
    cloud: false,
    tell: ranked,
  },
];
