/** From orders that wait to the bank's booking: batches, files, statements. */

import { reverseClearance, reverseClearanceResult } from "@multihelix/core/claim/reverse-clearance.ts";
import { batchIdSchema, caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { answerAccount, answerAccountResult } from "@multihelix/core/payment/answer-account.ts";
import { bookStatement, statementResultSchema } from "@multihelix/core/payment/book-statement.ts";
import { discardBatchInput } from "@multihelix/core/payment/discard-batch.ts";
import { exportBatch } from "@multihelix/core/payment/export-batch.ts";
import { fileSlip, fileSlipResult } from "@multihelix/core/payment/file-slip.ts";
import { markSent } from "@multihelix/core/payment/mark-sent.ts";
import { prepareBatch } from "@multihelix/core/payment/prepare-batch.ts";
import { proposeAccount, proposeAccountResult } from "@multihelix/core/payment/propose-account.ts";
import { rejectedSchema, rejectionSchema, rejectLines } from "@multihelix/core/payment/reject-lines.ts";
import { releaseBatch } from "@multihelix/core/payment/release-batch.ts";
import { withdrawBatch } from "@multihelix/core/payment/withdraw-batch.ts";
import { payeeAccountSchema, readPayeeAccount } from "@multihelix/core/view/payee-account.ts";
import { paymentsSchema, readPayments } from "@multihelix/core/view/payments.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "payment";
const parkParams = z.object({ parkId: z.string().max(40) });
const batchParams = parkParams.extend({ batchId: batchIdSchema });
const done = z.object({ status: z.string() });

export const paymentRoutes = [
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/payments",
    summary: "Orders that wait, and the park's batches",
    tag,
    params: parkParams,
    result: paymentsSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readPayments(deps, actor, params.parkId) }),
  }),
  act({
    path: "/api/parks/{parkId}/batches",
    summary: "Prepare a batch of waiting orders",
    tag,
    verb: prepareBatch,
    ids: ["parkId"],
    result: z.object({ batchId: batchIdSchema }),
    status: 201,
  }),
  act({
    path: "/api/parks/{parkId}/batches/{batchId}/release",
    summary: "Release a batch that another person prepared",
    tag,
    verb: releaseBatch,
    fresh: true,
    ids: ["parkId", "batchId"],
    result: done,
  }),
  signedRoute({
    method: "get",
    path: "/api/parks/{parkId}/batches/{batchId}/file",
    summary: "The bank's file of a released batch",
    tag,
    params: batchParams,
    result: z.object({ text: z.string(), type: z.string(), fileName: z.string() }),
    file: "application/xml",
    handle: async ({ deps, params }, { actor }) => {
      const { text, type, fileName } = await exportBatch(deps, actor, params.parkId, params.batchId);
      return { body: { text, type, fileName } };
    },
  }),
  signedRoute({
    method: "post",
    path: "/api/parks/{parkId}/batches/{batchId}/discard",
    summary:
      "Discard a batch that was not sent; its orders wait again. A released one with a reason, by another person than released it",
    tag,
    params: batchParams,
    body: discardBatchInput.pick({ reason: true }),
    result: done,
    refuses: ["batch.not-found", "batch.wrong-status", "batch.reason-needed", "duties.same-person"],
    handle: async ({ deps, params, body, key }, { actor }) => ({
      body: await withdrawBatch(deps, actor, key, { ...body, ...params }),
    }),
  }),
  act({
    path: "/api/parks/{parkId}/batches/{batchId}/sent",
    summary: "The file was handed to the bank",
    tag,
    verb: markSent,
    ids: ["parkId", "batchId"],
    result: done,
  }),
  signedRoute({
    method: "post",
    path: "/api/parks/{parkId}/batches/{batchId}/rejection",
    summary: "The bank rejected payments of a sent batch, or the whole file, before it booked them; they wait again",
    tag,
    params: batchParams,
    body: rejectionSchema,
    result: rejectedSchema,
    refuses: ["payment.rejected-booked", "payment.superseded", "payment.not-sent"],
    keyless: true,
    handle: async ({ deps, params, body }, { actor }) => ({ body: await rejectLines(deps, actor, params, body) }),
  }),
  signedRoute({
    method: "post",
    path: "/api/parks/{parkId}/statements",
    summary:
      "Book what the bank sent, each line once: CSV (endToEndId,bookedOn,amount,currency,reference), camt.053, camt.054; pain.002 only informs",
    tag,
    params: parkParams,
    body: z.object({
      /** The file's text, CSV or XML. */
      csv: z.string().min(1).max(400_000),
    }),
    result: statementResultSchema,
    keyless: true,
    handle: async ({ deps, params, body }, { actor }) => ({
      body: await bookStatement(deps, actor, params.parkId, body.csv),
    }),
  }),
  act({
    path: "/api/cases/{caseId}/clearing-reversal",
    summary: "Take back the clearing of a claim whose orders wait for their first batch",
    tag,
    verb: reverseClearance,
    ids: ["caseId"],
    result: reverseClearanceResult,
    refuses: ["claim.not-cleared", "claim.in-batch", "claim.year-closed"],
  }),
  act({
    path: "/api/cases/{caseId}/slips",
    summary: "Say that the slip of withheld tax was filed, with its confirmation",
    tag,
    verb: fileSlip,
    ids: ["caseId"],
    result: fileSlipResult,
    status: 201,
    refuses: ["slip.none", "slip.in-future", "slip.before-payment"],
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/account",
    summary: "The account that the voucher is paid to, and a change of it that waits",
    tag,
    params: z.object({ caseId: caseIdSchema }),
    result: payeeAccountSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readPayeeAccount(deps, actor, params.caseId) }),
  }),
  act({
    path: "/api/cases/{caseId}/account",
    summary: "The payee names another bank account",
    tag,
    verb: proposeAccount,
    ids: ["caseId"],
    result: proposeAccountResult,
    status: 201,
  }),
  act({
    path: "/api/cases/{caseId}/account/answer",
    summary: "Finance confirms or refuses the payee's new account; it is paid to two working days later",
    tag,
    verb: answerAccount,
    fresh: true,
    ids: ["caseId"],
    result: answerAccountResult,
  }),
] as const;
