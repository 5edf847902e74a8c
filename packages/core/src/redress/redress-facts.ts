/** What every act on a request for redress looks at, and who may answer it: nobody who took part in the decision. */
import type { Case } from "../application/case.ts";
import { caseLetterData } from "../application/letter-data.ts";
import type { Approval } from "../approval/approval.ts";
import type { Claim } from "../claim/claim.ts";
import { refuseWhoDid } from "../decision/duties.ts";
import type { Proposal } from "../decision/proposal.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Actor, PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Moment } from "../kernel/verb.ts";
import type { RedressStep } from "../letter/kind/redress.ts";
import { askedNow, type Candidate, recipientsOf } from "../letter/recipient.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import type { Redress } from "./redress.ts";

export interface RedressFacts {
  readonly one: Case | undefined;
  readonly tasks: readonly Task[];
  readonly slots: readonly Slot[];
  readonly proposals: readonly Proposal[];
  readonly approvals: readonly Approval[];
  readonly applicants: readonly Candidate[];
  readonly claims: readonly Claim[];
}

export async function readRedress(reader: Reader, caseId: CaseId): Promise<RedressFacts> {
  const [one, tasks, slots, proposals, approvals, claims] = await Promise.all([
    reader.get("case", { caseId }),
    reader.list("task", { caseId }),
    reader.list("slot", { caseId }),
    reader.list("proposal", { caseId }),
    reader.list("approval", { caseId }),
    reader.list("claim", { caseId }),
  ]);
  const applicants =
    one === undefined ? [] : await recipientsOf(reader, { kind: "organisation", organisationId: one.applicantId }, one);
  return { one, tasks, slots, proposals, approvals, applicants, claims };
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
    ...tasks.flatMap(({ workflow, holder, by }) => (workflow !== "redress" && holder.kind === "role" ? [by] : [])),
    ...proposals.map(({ proposedBy }) => proposedBy),
    ...approvals.map(({ by }) => by),
    one.ineligibility?.by,
  ];
  refuseWhoDid(officer, tookPart, "decision.taken");
  if (one.redress === undefined) throw new DomainError("conflict", "redress.none");
  return { one, redress: one.redress, officer };
}

/** The word of each step to the applicant, once per step. */
export function redressLetters(
  { one, applicants }: { one: Case; applicants: readonly Candidate[] },
  step: RedressStep,
  reasons: string,
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  return joinLetters(
    askedNow(applicants, moment.now).map((to) =>
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
            about: one.redress?.against === "claim-refusal" ? "claim" : "application",
            reasons,
          },
        },
        moment,
      ),
    ),
  );
}
