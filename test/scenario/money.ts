/** A year of a park's money: forty vouchers, three batches with a return, a recovery, the year's end, and every figure recomputed. */
import { dayOf } from "../day.ts";
import { camt053 } from "./camt.ts";
import type { Client } from "./client.ts";
import { type CaseBody, expect, expectStatus, type Story } from "./story.ts";
import type { Branch } from "./voucher.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "./voucher-steps.ts";
import { accepted, checked, reported } from "./voucher-use-steps.ts";
import { withheldBranch } from "./withheld.ts";

/** Offers of 5,000.00 at 80 %: each voucher is worth 4,000.00. */
const [price, award] = [500_000, 400_000];
const [vouchers, claimed, perBatch, atOnce] = [40, 30, 10, 4];

const dayIn = (story: Story, offset = 0) => dayOf(story.now(), offset);

/** The same story, told in silence: forty times every step is nobody's evidence. */
function silent(story: Story): Story {
  return { ...story, step: async (_what, work) => (await work()).value };
}

async function year(story: Story): Promise<string> {
  const quiet = silent(story);
  const finance = await story.as(story.people.finance);
  const told: Told[] = [];
  await story.step(`${vouchers} vouchers are applied for and issued`, async () => {
    // One first: it signs everybody in.
    told.push(await issued(quiet));
    const left = Array.from({ length: vouchers - 1 }, (_, index) => index);
    await eachOf(left, async () => void told.push(await issued(quiet)));
    return { evidence: `${told.length} vouchers of ${award / 100} ${story.currency}` };
  });
  await story.step(`${claimed} are used, claimed and accepted`, async () => {
    await eachOf(told.slice(0, claimed), async (one) => {
      await accepted(quiet, one);
      await reported(quiet, one, price);
      await checked(quiet, one, award);
    });
    return { evidence: `${(claimed * award) / 100} ${story.currency} to pay` };
  });
  await story.step("One clearing is taken back before it is sent, assessed anew and cleared again", async () => {
    const [one] = told;
    if (one === undefined) throw new Error("no voucher was issued");
    const before = await keyOf(story, finance);
    const reversal = { reasons: "The invoice is to be looked at again.", noInterest: true };
    expectStatus(await finance.post(`/api/cases/${one.caseId}/clearing-reversal`, reversal), 200);
    const between = await keyOf(story, finance);
    expect(between["balances"].payable === before["balances"].payable - award, "payable fell");
    expect(between["balances"].committed === before["balances"].committed + award, "committed rose");
    await checked(quiet, one, award);
    const after = await keyOf(story, finance);
    expect(after["balances"].payable === before["balances"].payable, "payable again");
    return { evidence: `${award / 100} ${story.currency} committed, then payable again` };
  });
  const paid: string[] = [];
  for (let batch = 1; batch * perBatch <= claimed; batch++) {
    await story.step(`Batch ${batch}: prepared, released, sent, booked from a camt.053`, async () => {
      const sent = await sendBatch(story, finance, perBatch);
      const booked = await answer(story, finance, camt(story, sent));
      expect(
        booked.every((line) => line["outcome"] === "booked"),
        `all booked: ${JSON.stringify(booked)}`,
      );
      paid.push(...sent.map(({ endToEndId }) => String(endToEndId)));
      return { evidence: `${sent.length} payments` };
    });
  }
  await story.step("One payment comes back, waits again, is sent again and booked", async () => {
    const [first = ""] = paid;
    const [line] = await answer(
      story,
      finance,
      camt(story, [{ endToEndId: first, amount: { amount: award } }], "CRDT"),
    );
    expect(line?.["outcome"] === "returned", `returned: ${JSON.stringify(line)}`);
    const again = await sendBatch(story, finance, 1);
    expect(again[0]?.["endToEndId"] === `${first}-2`, "it has another reference");
    const [booked] = await answer(story, finance, camt(story, again));
    expect(booked?.["outcome"] === "booked", `booked: ${JSON.stringify(booked)}`);
    return { evidence: `${first} → ${String(again[0]?.["endToEndId"])}` };
  });
  const [recovered] = told;
  if (recovered === undefined) throw new Error("no voucher was issued");
  await story.step("1,000.00 are asked back; a quarter comes in", async () => {
    const path = `/api/cases/${recovered.caseId}/recoveries`;
    const ask = {
      parkId: story.park,
      amount: 100_000,
      due: dayIn(story, 30),
      reasons: "Less was measured.",
      noInterest: true,
    };
    const made = await finance.post(path, ask);
    expectStatus(made, 201);
    const came = { amount: 25_000, bookedOn: dayIn(story), bankReference: "KBC-BACK-1" };
    const got = await finance.post(`${path}/${made.body.recovery}/receipt`, came);
    expectStatus(got, 200);
    return { evidence: `${got.body.owed / 100} ${story.currency} still owed` };
  });
  const wanted = { disbursed: claimed * award - 100_000, recoverable: 75_000, committed: (vouchers - claimed) * award };
  const before = await story.step("Every figure of the key is the sum of its postings", async () => {
    const key = await keyOf(story, finance);
    for (const [account, amount] of Object.entries(wanted))
      expect(key["balances"][account] === amount, `${account} is ${amount}, not ${key["balances"][account]}`);
    return { evidence: JSON.stringify(key["balances"]), value: key };
  });
  if (before === undefined) throw new Error("the key was not read");
  await cutRefused(story, finance, before);
  await yearEnd(story, before);
  return recovered.caseId;
}

