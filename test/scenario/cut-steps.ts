/** A claim that is cut, and redress of whoever is paid against it, over HTTP: each act as its person does it. */
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "./voucher-steps.ts";
import { accepted, checked, paid, reported } from "./voucher-use-steps.ts";

/** A claim is cut, the provider asks, an officer upholds, others check what was cut, and it is paid too. */
export async function cutStory(story: Story): Promise<Told> {
  const told = await applied(story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  await reported(story, told);
  await checkedInPart(story, told, 750_000);
  await cutAsked(story, told);
  await paid(story, told, 600_000);
  await cutUpheld(story, told, 200_000);
  return told;
}

/** The manager accepts `net` of the one line and says why; finance clears it: 80 % is payable. */
export async function checkedInPart(story: Story, { caseId }: Told, net: number): Promise<void> {
  await story.step("Manager accepts less than was claimed, and says why; finance clears it", async () => {
    await story.caseUntil(story.people.manager, caseId, "the claim check", (view) => asked(view, "check-claim"));
    const manager = await story.as(story.people.manager);
    const lines = [{ line: 1, net }];
    const assessment = {
      noInterest: true,
      lines,
      paidByApplicant: net / 5,
      reason: "The third series is not offered.",
    };
    expectStatus(await manager.post(`/api/cases/${caseId}/assessment`, assessment), 200);
    await story.caseUntil(story.people.finance, caseId, "the finance check", (view) => asked(view, "finance-check"));
    const finance = await story.as(story.people.finance);
    const cleared = { noInterest: true, outcome: "accepted" };
    expectStatus(await finance.post(`/api/cases/${caseId}/finance-check`, cleared), 200);
    return { evidence: `${net / 100} ${story.currency} accepted` };
  });
}

/** The provider, who is paid, asks; the company, which is not, sees nothing of it. */
export async function cutAsked(story: Story, { caseId }: Told): Promise<void> {
  await story.step(
    "Provider opens the letter and asks for redress against the cut, while it is still paid",
    async () => {
      const provider = await story.as(story.people.provider);
      const path = `/api/cases/${caseId}`;
      const { letters } = (await provider.get(`${path}/letters`)).body;
      const decision = (letters as CaseBody[]).find(({ kind }) => kind === "claim-decision");
      expectStatus(await provider.post(`${path}/letters/${decision?.letterId}/opening`, {}), 200);
      const before = (await provider.get(`${path}/redress`)).body;
      expect(before.may === true && before.asks[0]?.against === "claim-cut", `may ask: ${JSON.stringify(before)}`);
      const request = { against: "claim-cut", ground: "fact-overlooked", reasons: "Annex 2 names three series." };
      const sme = await story.as(story.people.sme);
      const foreign = await sme.post(`${path}/redress`, request);
      expect(foreign.status === 403, `the company may not ask (answered ${foreign.status})`);
      expectStatus(await provider.post(`${path}/redress`, request), 200);
      expect((await sme.get(`${path}/redress`)).body.redress === undefined, "the company is not told");
      return { evidence: `until ${before.until}` };
    },
  );
}

/** Admitted and upheld by somebody without part in it; others check what was cut, and it is paid. */
export async function cutUpheld(story: Story, told: Told, amount: number): Promise<void> {
  const others = await heldAnew(story, told, amount);
  await checked(others, told, amount);
  await paid(others, told, amount);
}

/** Admitted and upheld: `amount` is held for what was cut. Gives the story of the others who check it. */
export async function heldAnew(story: Story, { caseId }: Told, amount: number): Promise<Story> {
  const officer = await story.as(story.people.redress);
  const path = `/api/cases/${caseId}/redress`;
  await story.step("Redress officer admits it and upholds it: what was cut is a claim of its own", async () => {
    const admitted = { noInterest: true, outcome: "admitted", reasons: "" };
    await story.caseUntil(story.people.redress, caseId, "the admission", (view) => asked(view, "admit-redress"));
    expectStatus(await officer.post(`${path}/admission`, admitted), 200);
    await story.caseUntil(story.people.redress, caseId, "the outcome", (view) => asked(view, "decide-redress"));
    const upheld = { noInterest: true, outcome: "upheld", reasons: "Annex 2 was not read." };
    expectStatus(await officer.post(`${path}/outcome`, upheld), 200);
    const view = await story.caseUntil(story.people.manager, caseId, "the check", (one) => asked(one, "check-claim"));
    expect(view.claims.at(-1).supplementTo === 1, "it is what was cut of claim 1");
    expect(view.voucher.left.amount === amount, `${amount} is held for it, not ${view.voucher.left.amount}`);
    const first = await story.as(story.people.manager);
    const lines = [{ line: 1, net: view.claims.at(-1).lines[0].net.amount }];
    const own = await first.post(`/api/cases/${caseId}/assessment`, { noInterest: true, lines, paidByApplicant: 0 });
    expect(own.status === 403, `who cut it may not check it again (answered ${own.status})`);
    return { evidence: `${amount / 100} ${story.currency} held` };
  });
  const { manager, secondManager, finance, secondFinance } = story.people;
  const swapped = { manager: secondManager, secondManager: manager, finance: secondFinance, secondFinance: finance };
  return { ...story, people: { ...story.people, ...swapped } };
}
