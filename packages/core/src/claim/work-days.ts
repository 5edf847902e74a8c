/** Within which days work is done that is claimed, and until when it is claimed (domain §5). */
import type { Call } from "../call/call.ts";
import { DomainError } from "../kernel/error.ts";
import { addDays, type Instant, toZonedDateString } from "../kernel/instant.ts";
import type { Voucher } from "../voucher/voucher.ts";

/** Days after validity in which a report is still taken (domain §5). */
const filingDays = 30;

/** Domain §17.7: a report two days late is taken within the filing window, if the work itself was finished in time. */
export function demandInTime(voucher: Voucher, finished: string, today: string, zone: string, now: Instant): void {
  const lastDay = toZonedDateString(voucher.expires, zone);
  if (now > addDays(voucher.expires, filingDays, zone))
    throw new DomainError("conflict", "voucher.expired", { expires: voucher.expires });
  if (finished > today) throw new DomainError("invalid", "claim.finished-in-future", { workFinishedOn: finished });
  if (finished > lastDay)
    throw new DomainError("invalid", "claim.finished-after-expiry", {
      workFinishedOn: finished,
      expires: voucher.expires,
    });
}

/**
 * Where no work may begin before the award, the claimant says when it began; nobody else knows.
 * @param first as `firstDayOf`
 * @throws invalid `claim.begun-missing`, `claim.begun-before-award` with the first day, `claim.begun-after-finish`.
 */
export function demandBegunInTime(
  { workBegunOn, workFinishedOn }: { workBegunOn?: string | undefined; workFinishedOn: string },
  { notBegunBefore }: Pick<Call, "notBegunBefore">,
  first: string,
): void {
  const held = notBegunBefore === "award";
  if (workBegunOn === undefined) {
    if (held) throw new DomainError("invalid", "claim.begun-missing", { awarded: first });
    return;
  }
  if (held && workBegunOn < first)
    throw new DomainError("invalid", "claim.begun-before-award", { workBegunOn, awarded: first });
  if (workBegunOn > workFinishedOn)
    throw new DomainError("invalid", "claim.begun-after-finish", { workBegunOn, workFinishedOn });
}
