/** Why these reviewers: every choice made for a case, with conflicts, costs and the reason for each person on request. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { caseQuery, useCaseId } from "../case/case-query.ts";
import { ReviewsCard } from "../staff/reviews-card.tsx";
import { evidenceQuery } from "../staff/staff-query.ts";
import { plansQuery } from "./assignment-query.ts";
import { PlanAgainCard } from "./plan-again-card.tsx";
import { PlanCard } from "./plan-card.tsx";
import "../staff/staff.css";
import "./assignment.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const view = useQuery(caseQuery(caseId));
  const evidence = useQuery(evidenceQuery(caseId));
  const plans = useQuery(plansQuery(caseId));
  const title = i18n._("Why these reviewers");
  return (
    <Page
      title={title}
      windowTitle={view.data === undefined ? title : `${title}: ${view.data.reference}`}
      width="expert"
      up={{ to: `/cases/${caseId}`, label: view.data?.title || i18n._("Case") }}
      {...(view.data === undefined ? {} : { eyebrow: <CaseEyebrow view={view.data} /> })}
    >
      <div className="act-page">
        <Loaded query={view} lines={6}>
          {(shown) => (
            <Loaded query={evidence} lines={6}>
              {(facts) => <ReviewsCard view={shown} evidence={facts} />}
            </Loaded>
          )}
        </Loaded>
        <PlanAgainCard caseId={caseId} />
        <Loaded query={plans} lines={8}>
          {(list) =>
            list.plans.length === 0 ? (
              <EmptyState>
                {i18n._(
                  "No reviewers were chosen for this case alone. In a call that is ranked after closing, the assignment of the call tells why.",
                )}
              </EmptyState>
            ) : (
              list.plans.map((plan, index) => (
                <PlanCard
                  key={plan.planId}
                  caseId={caseId}
                  plan={plan}
                  number={list.plans.length - index}
                  reference={view.data?.reference ?? ""}
                />
              ))
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}
