/** The questions of the first day (domain §17) that vouchers raise, put to the product by the people who would ask them. */
import { createMovableClock } from "@multihelix/adapters/system/clock.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays, toInstant } from "@multihelix/core/kernel/instant.ts";
import { demoPeople } from "@multihelix/local/seed/seed-steps.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { dayOf } from "../day.ts";
import { moveTo, passTime } from "../reliability/passing-time.ts";
import { type Opened, openProduct, settled } from "../reliability/product.ts";
import { camt053 } from "../scenario/camt.ts";
import { demoSetting, inWales } from "../scenario/people.ts";
import { asked, type CaseBody, createStory, newCast, type Story } from "../scenario/story.ts";
import { applied, approved, proposed, released, reviewed, screened, type Told } from "../scenario/voucher-steps.ts";
import { accepted, checked, paid, reported } from "../scenario/voucher-use-steps.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

let opened: Opened;
let story: Story;
/** The company's next application: its check shows the aid it has had. */
let next: Told | undefined;

beforeAll(async () => {
  opened = await openProduct({ clock: createMovableClock() });
  story = storyOf();
});

const emailOf = (persona: string) => demoPeople.find((one) => one.persona === persona)?.email ?? "";

/** People sign in with a click, and anew after time has passed. */
function storyOf(): Story {
  const personas = new Map(demoPeople.map(({ persona, email }) => [email, persona]));
  const cast = { ...newCast(), enter: (email: string) => opened.as(personas.get(email) ?? email) };
  const now = () => Date.parse(opened.deps.clock.now());
  return createStory(opened.world, () => undefined, cast, { ...demoSetting, now });
}

async function done(persona: string, path: string, body: unknown, status = 200): Promise<CaseBody> {
  const answer = await (await opened.as(persona)).post(path, body);
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status });
  return answer.body;
}

async function read(persona: string, path: string): Promise<CaseBody> {
  const answer = await (await opened.as(persona)).get(path);
  expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  return answer.body;
}

async function issued(told: Story, award = 1_000_000): Promise<Told> {
  const made = await applied(told);
  await screened(told, made);
  await reviewed(told, made);
  await proposed(told, made, "award", award);
  await approved(told, made);
  await released(told, made, "issued");
  return made;
}

const headroomsOf = async (persona: string, caseId: string) =>
  Object.fromEntries(
    (await read(persona, `/api/cases/${caseId}/check`))["headrooms"].map((one: CaseBody) => [one["jurisdiction"], one]),
  ) as Record<string, CaseBody>;

test("1. A Swedish SME, a Welsh provider, Limburg pays: Belgium's ceiling counts, Sweden's is untouched", async () => {
  const calls = (await read("limburg-manager", "/api/calls"))["calls"] as CaseBody[];
  const { callId: model } = calls.find(({ code }) => code === "LIM-V26") as CaseBody;
  const file = await read("limburg-manager", `/api/calls/${model}/file`);
  file["call"].eligibleCountries = ["BE", "SE"];
  const opensOn = dayOf(story.now());
  const closesOn = dayOf(story.now(), 200);
  const { callId } = await done(
    "limburg-manager",
    "/api/call-files",
    { file, code: "LIM-V26S", opensOn, closesOn },
    201,
  );
  const budgetYear = Number(opensOn.slice(0, 4));
  const ledger = { parkId: "limburg", fundId: "limburg-regional", callId, budgetYear, currency: "EUR" };
  await done("limburg-finance", "/api/budgets", { ledger, amount: 5_000_000 });
  await done("limburg-second-manager", `/api/calls/${callId}/publication`, {});
  await settled(opened);
  const people = {
    ...story.people,
    callCode: "LIM-V26S",
    sme: emailOf("lund-sme-owner"),
    provider: emailOf("provider-wales"),
    providerSearch: "Canolfan Mesur",
  };
  const swedish = { ...story, people };
  const told = await issued(swedish);
  const inUppsala = { callCode: "LUN-V26", providerSearch: "Uppsala", provider: emailOf("provider-uppsala") };
  const ofLund = { ...swedish, park: "lund", currency: "SEK", people: { ...swedish.people, ...inUppsala } };
  const again = await applied(ofLund, 12_500_000);
  const own = await headroomsOf("lund-sme-owner", told.caseId);
  const both = await headroomsOf("lund-sme-owner", again.caseId);
  expect(Object.keys(own)).toEqual(["BE"]);
  expect(own["BE"]).toMatchObject({ basis: "eu-de-minimis", ceiling: 30_000_000, currency: "EUR" });
  expect(both["BE"]?.["lines"]).toMatchObject([{ kind: "granted", amount: 1_000_000, parkId: "limburg" }]);
  expect(both["SE"]).toMatchObject({ basis: "eu-de-minimis", ceiling: 30_000_000, currency: "EUR" });
  expect(both["SE"]?.["lines"].map(({ kind }: CaseBody) => kind)).toEqual(["declared"]);
});

