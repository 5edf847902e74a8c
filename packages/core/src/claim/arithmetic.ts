/** The whole arithmetic of a claim in hand, from what a manager accepts of each line to what is payable: for preview and assessment alike. */
import { add, compare, type Money, min, money, subtract } from "../kernel/money.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { requireClaim, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import { intensityOf } from "../voucher/voucher.ts";
import { acceptLines, type LineDecision, totalsOf } from "./accept-lines.ts";
import type { AcceptedLine, Claim } from "./claim.ts";
import { type Earlier, earlierOf, ownShareOf, payableOf } from "./payable.ts";
import { stackingPercent, stackingRoom, supportBefore } from "./stacking.ts";
import { supplementedOf } from "./supplement.ts";

export interface Decisions {
  readonly lines: readonly LineDecision[];
  /** Minor units of the voucher's currency; as much as is its own share if left out. */
  readonly paidByApplicant?: number | undefined;
  /** Public money for the same cost from elsewhere, minor units of the voucher's currency. */
  readonly otherSupport?: number | undefined;
}

export interface Arithmetic {
  readonly claim: Claim;
  readonly lines: AcceptedLine[];
  readonly acceptedNet: Money;
  readonly acceptedVat: Money;
  readonly cost: Money;
  /** What of the accepted cost the applicant still has to prove. */
  readonly ownShare: Money;
  readonly paidByApplicant: Money;
  readonly earlier: Earlier;
  /** The claim of which this one is what was cut. */
  readonly supplemented?: Earlier;
  readonly left: Money;
  /** Percent and room where a stacking limit holds. */
  readonly stacking?: {
    readonly percent: number;
    readonly otherSupport: Money;
    /** Stated with earlier claims. */
    readonly supportBefore: Money;
    readonly room: Money;
  };
  readonly payable: Money;
  /** What redress did not grant of it. */
  readonly ungranted?: Money;
}

/** @throws conflict `claim.none`, `voucher.not-issued`; as `acceptLines` does. */
export function arithmeticOf(
  facts: Pick<UseFacts, "call" | "voucher" | "claims">,
  decisions: Decisions,
  network: NetworkFile,
): Arithmetic {
  const { voucher, call } = requireVoucher(facts);
  const claim = requireClaim(facts.claims);
  const { left } = voucher;
  const { currency } = left;
  const countsVat = call.irrecoverableVat === true;
  const lines = acceptLines({ lines: claim.lines, decisions: decisions.lines, currency, countsVat }, network);
  const { cost } = totalsOf(lines, currency);
  const earlier = earlierOf(facts.claims, claim.claim, currency);
  const supplemented = supplementedOf(claim, facts.claims, currency);
  const percent = stackingPercent(call, voucher, network);
  const otherSupport = money(decisions.otherSupport ?? 0, currency);
  const before = supportBefore(claim, facts.claims, currency);
  const room = percent === undefined ? undefined : stackingRoom(percent, cost, add(before, otherSupport), earlier);
  const terms = { left, intensity: intensityOf(voucher, call), pays: call.pays, earlier };
  const ownShare = ownShareOf(cost, terms);
  const paidByApplicant =
    decisions.paidByApplicant === undefined ? ownShare : money(decisions.paidByApplicant, currency);
  const interim = claim.interim === true;
  const { acceptedNet, acceptedVat, payable } = payableOf({
    ...terms,
    accepted: lines,
    paidByApplicant,
    interim,
    supplemented,
    room,
  });
  const granted = claim.most === undefined ? payable : min(payable, claim.most);
  return {
    claim,
    lines,
    acceptedNet,
    acceptedVat,
    cost,
    ownShare,
    paidByApplicant,
    earlier,
    ...(supplemented === undefined ? {} : { supplemented }),
    left,
    ...(percent === undefined || room === undefined
      ? {}
      : { stacking: { percent, otherSupport, supportBefore: before, room } }),
    // What redress granted in part binds whoever assesses it, whatever else is left of the award.
    payable: granted,
    ...(compare(payable, granted) > 0 ? { ungranted: subtract(payable, granted) } : {}),
  };
}
