/** The application as it was frozen: project, company, aid, declarations, the offer, and how the requirements stand. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { type CaseView, callQuery, checkQuery } from "../case/case-query.ts";
import { DocumentList } from "../case/documents.tsx";
import { OfferWords, ProjectWords, StatedWords } from "./application-words.tsx";
import { RequirementList } from "./requirement-list.tsx";
import { shortHash } from "./short-hash.ts";

export function ApplicationCard({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const check = useQuery(checkQuery(view.caseId));
  const currency = useQuery(callQuery(view.callId)).data?.currency;
  return (
    <Card
      title={i18n._("Application")}
      aside={
        view.contentHash !== undefined && (
          <>
            {i18n._("frozen as")} <span className="mono">{shortHash(view.contentHash)}</span>
          </>
        )
      }
    >
      <ProjectWords view={view} />
      <DocumentList view={view} />
      <details className="more">
        <summary>{i18n._("Offer of the provider")}</summary>
        <OfferWords view={view} />
      </details>
      <details className="more">
        <summary>{i18n._("Company, aid and declarations")}</summary>
        {currency !== undefined && <StatedWords view={view} currency={currency} />}
      </details>
      <details className="more">
        <summary>{i18n._("Requirements, checked today")}</summary>
        <Loaded query={check} lines={6}>
          {(report) => <RequirementList report={report} />}
        </Loaded>
      </details>
    </Card>
  );
}
