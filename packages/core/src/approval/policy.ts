/** What a park's approval policy demands of an answer: how many people, and above a limit a fresh second factor (domain §12). */
import type { Proposal } from "../decision/proposal.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Money } from "../kernel/money.ts";
import type { ApprovalPolicy } from "../network/fund.ts";
import { approvalPolicyFor, type NetworkFile } from "../network/network-file.ts";
import { requireFresh } from "../sign-in/step-up.ts";

/** What the park would pay. @throws not_found `approval.not-a-payer`. */
function shareOf(proposal: Pick<Proposal, "shares">, parkId: string): Money {
  const share = proposal.shares.find((one) => one.parkId === parkId);
  if (share === undefined) throw new DomainError("not_found", "approval.not-a-payer", { parkId });
  return share.amount;
}

/** The row that the park's share falls under; of a rejection, the row of nothing. */
export function policyOf(proposal: Pick<Proposal, "shares">, parkId: string, network: NetworkFile): ApprovalPolicy {
  return approvalPolicyFor(network, parkId, "voucher", shareOf(proposal, parkId));
}

/** @throws forbidden `second-factor.stale` with how fresh it must be. */
export function demandFreshFactor(
  policy: ApprovalPolicy,
  proposal: Pick<Proposal, "shares">,
  person: PersonActor,
  parkId: string,
  now: Instant,
): void {
  const { secondFactorFrom } = policy;
  if (secondFactorFrom === undefined || shareOf(proposal, parkId).amount < secondFactorFrom) return;
  requireFresh(person, now, { from: secondFactorFrom });
}
