/** Every posting of one case, key by key, with what they add up to. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { caseQuery, useCaseId } from "../case/case-query.ts";
import { caseLedgerQuery } from "../staff/staff-query.ts";
import { CaseKeyCard } from "./case-key-card.tsx";
import { keyText } from "./ledger-key.ts";
import "../staff/staff.css";
import "./finance.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const view = useQuery(caseQuery(caseId)).data;
  const query = useQuery(caseLedgerQuery(caseId));
  return (
    <Page
      title={i18n._("Money of the case")}
      windowTitle={i18n._("Money of {reference}", { reference: view?.reference ?? "" })}
      up={{ to: `/cases/${caseId}`, label: view?.title || i18n._("Case") }}
      {...(view === undefined ? {} : { eyebrow: <CaseEyebrow view={view} /> })}
    >
      <Loaded query={query} lines={8}>
        {({ keys, names, references }) =>
          keys.length === 0 ? (
            <EmptyState>{i18n._("This case has moved no money yet.")}</EmptyState>
          ) : (
            <div className="act-page">
              {keys.map((key) => (
                <CaseKeyCard
                  key={keyText(key.ledger)}
                  caseId={caseId}
                  ledgerKey={key}
                  names={names}
                  references={references}
                />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
