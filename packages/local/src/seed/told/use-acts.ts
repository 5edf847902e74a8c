/** Acts of a voucher's use as its people did them in the told cases: terms, report, claim, payment. */
import { answerQuery } from "@multihelix/core/claim/answer-query.ts";
import { assessClaim } from "@multihelix/core/claim/assess-claim.ts";
import { confirmService } from "@multihelix/core/claim/confirm-service.ts";
import { fileReport } from "@multihelix/core/claim/file-report.ts";
import { financeCheck } from "@multihelix/core/claim/finance-check.ts";
import { queryClaim } from "@multihelix/core/claim/query-claim.ts";
import { refuseClaim } from "@multihelix/core/claim/refuse-claim.ts";
import { announceFile } from "@multihelix/core/file/announce-file.ts";
import { fileKey } from "@multihelix/core/file/file.ts";
import { handInFile } from "@multihelix/core/file/hand-in-file.ts";
import { addWorkingDays } from "@multihelix/core/kernel/calendar.ts";
import { toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { calendarOf, parkOf } from "@multihelix/core/network/network-file.ts";
import { bookStatement } from "@multihelix/core/payment/book-statement.ts";
import { markSent } from "@multihelix/core/payment/mark-sent.ts";
import { prepareBatch } from "@multihelix/core/payment/prepare-batch.ts";
import { releaseBatch } from "@multihelix/core/payment/release-batch.ts";
import { acceptTerms } from "@multihelix/core/voucher/accept-terms.ts";
import { suspendVoucher } from "@multihelix/core/voucher/suspend-voucher.ts";
import type { Act, Scene } from "./told-case.ts";

const noInterest = true as const;

export const accepts = (after: number, party: "applicant" | "provider"): Act => ({
  after,
  run: async (scene) => {
    const persona = party === "applicant" ? scene.told.sme : scene.told.provider;
    await scene.perform(persona, acceptTerms, { caseId: scene.caseId(), party });
  },
});

export const suspends = (after: number, reasons: string): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-manager`, suspendVoucher, {
      caseId: scene.caseId(),
      reasons,
      noInterest,
    })),
});

/** Report and one invoice of the net price, or of another sum in minor units; `interim` where a further claim follows. */
export const reports = (after: number, net?: number, interim = false): Act => ({
  after,
  run: (scene) => files(scene, [invoiceOf(scene, net ?? scene.told.price)], interim),
});

/** Report and one invoice per place, where it is asked where the work was done: sums in minor units. */
export const reportsByPlace = (after: number, nets: Readonly<Record<string, number>>): Act => ({
  after,
  run: (scene) =>
    files(
      scene,
      Object.entries(nets).map(([workIn, net], at) => ({ ...invoiceOf(scene, net, `-${at + 1}`), workIn })),
    ),
});

function invoiceOf({ told: { key, scope }, currency, day }: Scene, net: number, part = "") {
  return {
    invoiceNumber: `INV-${key.toUpperCase()}${part}`,
    invoiceDate: day(0),
    description: scope.split(".")[0],
    net: { amount: net, currency },
    vat: { amount: 0, currency },
  };
}

async function files(scene: Scene, lines: readonly unknown[], interim = false): Promise<void> {
  const report = "The work was done as offered; the measured series and the raw data went to the company.";
  const input = { caseId: scene.caseId(), report, workFinishedOn: scene.day(-1), lines, interim };
  await scene.perform(scene.told.provider, fileReport, input);
}

export const confirms = (after: number, dispute?: string): Act => ({
  after,
  run: async (scene) => {
    const answer = dispute === undefined ? { outcome: "confirmed" } : { outcome: "disputed", reason: dispute };
    await scene.perform(scene.told.sme, confirmService, { caseId: scene.caseId(), ...answer });
    if (dispute === undefined) await provesShare(scene);
  },
});

/** The company shows by a bank statement that it paid its own share. */
async function provesShare({ deps, told, caseId: idOf, perform }: Scene): Promise<void> {
  const [caseId, bytes] = [idOf(), new TextEncoder().encode("%PDF-1.7\n% bank statement\n")];
  const proof = { caseId, use: "evidence", slot: "own-share", name: "bank-statement.pdf", bytes: bytes.length };
  const { fileId } = await perform(told.sme, announceFile, proof);
  await deps.files.write("quarantine", fileKey({ caseId, fileId }), bytes);
  await perform(told.sme, handInFile, { caseId, fileId });
}

export const queries = (after: number, question: string): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-manager`, queryClaim, { caseId: scene.caseId(), question, noInterest })),
});

