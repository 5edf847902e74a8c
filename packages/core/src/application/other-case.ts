/** What else an applicant has in the network, as far as the requirements look at it: the same service, vouchers it got, money it owes. */
import type { CallId, CaseId, OrganisationId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { familyOf } from "../organisation/family.ts";
import type { Reader } from "../port/store.ts";
import { owedOf } from "../recovery/recovery.ts";
import type { Case, CaseStatus } from "./case.ts";
import { answersOf } from "./completeness.ts";

export interface OtherCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly callId: CallId;
  readonly payingParks: readonly string[];
  readonly status: CaseStatus;
  readonly providerId: OrganisationId | undefined;
  /** Title and need: what the service is; empty where nobody compares it, or the case ended and paid nothing. */
  readonly text: string;
  /** Absent where no voucher was issued. */
  readonly issuedAt: Instant | undefined;
  /** Something that a park asked back is still not paid. */
  readonly owes: boolean;
}

const over: readonly CaseStatus[] = ["withdrawn", "rejected", "ineligible", "lapsed", "cancelled"];

/** Sent, and not come to nothing. */
export function isLive({ status }: Pick<OtherCase, "status">): boolean {
  return status !== "draft" && !over.includes(status);
}

/** Ended, so that it counts only for what was paid of it. */
const ended: readonly CaseStatus[] = ["expired", "closed"];

/** Cases that are looked at: the newest, whose ids come last. One organisation with more is its park's to know. */
const casesMost = 100;

/** What else the organisation applies for, without the case that asks; of each as much as a requirement looks at. */
export async function readOtherCases(
  reader: Reader,
  one: Pick<Case, "caseId" | "applicantId" | "providerId">,
): Promise<OtherCase[]> {
  const [own, providers] = await Promise.all([
    familyOf(reader, one.applicantId),
    one.providerId === undefined ? [] : familyOf(reader, one.providerId),
  ]);
  const lists = await Promise.all(own.map((organisationId) => reader.list("partyCase", { organisationId })));
  const ids = lists
    .flat()
    .filter(({ part, caseId }) => part === "applicant" && caseId !== one.caseId)
    .map(({ caseId }) => caseId)
    .sort()
    .slice(-casesMost);
  const found = await Promise.all(ids.map((caseId) => readOne(reader, caseId, providers)));
  return found.flatMap((other) => other ?? []);
}

async function readOne(
  reader: Reader,
  caseId: CaseId,
  providers: readonly OrganisationId[],
): Promise<OtherCase | undefined> {
  const one = await reader.get("case", { caseId });
  if (one === undefined) return undefined;
  const { reference, callId, payingParks, status, providerId, applicantId, awarded } = one;
  const alike = isLive(one) && providerId !== undefined && providers.includes(providerId);
  const issued = awarded !== undefined;
  const [project, shares, voucher, recoveries] = await Promise.all([
    // By key: of all the cases it is one request.
    alike ? reader.get("section", { caseId, sectionId: "project" }) : undefined,
    alike && ended.includes(status) ? reader.list("share", { caseId }) : undefined,
    issued ? reader.get("voucher", { caseId }) : undefined,
    issued ? reader.list("recovery", { caseId }) : [],
  ]);
  const { title = "", need = "" } = answersOf(project === undefined ? [] : [project]).project;
  const paysNothing = shares?.every(({ payable, disbursed }) => payable + disbursed === 0) === true;
  return {
    caseId,
    reference,
    callId,
    payingParks,
    status,
    // The same provider is told by the id that was kept.
    providerId: providerId !== undefined && providers.includes(providerId) ? providers[0] : providerId,
    text: paysNothing ? "" : `${title} ${need}`,
    issuedAt: voucher?.issuedAt,
    owes: recoveries.some((recovery) => recovery.debtorId === applicantId && owedOf(recovery) > 0),
  };
}
