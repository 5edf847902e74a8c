/** The acts of a voucher's life, each as its person does it over HTTP; branches combine them. */
import { randomUUID } from "node:crypto";
import { dayOf } from "../day.ts";
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";

export interface Told {
  caseId: string;
  reference: string;
}

const day = ({ now }: Story, offset: number) => dayOf(now(), offset);
const money = ({ currency }: Story, amount: number) => ({ amount, currency });

/** Draft, offer and submission: 10,000.00 € at 80 % of an offer of 12,500.00 € unless told otherwise. */
export async function applied(story: Story, price = 1_250_000): Promise<Told> {
  const sme = await story.as(story.people.sme);
  const told = await story.step<Told>("SME starts an application", async () => {
    const { body } = await sme.get("/api/calls");
    const call = (body.calls as CaseBody[]).find((one) => one.code === story.people.callCode);
    expect(call !== undefined && call.state === "open", `call ${story.people.callCode} is open`);
    const me = await sme.get("/api/session");
    const started = await sme.post("/api/cases", {
      callId: call?.callId,
      organisationId: me.body.me.memberships[0].organisationId,
    });
    expectStatus(started, 201);
    return { evidence: started.body.reference, value: started.body };
  });
  if (told === undefined) throw new Error("no application was started");
  const { caseId } = told;
  await story.step("SME fills in four sections", async () => {
    const sections = sectionsOf(story, told.reference);
    for (const [section, data] of Object.entries(sections))
      expectStatus(await sme.put(`/api/cases/${caseId}/sections/${section}`, { data }), 200);
    return { evidence: Object.keys(sections).join(", ") };
  });
  await story.step("SME invites a provider in Lund", async () => {
    const { body } = await sme.get(`/api/providers?search=${encodeURIComponent(story.people.providerSearch)}`);
    const [provider] = body.providers as CaseBody[];
    expect(provider !== undefined, "the provider is listed");
    expectStatus(await sme.post(`/api/cases/${caseId}/provider`, { organisationId: provider?.organisationId }), 200);
    return { evidence: provider?.name };
  });
  await story.step("Provider confirms the offer", async () => {
    const provider = await story.as(story.people.provider);
    const offer = {
      scope: "Stability study of a lyophilised enzyme at three temperatures over eight weeks.",
      price: money(story, price),
      startsOn: day(story, 30),
      endsOn: day(story, 120),
      independent: true,
      priceBasis: "market-price",
    };
    expectStatus(await provider.post(`/api/cases/${caseId}/offer`, { content: offer }), 200);
    return { evidence: `${price / 100} ${story.currency}` };
  });
  await story.step("SME checks: no requirement fails", async () => {
    const { body } = await sme.get(`/api/cases/${caseId}/check`);
    const failing = (body.requirements as CaseBody[]).filter((one) => !one.ok);
    expect(failing.length === 0, `every requirement holds, but: ${JSON.stringify(failing)}`);
    return { evidence: `${body.requirements.length} requirements hold` };
  });
  await story.step("SME submits", async () => {
    const key = randomUUID();
    const submitted = await sme.post(`/api/cases/${caseId}/submission`, {}, key);
    expectStatus(submitted, 200);
    const again = await sme.post(`/api/cases/${caseId}/submission`, {}, key);
    expect(JSON.stringify(again.body) === JSON.stringify(submitted.body), "the same key gives the same receipt");
    return { evidence: `receipt ${String(submitted.body.contentHash).slice(0, 12)}…` };
  });
  return told;
}

/** Enzyme lots that nobody else has measured. */
export function lotsOf(reference: string): string {
  const lot = reference.split("-").at(-1) ?? "";
  return `Enzyme lots ${lot}1, ${lot}2, ${lot}3 and ${lot}4.`;
}

/** @param reference for a service of its own: the same one from the same provider is not paid twice. */
const sectionsOf = (story: Story, reference: string) => ({
  project: {
    title: "Shelf life of a lyophilised enzyme",
    summary:
      "We want to know how long our enzyme keeps its activity outside the cold chain, so that clinics without freezers can use the test.",
    need: lotsOf(reference),
    effect: "A shelf life of twelve months at room temperature opens three markets and lets us hire two people.",
  },
  company: {
    headcount: 12,
    turnover: 140_000_000,
    balanceSheet: 90_000_000,
    inDifficulty: false,
    outstandingRecovery: false,
  },
  aid: { declared: [{ grantor: "VLAIO", amount: 2_500_000, granted: day(story, -400) }], signed: true },
  declarations: { notBegun: true, noDoubleFunding: true, noExport: true, truthful: true },
});

