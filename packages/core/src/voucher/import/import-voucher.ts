/** A running voucher moves in: case, voucher, opening balances and aid of its own day, in one commit, once (domain §13). */
import * as z from "zod";
import type { AidGrant } from "../../aid/group.ts";
import { headroomsOf } from "../../aid/headroom.ts";
import { readAid } from "../../aid/read-aid.ts";
import { drawHistory } from "../../aid/reserve.ts";
import { rowsOf } from "../../application/move.ts";
import { callIdOf } from "../../call/create-call.ts";
import type { PayerShare } from "../../call/shares.ts";
import { importIdSchema } from "../../import/import-run.ts";
import { namedOrganisation } from "../../import/named-organisation.ts";
import { requireSecondPerson } from "../../import/second-person.ts";
import { requireOperator } from "../../kernel/actor.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { DomainError } from "../../kernel/error.ts";
import { type CaseId, caseIdSchema, type OrganisationId, type PersonId } from "../../kernel/id.ts";
import { money } from "../../kernel/money.ts";
import { namedId } from "../../kernel/named-id.ts";
import { type Decision, type Moment, verb } from "../../kernel/verb.ts";
import { bookKeyOf } from "../../ledger/book.ts";
import { bookWithGiven, readGivenBook } from "../../ledger/given.ts";
import { emptyShare, type PostingDraft } from "../../ledger/posting.ts";
import type { NetworkFile } from "../../network/network-file.ts";
import { organisationOf as keptOf } from "../../organisation/family.ts";
import { canonicalEmail } from "../../person/person.ts";
import type { Change, Reader } from "../../port/store.ts";
import { startWorkflow } from "../../task/start-workflow.ts";
import { countIssued } from "../count-issued.ts";
import { caseOf, partiesOf, voucherOf } from "./imported-case.ts";
import { rowSchema, type VoucherRow } from "./voucher-file.ts";
import { type ImportFacts, planVoucher, type VoucherPlan } from "./voucher-plan.ts";

/** The ids that a row names are worked out beforehand: they follow from public names by the network's rules. */
export const importVoucherInput = z.object({
  caseId: caseIdSchema,
  row: rowSchema,
  callId: z.string(),
  applicantId: z.string(),
  providerId: z.string(),
  /** The line of the run that brings it; absent where the operator does. */
  from: z.object({ parkId: z.string(), importId: importIdSchema, line: z.number().int() }).optional(),
});
export type ImportVoucherInput = z.infer<typeof importVoucherInput>;
export const importVoucherResult = z.object({ caseId: caseIdSchema, reference: z.string(), known: z.boolean() });

/** The same old reference in the same call is the same case, however often its file is read. */
export function importInput(
  row: VoucherRow,
  network: NetworkFile,
  digest: (text: string) => string,
): ImportVoucherInput {
  const organisation = (scheme: string, number: string) => namedOrganisation(network, scheme, number, digest);
  return {
    caseId: namedId("app", `${row.call}/${row.old_reference}`, digest),
    row,
    callId: callIdOf(row.call, digest),
    applicantId: organisation(row.applicant_scheme, row.applicant_number),
    providerId: organisation(row.provider_scheme, row.provider_number),
  };
}

export async function readImport(reader: Reader, input: ImportVoucherInput): Promise<ImportFacts> {
  const { caseId, row, from } = input;
  const organisationOf = async (id: string) => (id === "" ? undefined : keptOf(reader, id as OrganisationId));
  const [known, call, applicant, provider, run] = await Promise.all([
    reader.get("case", { caseId }),
    reader.get("call", { callId: input.callId as `call_${string}` }),
    organisationOf(input.applicantId),
    organisationOf(input.providerId),
    from === undefined ? undefined : reader.get("importRun", { parkId: from.parkId, importId: from.importId }),
  ]);
  const [contactId, providerContactId, { aidGroup, aidGrants }, books] = await Promise.all([
    memberWith(reader, row.contact_email, applicant?.organisationId),
    memberWith(reader, row.provider_email, provider?.organisationId),
    applicant === undefined ? { aidGroup: undefined, aidGrants: [] } : readAid(reader, applicant, caseId),
    Promise.all((call?.payers ?? []).map(({ ledger }) => readGivenBook(reader, ledger))),
  ]);
  return {
    call,
    known,
    run,
    applicant,
    provider,
    contactId,
    providerContactId,
    aidGroup,
    aidGrants,
    books: books.flatMap((book) => book ?? []),
  };
}

async function memberWith(
  reader: Reader,
  email: string,
  organisationId: OrganisationId | undefined,
): Promise<PersonId | undefined> {
  if (organisationId === undefined || email === "") return undefined;
  const found = await reader.get("email", { email: canonicalEmail(email) });
  if (found === undefined) return undefined;
  const { personId } = found;
  return (await reader.get("membership", { personId, organisationId })) === undefined ? undefined : personId;
}

/** What of a row makes it the same row again. */
export function hashOfRow(row: VoucherRow, digest: Moment["digest"]): string {
  return digest(canonicalJson(row));
}

