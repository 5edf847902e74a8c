/** Reads a whole file of running vouchers: all that is wrong is told at once and nothing is done; else each is taken over by its own commit. */
import * as z from "zod";
import { type Actor, holdsRole } from "../../kernel/actor.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import { momentOf, perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import { hashOfRow, importInput, importVoucher, readImport } from "./import-voucher.ts";
import { type ImportProblem, importProblemSchema, type PlacedRow, readVoucherFile } from "./voucher-file.ts";
import { planVoucher } from "./voucher-plan.ts";

export const importReportSchema = z.object({
  /** Nothing was done: it was only looked at, or something is wrong. */
  dryRun: z.boolean(),
  problems: z.array(importProblemSchema),
  vouchers: z.array(
    z.object({
      line: z.number().int(),
      oldReference: z.string(),
      caseId: caseIdSchema,
      /** Absent while it is not taken over. */
      reference: z.string().optional(),
      /** It was taken over before: nothing is done for it. */
      known: z.boolean(),
      currency: z.string(),
      /** Minor units. */
      award: z.number().int(),
      left: z.number().int(),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReportSchema>;
type Looked = { readonly problems: ImportProblem[] } | { readonly voucher: ImportReport["vouchers"][number] };

const atOnce = 8;

/**
 * The operator, or a finance officer, who may bring vouchers of calls that their own park leads only. The same file twice
 * is nothing new.
 */
export async function importVouchers(deps: Deps, actor: Actor, csv: string, dryRun: boolean): Promise<ImportReport> {
  const file = readVoucherFile(csv);
  const looked: Looked[] = [];
  for (let from = 0; from < file.rows.length; from += atOnce) {
    const part = file.rows.slice(from, from + atOnce);
    looked.push(...(await Promise.all(part.map((row) => look(deps, actor, row, file.place)))));
  }
  const problems = [...file.problems, ...looked.flatMap((one) => ("problems" in one ? one.problems : []))];
  const vouchers = looked.flatMap((one) => ("voucher" in one ? [one.voucher] : []));
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  if (dryRun || problems.length > 0) return { dryRun: true, problems: unique(problems), vouchers };
  const network = await deps.network.current();
  for (const [index, { row }] of file.rows.entries()) {
    const input = importInput(row, network, deps.digest);
    const key = `import:${input.caseId}:${hashOfRow(row, deps.digest).slice(0, 20)}`;
    const { reference } = await perform(deps, actor, key, importVoucher, input);
    const voucher = vouchers[index];
    if (voucher !== undefined) vouchers[index] = { ...voucher, reference };
  }
  return { dryRun: false, problems: [], vouchers };
}

/** As the verb will see it, without doing it. */
async function look(
  deps: Deps,
  actor: Actor,
  { line, row }: PlacedRow,
  place: ReturnType<typeof readVoucherFile>["place"],
): Promise<Looked> {
  const network = await deps.network.current();
  const input = importInput(row, network, deps.digest);
  const facts = await readImport(deps.store, input);
  const moment = momentOf(deps, deps.ids.ulid(), network);
  const planned = planVoucher(facts, row, actor, moment);
  if (facts.known !== undefined) {
    const { imported, reference, awarded } = facts.known;
    const mine = actor.kind === "system" || holdsRole(actor, "finance", facts.known.leadPark, moment.now);
    if (!mine) return { problems: [place(line, { name: "call", code: "not-your-call" })] };
    if (imported?.hash !== hashOfRow(row, deps.digest))
      return { problems: [place(line, { name: "old_reference", code: "other-content" })] };
    const award = awarded?.amount ?? 0;
    return {
      voucher: {
        line,
        oldReference: row.old_reference,
        caseId: input.caseId,
        reference,
        known: true,
        currency: awarded?.currency ?? "",
        award,
        left: award,
      },
    };
  }
  if ("faults" in planned) {
    // Whose park it is not learns nothing of its parties.
    const foreign = planned.faults.filter(({ code }) => code === "not-your-call");
    const told = foreign.length > 0 ? foreign : planned.faults;
    return { problems: told.map((fault) => place(line, fault)) };
  }
  const { award, left } = planned.plan;
  return {
    voucher: {
      line,
      oldReference: row.old_reference,
      caseId: input.caseId,
      known: false,
      currency: award.currency,
      award: award.amount,
      left: left.amount,
    },
  };
}

/** An empty cell is one fault, however many rules it breaks. */
function unique(problems: readonly ImportProblem[]): ImportProblem[] {
  return [...new Map(problems.toReversed().map((one) => [`${one.line} ${one.column}`, one])).values()].reverse();
}
