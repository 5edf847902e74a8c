/** The second half of a voucher's life, from the terms to the bank's booking. */

import { dayOf } from "../day.ts";
import type { Answer, Body } from "./client.ts";
import { shareProven } from "./paper-steps.ts";
import { asked, type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import type { Told } from "./voucher-steps.ts";

const money = ({ currency }: Story, amount: number) => ({ amount, currency });
const day = ({ now }: Story, offset: number) => dayOf(now(), offset);
/** Where it is paid. */
const today = ({ now, park }: Story) => dayOf(now(), 0, park === "wales" ? "Europe/London" : "Europe/Brussels");

export async function accepted(story: Story, { caseId }: Told): Promise<void> {
  for (const [party, email] of [
    ["applicant", story.people.sme],
    ["provider", story.people.provider],
  ] as const) {
    await story.step(`Terms accepted by the ${party}`, async () => {
      await story.caseUntil(email, caseId, "the terms", (view) => asked(view, "accept", party));
      const client = await story.as(email);
      expectStatus(await client.post(`/api/cases/${caseId}/acceptance`, { party }), 200);
      return { evidence: email };
    });
  }
}

/** Report and claim of `net` minor units; the SME confirms. */
export async function reported(story: Story, { caseId }: Told, net = 1_000_000): Promise<void> {
  await story.step("Provider files report and invoice", async () => {
    await story.caseUntil(story.people.provider, caseId, "the use task", (view) => asked(view, "use"));
    const provider = await story.as(story.people.provider);
    const line = {
      invoiceNumber: `MV-${caseId.slice(-9)}`,
      invoiceDate: today(story),
      description: "Stability study",
      net: money(story, net),
      vat: money(story, 0),
    };
    const filed = await provider.post(`/api/cases/${caseId}/report`, {
      report: "All three series were measured; the enzyme keeps 94 % of its activity.",
      workFinishedOn: today(story),
      lines: [line],
    });
    expectStatus(filed, 200);
    return { evidence: `invoice of ${net / 100} ${story.currency}` };
  });
  await story.step("SME confirms the service", async () => {
    await story.caseUntil(story.people.sme, caseId, "the confirmation task", (view) => asked(view, "confirm-service"));
    const sme = await story.as(story.people.sme);
    expectStatus(await sme.post(`/api/cases/${caseId}/confirmation`, { outcome: "confirmed" }), 200);
    return { evidence: story.people.sme };
  });
  await shareProven(story, { caseId, reference: "" });
}

export async function checked(story: Story, { caseId }: Told, payable: number): Promise<void> {
  await story.step("Manager assesses the claim", async () => {
    await story.caseUntil(story.people.manager, caseId, "the claim check", (view) => asked(view, "check-claim"));
    const manager = await story.as(story.people.manager);
    const view = (await manager.get(`/api/cases/${caseId}`)).body as CaseBody;
    const lines = (view.claims.at(-1).lines as CaseBody[]).map((line, index) => ({
      line: index + 1,
      net: line.net.amount as number,
    }));
    const net = lines.reduce((sum, line) => sum + line.net, 0);
    const assessment = { noInterest: true, lines, paidByApplicant: net - payable, reason: "" };
    expectStatus(await manager.post(`/api/cases/${caseId}/assessment`, assessment), 200);
    const after = (await manager.get(`/api/cases/${caseId}`)).body as CaseBody;
    expect(
      after.claims.at(-1).assessment.payable.amount === payable,
      `payable is ${payable}, not ${after.claims.at(-1).assessment.payable.amount}`,
    );
    return { evidence: `payable ${payable / 100} of ${net / 100} ${story.currency} net` };
  });
  await story.step("Finance clears the claim", async () => {
    await story.caseUntil(story.people.finance, caseId, "the finance check", (view) => asked(view, "finance-check"));
    const finance = await story.as(story.people.finance);
    expectStatus(
      await finance.post(`/api/cases/${caseId}/finance-check`, { noInterest: true, outcome: "accepted" }),
      200,
    );
    return { evidence: story.people.finance };
  });
}

/** Batch by two people, file, sent, statement: the bank's line books it. */
export async function paid(story: Story, { caseId }: Told, amount: number): Promise<void> {
  const finance = await story.as(story.people.finance);
  const order = await story.step<CaseBody>("Finance prepares a batch; a second person releases it", async () => {
    await story.caseUntil(story.people.finance, caseId, "the payment task", (view) => asked(view, "pay"));
    const { body } = await finance.get(`/api/parks/${story.park}/payments`);
    const waiting = (body.waiting as CaseBody[]).find((one) => one.caseId === caseId);
    if (waiting === undefined) throw new Error("the order does not wait");
    const prepared = await onWorkday(story, (executionDate) =>
      finance.post(`/api/parks/${story.park}/batches`, {
        endToEndIds: [waiting["endToEndId"]],
        executionDate,
        noInterest: true,
      }),
    );
    expectStatus(prepared, 201);
    const own = await finance.post(`/api/parks/${story.park}/batches/${prepared.body.batchId}/release`, {
      noInterest: true,
    });
    expect(own.status === 403, `the preparer may not release (answered ${own.status})`);
    const second = await story.as(story.people.secondFinance);
    expectStatus(
      await second.post(`/api/parks/${story.park}/batches/${prepared.body.batchId}/release`, { noInterest: true }),
      200,
    );
    return { evidence: waiting["endToEndId"], value: { ...waiting, batchId: prepared.body.batchId } };
  });
  if (order === undefined) throw new Error("no batch was prepared");
  await story.step("The file is exported and marked sent", async () => {
    const file = await finance.text(`/api/parks/${story.park}/batches/${order["batchId"]}/file`);
    expect(
      file.status === 200 && file.text.includes(`<EndToEndId>${order["endToEndId"]}</EndToEndId>`),
      "the pain.001 file names the order",
    );
    expectStatus(await finance.post(`/api/parks/${story.park}/batches/${order["batchId"]}/sent`, {}), 200);
    return { evidence: `${file.text.length} characters of pain.001.001.09` };
  });
  await story.step("The bank's statement books it", async () => {
    const csv = (value: number) =>
      `endToEndId,bookedOn,amount,currency,reference\n${order["endToEndId"]},${today(story)},${(value / 100).toFixed(2)},${story.currency},BANK-1\n`;
    const wrong = await finance.post(`/api/parks/${story.park}/statements`, { csv: csv(amount + 1) });
    expect(wrong.body.lines[0].outcome !== "booked", "a line with another amount books nothing");
    const booked = await finance.post(`/api/parks/${story.park}/statements`, { csv: csv(amount) });
    expectStatus(booked, 200);
    expect(booked.body.lines[0].outcome === "booked", `booked: ${JSON.stringify(booked.body)}`);
    await story.caseUntil(story.people.finance, caseId, "redeemed", (view) => view.status === "redeemed");
    return { evidence: `${amount / 100} ${story.currency} booked; a line of one cent more was refused` };
  });
}

/** The answer for the first of the next days on which banks work. */
async function onWorkday(story: Story, prepare: (day: string) => Promise<Answer<Body>>): Promise<Answer<Body>> {
  for (let offset = 1; ; offset++) {
    const answer = await prepare(day(story, offset));
    if (answer.body.code !== "batch.no-working-day" || offset > 10) return answer;
  }
}