test("2. Award 10,000 €, intensity 80 %, invoice 10,000 instead of 12,500: 8,000 are paid, 2,000 return, the aid follows", async () => {
  const before = await granted();
  const told = await issued(story);
  await accepted(story, told);
  await reported(story, told, 1_000_000);
  await checked(story, told, 800_000);
  await paid(story, told, 800_000);
  const [key] = (await read("limburg-finance", `/api/cases/${told.caseId}/ledger`))["keys"];
  expect(key.balances).toMatchObject({ disbursed: 800_000, available: -800_000, committed: 0, reserved: 0 });
  expect(await granted()).toBe(before + 800_000);
});

/** What Limburg has granted to the company under Belgium's ceiling, in cents, as the company is shown it. */
async function granted(): Promise<number> {
  next ??= await applied(story);
  const { BE } = await headroomsOf("sme-owner", next.caseId);
  const lines: CaseBody[] = BE?.["lines"] ?? [];
  return lines
    .filter(({ kind, parkId }) => kind === "granted" && parkId === "limburg")
    .reduce((sum, { amount }) => sum + amount, 0);
}

test("3. Wales pays a provider in Lund: a cross-border order in pounds; Bacs is refused with the reason", async () => {
  const wales = inWales(story);
  const told = await applied(wales, 1_000_000);
  await screened(wales, told);
  await reviewed(wales, told);
  await proposed(wales, told, "award", 800_000);
  await approved(wales, told);
  await released(wales, told, "conditional");
  await wales.caseUntil(wales.people.sme, told.caseId, "the statement", (one) => asked(one, "give-statement"));
  await done("wales-sme-owner", `/api/cases/${told.caseId}/statement`, {
    outcome: "given",
    declared: [],
    signed: true,
  });
  await accepted(wales, told);
  await reported(wales, told, 1_000_000);
  await checked(wales, told, 800_000);
  await wales.caseUntil(wales.people.finance, told.caseId, "the payment", (one) => asked(one, "pay"));
  const { waiting } = await read("wales-finance", "/api/parks/wales/payments");
  expect(waiting).toMatchObject([
    {
      caseId: told.caseId,
      channel: "pain001-cross-border",
      notBy: [{ kind: "bacs-csv", reason: "country-not-reached", country: "SE", currency: "GBP" }],
    },
  ]);
  await paid(wales, told, 800_000);
  const [batch] = (await read("wales-finance", "/api/parks/wales/payments"))["batches"];
  const file = await (await opened.as("wales-finance")).text(`/api/parks/wales/batches/${batch.batchId}/file`);
  expect(file.text).toContain('<InstdAmt Ccy="GBP">8000.00</InstdAmt>');
  expect(file.text).toMatch(/<IBAN>SE\d{22}<\/IBAN>/);
  expect(file.text).toMatch(/<CdtrAgt>\s*<FinInstnId>\s*<BICFI>[A-Z0-9]{8,11}<\/BICFI>/);
});

