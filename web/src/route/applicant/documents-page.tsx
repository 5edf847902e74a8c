/** Section: documents that the call wants brought along. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { caseQuery, useCaseId } from "../case/case-query.ts";
import { DocumentUploads } from "../case/documents.tsx";
import "../case/case.css";
import "./applicant.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const query = useQuery(caseQuery(caseId));
  const view = query.data;
  return (
    <Page
      title={i18n._("Documents")}
      width="decision"
      lead={i18n._(
        "PDF, Word, Excel, OpenDocument, pictures or text; up to 20 MB each. Every file is checked before anybody gets it.",
      )}
      {...(view === undefined
        ? {}
        : {
            windowTitle: i18n._("Documents, {reference}", { reference: view.reference }),
            up: { to: `/cases/${caseId}`, label: view.title || i18n._("Your application") },
            eyebrow: <CaseEyebrow view={view} />,
          })}
    >
      <Loaded query={query} lines={6}>
        {(loaded) => (
          <div className="stack">
            {loaded.status !== "draft" && loaded.status !== "more-information" && (
              <Note>{i18n._("What you sent is frozen; documents can be added when the park asks a question.")}</Note>
            )}
            <Card title={i18n._("What the call asks for")}>
              <DocumentUploads view={loaded} />
            </Card>
            <div className="row">
              <Link className={buttonClass("primary")} to="/cases/$caseId" params={{ caseId }}>
                {i18n._("Back to the application")}
              </Link>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
