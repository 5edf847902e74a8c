/** The branches of the voucher's story, each from its beginning to its end. */

import { dayOf } from "../day.ts";
import { cutStory } from "./cut-steps.ts";
import { inWales } from "./people.ts";
import { redressAsked, redressUpheld } from "./redress-steps.ts";
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "./voucher-steps.ts";
import { accepted, checked, paid, reported } from "./voucher-use-steps.ts";
import { until } from "./world.ts";

export interface Branch {
  name: string;
  what: string;
  /** Told in the cloud too. */
  cloud: boolean;
  tell(story: Story): Promise<string>;
}

/** The whole line: 10,000 € awarded, invoice of 10,000 instead of 12,500 pays 8,000; 2,000 return to the pot. */
async function redeemed(story: Story): Promise<string> {
  const told = await applied(story);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told);
  await released(story, told, "issued");
  await accepted(story, told);
  await reported(story, told, 1_000_000);
  await checked(story, told, 800_000);
  await paid(story, told, 800_000);
  await booksBalance(story, told.caseId, { disbursed: 800_000, available: -800_000 });
  await letters(story, told.caseId, ["receipt", "voucher", "payment-advice"]);
  return told.caseId;
}

/** What the case moved, from its postings alone; the park's keys must satisfy every identity. */
export async function booksBalance(story: Story, caseId: string, wanted: Record<string, number>): Promise<void> {
  await story.step("The books: every figure from postings", async () => {
    const finance = await story.as(story.people.finance);
    const mine = (await finance.get(`/api/cases/${caseId}/ledger`)).body.keys as CaseBody[];
    const balances = mine[0]?.balances as Record<string, number>;
    for (const [account, amount] of Object.entries(wanted)) {
      expect(balances[account] === amount, `${account} is ${amount}, not ${balances[account]}`);
    }
    expect(
      Object.values(balances).reduce((sum, amount) => sum + amount, 0) === 0,
      "the case's postings add up to zero",
    );
    const park = (await finance.get(`/api/parks/${story.park}/ledger`)).body.keys as CaseBody[];
    expect(
      park.every((key) => key.faults.length === 0),
      "no identity of the park's keys is broken",
    );
    return { evidence: `${mine[0]?.postings.length} postings, ${JSON.stringify(balances)}` };
  });
}

export async function letters(story: Story, caseId: string, kinds: readonly string[]): Promise<void> {
  await story.step("Letters: each once", async () => {
    const manager = await story.as(story.people.manager);
    const all = await until(`letters of ${kinds.join(", ")}, sent`, async () => {
      const found = (await manager.get(`/api/cases/${caseId}/letters`)).body.letters as CaseBody[];
      const sent = new Set(found.filter(({ status }) => status === "sent").map(({ kind }) => kind));
      return kinds.every((kind) => sent.has(kind)) ? found : undefined;
    });
    return { evidence: `${all.length} letters, ${kinds.join(", ")} among them` };
  });
}

async function rejected(story: Story): Promise<string> {
  const told = await applied(story);
  await screened(story, told);
  await reviewed(story, told, 2);
  await proposed(story, told, "reject");
  await approved(story, told);
  await released(story, told, "rejected");
  await letters(story, told.caseId, ["receipt", "decision-rejection"]);
  return told.caseId;
}

async function ineligible(story: Story): Promise<string> {
  const told = await applied(story);
  await screened(story, told, { outcome: "ineligible", reasons: "The service is outside the sectors of this call." });
  await story.step("A second person confirms", async () => {
    await story.caseUntil(story.people.secondManager, told.caseId, "the confirmation", (view) =>
      asked(view, "confirm-ineligible"),
    );
    const first = await story.as(story.people.manager);
    const own = await first.post(`/api/cases/${told.caseId}/ineligibility`, { noInterest: true, outcome: "confirmed" });
    expect(own.status === 403, `the screener may not confirm (answered ${own.status})`);
    const second = await story.as(story.people.secondManager);
    expectStatus(
      await second.post(`/api/cases/${told.caseId}/ineligibility`, { noInterest: true, outcome: "confirmed" }),
      200,
    );
    await story.caseUntil(story.people.manager, told.caseId, "ineligible", (view) => view.status === "ineligible");
    return { evidence: "ineligible; the screener was refused" };
  });
  await letters(story, told.caseId, ["ineligible"]);
  return told.caseId;
}

/** A question and its answer, then a declined approval that frees the money, then withdrawal. */
async function askedDeclinedWithdrawn(story: Story): Promise<string> {
  const told = await applied(story);
  await screened(story, told, { outcome: "ask", question: "Which assay will be validated?" });
  await story.step("SME answers the question", async () => {
    await story.caseUntil(story.people.sme, told.caseId, "the question", (view) => asked(view, "answer-question"));
    const sme = await story.as(story.people.sme);
    expectStatus(
      await sme.post(`/api/cases/${told.caseId}/answer`, { answer: "The activity assay of our dossier, annex 2." }),
      200,
    );
    return { evidence: "answered" };
  });
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told);
  await approved(story, told, "decline");
  await story.step("All reservations are freed together", async () => {
    const view = await story.caseUntil(
      story.people.manager,
      told.caseId,
      "the next proposal",
      (one) => one.status === "deciding" && asked(one, "propose"),
    );
    expect(
      (view.shares as CaseBody[]).every((share) => share.reserved === 0),
      "nothing stays reserved",
    );
    return { evidence: "back in deciding, reserved 0" };
  });
  await story.step("SME withdraws; nobody is asked any more", async () => {
    const sme = await story.as(story.people.sme);
    expectStatus(await sme.post(`/api/cases/${told.caseId}/withdrawal`, { reason: "We found another way." }), 200);
    const view = await story.caseUntil(
      story.people.manager,
      told.caseId,
      "withdrawn",
      (one) => one.status === "withdrawn",
    );
    expect(
      (view.tasks as CaseBody[]).every((task) => task.status !== "open"),
      "no task stays open",
    );
    return { evidence: "withdrawn" };
  });
  return told.caseId;
}

