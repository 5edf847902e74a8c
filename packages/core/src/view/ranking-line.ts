/** The only place that draws the line of the lead park's money through a ranking, and knows what its cases hold of that money already. */
import { unproposedStatuses } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import type { Row } from "../row/row.ts";

export interface LeadMoney {
  readonly sharePercent: number;
  /** Free in the budget of the lead park, minor units; absent where it gave the call none. */
  readonly free?: number;
  /** What each case that is proposed or decided holds of it, paid or not; 0 where that is nothing. */
  readonly held: ReadonlyMap<CaseId, number>;
}

export async function readLeadMoney(
  { store }: Deps,
  call: Call,
  rows: readonly Pick<Row, "caseId" | "status">[],
): Promise<LeadMoney> {
  const lead = call.payers.find(({ parkId }) => parkId === call.leadPark);
  const proposed = rows.filter(({ status }) => !unproposedStatuses.includes(status));
  const [budget, held] = await Promise.all([
    lead === undefined ? undefined : store.get("budget", { ledger: lead.ledger }),
    Promise.all(
      proposed.map(async ({ caseId }) => {
        const shares = await store.list("share", { caseId, parkId: call.leadPark });
        const of = shares.map((one) => one.reserved + one.committed + one.payable + one.disbursed);
        return [caseId, of.reduce((sum, amount) => sum + amount, 0)] as const;
      }),
    ),
  ]);
  return {
    sharePercent: lead?.sharePercent ?? 100,
    ...(budget === undefined ? {} : { free: budget.available }),
    held: new Map(held),
  };
}

/** Cases in the order of a ranking: what each still wants of the call, minor units, 0 where it is decided, and its mean in percent. */
export type Ordered = readonly { readonly wants: number; readonly mean?: number | undefined }[];

/** Until which place the lead park's money carries its share; undefined where it carries all, or there is no budget. */
export function lineOf(
  ordered: Ordered,
  money: number | undefined,
  sharePercent: number,
  threshold: number,
): number | undefined {
  if (money === undefined) return undefined;
  let left = money;
  for (const [at, { wants, mean }] of ordered.entries()) {
    if ((mean ?? 0) < threshold) continue;
    left -= Math.round((wants * sharePercent) / 100);
    if (left < 0) return at;
  }
  return undefined;
}
