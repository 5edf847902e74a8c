/** How a park pays a claim of which tax is kept back: two orders, two files, two bookings, and the slip that is wanted then. */
import { dayOf } from "../day.ts";
import type { Client } from "./client.ts";
import { sent, shareProven } from "./paper-steps.ts";
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import type { Told } from "./voucher-steps.ts";

export interface Part {
  /** A further claim follows. */
  readonly interim?: true;
  /** All on one invoice. */
  readonly lines: readonly { readonly workIn: string; readonly net: number }[];
  /** Of each line, where less is accepted. */
  readonly accepted?: readonly number[];
  /** What the company proved to have paid. */
  readonly paidByApplicant: number;
  readonly waiver?: { readonly reference: string; readonly percent: number };
  /** By hand. */
  readonly gross: number;
  readonly taxed: number;
  readonly tax: number;
  readonly net: number;
}

/** Today where the tax is owed. */
export const today = (story: Story, offset = 0) => dayOf(story.now(), offset, "America/Toronto");
export const text = ({ currency }: Story, amount: number) => `${(amount / 100).toFixed(2)} ${currency}`;

export const linesOf = (story: Story, { caseId }: Told, { lines }: Part, claim: number) =>
  lines.map(({ workIn, net }) => ({
    invoiceNumber: `MV-${caseId.slice(-7)}-${claim}`,
    invoiceDate: today(story),
    description: "Stability study",
    net: { amount: net, currency: story.currency },
    vat: { amount: 0, currency: story.currency },
    workIn,
  }));

export async function waiverFiled(story: Story, { caseId }: Told): Promise<void> {
  await story.step("The provider adds the authority's waiver", async () => {
    await story.caseUntil(story.people.provider, caseId, "the use task", (view) => asked(view, "use"));
    const provider = await story.as(story.people.provider);
    return { evidence: await sent(provider, caseId, "tax-waiver", "R105-2026-0417.pdf") };
  });
}

export async function claimed(story: Story, told: Told, part: Part, claim: number): Promise<void> {
  const { caseId } = told;
  await story.step(`Claim ${claim}: the provider says line by line where it worked; the SME confirms`, async () => {
    await story.caseUntil(story.people.provider, caseId, "the use task", (view) => asked(view, "use"));
    const provider = await story.as(story.people.provider);
    const filed = await provider.post(`/api/cases/${caseId}/report`, {
      report: "The series were measured as offered.",
      workFinishedOn: today(story),
      lines: linesOf(story, told, part, claim),
      interim: part.interim === true,
    });
    expectStatus(filed, 200);
    await story.caseUntil(story.people.sme, caseId, "the confirmation", (view) => asked(view, "confirm-service"));
    const sme = await story.as(story.people.sme);
    expectStatus(await sme.post(`/api/cases/${caseId}/confirmation`, { outcome: "confirmed" }), 200);
    return { evidence: part.lines.map(({ workIn, net }) => `${workIn} ${text(story, net)}`).join(", ") };
  });
  if (part.paidByApplicant > 0) await shareProven(story, told);
}

export async function cleared(story: Story, { caseId }: Told, part: Part, claim: number): Promise<void> {
  const { gross, taxed, tax, net, waiver, paidByApplicant } = part;
  await story.step(`Claim ${claim}: gross, tax and net before it is assessed; then finance clears`, async () => {
    await story.caseUntil(story.people.manager, caseId, "the claim check", (view) => asked(view, "check-claim"));
    const manager = await story.as(story.people.manager);
    const nets = part.accepted ?? part.lines.map((line) => line.net);
    const lines = nets.map((accepted, index) => ({ line: index + 1, net: accepted }));
    const given = { lines, paidByApplicant, ...(waiver === undefined ? {} : { waiver }) };
    const preview = await manager.post(`/api/cases/${caseId}/assessment/preview`, given);
    expectStatus(preview, 200);
    const reason = part.accepted === undefined ? "" : "The third series is not offered.";
    const [shown] = preview.body.withheld as CaseBody[];
    sameFigures(shown, { gross, taxed, tax, net });
    expect(shown?.["percent"] === (waiver?.percent ?? 15), `the percent is shown: ${shown?.["percent"]}`);
    expectStatus(await manager.post(`/api/cases/${caseId}/assessment`, { ...given, reason, noInterest: true }), 200);
    await story.caseUntil(story.people.finance, caseId, "the finance check", (view) => asked(view, "finance-check"));
    const finance = await story.as(story.people.finance);
    const check = { noInterest: true, outcome: "accepted" };
    expectStatus(await finance.post(`/api/cases/${caseId}/finance-check`, check), 200);
    const provider = await story.as(story.people.provider);
    const view = (await provider.get(`/api/cases/${caseId}`)).body as CaseBody;
    const [draw] = view["claims"].at(-1).draws as CaseBody[];
    sameFigures(draw, { amount: gross, taxed, withheld: tax });
    const by = waiver === undefined ? "Reg. 105, 15 %" : `waiver ${waiver.reference}, ${waiver.percent} %`;
    return { evidence: `${text(story, gross)} − ${text(story, tax)} (${by}) = ${text(story, net)}` };
  });
}

