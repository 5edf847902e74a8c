/** The arithmetic of a claim before it is assessed: what of each line counts, what the SME must have paid, what is payable. */
import * as z from "zod";
import { arithmeticOf, type Decisions } from "../claim/arithmetic.ts";
import { acceptedLineSchema } from "../claim/claim.ts";
import type { PersonActor } from "../kernel/actor.ts";
import type { CaseId } from "../kernel/id.ts";
import { moneySchema } from "../kernel/money.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
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
  /** A further claim follows. */
  interim: z.boolean(),
  left: moneySchema,
  intensity: z.number(),
  pays: z.enum(["provider", "sme"]),
  stacking: z.object({ percent: z.number(), otherSupport: moneySchema, room: moneySchema }).optional(),
  payable: moneySchema,
});
export type ClaimPreview = z.infer<typeof claimPreviewSchema>;

/** For staff of the paying parks. @throws as `arithmeticOf` does. */
export async function readClaimPreview(
  deps: Deps,
  actor: PersonActor,
  caseId: CaseId,
  decisions: Decisions,
): Promise<ClaimPreview> {
  const { items } = await readInside(deps, actor, caseId);
  const one = items.case[0];
  const call = one === undefined ? undefined : await deps.store.get("call", { callId: one.callId });
  return claimPreviewOf(
    { call, voucher: items.voucher[0], claims: items.claim },
    decisions,
    await deps.network.current(),
  );
}

export function claimPreviewOf(
  facts: Pick<UseFacts, "call" | "voucher" | "claims">,
  decisions: Decisions,
  network: NetworkFile,
): ClaimPreview {
  const { call } = requireVoucher(facts);
  const { claim, earlier, ...shown } = arithmeticOf(facts, decisions, network);
  return {
    ...shown,
    ...(earlier.cost.amount === 0 ? {} : { earlier }),
    interim: claim.interim === true,
    intensity: call.intensity,
    pays: call.pays,
  };
}
