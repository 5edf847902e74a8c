/** Three years of two vouchers in seconds: every timer between their terms and the last question after payment. */
import { createMovableClock } from "@multihelix/adapters/system/clock.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays, addMonths, daysBetween, type Instant, toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { aShareProof } from "../fixture/build/voucher.ts";
import type { Answer, Body } from "../scenario/client.ts";
import { commit, demoParties, runningCase } from "./demo-cases.ts";
import { moveTo, passTime } from "./passing-time.ts";
import { type Opened, openProduct, settled } from "./product.ts";
import { stations } from "./station-acts.ts";
import { awaitTask, lead } from "./stations.ts";

const zone = "Europe/Brussels";
const euro = (amount: number) => ({ amount, currency: "EUR" });
const sure = { noInterest: true } as const;
const began = Date.now();

let opened: Opened;
/** Suspended, extended, reported two days after its expiry, paid, followed up. */
let used: CaseId;
/** Nobody ever reports on it. */
let forgotten: CaseId;

beforeAll(async () => {
  opened = await openProduct({ clock: createMovableClock() });
  const parties = await demoParties(opened.deps);
  const today = opened.deps.clock.now().slice(0, 10);
  [used, forgotten] = (await Promise.all(
    [0, 1].map(async (nth) => {
      const { caseId } = await runningCase(opened.deps, parties, nth, { status: "deciding" });
      await lead(opened, caseId, stations["use"]?.(caseId, today) ?? [], "use");
      return caseId;
    }),
  )) as [CaseId, CaseId];
  await settled(opened);
}, 120_000);

async function voucherOf(caseId: CaseId) {
  const voucher = await opened.deps.store.get("voucher", { caseId });
  if (voucher === undefined) throw new Error("no voucher was issued");
  return voucher;
}

async function statusOf(caseId: CaseId) {
  return (await opened.deps.store.get("case", { caseId }))?.status;
}

/** On the used case, in a session of now: the earlier ones are long over. */
async function post(persona: string, path: string, body: Body): Promise<Answer<Body>> {
  opened.forget();
  return (await opened.as(persona)).post(`/api/cases/${used}/${path}`, body);
}

async function done(persona: string, path: string, body: Body): Promise<Body> {
  const { status, body: told } = await post(persona, path, body);
  expect({ path, status, told }).toMatchObject({ path, status: 200 });
  await settled(opened);
  return told;
}

async function letters(caseId: CaseId, kind: string): Promise<string[]> {
  const all = await opened.deps.store.list("letter", { stream: caseId });
  return all.filter((letter) => letter.kind === kind).map(({ createdAt }) => createdAt);
}

let issued: Instant;

describe("a voucher's validity", () => {
  test("stands still while it is suspended: thirty days are added, over the change of the clocks too", async () => {
    issued = (await voucherOf(used)).expires;
    moveTo(opened, addDays(opened.deps.clock.now(), 100));
    await done("limburg-manager", "suspension", { ...sure, reasons: "The laboratory is being moved." });
    await awaitTask(opened, used, "resume");
    expect(await statusOf(used)).toBe("suspended");
    moveTo(opened, addDays(opened.deps.clock.now(), 30));
    await done("limburg-manager", "resumption", sure);
    await awaitTask(opened, used, "use");
    expect((await voucherOf(used)).expires).toBe(addDays(issued, 30, zone));
  });

  test("is extended once, by three months, and both parties are told", async () => {
    const before = (await voucherOf(used)).expires;
    const extended = await done("limburg-manager", "extension", { ...sure, months: 3, reasons: "It moved slowly." });
    expect(extended).toEqual({ outcome: "extended", expires: addMonths(before, 3, zone) });
    const told = (await opened.deps.store.list("letter", { stream: used })).filter(({ kind }) => kind === "validity");
    for (const step of ["suspended", "resumed", "extended"])
      expect(told.filter(({ key }) => key.startsWith(`validity:${step}:`)).length).toBeGreaterThanOrEqual(2);
  });

  test("reminds 60, 30 and 7 days before its end; without a report it expires thirty days after it, and its money returns", async () => {
    const { expires } = await voucherOf(used);
    await passTime(opened, [used, forgotten], addDays(expires, 2));
    const days = (await letters(used, "reminder"))
      .map((at) => daysBetween(at as Instant, expires, zone))
      .filter((left) => left < 65);
    expect([...new Set(days)]).toEqual([60, 30, 7]);
    expect(await statusOf(forgotten)).toBe("expired");
    const one = await opened.deps.store.get("case", { caseId: forgotten });
    expect(daysBetween(issued, one?.statusSince ?? issued, zone)).toBe(30);
    expect((await opened.deps.store.list("share", { caseId: forgotten })).map(({ committed }) => committed)).toEqual([
      0,
    ]);
    expect(await letters(forgotten, "expired")).toHaveLength(2);
    expect(await statusOf(used)).toBe("in-use");
  });
});