export const answersQuery = (after: number, answer: string): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(scene.told.provider, answerQuery, {
      caseId: scene.caseId(),
      outcome: "answered",
      answer,
    })),
});

/** All lines accepted as invoiced; the SME proved its own share. */
export const assesses = (after: number): Act => ({
  after,
  async run(scene) {
    const caseId = scene.caseId();
    const claim = (await scene.deps.store.list("claim", { caseId })).at(-1);
    const lines = (claim?.lines ?? []).map(({ net }, at) => ({ line: at + 1, net: net.amount }));
    const net = lines.reduce((sum, line) => sum + line.net, 0);
    const input = { caseId, lines, paidByApplicant: net, noInterest };
    await scene.perform(`${scene.park}-manager`, assessClaim, input);
  },
});

/** The manager refuses the claim as a whole. */
export const refuses = (after: number, reasons: string): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-manager`, refuseClaim, { caseId: scene.caseId(), reasons, noInterest })),
});

/** Finance confirms the refusal. */
export const confirmsRefusal = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-finance`, financeCheck, {
      caseId: scene.caseId(),
      outcome: "refused",
      noInterest,
    })),
});

export const clears = (after: number): Act => ({
  after,
  run: async (scene) =>
    void (await scene.perform(`${scene.park}-finance`, financeCheck, {
      caseId: scene.caseId(),
      outcome: "accepted",
      noInterest,
    })),
});

/** A batch of the lead park for each order of the case, as they go by different channels; released by a second person, exported and sent. */
export const pays = (after: number): Act => ({
  after,
  async run(scene) {
    const parkId = scene.park;
    const executionDate = await nextBankDay(scene);
    for (const { endToEndId } of await ordersOf(scene)) {
      const input = { parkId, endToEndIds: [endToEndId], executionDate, noInterest };
      const { batchId } = await scene.perform(`${parkId}-finance`, prepareBatch, input, endToEndId);
      await scene.perform(`${parkId}-second-finance`, releaseBatch, { parkId, batchId, noInterest }, endToEndId);
      await scene.perform(`${parkId}-finance`, markSent, { parkId, batchId }, endToEndId);
    }
  },
});

/** The bank's statement of that day. */
export const books = (after: number): Act => ({
  after,
  async run(scene) {
    const actor = await scene.actor(`${scene.park}-finance`);
    const lines = (await ordersOf(scene)).map(
      ({ endToEndId, amount }) =>
        `${endToEndId},${scene.day(0)},${(amount.amount / 100).toFixed(2)},${amount.currency},BANK-${scene.told.key.toUpperCase()}`,
    );
    const csv = ["endToEndId,bookedOn,amount,currency,reference", ...lines, ""].join("\n");
    const { lines: booked } = await bookStatement(scene.deps, actor, scene.park, csv);
    const refused = booked.find(({ outcome }) => outcome !== "booked");
    if (refused !== undefined) throw new Error(`the statement of ${scene.told.key} was refused: ${refused.code}`);
  },
});

async function ordersOf({ deps, caseId, park }: Scene) {
  return deps.store.list("order", { caseId: caseId(), parkId: park });
}

async function nextBankDay({ deps, park, now }: Scene): Promise<string> {
  const network = await deps.network.current();
  const { zone, calendar } = parkOf(network, park);
  return addWorkingDays(toZonedDateString(now(), zone), 1, calendarOf(network, calendar));
}
