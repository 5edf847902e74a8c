/** What every act between proposal and release looks at, read together. */
import type { ApplicationFacts } from "../application/read-application.ts";
import { readApplication, requireApplication } from "../application/read-application.ts";
import type { Approval } from "../approval/approval.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Share } from "../ledger/posting.ts";
import type { Reader } from "../port/store.ts";
import { type FiledReviews, readReviews } from "../review/assessment.ts";
import type { Slot } from "../review/slot.ts";
import type { Task } from "../task/task.ts";
import type { Proposal } from "./proposal.ts";

export interface DecisionFacts extends ApplicationFacts {
  readonly tasks: readonly Task[];
  readonly slots: readonly Slot[];
  readonly proposals: readonly Proposal[];
  readonly approvals: readonly Approval[];
  readonly shares: readonly Share[];
  /** Reviews of the present attempt. */
  readonly reviews: FiledReviews;
}

export async function readDecision(reader: Reader, caseId: CaseId): Promise<DecisionFacts> {
  const [application, tasks, slots, proposals, approvals, shares] = await Promise.all([
    readApplication(reader, caseId),
    reader.list("task", { caseId }),
    reader.list("slot", { caseId }),
    reader.list("proposal", { caseId }),
    reader.list("approval", { caseId }),
    reader.list("share", { caseId }),
  ]);
  const reviews = application.one === undefined ? [] : await readReviews(reader, caseId, application.one.attempt);
  return { ...application, tasks, slots, proposals, approvals, shares, reviews };
}

/** The facts of a case that exists. @throws not_found `case.not-found`. */
export function requireDecision(facts: DecisionFacts) {
  return { ...facts, ...requireApplication(facts) };
}

/** The latest proposal of the attempt, whatever became of it. */
export function latestProposal(facts: Pick<DecisionFacts, "one" | "proposals">): Proposal | undefined {
  return facts.proposals
    .filter(({ attempt }) => attempt === facts.one?.attempt)
    .sort((a, b) => a.round - b.round)
    .at(-1);
}

/** The proposal now in force: the latest, unless it was sent back. @throws conflict `proposal.none`. */
export function requireProposal(
  facts: Pick<DecisionFacts, "one" | "proposals">,
  statuses: readonly Proposal["status"][] = ["open", "approved"],
): Proposal {
  const latest = latestProposal(facts);
  if (latest === undefined || !statuses.includes(latest.status)) {
    throw new DomainError("conflict", "proposal.none", { status: latest?.status });
  }
  return latest;
}