export async function paidOut(story: Story, told: Told, part: Part, claim: number, then: string): Promise<void> {
  const { caseId } = told;
  await story.step(`Claim ${claim}: net to the provider, tax to the authority, each booked`, async () => {
    await story.caseUntil(story.people.finance, caseId, "the payment task", (view) => asked(view, "pay"));
    const finance = await story.as(story.people.finance);
    const { body } = await finance.get(`/api/parks/${story.park}/payments`);
    const orders = (body.waiting as CaseBody[]).filter((order) => order["caseId"] === caseId);
    const amounts = Object.fromEntries(orders.map(({ purpose, amount }) => [purpose, amount.amount]));
    sameFigures(amounts, { payee: part.net, tax: part.tax });
    expect(orders.length === 2, "nothing else waits");
    const files: string[] = [];
    for (const order of orders) files.push(await sendAndBook(story, finance, order));
    const view = await story.caseUntil(story.people.finance, caseId, then, (one) => one["status"] === then);
    const task = slipTasks(view).find(({ slot }) => slot === `${story.park}.${claim}`);
    expect(task !== undefined, `the slip is wanted: ${JSON.stringify(view["tasks"])}`);
    // The last of February of the next year, or up to three days later where that is no working day.
    const due = dayOf(Date.parse(task?.["due"]), 0, "America/Toronto");
    const year = Number(today(story).slice(0, 4)) + 1;
    expect(due >= `${year}-02-28` && due <= `${year}-03-03`, `the slip is due in ${year}: ${due}`);
    return { evidence: `${files.join("; ")}; slip by ${due}; ${then}` };
  });
}

/** A batch of two people with this one order, its file, and the bank's line. */
async function sendAndBook(story: Story, finance: Client, order: CaseBody): Promise<string> {
  const { endToEndId, amount, purpose, channel } = order;
  const path = `/api/parks/${story.park}/batches`;
  const prepare = (offset: number) =>
    finance.post(path, { endToEndIds: [endToEndId], executionDate: today(story, offset), noInterest: true });
  let prepared = await prepare(1);
  for (let offset = 2; prepared.body.code === "batch.no-working-day" && offset < 10; offset++)
    prepared = await prepare(offset);
  expectStatus(prepared, 201);
  const { batchId } = prepared.body;
  const second = await story.as(story.people.secondFinance);
  expectStatus(await second.post(`${path}/${batchId}/release`, { noInterest: true }), 200);
  const file = await finance.text(`${path}/${batchId}/file`);
  const whole = (amount.amount / 100).toFixed(2);
  expect(file.text.includes(whole), `the file says ${whole}`);
  expect(purpose === "payee" || file.text.includes("Receiver General"), "the tax goes to the authority");
  expectStatus(await finance.post(`${path}/${batchId}/sent`, {}), 200);
  const csv = `endToEndId,bookedOn,amount,currency,reference\n${endToEndId},${today(story)},${whole},${story.currency},RBC-${endToEndId}\n`;
  const statement = await finance.post(`/api/parks/${story.park}/statements`, { csv });
  expect(statement.body.lines?.[0]?.outcome === "booked", `booked: ${JSON.stringify(statement.body)}`);
  return `${endToEndId} ${whole} by ${channel}`;
}

export function slipTasks(view: CaseBody): CaseBody[] {
  return (view["tasks"] as CaseBody[]).filter(({ kind, status }) => kind === "file-slip" && status === "open");
}

/** Amounts of an answer, whether bare or with their currency, against those worked out by hand. */
export function sameFigures(found: CaseBody | undefined, wanted: Readonly<Record<string, number>>): void {
  for (const [name, amount] of Object.entries(wanted)) {
    const got = found?.[name]?.amount ?? found?.[name];
    expect(got === amount, `${name} is ${amount}, not ${got}`);
  }
}
