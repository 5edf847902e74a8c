/** The use of one co-paid voucher on the real store: every commit fits one transaction, and the books close. */
import { assessClaim } from "@multihelix/core/claim/assess-claim.ts";
import { confirmService } from "@multihelix/core/claim/confirm-service.ts";
import { fileReport } from "@multihelix/core/claim/file-report.ts";
import { financeCheck } from "@multihelix/core/claim/finance-check.ts";
import type { Actor } from "@multihelix/core/kernel/actor.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Verb } from "@multihelix/core/kernel/verb.ts";
import { trialBalance } from "@multihelix/core/ledger/balance.ts";
import { bankReference } from "@multihelix/core/payment/bank-text.ts";
import { bookStatement } from "@multihelix/core/payment/book-statement.ts";
import { exportBatch } from "@multihelix/core/payment/export-batch.ts";
import { markSent } from "@multihelix/core/payment/mark-sent.ts";
import { prepareBatch } from "@multihelix/core/payment/prepare-batch.ts";
import { rejectLines } from "@multihelix/core/payment/reject-lines.ts";
import { releaseBatch } from "@multihelix/core/payment/release-batch.ts";
import { openTask } from "@multihelix/core/task/open-task.ts";
import type { TaskKind } from "@multihelix/core/task/task.ts";
import { acceptTerms } from "@multihelix/core/voucher/accept-terms.ts";
import { settleAcceptance } from "@multihelix/core/voucher/settle-acceptance.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { memberOf, staff, workflow } from "../../fixture/build/actor.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { issuedVoucher, limburg, lund } from "../../fixture/build/issued-voucher.ts";
import { aLine, aShareProof, eur } from "../../fixture/build/voucher.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { schemaComplaints } from "../../fixture/xsd.ts";

const anna = memberOf("anna", "vivo");
const lars = memberOf("lars", "lab");
const mia = staff("mia", "manager", "limburg");
const fay = staff("fay", "finance", "limburg");
const finn = staff("finn", "finance", "limburg");
const lisa = staff("lisa", "finance", "lund");
const leo = staff("leo", "finance", "lund");

let deps: TestDeps;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ deps, stop } = await startTestDeps({ now: "2026-10-05T09:00:00Z" }));
});
afterAll(() => stop());

let keys = 0;
const act = <I, F, R>(who: Actor, verb: Verb<I, F, R>, input: unknown): Promise<R> =>
  perform(deps, who, `key-${++keys}`, verb, input);
const waits = (kind: TaskKind, state: string, slot = "-", attempt = 1) =>
  act(workflow, openTask, {
    caseId,
    workflow: "voucher-use",
    attempt,
    state,
    slot,
    round: 1,
    kind,
    token: `${state}${slot}${attempt}`,
    execution: "x",
    entered: "1",
    retry: 0,
  });

/** Open tasks to pay that finance of each park holds, by slot. */
async function toPay() {
  const held = await Promise.all(["limburg", "lund"].map((parkId) => deps.store.tasksHeldBy(`role:finance:${parkId}`)));
  return held.map((tasks) => tasks.filter(({ kind }) => kind === "pay").map(({ slot }) => slot));
}

async function sentWith(parkId: string, endToEndId: string) {
  const batches = await deps.store.list("batch", { parkId });
  const batch = batches.find(({ orders }) => orders.some((order) => order.endToEndId === endToEndId));
  if (batch === undefined) throw new Error(`${endToEndId} is in no batch`);
  return { parkId, batchId: batch.batchId };
}

/** The bank's report leads to the batch and changes nothing; a person's word lets the order wait, once, for one new batch. */
async function rejectedAndSentAgain(parkId: string, endToEndId: string, next: string): Promise<void> {
  const sent = await sentWith(parkId, endToEndId);
  const group = `<OrgnlGrpInfAndSts><OrgnlMsgId>${bankReference(sent.batchId)}</OrgnlMsgId><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts>`;
  const report = `<Document><CstmrPmtStsRpt>${group}</CstmrPmtStsRpt></Document>`;
  expect((await bookStatement(deps, lisa, parkId, report)).lines).toMatchObject([
    { outcome: "informed", code: "pain002.RJCT", batchId: sent.batchId },
  ]);
  expect(await deps.store.list("orderWaiting", { parkId })).toEqual([]);
  const saying = { reason: "AM10, R9" };
  expect(await rejectLines(deps, lisa, sent, saying)).toEqual({ lines: [{ endToEndId, next }] });
  expect(await rejectLines(deps, leo, sent, saying)).toEqual({ lines: [] });
  expect((await deps.store.get("batch", sent))?.rejections).toMatchObject([{ endToEndId, reason: "AM10, R9" }]);
  await expect(pay(parkId, leo, lisa, endToEndId)).rejects.toThrow();
  await pay(parkId, leo, lisa, next);
  await expect(pay(parkId, leo, lisa, next)).rejects.toThrow();
}

