/** The approval of one paying park: the amount first, then scores, conflicts, aid, the park's own pot; then approve, ask or decline. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Loaded } from "../../component/loaded.tsx";
import { type CaseView, useCaseId } from "../case/case-query.ts";
import { ActPage } from "../staff/act-page.tsx";
import { ScoresCard } from "../staff/scores-card.tsx";
import { evidenceQuery } from "../staff/staff-query.ts";
import { AidCards } from "./aid-cards.tsx";
import { ApprovalForm } from "./approval-form.tsx";
import { AskedCard } from "./asked-card.tsx";
import { BudgetCard } from "./budget-card.tsx";
import { ConflictReport } from "./conflict-report.tsx";
import { HandingCard } from "./handing-card.tsx";
import { proposalOf } from "./proposal-of.ts";
import { ReasonsCard } from "./reasons-card.tsx";
import "./approver.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const { parkId = "" }: { parkId?: string } = useParams({ strict: false });
  const evidence = useQuery(evidenceQuery(useCaseId()));
  return (
    <ActPage
      kind="approve"
      slot={parkId}
      act={i18n._("Approve")}
      evidence={(view) => <Evidence view={view} parkId={parkId} />}
      answer={(view, wanted) => (
        <Loaded query={evidence} lines={4}>
          {(facts) => <ApprovalForm view={view} parkId={parkId} evidence={facts} key={wanted.path} />}
        </Loaded>
      )}
    />
  );
}

function Evidence({ view, parkId }: { readonly view: CaseView; readonly parkId: string }) {
  const query = useQuery(evidenceQuery(view.caseId));
  const proposal = proposalOf(view);
  if (proposal === undefined) return null;
  return (
    <>
      <AskedCard view={view} proposal={proposal} parkId={parkId} />
      <ReasonsCard view={view} proposal={proposal} />
      <Loaded query={query} lines={12}>
        {(facts) => (
          <>
            <ScoresCard scores={facts.scores} view={view} />
            <ConflictReport view={view} evidence={facts} />
            {proposal.kind === "award" && (
              <>
                <AidCards evidence={facts} />
                <BudgetCard evidence={facts} parkId={parkId} />
              </>
            )}
            <HandingCard view={view} parkId={parkId} />
          </>
        )}
      </Loaded>
    </>
  );
}
