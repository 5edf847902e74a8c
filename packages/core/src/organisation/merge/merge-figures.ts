/** What two records amount to before they are merged and after: people, cases, accounts, and the aid under each ceiling. */
import type { AidGrant, AidGroup } from "../../aid/group.ts";
import { type Headroom, headroomsOf } from "../../aid/headroom.ts";
import { type Case, terminalStatuses } from "../../application/case.ts";
import type { AidBasis } from "../../call/call.ts";
import type { Instant } from "../../kernel/instant.ts";
import { toZonedDateString } from "../../kernel/instant.ts";
import { money } from "../../kernel/money.ts";
import type { NetworkFile } from "../../network/network-file.ts";
import { parkOf } from "../../network/network-file.ts";

export interface CaseFigures {
  /** Sent and not at an end. */
  readonly open: number;
  readonly ended: number;
  /** With a voucher that is not at an end. */
  readonly vouchers: number;
  /** With a claim that a park is checking or paying. */
  readonly claims: number;
}

const claimed: readonly Case["status"][] = [
  "reported",
  "disputed",
  "claim-check",
  "queried",
  "claim-refused",
  "paying",
];
const inUse: readonly Case["status"][] = ["issued", "in-use", "suspended", ...claimed];

export function caseFiguresOf(cases: readonly Pick<Case, "status">[]): CaseFigures {
  const count = (fits: (status: Case["status"]) => boolean) => cases.filter(({ status }) => fits(status)).length;
  const isOver = (status: Case["status"]) => terminalStatuses.includes(status);
  return {
    open: count((status) => status !== "draft" && !isOver(status)),
    ended: count(isOver),
    vouchers: count((status) => inUse.includes(status)),
    claims: count((status) => claimed.includes(status)),
  };
}

/** One ceiling: what counts against it for each record alone, and for both as one undertaking. Minor units. */
export interface CeilingFigures {
  readonly basis: string;
  readonly jurisdiction: string;
  readonly currency: string;
  readonly ceiling: number;
  readonly kept: number;
  readonly merged: number;
  readonly together: number;
  readonly exceeded: boolean;
}

/** Every ceiling that a grant or a reservation of either counts against today. @throws unavailable `rate.none` */
export function ceilingsOf(
  kept: { readonly group: AidGroup | undefined; readonly grants: readonly AidGrant[] },
  merged: { readonly group: AidGroup | undefined; readonly grants: readonly AidGrant[] },
  network: NetworkFile,
  now: Instant,
): CeilingFigures[] {
  const one = kept.group?.aidGroupId === merged.group?.aidGroupId;
  const all = one ? kept.grants : [...kept.grants, ...merged.grants];
  const kinds = new Map(
    all.filter(({ status }) => status !== "freed").map((grant) => [`${grant.basis} ${grant.jurisdiction}`, grant]),
  );
  return [...kinds.values()].flatMap(({ parkId, basis, jurisdiction, currency }) => {
    const day = toZonedDateString(now, parkOf(network, parkId).zone);
    const countOf = (grants: readonly AidGrant[]): Headroom | undefined =>
      headroomsOf({
        network,
        day,
        shares: [{ parkId, jurisdiction, aidBasis: basis as AidBasis, amount: money(0, currency) }],
        grants,
        declared: [],
        cost: money(0, currency),
      })[0];
    const together = countOf(all);
    // A limit by the cost of one activity has no history.
    if (together?.ceiling === undefined || together.row?.limit.kind !== "ceiling") return [];
    const { ceiling, counted = 0, currency: inCurrency = currency } = together;
    return {
      basis,
      jurisdiction,
      currency: inCurrency,
      ceiling,
      kept: countOf(kept.grants)?.counted ?? 0,
      merged: countOf(merged.grants)?.counted ?? 0,
      together: counted,
      exceeded: counted > ceiling,
    };
  });
}