/** The operator, or the second person of a run of the call's lead park. @throws forbidden `import.second-person`; invalid `import.row` where a cell cannot be right; conflict `import.other-content`. */
export const importVoucher = verb({
  name: "voucher.import",
  input: importVoucherInput,
  read: (reader: Reader, input) => readImport(reader, input),
  decide(facts: ImportFacts, actor, { caseId, row, from }, moment): Decision<z.infer<typeof importVoucherResult>> {
    if (actor.kind === "system") requireOperator(actor);
    else requireSecondPerson(facts.run, actor, facts, moment.now);
    const planned = planVoucher(facts, row, actor, moment);
    if ("faults" in planned && planned.faults.some(({ code }) => code === "not-your-call"))
      throw new DomainError("forbidden", "actor.role-needed", { role: "finance", parkId: facts.call?.leadPark });
    const hash = hashOfRow(row, moment.digest);
    if (facts.known !== undefined) {
      if (facts.known.imported?.hash !== hash)
        throw new DomainError("conflict", "import.other-content", { reference: facts.known.reference });
      return { changes: [], result: { caseId, reference: facts.known.reference, known: true } };
    }
    if ("faults" in planned) throw new DomainError("invalid", "import.row", { faults: planned.faults });
    const { plan } = planned;
    const line = from === undefined ? undefined : { importId: from.importId, line: from.line };
    const one = caseOf(plan, caseId, row, hash, moment, line);
    return {
      changes: [
        { op: "create", name: "case", value: one },
        { op: "create", name: "reference", value: { reference: one.reference, caseId, version: 0 } },
        ...rowsOf(one).map((value): Change => ({ op: "put", name: "row", value })),
        ...partiesOf(one, plan, row),
        { op: "create", name: "voucher", value: voucherOf(one, plan) },
        ...sharesAndBooks(plan, facts, caseId),
        ...aidOf(plan, facts, caseId, moment),
        ...countIssued(facts.aidGroup),
      ],
      postings: openingPostings(plan, caseId, row),
      events: [
        {
          stream: caseId,
          caseId,
          type: "voucher.imported",
          to: one.status,
          facts: {
            oldReference: row.old_reference,
            award: plan.award.amount,
            left: plan.left.amount,
            currency: plan.award.currency,
          },
        },
      ],
      effects: [startWorkflow(one)],
      result: { caseId, reference: one.reference, known: false },
    };
  },
});

function sharesAndBooks({ shares }: VoucherPlan, { books }: ImportFacts, caseId: CaseId): Change[] {
  return shares.flatMap(({ share: { ledger } }): Change[] => {
    const book = books.find(({ bookKey }) => bookKey === bookKeyOf(ledger).bookKey);
    return [{ op: "create", name: "share", value: emptyShare(caseId, ledger) }, bookWithGiven(book, ledger)];
  });
}

/** An opening balance brings its own appropriation, as what is carried into a year does: every identity holds at once. */
function openingPostings({ shares }: VoucherPlan, caseId: CaseId, row: VoucherRow): PostingDraft[] {
  const memo = `taken over from ${row.old_reference}`;
  return shares
    .flatMap(({ share: { ledger, amount }, paid }): PostingDraft[] => [
      { ledger, to: "committed", from: "appropriation", amount: amount.amount - paid, caseId, memo },
      { ledger, to: "disbursed", from: "appropriation", amount: paid, caseId, memo },
    ])
    .filter(({ amount }) => amount > 0);
}

/**
 * The right arose when it was granted: the aid counts from that day, whether or not a ceiling would leave room for it now.
 * What was paid before the move stands by itself, as an earlier award: nothing that happens to the rest can lower it.
 */
function aidOf(plan: VoucherPlan, { aidGroup }: ImportFacts, caseId: CaseId, moment: Moment): Change[] {
  if (aidGroup === undefined) return [];
  const { aidGroupId } = aidGroup;
  const parts = plan.shares.map(({ share, paid }) => ({ share, paid, left: share.amount.amount - paid }));
  const grants = [
    ...grantsOf(plan, parts, "left", caseId, aidGroupId, moment),
    ...grantsOf(plan, parts, "paid", namedId("app", `${caseId}/paid before`, moment.digest), aidGroupId, moment),
  ];
  if (grants.length === 0) return [];
  const asked = grants.reduce((total, { amount }) => total + amount, 0);
  return [...grants.map((value): Change => ({ op: "create", name: "aidGrant", value })), drawHistory(aidGroup, asked)];
}

function grantsOf(
  plan: VoucherPlan,
  parts: readonly { readonly share: PayerShare; readonly left: number; readonly paid: number }[],
  which: "left" | "paid",
  caseId: CaseId,
  aidGroupId: AidGrant["aidGroupId"],
  moment: Moment,
): AidGrant[] {
  const shares = parts
    .filter((part) => part[which] > 0)
    .map(({ share, ...amounts }) => ({ ...share, amount: money(amounts[which], share.amount.currency) }));
  const { network } = moment;
  return headroomsOf({ network, day: plan.grantedOn, shares, grants: [], declared: [], cost: plan.price })
    .filter(({ state }) => state === "assessed")
    .flatMap(({ asks, basis, jurisdiction, currency = "" }) =>
      asks.map(({ parkId, amount }) => ({
        aidGroupId,
        caseId,
        parkId,
        jurisdiction,
        basis,
        amount,
        currency,
        status: "granted" as const,
        date: plan.grantedOn,
        at: moment.now,
        version: 0,
      })),
    );
}
