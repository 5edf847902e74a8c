/** Books what a bank sends (CSV, camt.053, camt.054): every line is one idempotent act; a file with unreadable lines books nothing. */
import * as z from "zod";
import { type Actor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { batchIdSchema } from "../kernel/id.ts";
import { perform } from "../kernel/perform.ts";
import type { Deps } from "../port/deps.ts";
import { bankReference } from "./bank-text.ts";
import { bookLine } from "./book-line.ts";
import { paymentsOfSums, type SumRefused } from "./booked-as-one.ts";
import { isCamt, parseCamt } from "./camt.ts";
import { isPain002, parsePain002, type StatusLine } from "./pain002.ts";
import { returnLine } from "./return-line.ts";
import { parseStatementCsv, type Statement, type StatementLine } from "./statement-csv.ts";
import { readXml } from "./xml-read.ts";

export const statementResultSchema = z.object({
  lines: z.array(
    z.object({
      line: z.number().int(),
      endToEndId: z.string(),
      /** `refused` changed nothing: the code says why. `informed`: the bank's word on a file (pain.002), which moves nothing. */
      outcome: z.enum(["booked", "returned", "refused", "informed"]),
      caseId: z.string().optional(),
      /** The batch of a payment or a file that the bank rejected: there a person says so. */
      batchId: batchIdSchema.optional(),
      /** The booking was the last that the voucher waited for. */
      redeemed: z.boolean().optional(),
      code: z.string().optional(),
      /** What the refusal is about: an expected and a found amount, the status of the order. */
      facts: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
export type StatementResult = z.infer<typeof statementResultSchema>;
type LineResult = StatementResult["lines"][number];

/** Most lines of one file: each is a commit of its own. */
const linesMost = 500;

/**
 * `invalid statement.unreadable` with every problem when any line cannot be read, and `invalid statement.too-long`.
 * A line that matches no sent order is refused by itself; the others stand. Uploaded again, nothing is booked twice.
 */
export async function bookStatement(deps: Deps, actor: Actor, parkId: string, text: string): Promise<StatementResult> {
  requireRole(actor, "finance", parkId, deps.clock.now());
  const read = readStatement(text);
  if ("informed" in read) return { lines: await informedLines(deps, parkId, read.informed) };
  if (read.problems.length > 0) {
    const problems = read.problems.map(({ line, column, text: message }) => ({
      path: column === undefined ? `line ${line}` : `line ${line}.${column}`,
      message,
    }));
    throw new DomainError("invalid", "statement.unreadable", { problems });
  }
  const { sums = [] } = read;
  const whole = paymentsOfSums(sums, sums.length === 0 ? [] : await deps.store.list("batch", { parkId }));
  const all = [...read.lines, ...whole.lines];
  if (all.length > linesMost) {
    throw new DomainError("invalid", "statement.too-long", { lines: all.length, most: linesMost });
  }
  const lines: LineResult[] = [];
  for (const line of all) lines.push(await bookOne(deps, actor, parkId, line));
  return { lines: [...lines, ...whole.refused.map(refusedSum)] };
}

function refusedSum({ sum, batch }: SumRefused): LineResult {
  const { line, blockId, amount: found } = sum;
  const { batchId, total: amount, currency } = batch;
  const facts = { expected: { amount, currency }, ...(found === undefined ? {} : { found }) };
  return { line, endToEndId: blockId, outcome: "refused", batchId, code: "payment.booked-as-one", facts };
}

/** What the file is, by its own words. @throws invalid `xml.unreadable`, `statement.other-message`. */
function readStatement(text: string): Statement | { informed: StatusLine[] } {
  if (!text.trimStart().replace("\ufeff", "").startsWith("<")) return parseStatementCsv(text);
  const root = readXml(text);
  if (isCamt(root)) return parseCamt(root);
  if (isPain002(root)) return { informed: parsePain002(root) };
  throw new DomainError("invalid", "statement.other-message", { message: root.children[0]?.name ?? root.name });
}

/** Only what the file itself names of the park's own batches leads to them. */
async function informedLines(deps: Deps, parkId: string, informed: readonly StatusLine[]): Promise<LineResult[]> {
  const rejected = informed.some(({ status }) => status === "RJCT");
  const all = rejected ? await deps.store.list("batch", { parkId }) : [];
  const batches = all.filter(({ status }) => status === "sent");
  return informed.map(({ line, endToEndId, messageId, status, reason }) => {
    const batch = batches.find(({ batchId, orders }) =>
      endToEndId === ""
        ? bankReference(batchId) === messageId
        : orders.some((order) => order.endToEndId === endToEndId),
    );
    return {
      line,
      endToEndId: endToEndId === "" ? (messageId ?? "") : endToEndId,
      outcome: "informed",
      code: `pain002.${status}`,
      facts: { status, ...(reason === undefined ? {} : { reason }) },
      ...(status === "RJCT" && batch !== undefined ? { batchId: batch.batchId } : {}),
    };
  });
}

async function bookOne(deps: Deps, actor: Actor, parkId: string, line: StatementLine): Promise<LineResult> {
  const { endToEndId, bookedOn, amount, reference, kind } = line;
  const input = { parkId, endToEndId, bookedOn, amount: amount.amount, currency: amount.currency, reference };
  const key = `statement:${kind}:${deps.digest(JSON.stringify(input))}`;
  try {
    if (kind === "returned") {
      const { caseId } = await perform(deps, actor, key, returnLine, input);
      return { line: line.line, endToEndId, outcome: kind, caseId };
    }
    const { caseId, redeemed } = await perform(deps, actor, key, bookLine, input);
    return { line: line.line, endToEndId, outcome: kind, caseId, redeemed };
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === "unavailable" || error.kind === "forbidden") throw error;
    return { line: line.line, endToEndId, outcome: "refused", code: error.code, facts: error.facts };
  }
}
