/** The arithmetic of a claim before it is assessed: what of each line counts, what the SME must have paid, what is payable. */
import * as z from "zod";
import { acceptedLineSchema } from "../claim/claim.ts";
import { acceptLines, type LineDecision, ownShareOf, payableOf } from "../claim/payable.ts";
import type { PersonActor } from "../kernel/actor.ts";
import type { CaseId } from "../kernel/id.ts";
import { money, moneySchema } from "../kernel/money.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { requireClaim, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import { readInside } from "./inside.ts";

export const claimPreviewSchema = z.object({
  lines: z.array(acceptedLineSchema),
  acceptedNet: moneySchema,
  /** Of the accepted cost, what the applicant bears itself. */
  ownShare: moneySchema,
  paidByApplicant: moneySchema,
  left: moneySchema,
  intensity: z.number(),
  pays: z.enum(["provider", "sme"]),
  payable: moneySchema,
});
export type ClaimPreview = z.infer<typeof claimPreviewSchema>;

interface Decisions {
  readonly lines: readonly LineDecision[];
  /** Minor units of the voucher's currency; as much as is its own share if left out. */
  readonly paidByApplicant?: number | undefined;
}

/** For staff of the paying parks. @throws conflict `claim.none`, `voucher.not-issued`; as `acceptLines` does. */
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
  { lines: decisions, paidByApplicant }: Decisions,
  network: NetworkFile,
): ClaimPreview {
  const { voucher, call } = requireVoucher(facts);
  const { left } = voucher;
  const { intensity, pays } = call;
  const lines = acceptLines(requireClaim(facts.claims).lines, decisions, left.currency, network);
  const input = { accepted: lines, left, intensity, pays };
  const nothing = money(0, left.currency);
  const { acceptedNet } = payableOf({ ...input, paidByApplicant: nothing });
  const ownShare = ownShareOf(acceptedNet, input);
  const paid = paidByApplicant === undefined ? ownShare : money(paidByApplicant, left.currency);
  const { payable } = payableOf({ ...input, paidByApplicant: paid });
  return { lines, acceptedNet, ownShare, paidByApplicant: paid, left, intensity, pays, payable };
}
