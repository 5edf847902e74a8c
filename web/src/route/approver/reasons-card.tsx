/** Why it is proposed, with its conditions, and the project that it is about. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import type { CaseView } from "../case/case-query.ts";
import { OfferWords, ProjectWords } from "../staff/application-words.tsx";
import type { Proposal } from "./proposal-of.ts";

export function ReasonsCard({ view, proposal }: { readonly view: CaseView; readonly proposal: Proposal }) {
  const { i18n } = useLingui();
  return (
    <Card title={i18n._("Reasons")}>
      <p className="quoted">{proposal.reasons}</p>
      {proposal.conditions !== "" && (
        <dl className="words">
          <dt>{i18n._("Conditions")}</dt>
          <dd>{proposal.conditions}</dd>
        </dl>
      )}
      {proposal.outOfOrderReason !== undefined && (
        <dl className="words">
          <dt>{i18n._("Why before earlier cases")}</dt>
          <dd>{proposal.outOfOrderReason}</dd>
        </dl>
      )}
      <details className="more">
        <summary>{i18n._("The project and the offer")}</summary>
        <ProjectWords view={view} />
        <OfferWords view={view} />
      </details>
    </Card>
  );
}
