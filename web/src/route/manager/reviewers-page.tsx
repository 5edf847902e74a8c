/** The manager names reviewers by hand: who may be asked, what speaks against each, and why a bound is waived. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Loaded } from "../../component/loaded.tsx";
import { useCaseId } from "../case/case-query.ts";
import { ActPage } from "../staff/act-page.tsx";
import { ReviewsCard } from "../staff/reviews-card.tsx";
import { candidatesQuery, evidenceQuery } from "../staff/staff-query.ts";
import { TranslationsCard } from "../staff/translations-card.tsx";
import { ReviewersForm } from "./reviewers-form.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  const { slot = "-" }: { slot?: string } = useParams({ strict: false });
  const caseId = useCaseId();
  const evidence = useQuery(evidenceQuery(caseId));
  const candidates = useQuery(candidatesQuery(caseId, slot));
  return (
    <ActPage
      kind="assign-reviewer"
      slot={slot}
      act={i18n._("Invite")}
      evidence={(view) => (
        <>
          <TranslationsCard view={view} />
          {view.slots.length > 0 && (
            <Loaded query={evidence} lines={6}>
              {(facts) => <ReviewsCard view={view} evidence={facts} />}
            </Loaded>
          )}
        </>
      )}
      answer={(view) => (
        <>
          <p>
            <Link to="/cases/$caseId/review-plans" params={{ caseId: view.caseId }}>
              {i18n._("Have them chosen anew instead")}
            </Link>
          </p>
          <Loaded query={candidates} lines={8}>
            {(list) => <ReviewersForm caseId={view.caseId} slot={slot} {...list} />}
          </Loaded>
        </>
      )}
    />
  );
}
