/** Tax that a Canadian park keeps back from a laboratory abroad, over two claims; every figure stands here as it was worked out by hand. */
import { inSherbrooke } from "./people.ts";
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import type { Branch } from "./voucher.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "./voucher-steps.ts";
import { accepted } from "./voucher-use-steps.ts";
import {
  claimed,
  cleared,
  linesOf,
  type Part,
  paidOut,
  sameFigures,
  slipTasks,
  text,
  today,
  waiverFiled,
} from "./withheld-steps.ts";
import { until } from "./world.ts";

/** An offer of 12,000.00 at 75 %. */
const [price, award] = [1_200_000, 900_000];

/** 75 % of 8,000.00 is 6,000.00; three quarters of the cost was work in Canada: 4,500.00; 15 % of that is 675.00. */
const first: Part = {
  interim: true,
  lines: [
    { workIn: "CA", net: 600_000 },
    { workIn: "elsewhere", net: 200_000 },
  ],
  paidByApplicant: 0,
  gross: 600_000,
  taxed: 450_000,
  tax: 67_500,
  net: 532_500,
};

/** The rest of the award, 3,000.00, all for work in Canada; by the waiver 5 % of it, 150.00. Own share of both: 25 % of 12,000.00. */
const last: Part = {
  lines: [{ workIn: "CA", net: 400_000 }],
  paidByApplicant: 300_000,
  waiver: { reference: "R105-2026-0417", percent: 5 },
  gross: 300_000,
  taxed: 300_000,
  tax: 15_000,
  net: 285_000,
};

async function withheld(story: Story): Promise<string> {
  const told = await applied(story, price);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told, undefined, award);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  await placesAsked(story, told);
  await claimed(story, told, first, 1);
  await cleared(story, told, first, 1);
  await paidOut(story, told, first, 1, "in-use");
  await waiverFiled(story, told);
  await claimed(story, told, last, 2);
  await cleared(story, told, last, 2);
  await paidOut(story, told, last, 2, "redeemed");
  await booked(story, told);
  await slipsFiled(story, told);
  return told.caseId;
}

async function placesAsked(story: Story, told: Told): Promise<void> {
  await story.step("A report that does not say where the work was done is refused", async () => {
    await story.caseUntil(story.people.provider, told.caseId, "the use task", (view) => asked(view, "use"));
    const provider = await story.as(story.people.provider);
    const lines = linesOf(story, told, first, 1).map(({ workIn: _, ...line }) => line);
    const report = { report: "Two of three series.", workFinishedOn: today(story), lines, interim: true };
    const { body } = await provider.post(`/api/cases/${told.caseId}/report`, report);
    expect(body.code === "claim.place-missing", `refused: ${JSON.stringify(body)}`);
    return { evidence: body.detail };
  });
}

async function booked(story: Story, { caseId }: Told): Promise<void> {
  await story.step("The books: the award's use is gross, the tax a part of it", async () => {
    const finance = await story.as(story.people.finance);
    const [key] = (await finance.get(`/api/cases/${caseId}/ledger`)).body.keys as CaseBody[];
    if (key === undefined) throw new Error("the case has no key");
    sameFigures(key["balances"], { available: -award, committed: 0, payable: 0, disbursed: award });
    const paid = (key["postings"] as CaseBody[]).filter(({ to }) => to === "disbursed");
    const taxes = paid.filter(({ memo }) => String(memo).startsWith("tax "));
    const sumOf = (postings: CaseBody[]) => postings.reduce((sum, { amount }) => sum + amount, 0);
    const [wholeTax, wholeNet] = [first.tax + last.tax, first.net + last.net];
    expect(sumOf(taxes) === wholeTax, `tax of both claims: ${sumOf(taxes)}`);
    expect(sumOf(paid) - sumOf(taxes) === wholeNet, `net of both claims: ${sumOf(paid) - sumOf(taxes)}`);
    const park = (await finance.get(`/api/parks/${story.park}/ledger`)).body.keys as CaseBody[];
    expect(
      park.every(({ faults }) => faults.length === 0),
      "no identity of the park's keys is broken",
    );
    return { evidence: `${text(story, award)} = ${text(story, wholeNet)} + ${text(story, wholeTax)} tax` };
  });
  await story.step("The provider's letters say what was kept back", async () => {
    const mails = await until("the letters", async () => {
      const all = await story.world.mails(story.people.provider);
      const about = (tax: string) => all.find((mail) => mail.text.includes(tax));
      // The provider reads Swedish.
      const found = [about("675,00"), about("150,00")];
      return found.every((mail) => mail !== undefined) ? found : undefined;
    });
    return { evidence: mails.map((mail) => `“${mail?.subject}”`).join(", ") };
  });
}

async function slipsFiled(story: Story, { caseId }: Told): Promise<void> {
  await story.step("Both slips are filed with the authority's confirmation", async () => {
    const finance = await story.as(story.people.finance);
    for (const claim of [1, 2]) {
      const confirmation = `NR4-${claim}-0093`;
      const slip = { parkId: story.park, claim, confirmation, filedOn: today(story), noInterest: true };
      expectStatus(await finance.post(`/api/cases/${caseId}/slips`, slip), 201);
    }
    const view = (await finance.get(`/api/cases/${caseId}`)).body as CaseBody;
    expect(slipTasks(view).length === 0, "no slip is wanted any more");
    const slips = (view["claims"] as CaseBody[]).flatMap(({ slips: filed }) => filed as CaseBody[]);
    return { evidence: slips.map(({ form, year, confirmation }) => `${form} ${year} ${confirmation}`).join(", ") };
  });
}

export const withheldBranch: Branch = {
  name: "withheld",
  what: "a laboratory in Lund works in Canada: 15 % kept back, then 5 % by a waiver, each remitted, each with its slip",
  cloud: false,
  tell: (story) => withheld(inSherbrooke(story)),
};
