/** Reads a whole file of running vouchers: all that is wrong is told at once and nothing is done; else each is taken over by its own commit. */
import * as z from "zod";
import { type ImportLine, type ImportRun, importLineSchema } from "../../import/import-run.ts";
import type { Csv, Looked, Taken } from "../../import/kind.ts";
import { type Found, lookAtRows } from "../../import/look-at-rows.ts";
import type { Actor, PersonActor } from "../../kernel/actor.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import { money, subtract } from "../../kernel/money.ts";
import { momentOf, perform } from "../../kernel/perform.ts";
import { csvRows } from "../../payment/csv-cells.ts";
import type { Deps } from "../../port/deps.ts";
import { hashOfRow, importInput, importVoucher, readImport } from "./import-voucher.ts";
import {
  type ImportProblem,
  importProblemSchema,
  type ProblemCode,
  readVoucherFile,
  rowSchema,
  type VoucherFile,
  type VoucherRow,
} from "./voucher-file.ts";
import { type ImportFacts, mayBring, planVoucher, type VoucherPlan } from "./voucher-plan.ts";

export const importReportSchema = z.object({
  /** Nothing was done: it was only looked at, or something is wrong. */
  dryRun: z.boolean(),
  problems: z.array(importProblemSchema),
  vouchers: z.array(
    importLineSchema.pick({ line: true, known: true, currency: true, left: true }).extend({
      oldReference: z.string(),
      caseId: caseIdSchema,
      /** Absent while it is not taken over. */
      reference: z.string().optional(),
      /** Minor units. */
      award: z.number().int(),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** The operator alone: a person's file waits for a second person. The same file twice is nothing new. */
export async function importVouchers(deps: Deps, actor: Actor, csv: string, dryRun: boolean): Promise<ImportReport> {
  const file = readVoucherFile(csvRows(csv));
  const { problems, lines } = await lookAll(deps, actor, file, undefined);
  const vouchers = lines.map(({ line, reference, caseId, taken, known, currency, awarded, left }) => ({
    line,
    oldReference: reference,
    caseId: caseIdSchema.parse(caseId),
    ...(taken === undefined ? {} : { reference: taken }),
    known,
    currency,
    award: awarded,
    left,
  }));
  if (dryRun || problems.length > 0) return { dryRun: true, problems, vouchers };
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

/** A dry run of vouchers of the park's own calls. */
export async function lookAtVouchers(deps: Deps, actor: Actor, parkId: string, rows: Csv): Promise<Looked> {
  const file = readVoucherFile(rows);
  return { ...(await lookAll(deps, actor, file, parkId)), content: file.rows.map(({ row }) => row) };
}

/** One line of a run that two people stand for, once. */
export async function takeVoucher(deps: Deps, actor: PersonActor, run: ImportRun, line: ImportLine): Promise<Taken> {
  const { parkId, importId } = run;
  const input = importInput(rowSchema.parse(line.row), await deps.network.current(), deps.digest);
  return perform(deps, actor, `${importId}:${line.line}`, importVoucher, {
    ...input,
    from: { parkId, importId, line: line.line },
  });
}

async function lookAll(
  deps: Deps,
  actor: Actor,
  file: VoucherFile,
  parkId: string | undefined,
): Promise<{ problems: ImportProblem[]; lines: ImportLine[] }> {
  const { problems, lines } = await lookAtRows(file, (line, row) => look(deps, actor, line, row, file.place, parkId));
  return { problems, lines: lines.map(({ found }) => found) };
}

/** As the verb will see it, without doing it. */
async function look(
  deps: Deps,
  actor: Actor,
  line: number,
  row: VoucherRow,
  place: VoucherFile["place"],
  parkId: string | undefined,
): Promise<Found<ProblemCode>> {
  const network = await deps.network.current();
  const input = importInput(row, network, deps.digest);
  const facts = await readImport(deps.store, input);
  const moment = momentOf(deps, deps.ids.ulid(), network);
  const planned = planVoucher(facts, row, actor, moment);
  const leadPark = facts.known?.leadPark ?? facts.call?.leadPark;
  // Whose park it is not learns nothing of its parties.
  if (leadPark !== undefined && (!mayBring(actor, leadPark, moment.now) || (parkId ?? leadPark) !== leadPark))
    return { problems: [place(line, { name: "call", code: "not-your-call" })] };
  if (facts.known !== undefined) {
    if (facts.known.imported?.hash !== hashOfRow(row, deps.digest))
      return { problems: [place(line, { name: "old_reference", code: "other-content" })] };
    return { found: lineBefore(line, row, facts, facts.known) };
  }
  if ("faults" in planned) return { problems: planned.faults.map((fault) => place(line, fault)) };
  return { found: lineOf(line, row, input.caseId, planned.plan) };
}

function lineBefore(
  line: number,
  row: VoucherRow,
  { applicant, provider }: ImportFacts,
  { caseId, reference: taken, awarded, applicantName, applicantId, providerId }: NonNullable<ImportFacts["known"]>,
): ImportLine {
  const parties = [applicant?.organisationId ?? applicantId, provider?.organisationId ?? providerId];
  return {
    line,
    row,
    reference: row.old_reference,
    party: applicantName,
    organisationIds: parties.flatMap((id) => id ?? []),
    caseId,
    known: true,
    currency: awarded?.currency ?? "",
    awarded: awarded?.amount ?? 0,
    paid: 0,
    left: awarded?.amount ?? 0,
    figures: [],
    taken,
  };
}

function lineOf(line: number, row: VoucherRow, caseId: ImportLine["caseId"], plan: VoucherPlan): ImportLine {
  const { applicant, provider, award, left, shares } = plan;
  return {
    line,
    row,
    reference: row.old_reference,
    party: applicant.legalName,
    organisationIds: [applicant.organisationId, provider.organisationId],
    caseId,
    known: false,
    currency: award.currency,
    awarded: award.amount,
    paid: subtract(award, left).amount,
    left: left.amount,
    figures: shares.map(({ share: { ledger, amount, parkId }, paid }) => ({
      parkId,
      fundId: ledger.fundId,
      year: ledger.budgetYear,
      currency: amount.currency,
      awarded: amount.amount,
      paid,
      left: subtract(amount, money(paid, amount.currency)).amount,
    })),
  };
}
