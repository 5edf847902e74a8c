/** What a proposal's hash stands for: approvals hold for exactly this, and for nothing that changed after it. */

import type { Case } from "../application/case.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Proposal } from "./proposal.ts";

type Content = Pick<
  Proposal,
  "caseId" | "attempt" | "round" | "kind" | "award" | "shares" | "conditions" | "reasons" | "score" | "ranking"
>;

/** SHA-256 over the proposal's content and the frozen content of the application it decides on. */
export function hashOfProposal(proposal: Content, one: Pick<Case, "contentHash">, digest: Moment["digest"]): string {
  const { caseId, attempt, round, kind, award, shares, conditions, reasons, score, ranking } = proposal;
  return digest(
    canonicalJson({
      caseId,
      attempt,
      round,
      kind,
      award,
      shares,
      conditions,
      reasons,
      score,
      ranking,
      application: one.contentHash,
    }),
  );
}
