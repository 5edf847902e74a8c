/** Report and claim are one act of the payee: what was done, when it was finished, and the invoices for it. */
import * as z from "zod";
import { moveCase } from "../application/move.ts";
import type { Call } from "../call/call.ts";
import type { CaseFile } from "../file/file.ts";
import { keptOf } from "../file/file-facts.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, type OrganisationId } from "../kernel/id.ts";
import { instantSchema, toZonedDateString } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import { familyOf } from "../organisation/family.ts";
import type { Change, Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireParty } from "../voucher/party.ts";
import { firstDayOf } from "../voucher/scope.ts";
import { type VoucherChange, withoutProposed, wordsOver } from "../voucher/second-word.ts";
import { payeeOf, readUse, requireCase, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { demandSoundLines } from "./check-lines.ts";
import { type Claim, type ClaimLine, canonicalInvoiceNumber, claimLineSchema, type InvoiceUse } from "./claim.ts";
import { refuseOtherAnswer } from "./other-answer.ts";
import { demandPlaces, rowsAsked } from "./withholding.ts";
import { demandBegunInTime, demandInTime } from "./work-days.ts";

export const fileReportInput = z.object({
  caseId: caseIdSchema,
  report: z.string().trim().min(1).max(8000),
  workFinishedOn: daySchema,
  /** Needed where the call lets no work begin before the award. */
  workBegunOn: daySchema.optional(),
  lines: z.array(claimLineSchema).min(1).max(20),
  /** A further claim follows: what is left of the award stays for it. */
  interim: z.boolean().default(false),
});
export type FileReportInput = z.infer<typeof fileReportInput>;

export const fileReportResult = z.object({
  outcome: z.literal("reported"),
  claim: z.number().int(),
  filedAt: instantSchema,
});
export type FileReportResult = z.infer<typeof fileReportResult>;

interface Facts extends UseFacts, InvoiceFacts {
  readonly files: readonly CaseFile[];
}

export const fileReport = verb({
  name: "claim.file",
  input: fileReportInput,
  async read(reader: Reader, { caseId, lines }): Promise<Facts> {
    const [facts, files] = await Promise.all([readUse(reader, caseId), reader.list("file", { caseId })]);
    return { ...facts, files, ...(await readInvoices(reader, facts.voucher, lines)) };
  },
  decide(facts: Facts, actor, input, moment): Decision<FileReportResult> {
    const one = requireCase(facts);
    const { voucher, call } = requirePayable(facts);
    const person = requireParty(actor, payeeOf(call, voucher), ["owner", "editor", "finance"], one);
    const task = openOrRepeated(facts.tasks, "use", undefined, actor, "reported");
    const latest = [...facts.claims].sort((a, b) => a.claim - b.claim).at(-1);
    if (task === undefined) {
      if (latest === undefined || !isSame(latest, input)) refuseOtherAnswer(facts.tasks, "use");
      return { changes: [], result: { outcome: "reported", claim: latest.claim, filedAt: latest.filedAt } };
    }
    const { zone } = parkOf(moment.network, one.leadPark);
    const today = toZonedDateString(moment.now, zone);
    demandInTime(voucher, input.workFinishedOn, today, zone, moment.now);
    demandBegunInTime(input, call, firstDayOf(one, voucher, call, zone));
    // First the places: by them two lines of one invoice are told apart.
    demandPlaces(input.lines, call, moment);
    demandSoundLines(input.lines, { used: facts.used, today, byPlace: rowsAsked(call, moment).length > 0 });
    const evidence = keptOf(facts.files, "evidence").filter((file) => file.claim === undefined);
    demandEvidence(call, evidence, input.interim);
    const claim: Claim = {
      caseId: one.caseId,
      claim: (latest?.claim ?? 0) + 1,
      report: input.report,
      workFinishedOn: input.workFinishedOn,
      ...(input.workBegunOn === undefined ? {} : { workBegunOn: input.workBegunOn }),
      ...(input.interim ? { interim: true } : {}),
      lines: input.lines,
      filedBy: person.personId,
      filedAt: moment.now,
      status: "filed",
      queries: [],
      sentBack: [],
      version: 0,
    };
    const move = moveCase(one, "reported", {}, moment, {
      type: "claim.filed",
      facts: { claim: claim.claim, lines: claim.lines.length, files: evidence.length },
    });
    // What else was proposed and not agreed is for a voucher in use: it is proposed anew if it is wanted.
    const kept = withoutProposed(voucher, endedByReport);
    const over = wordsOver(facts.tasks, endedByReport, actor, moment);
    const closing = answerTask(task, { outcome: "reported", claim: claim.claim, round: task.round }, actor, moment);
    return {
      changes: [
        ...move.changes,
        { op: "create", name: "claim", value: claim },
        ...useInvoices(voucher, claim, facts.otherIds),
        ...fileWith(evidence, claim.claim),
        ...(kept === voucher ? [] : [{ op: "replace", name: "voucher", value: kept } as const]),
        ...closing.changes,
        ...over.changes,
      ],
      events: move.events,
      effects: [...closing.effects, ...over.effects],
      result: { outcome: "reported", claim: claim.claim, filedAt: moment.now },
    };
  },
});

const endedByReport: readonly VoucherChange[] = ["value", "extension", "scope"];

/** Outsiders learn nothing, so a case without voucher does not exist for them either. */
function requirePayable(facts: UseFacts) {
  if (facts.voucher === undefined) throw new DomainError("not_found", "case.not-found");
  return requireVoucher(facts);
}

/** @throws invalid `claim.evidence-missing` with the kinds that the call asks for and that are not there. */
function demandEvidence(
  { evidence = [] }: Pick<Call, "evidence">,
  files: readonly CaseFile[],
  interim: boolean | undefined,
): void {
  // The company proves its own share with the last claim.
  const wanted = evidence.filter((kind) => kind !== "own-share" || interim !== true);
  const missing = wanted.filter((kind) => !files.some(({ slot }) => slot === kind));
  if (missing.length > 0) throw new DomainError("invalid", "claim.evidence-missing", { missing });
}

/** From now on the files belong to this claim. */
function fileWith(evidence: readonly CaseFile[], claim: number): Change[] {
  return evidence.map(({ caseId, fileId, version }) => ({
    op: "patch",
    name: "file",
    key: { caseId, fileId },
    set: { claim },
    when: { version },
  }));
}

function isSame(claim: Claim, input: FileReportInput): boolean {
  const { report, workFinishedOn, workBegunOn, lines, interim = false } = claim;
  return (
    JSON.stringify([report, workFinishedOn, workBegunOn, lines, interim]) ===
    JSON.stringify([input.report, input.workFinishedOn, input.workBegunOn, input.lines, input.interim])
  );
}

export interface InvoiceFacts {
  /** Earlier uses of the numbers by any claim of the same provider. */
  readonly used: readonly InvoiceUse[];
  /** Other ids of the provider, where records were merged: an invoice number is one among all of them. */
  readonly otherIds: readonly OrganisationId[];
}

export async function readInvoices(
  reader: Reader,
  voucher: Voucher | undefined,
  lines: readonly ClaimLine[],
): Promise<InvoiceFacts> {
  if (voucher === undefined) return { used: [], otherIds: [] };
  const numbers = numbersOf(lines);
  const ids = await familyOf(reader, voucher.providerId);
  const found = await Promise.all(
    ids.flatMap((providerId) =>
      numbers.map((invoiceNumber) => reader.get("invoiceUse", { providerId, invoiceNumber })),
    ),
  );
  return { used: found.flatMap((use) => use ?? []), otherIds: ids.filter((id) => id !== voucher.providerId) };
}

/** Takes the numbers of a claim; of two claims with one number in flight, only one is committed. */
export function useInvoices(
  voucher: Voucher,
  claim: Pick<Claim, "caseId" | "claim" | "lines">,
  otherIds: readonly OrganisationId[],
): Change[] {
  return numbersOf(claim.lines).flatMap((invoiceNumber): Change[] => {
    const { caseId, claim: number } = claim;
    return [
      {
        op: "create",
        name: "invoiceUse",
        value: { providerId: voucher.providerId, invoiceNumber, caseId, claim: number, version: 0 },
      },
      ...otherIds.map(
        (providerId): Change => ({
          op: "check",
          name: "invoiceUse",
          key: { providerId, invoiceNumber },
          when: { caseId: null },
        }),
      ),
    ];
  });
}

/** Lets the numbers of a claim be claimed anew. */
export function freeInvoices(voucher: Voucher, claim: Pick<Claim, "caseId" | "claim" | "lines">): Change[] {
  return numbersOf(claim.lines).map((invoiceNumber) => ({
    op: "remove",
    name: "invoiceUse",
    key: { providerId: voucher.providerId, invoiceNumber },
    when: { caseId: claim.caseId, claim: claim.claim },
  }));
}

/** Each once, however many lines it has. */
function numbersOf(lines: readonly ClaimLine[]): string[] {
  return [...new Set(lines.map((line) => canonicalInvoiceNumber(line.invoiceNumber)))];
}