/** The line of the Welsh call up to the notification: £8,000 announced, reserved, not granted. */
async function announced(story: Story): Promise<Told> {
  const told = await applied(story, 1_000_000);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told, "award", 800_000);
  await approved(story, told);
  await released(story, told, "conditional");
  await booksBalance(story, told.caseId, { reserved: 800_000, available: -800_000 });
  return told;
}

/** Minimal financial assistance: notification, the applicant's statement, and only then the grant. */
async function conditional(given: Story): Promise<string> {
  const story = inWales(given);
  const told = await announced(story);
  const { caseId } = told;
  await story.step("SME states what it has had; the award is granted", async () => {
    const sme = await story.as(story.people.sme);
    const view = await story.caseUntil(story.people.sme, caseId, "the statement", (one) =>
      asked(one, "give-statement"),
    );
    expect(view.voucher === undefined, "nothing is granted before the statement");
    const declared = [{ grantor: "Cyllid Cymru", amount: 4_000_000, granted: dayBefore(story, 200) }];
    const unsigned = await sme.post(`/api/cases/${caseId}/statement`, { outcome: "given", declared, signed: false });
    expect(unsigned.status === 422, `an unsigned statement is refused (answered ${unsigned.status})`);
    expectStatus(await sme.post(`/api/cases/${caseId}/statement`, { outcome: "given", declared, signed: true }), 200);
    const issued = await story.caseUntil(story.people.sme, caseId, "the voucher", (one) => one.status === "issued");
    return { evidence: `gross ${issued.condition.gross.amount / 100} GBP, granted ${issued.condition.grantedAt}` };
  });
  await booksBalance(story, caseId, { committed: 800_000, reserved: 0 });
  await letters(story, caseId, ["mfa-notification", "mfa-confirmation", "voucher"]);
  return caseId;
}

/** The same, but the company refuses: the money is free again, and nothing was ever granted. */
async function lapsed(given: Story): Promise<string> {
  const story = inWales(given);
  const told = await announced(story);
  const { caseId } = told;
  await story.step("SME refuses; the award lapses", async () => {
    await story.caseUntil(story.people.sme, caseId, "the statement", (one) => asked(one, "give-statement"));
    const sme = await story.as(story.people.sme);
    expectStatus(await sme.post(`/api/cases/${caseId}/statement`, { outcome: "refused" }), 200);
    const view = await story.caseUntil(story.people.manager, caseId, "lapsed", (one) => one.status === "lapsed");
    expect(view.voucher === undefined, "no voucher was made");
    return { evidence: "lapsed, no voucher" };
  });
  await booksBalance(story, caseId, { reserved: 0, available: 0 });
  await letters(story, caseId, ["mfa-notification", "mfa-lapsed"]);
  return caseId;
}

async function redress(story: Story): Promise<string> {
  const told = await applied(story);
  await screened(story, told);
  await reviewed(story, told, 2);
  await proposed(story, told, "reject");
  await approved(story, told);
  await released(story, told, "rejected");
  await redressAsked(story, told);
  await redressUpheld(story, told);
  await reviewed(story, told);
  const { manager, secondManager } = story.people;
  const others = { ...story, people: { ...story.people, manager: secondManager, secondManager: manager } };
  await proposed(others, told);
  await approved(others, told);
  await released(others, told, "issued");
  await letters(story, told.caseId, ["decision-rejection", "redress", "decision-award", "voucher"]);
  return told.caseId;
}

async function cut(story: Story): Promise<string> {
  const { caseId } = await cutStory(story);
  await booksBalance(story, caseId, { disbursed: 800_000, committed: 0, payable: 0 });
  return caseId;
}

const dayBefore = ({ now }: Story, days: number) => dayOf(now(), -days);

export const voucherBranches: readonly Branch[] = [
  { name: "redeemed", what: "draft to bank booking", cloud: true, tell: redeemed },
  { name: "rejected", what: "a rejection, approved and released", cloud: true, tell: rejected },
  { name: "ineligible", what: "not eligible, confirmed by a second person", cloud: true, tell: ineligible },
  { name: "withdrawn", what: "question, declined approval, withdrawal", cloud: true, tell: askedDeclinedWithdrawn },
  { name: "conditional", what: "a UK grant: notification, statement, confirmation", cloud: true, tell: conditional },
  { name: "lapsed", what: "a UK grant refused before it is given", cloud: true, tell: lapsed },
  { name: "redress", what: "a rejection, redress upheld, another decision by others", cloud: true, tell: redress },
  { name: "cut", what: "a claim cut, redress upheld, what was cut paid too", cloud: false, tell: cut },
];

/** The path of a case as its own tasks wrote it: (state, slot, round, answer), sorted, since a Map has no order. */
export async function pathOf(story: Story, caseId: string): Promise<string[]> {
  const manager = await story.as(story.people.manager);
  const { body } = await manager.get(`/api/cases/${caseId}`);
  return (body.tasks as CaseBody[])
    .map((task) => `${String(task.path).split("~").slice(2).join("~")} ${task.outcome ?? task.status}`)
    .sort();
}