async function issued(story: Story): Promise<Told> {
  const told = await applied(story, price);
  await screened(story, told);
  await reviewed(story, told);
  await proposed(story, told, undefined, award);
  await approved(story, told);
  await released(story, told, "issued");
  return told;
}

async function eachOf<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...list];
  const workers = Array.from({ length: atOnce }, async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  });
  await Promise.all(workers);
}

async function sendBatch(story: Story, finance: Client, count: number): Promise<CaseBody[]> {
  const { body } = await finance.get(`/api/parks/${story.park}/payments`);
  const orders = (body.waiting as CaseBody[]).slice(0, count);
  expect(orders.length === count, `${count} orders wait, not ${orders.length}`);
  const path = `/api/parks/${story.park}/batches`;
  const endToEndIds = orders.map((order) => order["endToEndId"]);
  let prepared = await finance.post(path, { endToEndIds, executionDate: dayIn(story, 1), noInterest: true });
  for (let offset = 2; prepared.body.code === "batch.no-working-day" && offset < 10; offset++)
    prepared = await finance.post(path, { endToEndIds, executionDate: dayIn(story, offset), noInterest: true });
  expectStatus(prepared, 201);
  const second = await story.as(story.people.secondFinance);
  expectStatus(await second.post(`${path}/${prepared.body.batchId}/release`, { noInterest: true }), 200);
  expectStatus(await finance.post(`${path}/${prepared.body.batchId}/sent`, {}), 200);
  return orders;
}

/** What a bank would write of these payments. */
function camt(story: Story, orders: readonly CaseBody[], sign: "DBIT" | "CRDT" = "DBIT"): string {
  const lines = orders.map(({ endToEndId, amount }) => ({ endToEndId, amount: amount.amount }));
  return camt053(story.currency, dayIn(story), lines, sign);
}

async function answer(story: Story, finance: Client, csv: string): Promise<CaseBody[]> {
  const booked = await finance.post(`/api/parks/${story.park}/statements`, { csv });
  expectStatus(booked, 200);
  return booked.body.lines;
}

/** The key of the story's call with the latest year, its balances recomputed from its postings here. */
async function keyOf(story: Story, finance: Client): Promise<CaseBody> {
  const { callId } = (await finance.get("/api/calls")).body.calls.find(
    (one: CaseBody) => one["code"] === story.people.callCode,
  );
  const keys = (await finance.get(`/api/parks/${story.park}/ledger`)).body.keys as CaseBody[];
  for (const key of keys) {
    expect(key["faults"].length === 0, `no identity is broken: ${JSON.stringify(key["faults"])}`);
    for (const [account, amount] of Object.entries(key["balances"] as Record<string, number>)) {
      const sum = (key["postings"] as CaseBody[]).reduce(
        (total, { to, from, amount: moved }) => total + (to === account ? moved : 0) - (from === account ? moved : 0),
        0,
      );
      expect(sum === amount, `${account} is the sum of its postings`);
    }
  }
  const own = keys.filter((key) => key["ledger"].callId === callId);
  const found = own.toSorted((a, b) => a["ledger"].budgetYear - b["ledger"].budgetYear).at(-1);
  if (found === undefined) throw new Error("the call has no key");
  return found;
}

