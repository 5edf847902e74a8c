/** The order of a rolling call: money is offered in order of complete submission, and who is passed over is passed over knowingly. */
import { unproposedStatuses } from "../application/case.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { money, multiplyRate } from "../kernel/money.ts";
import type { Row } from "../row/row.ts";

export interface Queue {
  /** Cases that were submitted earlier and may still want money. */
  readonly earlier: number;
  /** What they ask of this budget, minor units. */
  readonly asked: number;
}

/** @param percent the part of each request that this budget bears. */
export function queueBefore(
  rows: readonly Row[],
  caseId: CaseId,
  submittedAt: Instant | undefined,
  percent: number,
): Queue {
  const earlier = rows.filter(
    (row) =>
      row.caseId !== caseId &&
      unproposedStatuses.includes(row.status) &&
      row.submittedAt !== undefined &&
      submittedAt !== undefined &&
      row.submittedAt < submittedAt,
  );
  const asked = earlier.reduce(
    (sum, row) => sum + multiplyRate(money(row.requested ?? 0, row.currency ?? "EUR"), { percent }).amount,
    0,
  );
  return { earlier: earlier.length, asked };
}
