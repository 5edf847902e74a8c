/** The proposal: what the reviews say, what the pots and the aid ceilings carry, then an award with its amount or a rejection. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { type CaseView, callQuery, useCaseId } from "../case/case-query.ts";
import { ActPage } from "../staff/act-page.tsx";
import { ProposalCard } from "../staff/proposal-card.tsx";
import { ReviewsCard } from "../staff/reviews-card.tsx";
import { ScoresCard } from "../staff/scores-card.tsx";
import { evidenceQuery } from "../staff/staff-query.ts";
import { ProposalForm } from "./proposal-form.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="propose"
      act={i18n._("Send to the approvers")}
      evidence={(view) => <Evidence view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

function Evidence({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const query = useQuery(evidenceQuery(view.caseId));
  const back = view.proposals.some(({ status }) => status === "superseded");
  return (
    <>
      {back && view.status === "deciding" && (
        <>
          <Note kind="warn">
            <p>{i18n._("An earlier proposal was sent back. Its reservations are freed; nobody outside was told.")}</p>
          </Note>
          <ProposalCard view={view} />
        </>
      )}
      <Loaded query={query} lines={10}>
        {(facts) => (
          <>
            <ScoresCard scores={facts.scores} view={view} />
            <ReviewsCard view={view} evidence={facts} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Answer({ view }: { readonly view: CaseView }) {
  const caseId = useCaseId();
  const call = useQuery(callQuery(view.callId));
  const evidence = useQuery(evidenceQuery(caseId));
  return (
    <Loaded query={call} lines={8}>
      {(shown) => (
        <Loaded query={evidence} lines={8}>
          {(facts) => <ProposalForm view={view} call={shown} evidence={facts} />}
        </Loaded>
      )}
    </Loaded>
  );
}
