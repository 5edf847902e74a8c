/** The proposal that a case's approvals are about: the latest of its attempt. */
import type { CaseView } from "../case/case-query.ts";

export type Proposal = CaseView["proposals"][number];

export function proposalOf(view: Pick<CaseView, "proposals">): Proposal | undefined {
  return [...view.proposals].sort((a, b) => a.attempt - b.attempt || a.round - b.round).at(-1);
}