describe("a report two days after expiry (domain 17.7)", () => {
  test("is taken if the work was finished in time, and not if it was not", async () => {
    const { expires } = await voucherOf(used);
    moveTo(opened, addDays(expires, 2));
    const last = toZonedDateString(expires, zone);
    const after = toZonedDateString(addDays(expires, 1), zone);
    const report = (workFinishedOn: string) => ({
      report: "All series were measured.",
      workFinishedOn,
      lines: [
        {
          invoiceNumber: used.slice(-10),
          invoiceDate: last,
          description: "Study",
          net: euro(250_000),
          vat: euro(52_500),
          vatKind: "charged",
        },
      ],
    });
    expect((await post("provider-lund", "report", report(after))).body.code).toBe("claim.finished-after-expiry");
    await done("provider-lund", "report", report(last));
    expect(await statusOf(used)).toBe("reported");
  });

  test("silence confirms the service after ten working days, and the claim is checked, paid and booked", async () => {
    await passTime(opened, [used], addDays(opened.deps.clock.now(), 20));
    expect(await statusOf(used)).toBe("claim-check");
    const lines = [{ line: 1, net: 250_000 }];
    const proof = aShareProof({ caseId: used, organisationId: (await voucherOf(used)).applicantId });
    await commit(opened.deps, [{ op: "create", name: "file", value: proof }]);
    await done("limburg-manager", "assessment", { ...sure, lines, paidByApplicant: 50_000, reason: "" });
    await awaitTask(opened, used, "finance-check");
    await done("limburg-finance", "finance-check", { ...sure, outcome: "accepted" });
    await awaitTask(opened, used, "pay");
    await pay();
    expect(await statusOf(used)).toBe("redeemed");
  });
});

async function pay(): Promise<void> {
  opened.forget();
  const [finance, second] = [await opened.as("limburg-finance"), await opened.as("limburg-second-finance")];
  const waiting = (await finance.get("/api/parks/limburg/payments")).body.waiting as Body[];
  const order = waiting.find(({ caseId }) => caseId === used);
  const path = "/api/parks/limburg/batches";
  const prepare = (offset: number) =>
    finance.post(path, {
      ...sure,
      endToEndIds: [order.endToEndId],
      executionDate: toZonedDateString(addDays(opened.deps.clock.now(), offset), zone),
    });
  let prepared = await prepare(1);
  for (let offset = 2; prepared.status !== 201 && offset < 10; offset++) prepared = await prepare(offset);
  expect(prepared.status).toBe(201);
  const batch = `${path}/${prepared.body.batchId}`;
  expect((await second.post(`${batch}/release`, sure)).status).toBe(200);
  expect((await finance.post(`${batch}/sent`, {})).status).toBe(200);
  const today = toZonedDateString(opened.deps.clock.now(), zone);
  const csv = `endToEndId,bookedOn,amount,currency,reference\n${order.endToEndId},${today},2000.00,EUR,BANK-1\n`;
  const booked = await finance.post("/api/parks/limburg/statements", { csv });
  expect(booked.body.lines).toMatchObject([{ outcome: "booked" }]);
  await settled(opened);
}

describe("after payment", () => {
  let paidAt: Instant;
  const at = async (month: number) => {
    moveTo(opened, addDays(addMonths(paidAt, month, zone), -1));
    await settled(opened);
    const before = (await voucherOf(used)).followUps?.length ?? 0;
    moveTo(opened, addMonths(paidAt, month, zone));
    await settled(opened);
    return (await voucherOf(used)).followUps?.slice(before).map((asked) => asked.month);
  };
  const answers = [{ id: "jobs", text: "Two." }];

  test("six months later, not a day before, the company is asked, by letter and task, and answers", async () => {
    paidAt = (await opened.deps.store.get("case", { caseId: used }))?.statusSince ?? opened.deps.clock.now();
    expect(await at(6)).toEqual([6]);
    expect(await letters(used, "kpi-asked")).not.toEqual([]);
    const foreign = await post("sme-owner", "follow-up", { answers: [{ id: "weather", text: "Fine." }] });
    expect(foreign.body.code).toBe("follow-up.unknown-question");
    expect(await done("sme-owner", "follow-up", { answers })).toEqual({ outcome: "answered" });
    expect((await voucherOf(used)).followUps?.[0]).toMatchObject({ month: 6, answers });
  });

  test("at twelve months silence is no fault: it ends by itself, nobody else is told, the voucher stays redeemed", async () => {
    expect(await at(12)).toEqual([12]);
    const before = (await letters(used, "escalation")).length;
    await passTime(opened, [used], addDays(opened.deps.clock.now(), 60));
    const tasks = (await opened.deps.store.list("task", { caseId: used })).filter(({ kind }) => kind === "answer-kpi");
    expect(tasks.map(({ round, status }) => [round, status])).toEqual([
      [6, "answered"],
      [12, "timed-out"],
    ]);
    expect((await letters(used, "escalation")).length).toBe(before);
    expect(await statusOf(used)).toBe("redeemed");
  });

  test("at twenty-four months it is asked for the last time, and the case is closed", async () => {
    expect(await at(24)).toEqual([24]);
    await done("sme-owner", "follow-up", { answers });
    expect(await statusOf(used)).toBe("closed");
    expect((await opened.deps.store.list("task", { caseId: used })).filter(({ status }) => status === "open")).toEqual(
      [],
    );
  });

  test("the books are whole, nothing is parked, and more than eighteen months took seconds", async () => {
    opened.forget();
    const { keys } = (await (await opened.as("limburg-finance")).get("/api/parks/limburg/ledger")).body as {
      keys: { faults: string[] }[];
    };
    expect(keys.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await opened.deps.store.parkedEffects(10)).toEqual([]);
    expect(addMonths(new Date(began).toISOString() as Instant, 18) < opened.deps.clock.now()).toBe(true);
    expect(Date.now() - began).toBeLessThan(170_000);
  });
});