async function cutRefused(story: Story, finance: Client, { ledger }: CaseBody): Promise<void> {
  await story.step("A cut below what is held is refused, with what is free and who holds the rest", async () => {
    const cut = await finance.post("/api/budgets", { ledger, amount: 1 });
    expect(cut.status === 409 && cut.body.code === "budget.held", `refused: ${JSON.stringify(cut.body)}`);
    expect(cut.body.facts.holders.length >= vouchers, "every holder is named");
    return {
      evidence: `${cut.body.facts.free / 100} ${story.currency} free, ${cut.body.facts.holders.length} holders`,
    };
  });
}

async function yearEnd(story: Story, { ledger, balances }: CaseBody): Promise<void> {
  const path = `/api/parks/${story.park}`;
  const finance = await story.as(story.people.finance);
  await story.step("The year cannot be ended before it is over", async () => {
    const early = await finance.post(`${path}/year-end`, { ledger });
    expect(early.body.code === "year.not-over", `refused: ${JSON.stringify(early.body)}`);
    return { evidence: early.body.detail };
  });
  const { moveTo, enter } = story.world;
  if (moveTo === undefined || enter === undefined) return;
  await moveTo(`${ledger.budgetYear + 1}-01-11T09:00:00Z`);
  const [first, second] = [await enter("limburg-finance"), await enter("limburg-second-finance")];
  await story.step("In January it is ended: every open case goes over", async () => {
    const ended = await first.post(`${path}/year-end`, { ledger });
    expectStatus(ended, 200);
    // Vouchers that nobody accepted lapse in January too; what was carried stays in the new year's appropriation.
    const carried = -(balances.committed + balances.reserved);
    for (let tries = 0; tries < 200; tries++) {
      const next = await keyOf(story, first);
      if (next["ledger"].budgetYear > ledger.budgetYear && next["balances"].appropriation === carried)
        return { evidence: `${ended.body.cases} cases, ${balances.committed / 100} ${story.currency} carried` };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("the open cases were not carried over");
  });
  await story.step("Another person closes it: the unspent goes back to the fund", async () => {
    const own = await first.post(`${path}/year-closing`, { ledger });
    expect(own.status === 403, `who ended it may not close it (answered ${own.status})`);
    const closed = await second.post(`${path}/year-closing`, { ledger });
    expectStatus(closed, 200);
    return { evidence: `${closed.body.unspent / 100} ${story.currency} returned` };
  });
  await story.step("Statement and journal of the year add up", async () => {
    const until = `${ledger.budgetYear + 1}-01-31`;
    const statement = await first.get(`${path}/statement?by=year&to=${until}`);
    for (const { closing } of statement.body.statements as { closing: Record<string, number> }[])
      expect(Object.values(closing).reduce((sum, amount) => sum + amount, 0) === 0, "a statement adds up to nothing");
    const { text } = await first.text(`${path}/journal.csv`);
    const rows = text
      .trim()
      .split("\r\n")
      .slice(1)
      .map((row) => row.split(","));
    const cents = (column: number) => rows.reduce((sum, row) => sum + Math.round(Number(row[column] || 0) * 100), 0);
    expect(cents(5) === cents(6) && cents(5) > 0, "debit is credit");
    return { evidence: `${rows.length} lines, ${cents(5) / 100} debit and credit` };
  });
}

export const moneyBranches: readonly Branch[] = [
  // The year's end moves the clock.
  withheldBranch,
  {
    name: "year",
    what: "forty vouchers, three batches with a return, a recovery, the year's end",
    cloud: false,
    tell: year,
  },
];
