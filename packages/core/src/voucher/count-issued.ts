/** The only place that counts what a company is issued, on the guard of its undertaking: two releases of one second cannot both be the last that a call allows. */
import type { AidGroup } from "../aid/group.ts";
import type { Call } from "../call/call.ts";
import { DomainError } from "../kernel/error.ts";
import type { Organisation } from "../organisation/organisation.ts";
import type { Change } from "../port/store.ts";

/**
 * One voucher more, or one that is in use again. The count never falls: what lapses leaves room, and whoever counts looks
 * at the vouchers themselves.
 */
export function countIssued(group: AidGroup | undefined): Change[] {
  if (group === undefined) return [];
  const { aidGroupId, membership } = group;
  return [{ op: "add", name: "aidGroup", key: { aidGroupId }, by: { issued: 1 }, when: { membership } }];
}

export interface GrantFacts {
  readonly call: Pick<Call, "vouchersMost">;
  readonly applicant: Organisation;
  /** Read before the applicant's other cases. */
  readonly aidGroup: AidGroup | undefined;
}

/**
 * In a call with a maximum nothing may have been issued since the company's vouchers were counted, nor may the company have
 * become another one; elsewhere issues do not wait for each other.
 * @throws conflict `aid.no-group` where nothing could hold the maximum
 */
export function stillWithinMost({ call, applicant, aidGroup }: GrantFacts): Change[] {
  if (call.vouchersMost === undefined) return [];
  const { organisationId, version, aidGroupId } = applicant;
  if (aidGroup === undefined) throw new DomainError("conflict", "aid.no-group", { aidGroupId });
  return [
    {
      op: "check",
      name: "aidGroup",
      key: { aidGroupId: aidGroup.aidGroupId },
      when: { issued: aidGroup.issued ?? null },
    },
    { op: "check", name: "organisation", key: { organisationId }, when: { version } },
  ];
}