async function statusNow() {
  return (await deps.store.get("case", { caseId }))?.status;
}

/** Prepared, released by another, exported, sent. */
async function pay(parkId: string, by: Actor, releaser: Actor, endToEndId: string): Promise<string> {
  const { batchId } = await act(by, prepareBatch, {
    parkId,
    endToEndIds: [endToEndId],
    executionDate: "2026-11-20",
    noInterest: true,
  });
  await act(releaser, releaseBatch, { parkId, batchId, noInterest: true });
  const file = await exportBatch(deps, releaser, parkId, batchId);
  await act(by, markSent, { parkId, batchId });
  return file.text;
}

async function books() {
  const [budgets, postings, shares] = await Promise.all([
    Promise.all([limburg, lund].map((ledger) => deps.store.get("budget", { ledger }))),
    Promise.all([limburg, lund].map((ledger) => deps.store.list("posting", { ledger }))),
    deps.store.list("share", { caseId }),
  ]);
  const trial = trialBalance(
    postings.flat(),
    budgets.flatMap((budget) => budget ?? []),
    shares,
  );
  return {
    faults: trial.faults,
    of: (parkId: string) => trial.balances.find(({ ledger }) => ledger.parkId === parkId)?.balances,
  };
}

test("from issue to redeemed, back to paying by a return, and redeemed again", async () => {
  expect(await deps.store.commit(issuedVoucher())).toEqual({ ok: true });
  await waits("accept", "AcceptTerms", "applicant");
  await waits("accept", "AcceptTerms", "provider");
  await Promise.all([
    act(anna, acceptTerms, { caseId, party: "applicant" }),
    act(lars, acceptTerms, { caseId, party: "provider" }),
  ]);
  expect(await act(workflow, settleAcceptance, { caseId, attempt: 1 })).toEqual({ outcome: "in-use" });

  await waits("use", "Use");
  deps.moveClock("2026-11-12T09:00:00Z");
  const lines = Array.from({ length: 20 }, (_, index) => aLine({ invoiceNumber: `2026-${index}`, net: eur(50_000) }));
  await act(lars, fileReport, { caseId, report: "Validated.", workFinishedOn: "2026-11-10", lines });
  await waits("confirm-service", "ConfirmService");
  await act(anna, confirmService, { caseId, outcome: "confirmed" });

  await waits("check-claim", "CheckClaim");
  expect(await deps.store.commit([{ op: "create", name: "file", value: aShareProof() }])).toEqual({ ok: true });
  const decisions = lines.map(({ net }, index) => ({ line: index + 1, net: net.amount }));
  const assessed = await act(mia, assessClaim, {
    caseId,
    lines: decisions,
    paidByApplicant: 200_000,
    noInterest: true,
  });
  expect(assessed.payable).toEqual(eur(800_000));
  await waits("finance-check", "FinanceCheck");
  await act(fay, financeCheck, { caseId, outcome: "accepted", noInterest: true });
  await waits("pay", "Pay");
  // Each park is asked for its own part; the workflow waits for the lead's task.
  expect(await toPay()).toEqual([["-"], ["lund"]]);

  const complaints = schemaComplaints("pain.001.001.09.xsd");
  const [toLimburg, toLund] = ["LIM-V26-7K3QX-1-LIM", "LIM-V26-7K3QX-1-LUN"];
  expect(complaints(await pay("limburg", fay, finn, toLimburg))).toEqual([]);
  expect(complaints(await pay("lund", lisa, leo, toLund))).toEqual([]);

  deps.moveClock("2026-11-25T09:00:00Z");
  const header = "endToEndId,bookedOn,amount,currency,reference\n";
  const [mine, theirs] = [`${toLimburg},2026-11-20,4800.00,EUR,R1\n`, `${toLund},2026-11-20,35298.76,SEK,R2\n`];
  const wrong = `${toLund},2026-11-20,35298.75,SEK,R2\nLIM-V26-XXXXX-1-LIM,2026-11-20,1.00,EUR,R3\n`;
  expect(await bookStatement(deps, fay, "limburg", header + mine + wrong)).toMatchObject({
    lines: [{ outcome: "booked", redeemed: false }, { code: "payment.unknown" }, { code: "payment.unknown" }],
  });
  expect(await statusNow()).toBe("paying");
  // The lead is done: what the workflow waits for is the other park's now, in one task.
  expect(await toPay()).toEqual([[], ["-"]]);
  expect((await bookStatement(deps, lisa, "lund", header + theirs)).lines).toMatchObject([
    { outcome: "booked", redeemed: true },
  ]);
  expect(await statusNow()).toBe("redeemed");
  expect(await toPay()).toEqual([[], []]);

  const redeemed = await books();
  expect(redeemed.faults).toEqual([]);
  expect(redeemed.of("limburg")).toMatchObject({ available: 4_520_000, disbursed: 480_000, committed: 0, payable: 0 });
  expect(redeemed.of("lund")).toMatchObject({
    available: 50_000_000 - 3_529_876,
    disbursed: 3_529_876,
    committed: 0,
    payable: 0,
  });
  expect(
    (await deps.store.list("aidGrant", { aidGroupId: idOf("aid", "vivo") })).map(({ parkId, amount }) => [
      parkId,
      amount,
    ]),
  ).toEqual([
    ["limburg", 480_000],
    ["lund", 320_000],
  ]);

  // The same statement again, changes nothing.
  await bookStatement(deps, lisa, "lund", header + theirs);
  expect((await books()).of("lund")).toEqual(redeemed.of("lund"));

  const back = `${toLund},2026-11-24,-35298.76,SEK,R4\n`;
  expect((await bookStatement(deps, lisa, "lund", header + back)).lines).toMatchObject([{ outcome: "returned" }]);
  expect(await statusNow()).toBe("paying");
  expect((await books()).of("lund")).toMatchObject({ disbursed: 0, payable: 3_529_876 });

  await waits("pay", "Pay", "-", 2);
  // Only the park whose money came back is asked.
  expect(await toPay()).toEqual([[], ["-"]]);
  deps.moveClock("2026-11-20T09:00:00Z");
  await pay("lund", leo, lisa, `${toLund}-2`);
  await rejectedAndSentAgain("lund", `${toLund}-2`, `${toLund}-3`);
  expect((await books()).of("lund")).toMatchObject({ disbursed: 0, payable: 3_529_876 });
  deps.moveClock("2026-11-25T09:00:00Z");
  // Booked after all while it is on its way a second time: told, not booked.
  expect(
    (await bookStatement(deps, lisa, "lund", `${header}${toLund}-2,2026-11-24,35298.76,SEK,R5\n`)).lines,
  ).toMatchObject([{ outcome: "refused", code: "payment.rejected-sent-again" }]);
  expect((await books()).of("lund")).toMatchObject({ disbursed: 0, payable: 3_529_876 });
  // That one is stopped at the bank; then the first counts, and the same line books it.
  const again = await sentWith("lund", `${toLund}-3`);
  await rejectLines(deps, leo, again, { reason: "stopped" });
  expect(
    (await bookStatement(deps, leo, "lund", `${header}${toLund}-2,2026-11-24,35298.76,SEK,R5\n`)).lines,
  ).toMatchObject([{ outcome: "booked", redeemed: true }]);
  expect(await deps.store.list("orderWaiting", { parkId: "lund" })).toEqual([]);
  expect(await statusNow()).toBe("redeemed");
  expect(await toPay()).toEqual([[], []]);
  const end = await books();
  expect(end.faults).toEqual([]);
  expect(end.of("lund")).toEqual({ ...redeemed.of("lund") });
  const events = await deps.store.list("event", { stream: caseId });
  expect(JSON.stringify(events)).not.toMatch(/SE45|ESSE|R[1-9]"|anna@|Vivo/);
}, 40_000);
