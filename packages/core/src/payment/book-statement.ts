/** Books a bank statement: every line is one idempotent act; a file with unreadable lines books nothing. */
import * as z from "zod";
import { type Actor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import type { Deps } from "../port/deps.ts";
import { bookLine } from "./book-line.ts";
import { returnLine } from "./return-line.ts";
import { parseStatementCsv, type StatementLine } from "./statement-csv.ts";

export const statementResultSchema = z.object({
  lines: z.array(
    z.object({
      line: z.number().int(),
      endToEndId: z.string(),
      /** `refused` changed nothing: the code says why. */
      outcome: z.enum(["booked", "returned", "refused"]),
      caseId: z.string().optional(),
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
export async function bookStatement(deps: Deps, actor: Actor, parkId: string, csv: string): Promise<StatementResult> {
  requireRole(actor, "finance", parkId, deps.clock.now());
  const statement = parseStatementCsv(csv);
  if (statement.problems.length > 0) {
    const problems = statement.problems.map(({ line, column, text }) => ({
      path: column === undefined ? `line ${line}` : `line ${line}.${column}`,
      message: text,
    }));
    throw new DomainError("invalid", "statement.unreadable", { problems });
  }
  if (statement.lines.length > linesMost) {
    throw new DomainError("invalid", "statement.too-long", { lines: statement.lines.length, most: linesMost });
  }
  const lines: LineResult[] = [];
  for (const line of statement.lines) lines.push(await bookOne(deps, actor, parkId, line));
  return { lines };
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
