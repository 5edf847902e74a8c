/** The branch in which the work becomes another: described anew with everybody's agreement, then claimed and paid as awarded. */
import { dayOf } from "../day.ts";
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import { type Branch, booksBalance, letters } from "./voucher.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "./voucher-steps.ts";
import { accepted, checked, paid, reported } from "./voucher-use-steps.ts";

const scope = "Two series of measurements on tissue instead of three on cells, with the same report.";

async function described(story: Story, { caseId }: Told): Promise<void> {
  const { people } = story;
  await story.step("SME proposes another description of the service", async () => {
    await story.caseUntil(people.provider, caseId, "the use task", (view) => asked(view, "use"));
    const sme = await story.as(people.sme);
    const days = { startsOn: dayOf(story.now()), endsOn: dayOf(story.now(), 60) };
    const proposal = { scope, days, reasons: "The cell line is not there any more." };
    expectStatus(await sme.post(`/api/cases/${caseId}/scope-proposal`, proposal), 200);
    return { evidence: `${days.startsOn} to ${days.endsOn}` };
  });
  const hashFor = async (email: string) => {
    const view = await story.caseUntil(email, caseId, "its task", (one) => asked(one, "confirm-change"));
    return view["voucher"].scopeChange.contentHash as string;
  };
  await story.step("Provider agrees to it", async () => {
    const contentHash = await hashFor(people.provider);
    const provider = await story.as(people.provider);
    const answer = { party: "provider", contentHash, answer: "agree" };
    expectStatus(await provider.post(`/api/cases/${caseId}/scope-answer`, answer), 200);
    return { evidence: people.provider };
  });
  await story.step("Manager agrees for the park; the offer stays as it was frozen", async () => {
    const contentHash = await hashFor(people.manager);
    const manager = await story.as(people.manager);
    const before = (await manager.get(`/api/cases/${caseId}`)).body as CaseBody;
    const decision = { contentHash, reasons: "It is within the call.", noInterest: true };
    expectStatus(await manager.post(`/api/cases/${caseId}/scope-decision`, decision), 200);
    const after = (await manager.get(`/api/cases/${caseId}`)).body as CaseBody;
    expect(after["voucher"].scopes[0].scope === scope, "the description in force is the one that was agreed");
    expect(JSON.stringify(after["offer"]) === JSON.stringify(before["offer"]), "the offer is as it was");
    expect(after["voucher"].value.amount === before["voucher"].value.amount, "the value is as it was");
    return { evidence: people.manager };
  });
}

async function tell(story: Story): Promise<string> {
  const told = await applied(story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  await described(story, told);
  await reported(story, told, 1_000_000);
  await checked(story, told, 800_000);
  await paid(story, told, 800_000);
  await booksBalance(story, told.caseId, { disbursed: 800_000, available: -800_000 });
  await letters(story, told.caseId, ["scope-change", "payment-advice"]);
  return told.caseId;
}

export const scopeBranches: readonly Branch[] = [
  { name: "scope", what: "the service described anew by all who must agree, then paid", cloud: false, tell },
];