test("4. A payment is returned after redeemed: disbursed falls, payable rises, finance is asked, the aid is unchanged", async () => {
  const told = await issued(story);
  await accepted(story, told);
  await reported(story, told, 1_000_000);
  await checked(story, told, 800_000);
  await paid(story, told, 800_000);
  const before = await granted();
  const { endToEndId } = await orderOf(told);
  await done("limburg-finance", "/api/parks/limburg/statements", {
    csv: camt053("EUR", dayOf(story.now()), [{ endToEndId, amount: 800_000 }], "CRDT"),
  });
  const view = await story.caseUntil(story.people.finance, told.caseId, "payment", (one) => asked(one, "pay"));
  expect(view["status"]).toBe("paying");
  expect(view["tasks"].filter(({ status }: CaseBody) => status === "open").map(({ kind }: CaseBody) => kind)).toEqual([
    "pay",
  ]);
  const [key] = (await read("limburg-finance", `/api/cases/${told.caseId}/ledger`))["keys"];
  expect(key.balances).toMatchObject({ disbursed: 0, payable: 800_000 });
  expect(await granted()).toBe(before);
});

async function orderOf({ caseId }: Told): Promise<CaseBody> {
  const [order] = await opened.deps.store.list("order", { caseId: caseId as CaseId });
  if (order === undefined) throw new Error("nothing was paid");
  return order;
}

test("6. Cut the call's budget below commitments: refused, with the free amount, the reservations and who holds them", async () => {
  const { caseId } = await issued(story);
  const { keys } = await read("limburg-finance", "/api/parks/limburg/ledger");
  const { ledger, balances } = keys.find((key: CaseBody) =>
    key["postings"].some((one: CaseBody) => one["caseId"] === caseId),
  );
  const { code, facts } = await done("limburg-finance", "/api/budgets", { ledger, amount: 1 }, 409);
  expect([code, facts.free]).toEqual(["budget.held", balances.available]);
  expect(facts.holders).toContainEqual({ caseId, held: { committed: 1_000_000 } });
});

test("7. A report two days after expiry is taken if the work was finished in time; later work is refused", async () => {
  const told = await issued(story);
  await accepted(story, told);
  await settled(opened);
  const { voucher } = await read("limburg-manager", `/api/cases/${told.caseId}`);
  moveTo(opened, addDays(toInstant(voucher.expires), 2));
  opened.forget();
  const report = (workFinishedOn: string) => ({
    report: "All three series were measured.",
    workFinishedOn,
    lines: [
      {
        invoiceNumber: "MV-LATE",
        invoiceDate: workFinishedOn,
        description: "Stability study",
        net: { amount: 1_000_000, currency: "EUR" },
        vat: { amount: 0, currency: "EUR" },
      },
    ],
  });
  const path = `/api/cases/${told.caseId}/report`;
  const expires = Date.parse(voucher.expires);
  expect((await done("provider-lund", path, report(dayOf(expires, 1)), 422))["code"]).toBe(
    "claim.finished-after-expiry",
  );
  await done("provider-lund", path, report(dayOf(expires)));
  expect((await read("limburg-manager", `/api/cases/${told.caseId}`))["status"]).toBe("reported");
});

test("5. The only approver is on leave: the substitute is told, then the secretary; back to deciding at day 20", async () => {
  const told = storyOf();
  const made = await applied(told);
  await screened(told, made);
  await reviewed(told, made);
  await proposed(told, made);
  await told.caseUntil(told.people.approver, made.caseId, "the approval", (one) => asked(one, "approve", "limburg"));
  const opens = opened.deps.clock.now();
  await passTime(opened, [made.caseId as CaseId], addDays(opens, 45));
  opened.forget();
  const { letters } = await read("limburg-manager", `/api/cases/${made.caseId}/letters`);
  const late = (letters as CaseBody[]).filter(({ kind, createdAt }) => kind === "escalation" && createdAt > opens);
  // In the order in which they went: substitute at day 10, secretary at day 15 of the approval.
  expect(
    late
      .map(({ toName }) => toName)
      .toReversed()
      .slice(0, 2),
  ).toEqual(["Zoë Bollen", "Nölwenn Ó Briain"]);
  const { status, tasks, shares } = await read("limburg-manager", `/api/cases/${made.caseId}`);
  expect(status).toBe("deciding");
  expect(tasks.find(({ kind }: CaseBody) => kind === "approve")).toMatchObject({ outcome: "silent" });
  expect(shares).toMatchObject([{ parkId: "limburg", reserved: 0 }]);
});
