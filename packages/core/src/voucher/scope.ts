/** Another description of the service of a running voucher: what is proposed, who agreed, and when it may be. */
import * as z from "zod";
import type { Case, CaseStatus } from "../application/case.ts";
import { type CasePart, partSchema } from "../application/handover.ts";
import type { Call } from "../call/call.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, personIdSchema } from "../kernel/id.ts";
import { instantSchema, toZonedDateString } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Voucher } from "./voucher.ts";

/** First and last day of the work. */
export const workDaysSchema = z.object({ startsOn: daySchema, endsOn: daySchema });

export const scopeChangeSchema = z.object({
  scope: z.string().min(20).max(4000),
  /** Absent: the days stay as they are. */
  days: workDaysSchema.optional(),
  reasons: z.string().min(1).max(2000),
  /** Who wants it: the company, or a manager of the lead park. */
  from: z.enum(["applicant", "park"]),
  by: personIdSchema,
  at: instantSchema,
  /** `hashOfScope`: an answer holds for exactly this proposal. */
  contentHash: z.string(),
  /** The parties whose word is there; who proposed it has agreed. */
  agreed: z.array(z.object({ party: partSchema, by: personIdSchema, at: instantSchema })),
});
export type ScopeChange = z.infer<typeof scopeChangeSchema>;

/** Agreed by both parties and the lead park. The offer stays as it was frozen. */
export const agreedScopeSchema = scopeChangeSchema.extend({
  decided: z.object({ by: personIdSchema, at: instantSchema, reasons: z.string().min(1).max(2000) }),
});

/** While the work goes on and nothing is reported. */
export const scopeMayIn: readonly CaseStatus[] = ["issued", "in-use", "suspended"];
/** So often a voucher's service is described anew. */
const scopesMost = 10;

export function hashOfScope(
  caseId: CaseId,
  { scope, days, reasons, from, by, at }: Omit<ScopeChange, "contentHash" | "agreed">,
  digest: Moment["digest"],
): string {
  return digest(canonicalJson({ caseId, scope, days, reasons, from, by, at }));
}

/**
 * No status is told: to a party, the way of its claim is told by letter.
 * @throws conflict `voucher.scope-closed`, `voucher.scope-most`; invalid `voucher.scope-days`.
 */
export function demandScope(
  one: Case,
  voucher: Voucher,
  { days }: Pick<ScopeChange, "days">,
  call: Pick<Call, "notBegunBefore">,
  { network }: Pick<Moment, "network">,
): void {
  if (!scopeMayIn.includes(one.status)) throw new DomainError("conflict", "voucher.scope-closed");
  if ((voucher.scopes?.length ?? 0) >= scopesMost)
    throw new DomainError("conflict", "voucher.scope-most", { most: scopesMost });
  if (days === undefined) return;
  const { zone } = parkOf(network, one.leadPark);
  const [first, last] = [firstDayOf(one, voucher, call, zone), toZonedDateString(voucher.expires, zone)];
  if (days.startsOn > days.endsOn || days.startsOn < first || days.endsOn > last)
    throw new DomainError("invalid", "voucher.scope-days", { first, last });
}

/** The day before which the work may not begin: that of the award where the call says so, else that of the application. */
export function firstDayOf(
  { submittedAt }: Pick<Case, "submittedAt">,
  { issuedAt }: Pick<Voucher, "issuedAt">,
  { notBegunBefore }: Pick<Call, "notBegunBefore">,
  zone: string,
): string {
  return toZonedDateString(notBegunBefore === "award" ? issuedAt : (submittedAt ?? issuedAt), zone);
}

/** The proposal that the reader saw. @throws conflict `voucher.nothing-proposed`, `voucher.scope-changed`. */
export function requireScope(voucher: Voucher, seen: string): ScopeChange {
  const { scopeChange } = voucher;
  if (scopeChange === undefined) throw new DomainError("conflict", "voucher.nothing-proposed", { change: "scope" });
  if (scopeChange.contentHash !== seen) throw new DomainError("conflict", "voucher.scope-changed");
  return scopeChange;
}

/** Parties whose word is still wanted. */
export function partiesLeft({ agreed }: Pick<ScopeChange, "agreed">): CasePart[] {
  return partSchema.options.filter((party) => !agreed.some((one) => one.party === party));
}

/** The company's proposal is decided by a manager, a manager's own by an approver. */
export function deciderOf({ from }: Pick<ScopeChange, "from">): "manager" | "approver" {
  return from === "park" ? "approver" : "manager";
}
