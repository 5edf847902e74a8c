/** The arithmetic of a claim before it is assessed: what of each line counts, what the SME must have paid, what is payable. */
import * as z from "zod";
import { arithmeticOf, type Decisions } from "../claim/arithmetic.ts";
import { readProviderCountry } from "../claim/assess-claim.ts";
import { acceptedLineSchema, type Waiver, type Withholding } from "../claim/claim.ts";
import { drawOf } from "../claim/draw.ts";
import { workPaidFor } from "../claim/supplement.ts";
import { taxOf, withholdingOf } from "../claim/withholding.ts";
import type { PersonActor } from "../kernel/actor.ts";
import type { CaseId } from "../kernel/id.ts";
import { type Money, moneySchema, subtract } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import { intensityOf } from "../voucher/voucher.ts";
import { readInside } from "./inside.ts";

export const claimPreviewSchema = z.object({
  lines: z.array(acceptedLineSchema),
  acceptedNet: moneySchema,
  /** VAT that counts as cost under this call. */
  acceptedVat: moneySchema,
  /** Of the accepted cost, what the applicant still has to prove. */
  ownShare: moneySchema,
  paidByApplicant: moneySchema,
  /** What claims before this one came to; absent where there were none. */
  earlier: z.object({ cost: moneySchema, payable: moneySchema, paidByApplicant: moneySchema }).optional(),
  /** The claim of which this one is what was cut, and what that came to. */
  supplemented: z.object({ claim: z.number().int(), cost: moneySchema, payable: moneySchema }).optional(),
  /** A further claim follows. */
  interim: z.boolean(),
  left: moneySchema,
  intensity: z.number(),
  pays: z.enum(["provider", "sme"]),
  /** Where a limit holds over all claims: other public money stated with this one, and with those before it. */
  stacking: z
    .object({ percent: z.number(), otherSupport: moneySchema, supportBefore: moneySchema, room: moneySchema })
    .optional(),
  /** What redress granted of it in part: no more is paid. */
  most: moneySchema.optional(),
  payable: moneySchema,
  /** Per park that must withhold: gross, the part for services rendered in its country, the tax on it, and what the provider gets. */
  withheld: z
    .array(
      z.object({
        parkId: z.string(),
        country: z.string(),
        percent: z.number(),
        source: z.string(),
        gross: moneySchema,
        taxed: moneySchema,
        tax: moneySchema,
        net: moneySchema,
      }),
    )
    .optional(),
});
export type ClaimPreview = z.infer<typeof claimPreviewSchema>;

/** For staff of the paying parks. @throws as `arithmeticOf` does. */
export async function readClaimPreview(
  deps: Deps,
  actor: PersonActor,
  caseId: CaseId,
  decisions: Decisions & { readonly waiver?: Waiver | undefined },
): Promise<ClaimPreview> {
  const { items } = await readInside(deps, actor, caseId);
  const one = items.case[0];
  const call = one === undefined ? undefined : await deps.store.get("call", { callId: one.callId });
  const [voucher] = items.voucher;
  const facts = {
    call,
    voucher,
    claims: items.claim,
    shares: items.share,
    providerCountry: await readProviderCountry(deps.store, voucher),
  };
  return claimPreviewOf(facts, decisions, { network: await deps.network.current(), now: deps.clock.now() });
}

interface PreviewFacts extends Pick<UseFacts, "call" | "voucher" | "claims" | "shares"> {
  readonly providerCountry: string | undefined;
}

export function claimPreviewOf(
  facts: PreviewFacts,
  decisions: Decisions & { readonly waiver?: Waiver | undefined },
  moment: Pick<Moment, "network" | "now">,
): ClaimPreview {
  const { voucher, call } = requireVoucher(facts);
  const {
    claim,
    earlier: before,
    supplemented,
    cost,
    ungranted: _,
    ...shown
  } = arithmeticOf(facts, decisions, moment.network);
  const { providerCountry } = facts;
  const { ungranted: __, ...earlier } = before;
  const withholding = withholdingOf(
    { ...workPaidFor(claim, facts.claims, shown.lines, cost), providerCountry, waiver: decisions.waiver },
    call,
    moment,
  );
  return {
    ...shown,
    ...(earlier.cost.amount === 0 ? {} : { earlier }),
    ...(claim.supplementTo === undefined || supplemented === undefined
      ? {}
      : {
          supplemented: { claim: claim.supplementTo, cost: supplemented.cost, payable: supplemented.payable },
        }),
    ...(claim.most === undefined ? {} : { most: claim.most }),
    interim: claim.interim === true,
    intensity: intensityOf(voucher, call),
    pays: call.pays,
    ...(withholding.length === 0 ? {} : { withheld: withheldOf(facts, shown.payable, withholding, moment.network) }),
  };
}

function withheldOf(
  facts: PreviewFacts,
  payable: Money,
  withholding: readonly Withholding[],
  network: NetworkFile,
): NonNullable<ClaimPreview["withheld"]> {
  const { voucher, call } = requireVoucher(facts);
  return drawOf(payable, voucher.left, call.payers, facts.shares).flatMap(({ share: { parkId }, amount }) => {
    const found = taxOf(amount, parkId, withholding, network);
    if (found === undefined) return [];
    const { row, taxed, tax } = found;
    const { country, percent, source } = row;
    return [{ parkId, country, percent, source, gross: amount, taxed, tax, net: subtract(amount, tax) }];
  });
}