export async function screened(
  story: Story,
  { caseId }: Told,
  answer: Record<string, unknown> = { outcome: "eligible" },
): Promise<void> {
  await story.step(`Manager screens: ${String(answer["outcome"])}`, async () => {
    await story.caseUntil(story.people.manager, caseId, "a screening task", (view) => asked(view, "screen"));
    const manager = await story.as(story.people.manager);
    expectStatus(await manager.post(`/api/cases/${caseId}/screening`, { noInterest: true, ...answer }), 200);
    return { evidence: "answered" };
  });
}

/** Every open slot declares and reviews with these marks. */
export async function reviewed(story: Story, { caseId }: Told, score = 4): Promise<void> {
  const view = await story.caseUntil(story.people.manager, caseId, "invited reviewers", (one) => asked(one, "declare"));
  for (const slot of (view.slots as CaseBody[]).filter((one) => one.status === "invited")) {
    const email = story.people.reviewers[String(slot.reviewerId)];
    if (email === undefined) throw new Error(`reviewer ${String(slot.reviewerId)} is not among the story's people`);
    await story.step(`Reviewer of ${String(slot.reviewerPark ?? "no park")} declares and reviews`, async () => {
      const reviewer = await story.as(email);
      await story.caseUntil(email, caseId, "the invitation", (one) => asked(one, "declare", slot.slot));
      expectStatus(
        await reviewer.post(`/api/cases/${caseId}/slots/${slot.slot}/declaration`, { outcome: "accepted" }),
        200,
      );
      await story.caseUntil(email, caseId, "the review task", (one) => asked(one, "review", slot.slot));
      const marks = ["relevance", "quality", "effect", "value"].map((criterion) => ({
        criterion,
        score,
        toApplicant: `Good reasons for ${criterion}.`,
        toPark: "",
      }));
      expectStatus(
        await reviewer.post(`/api/cases/${caseId}/slots/${slot.slot}/review`, { marks, confidence: 3 }),
        200,
      );
      return { evidence: `${email}: ${score}/5 on four criteria` };
    });
  }
}

export async function proposed(
  story: Story,
  { caseId }: Told,
  kind: "award" | "reject" = "award",
  amount = 1_000_000,
): Promise<void> {
  await story.step(`Manager proposes: ${kind}`, async () => {
    await story.caseUntil(story.people.manager, caseId, "the proposal task", (view) => asked(view, "propose"));
    const manager = await story.as(story.people.manager);
    const input = {
      noInterest: true,
      kind,
      conditions: "",
      reasons: kind === "award" ? "Clear need, right provider." : "The effect is not shown.",
      ...(kind === "award" ? { amount: money(story, amount) } : {}),
    };
    expectStatus(await manager.post(`/api/cases/${caseId}/proposal`, input), 200);
    const { body } = await manager.get(`/api/cases/${caseId}`);
    return {
      evidence: kind === "award" ? `reserved ${body.shares[0].reserved / 100} ${story.currency}` : "nothing reserved",
    };
  });
}

export async function approved(
  story: Story,
  { caseId }: Told,
  answer: "approve" | "decline" = "approve",
): Promise<void> {
  await story.step(`Approver answers: ${answer}`, async () => {
    await story.caseUntil(story.people.approver, caseId, "the approval task", (view) =>
      asked(view, "approve", story.park),
    );
    const approver = await story.as(story.people.approver);
    expectStatus(
      await approver.post(`/api/cases/${caseId}/approvals/${story.park}`, {
        noInterest: true,
        answer,
        reason: answer === "approve" ? "" : "Ask for a smaller scope.",
      }),
      200,
    );
    return { evidence: story.people.approver };
  });
}

export async function released(
  story: Story,
  { caseId }: Told,
  status: "issued" | "rejected" | "conditional",
): Promise<void> {
  await story.step("A second manager releases", async () => {
    await story.caseUntil(story.people.secondManager, caseId, "the release task", (view) => asked(view, "release"));
    const proposer = await story.as(story.people.manager);
    const own = await proposer.post(`/api/cases/${caseId}/release`, { noInterest: true });
    expect(own.status === 403, `the proposer may not release (answered ${own.status})`);
    const second = await story.as(story.people.secondManager);
    expectStatus(await second.post(`/api/cases/${caseId}/release`, { noInterest: true }), 200);
    await story.caseUntil(story.people.secondManager, caseId, status, (view) => view.status === status);
    return { evidence: `${status}; the proposer was refused` };
  });
}
