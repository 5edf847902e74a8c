/** What every act on a request for redress looks at, and who may answer it: nobody who took part in the decision. */
import type { Case } from "../application/case.ts";
import { caseLetterData } from "../application/letter-data.ts";
import type { Approval } from "../approval/approval.ts";
import type { Call } from "../call/call.ts";
import type { Claim } from "../claim/claim.ts";
import { refuseWhoDid } from "../decision/duties.ts";
import type { Proposal } from "../decision/proposal.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Actor, PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId, OrganisationId } from "../kernel/id.ts";
import type { Money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import type { RedressStep } from "../letter/kind/redress.ts";
import { askedNow, type Candidate, recipientsOf } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Recovery } from "../recovery/recovery.ts";
import type { Slot } from "../review/slot.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import type { Voucher } from "../voucher/voucher.ts";
import type { Redress } from "./redress.ts";

export interface RedressFacts {
  readonly one: Case | undefined;
  readonly tasks: readonly Task[];
  readonly slots: readonly Slot[];
  readonly proposals: readonly Proposal[];
  readonly approvals: readonly Approval[];
  readonly applicants: readonly Candidate[];
  readonly providers: readonly Candidate[];
  readonly claims: readonly Claim[];
  readonly call: Call | undefined;
  readonly voucher: Voucher | undefined;
  readonly recoveries: readonly Recovery[];
}

export async function readRedress(reader: Reader, caseId: CaseId): Promise<RedressFacts> {
  const [one, tasks, slots, proposals, approvals, claims, voucher, recoveries] = await Promise.all([
    reader.get("case", { caseId }),
    reader.list("task", { caseId }),
    reader.list("slot", { caseId }),
    reader.list("proposal", { caseId }),
    reader.list("approval", { caseId }),
    reader.list("claim", { caseId }),
    reader.get("voucher", { caseId }),
    reader.list("recovery", { caseId }),
  ]);
  const own = { one, tasks, slots, proposals, approvals, claims, voucher, recoveries };
  if (one === undefined) return { ...own, call: undefined, applicants: [], providers: [] };
  const contactsOf = (organisationId: OrganisationId) =>
    recipientsOf(reader, { kind: "organisation", organisationId }, one);
  const [call, applicants, providers] = await Promise.all([
    reader.get("call", { callId: one.callId }),
    contactsOf(one.applicantId),
    one.providerId === undefined ? [] : contactsOf(one.providerId),
  ]);
  return { ...own, call, applicants, providers };
}

/**
 * The redress officer of the lead park, the case and its open request.
 * @throws `requireStaff`'s refusals; forbidden `duties.same-person` for whoever screened, proposed, approved or released;
 * conflict `redress.none`.
 */
export function requireOfficer(
  facts: RedressFacts,
  actor: Actor,
  moment: Moment,
): { one: Case; redress: Redress; officer: PersonActor } {
  const { one, tasks, slots, proposals, approvals } = facts;
  if (one === undefined) throw new DomainError("not_found", "case.not-found");
  const officer = requireStaff(actor, "redress", one, slots, moment.now);
  const tookPart = [
    // Who closed a task by an act of their own, an officer's too, did not answer it.
    ...tasks.flatMap(({ workflow, holder, status, by }) =>
      workflow !== "redress" && holder.kind === "role" && status === "answered" ? [by] : [],
    ),
    ...proposals.map(({ proposedBy }) => proposedBy),
    ...approvals.map(({ by }) => by),
    one.ineligibility?.by,
    ...tookPartInUse(facts),
  ];
  refuseWhoDid(officer, tookPart, "decision.taken");
  if (one.redress === undefined) throw new DomainError("conflict", "redress.none");
  return { one, redress: one.redress, officer };
}

/** What is decided about a voucher in use is answered in no task of its own everywhere: who assessed, cancelled, asked back. */
function tookPartInUse({ claims, voucher, recoveries }: RedressFacts): (string | undefined)[] {
  return [
    ...claims.flatMap(({ assessment, refusal, checkedBy, dispute }) => [
      assessment?.by,
      refusal?.by,
      checkedBy,
      dispute?.settled?.by,
    ]),
    voucher?.cancellation?.by,
    voucher?.cancellation?.approvedBy,
    ...(voucher?.valuesBefore ?? []).flatMap(({ by, approvedBy }) => [by, ...approvedBy]),
    ...(voucher?.suspensions ?? []).map(({ by }) => by),
    ...recoveries.flatMap(({ askedBy, received, writeOff }) => [
      askedBy,
      ...received.map(({ by }) => by),
      ...(writeOff?.by ?? []).map(({ personId }) => personId),
    ]),
  ];
}

/** The word of each step to whoever asked, once per step. @param amount where the outcome is about one. */
export function redressLetters(
  { one, applicants, providers }: { one: Case } & Pick<RedressFacts, "applicants" | "providers">,
  step: RedressStep,
  reasons: string,
  moment: Moment,
  amount?: Money,
): { changes: Change[]; effects: EffectDraft[] } {
  return joinLetters(
    askedNow(one.redress?.party === "provider" ? providers : applicants, moment.now).map((to) =>
      letterChanges(
        {
          kind: "redress",
          key: `redress:${one.redress?.redressId ?? ""}:${step}:${to.personId}`,
          stream: one.caseId,
          caseId: one.caseId,
          to,
          data: {
            ...caseLetterData(one, moment.network),
            step,
            about: one.redress?.against ?? "rejection",
            ...(amount === undefined ? {} : { amount }),
            reasons,
          },
        },
        moment,
      ),
    ),
  );
}
