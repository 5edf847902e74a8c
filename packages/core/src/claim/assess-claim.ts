/** The manager accepts a claim in full or in part; what is payable follows from the arithmetic, never from a typed figure. */
import * as z from "zod";
import type { CaseFile } from "../file/file.ts";
import { keptOf } from "../file/file-facts.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { isZero, moneySchema } from "../kernel/money.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { organisationOf } from "../organisation/family.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { readUse, requireCase, requireClaim, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { arithmeticOf } from "./arithmetic.ts";
import { refuseBarred } from "./barred.ts";
import { type Claim, waiverSchema } from "./claim.ts";
import { refuseOtherAnswer } from "./other-answer.ts";
import { demandShareProof } from "./own-share.ts";
import { filedWith, workPaidFor } from "./supplement.ts";
import { withholdingOf } from "./withholding.ts";

export const assessClaimInput = z.object({
  caseId: caseIdSchema,
  /** Every line once: accepted net cost, minor units of the invoice's currency. */
  lines: z
    .array(z.object({ line: z.number().int().min(1), net: z.number().int().min(0) }))
    .min(1)
    .max(20),
  /** Minor units of the voucher's currency that the SME proved to have paid to the provider: its own share, or all where it is reimbursed. */
  paidByApplicant: z.number().int().min(0),
  /** Public money that the SME has for the same cost from elsewhere, minor units of the voucher's currency. */
  otherSupport: z.number().int().min(0).default(0),
  /** Where the provider brought the authority's leave to withhold less tax. */
  waiver: waiverSchema.optional(),
  /** Needed as soon as anything is cut. */
  reason: z.string().trim().max(2000).default(""),
  noInterest: z.literal(true),
});
export type AssessClaimInput = z.infer<typeof assessClaimInput>;

export const assessClaimResult = z.object({
  outcome: z.literal("assessed"),
  claim: z.number().int(),
  acceptedNet: moneySchema,
  payable: moneySchema,
});
export type AssessClaimResult = z.infer<typeof assessClaimResult>;

interface Facts extends UseFacts {
  /** Where the provider resides. */
  readonly providerCountry?: string | undefined;
  readonly files?: readonly CaseFile[];
}

/** @throws as `arithmeticOf`, `withholdingOf` and `demandShareProof` do; conflict `claim.waiver-missing` without the document of the waiver. */
export const assessClaim = verb({
  name: "claim.assess",
  input: assessClaimInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const [facts, files] = await Promise.all([readUse(reader, caseId), reader.list("file", { caseId })]);
    return { ...facts, files, providerCountry: await readProviderCountry(reader, facts.voucher) };
  },
  decide(facts: Facts, actor, input, moment): Decision<AssessClaimResult> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const { voucher, call } = requireVoucher(facts);
    const claim = requireClaim(facts.claims);
    refuseBarred(person, claim);
    const task = openOrRepeated(facts.tasks, "check-claim", undefined, actor, "assessed");
    if (task === undefined) {
      if (claim.assessment === undefined || !isSame(claim.assessment, input))
        refuseOtherAnswer(facts.tasks, "check-claim");
      const { acceptedNet, payable } = claim.assessment;
      return { changes: [], result: { outcome: "assessed", claim: claim.claim, acceptedNet, payable } };
    }
    const arithmetic = arithmeticOf(facts, input, moment.network);
    const { lines, acceptedNet, acceptedVat, cost, paidByApplicant, payable, ungranted, stacking } = arithmetic;
    if (isZero(payable)) throw new DomainError("invalid", "claim.nothing-payable", { acceptedNet, left: voucher.left });
    const cut = lines.some(({ line, accepted }) => accepted.amount < (claim.lines[line - 1]?.net.amount ?? 0));
    if (cut && input.reason === "") throw new DomainError("invalid", "claim.reason-needed");
    const { waiver } = input;
    const { providerCountry } = facts;
    const withholding = withholdingOf(
      { ...workPaidFor(claim, facts.claims, lines, cost), providerCountry, waiver },
      call,
      moment,
    );
    if (waiver !== undefined) demandWaiver(facts, claim);
    demandShareProof(facts.files ?? [], claim, paidByApplicant);
    const value: Claim = {
      ...claim,
      status: "assessed",
      refusal: undefined,
      assessment: {
        by: person.personId,
        at: moment.now,
        lines,
        acceptedNet,
        ...(isZero(acceptedVat) ? {} : { acceptedVat }),
        ...(stacking === undefined ? {} : { otherSupport: stacking.otherSupport }),
        ...(stacking === undefined || isZero(stacking.supportBefore) ? {} : { supportBefore: stacking.supportBefore }),
        paidByApplicant,
        payable,
        ...(ungranted === undefined ? {} : { ungranted }),
        ...(withholding.length === 0 ? {} : { withholding }),
        reason: input.reason,
      },
    };
    const closing = answerTask(task, { outcome: "assessed", round: task.round }, actor, moment);
    return {
      changes: [{ op: "replace", name: "claim", value }, ...closing.changes],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "claim.assessed",
          facts: {
            claim: claim.claim,
            acceptedNet: acceptedNet.amount,
            payable: payable.amount,
            currency: payable.currency,
          },
        },
      ],
      effects: closing.effects,
      result: { outcome: "assessed", claim: claim.claim, acceptedNet, payable },
    };
  },
});

/** The provider's country of residence is that of its address: of the record that was kept, where records were merged. */
export async function readProviderCountry(
  reader: Pick<Reader, "get">,
  voucher: Pick<Voucher, "providerId"> | undefined,
): Promise<string | undefined> {
  if (voucher === undefined) return undefined;
  return (await organisationOf(reader, voucher.providerId))?.address.country;
}

function demandWaiver({ files = [] }: Facts, claim: Claim): void {
  const numbers = filedWith(claim);
  const waivers = keptOf(files, "evidence").filter(({ slot }) => slot === "tax-waiver");
  if (!waivers.some((file) => file.claim !== undefined && numbers.includes(file.claim)))
    throw new DomainError("conflict", "claim.waiver-missing", { claim: claim.claim });
}

function isSame(assessment: NonNullable<Claim["assessment"]>, input: AssessClaimInput): boolean {
  const { paidByApplicant, reason, withholding, otherSupport } = assessment;
  const waiver = withholding?.[0]?.waiver;
  const accepted = assessment.lines.map((one) => [one.line, one.accepted.amount]);
  const given = input.lines.toSorted((a, b) => a.line - b.line).map(({ line, net }) => [line, net]);
  return (
    JSON.stringify([accepted, paidByApplicant.amount, reason, waiver, otherSupport?.amount]) ===
    JSON.stringify([
      given,
      input.paidByApplicant,
      input.reason,
      input.waiver,
      // Where no limit asks for it, it changes nothing.
      otherSupport === undefined ? undefined : input.otherSupport,
    ])
  );
}
