/** The case of a voucher that moves in: as it would stand here had it been granted here, with what its row says of it. */
import type { Case } from "../../application/case.ts";
import { referenceOf } from "../../application/reference.ts";
import { type CaseId, voucherIdOf } from "../../kernel/id.ts";
import { endOfDay, startOfDay } from "../../kernel/instant.ts";
import { isZero, subtract } from "../../kernel/money.ts";
import type { Moment } from "../../kernel/verb.ts";
import type { Change } from "../../port/store.ts";
import type { Voucher } from "../voucher.ts";
import type { VoucherRow } from "./voucher-file.ts";
import type { VoucherPlan } from "./voucher-plan.ts";

export function caseOf(
  plan: VoucherPlan,
  caseId: CaseId,
  row: VoucherRow,
  hash: string,
  moment: Moment,
  from: NonNullable<Case["imported"]>["from"],
): Case {
  const { call, applicant, provider, zone } = plan;
  const granted = startOfDay(plan.grantedOn, zone);
  return {
    caseId,
    reference: referenceOf(call, caseId, moment),
    callId: call.callId,
    leadPark: call.leadPark,
    payingParks: call.payers.map(({ parkId }) => parkId),
    applicantId: applicant.organisationId,
    applicantName: applicant.legalName,
    applicantCountry: applicant.address.country,
    contactId: plan.contactId,
    providerId: provider.organisationId,
    providerName: provider.legalName,
    ...(provider.homePark === undefined ? {} : { providerPark: provider.homePark }),
    title: row.title,
    language: call.languages[0] ?? "en",
    status: plan.status,
    statusSince: plan.acceptedOn === undefined ? granted : startOfDay(plan.acceptedOn, zone),
    attempt: 1,
    useAttempt: 1,
    restarts: 0,
    submittedAt: granted,
    requested: plan.award,
    awarded: plan.award,
    imported: { oldReference: row.old_reference, hash, at: moment.now, ...(from === undefined ? {} : { from }) },
    createdAt: moment.now,
    version: 0,
  };
}

/** Both parties find the case; the project and the offer say what the voucher was granted for. */
export function partiesOf(one: Case, plan: VoucherPlan, row: VoucherRow): Change[] {
  const { caseId } = one;
  const at = startOfDay(plan.grantedOn, plan.zone);
  const offer = {
    scope: row.scope.padEnd(20, "."),
    price: plan.price,
    startsOn: plan.grantedOn,
    endsOn: plan.expiresOn,
    independent: true,
    priceBasis: "market-price" as const,
  };
  return [
    {
      op: "create",
      name: "section",
      value: {
        caseId,
        sectionId: "project",
        data: { title: row.title, summary: row.scope.slice(0, 500) },
        savedAt: at,
        savedBy: plan.contactId,
        version: 0,
      },
    },
    {
      op: "create",
      name: "offer",
      value: {
        caseId,
        providerId: plan.provider.organisationId,
        status: "confirmed",
        content: offer,
        invitedBy: plan.contactId,
        invitedAt: at,
        confirmedBy: plan.providerContactId,
        confirmedAt: at,
        version: 0,
      },
    },
    ...(["applicant", "provider"] as const).map(
      (part): Change => ({
        op: "put",
        name: "partyCase",
        value: { organisationId: plan[part].organisationId, caseId, part, version: 0 },
      }),
    ),
  ];
}

export function voucherOf(one: Case, plan: VoucherPlan): Voucher {
  const { acceptedOn, zone } = plan;
  const at = acceptedOn === undefined ? undefined : startOfDay(acceptedOn, zone);
  const paidBefore = subtract(plan.award, plan.left);
  return {
    caseId: one.caseId,
    voucherId: voucherIdOf(one.caseId),
    number: `${one.reference}-W`,
    value: plan.award,
    left: plan.left,
    ...(isZero(paidBefore) ? {} : { paidBefore }),
    intensity: plan.call.intensity,
    applicantId: plan.applicant.organisationId,
    providerId: plan.provider.organisationId,
    issuedAt: startOfDay(plan.grantedOn, zone),
    expires: endOfDay(plan.expiresOn, zone),
    accepted:
      at === undefined
        ? []
        : [
            { party: "applicant", by: plan.contactId, at },
            { party: "provider", by: plan.providerContactId, at },
          ],
    version: 0,
  };
}
