/** The receipt of an application: reference, time and hash of what was frozen, and what happens next; works when bookmarked. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { addressOf } from "../../client.ts";
import { Button, buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { FileLink } from "../../component/file-link.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { OneStrand } from "../../component/strands/one-strand.tsx";
import { dryCaseId, dryRunOf } from "../../dry-run-id.ts";
import { useParks } from "../../network.ts";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { type CaseView, caseQuery, useCaseId } from "../case/case-query.ts";
import { usePartyStrands } from "../case/use-party-strands.ts";
import { useUp } from "../case/use-up.ts";
import "../case/case.css";
import "./applicant.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const query = useQuery(caseQuery(caseId));
  const view = query.data;
  const up = useUp(caseId, { to: `/cases/${caseId}`, label: view?.title ?? "" });
  return (
    <Page
      title={view?.submittedAt === undefined ? i18n._("Receipt") : i18n._("Your application is sent")}
      windowTitle={i18n._("Receipt {reference}", { reference: view?.reference ?? "" })}
      width="decision"
      {...(view === undefined ? {} : { up, eyebrow: <CaseEyebrow view={view} /> })}
    >
      <Loaded query={query} lines={8}>
        {(loaded) =>
          loaded.submittedAt === undefined ? (
            <Note>{i18n._("This application has not been sent yet.")}</Note>
          ) : (
            <Receipt view={loaded} submittedAt={loaded.submittedAt} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Receipt({ view, submittedAt }: { readonly view: CaseView; readonly submittedAt: string }) {
  const { i18n } = useLingui();
  const strands = usePartyStrands(view);
  const dry = dryRunOf(view.caseId);
  const zone = useParks().find(({ id }) => id === view.leadPark)?.zone;
  return (
    <div className="stack">
      <Card title={i18n._("Receipt")}>
        <dl className="kv">
          <dt>{i18n._("Reference")}</dt>
          <dd className="mono">{view.reference}</dd>
          <dt>{i18n._("Company")}</dt>
          <dd>{view.applicant.name}</dd>
          <dt>{i18n._("Sent")}</dt>
          <dd>
            <DateTime at={submittedAt} {...(zone === undefined ? {} : { zone })} />
          </dd>
          <dt>{i18n._("Fingerprint of the content")}</dt>
          <dd className="mono hash">{view.contentHash}</dd>
        </dl>
        <p className="small muted">
          {i18n._(
            "The fingerprint (SHA-256) proves what was sent: the same answers and offer give the same one, any change another.",
          )}
        </p>
      </Card>
      {strands !== undefined && <OneStrand strands={strands} />}
      {dry === undefined ? <Onward view={view} /> : <DryOnward view={view} callId={dry.callId} />}
    </div>
  );
}

function Onward({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  return (
    <>
      <FileLink
        href={addressOf("/api/cases/{caseId}/receipt.pdf", { caseId: view.caseId }, { language: i18n.locale })}
        name={i18n._("Receipt as PDF")}
      />
      <div className="row no-print">
        <Link className={buttonClass("primary")} to="/cases/$caseId" params={{ caseId: view.caseId }}>
          {i18n._("See your case")}
        </Link>
        <Link className={buttonClass()} to="/cases/$caseId/letters" params={{ caseId: view.caseId }}>
          {i18n._("Letters")}
        </Link>
        <Button kind="quiet" onClick={() => window.print()}>
          {i18n._("Print")}
        </Button>
      </div>
    </>
  );
}

/** In a dry run nothing follows by itself: the manager goes on in another's place. */
function DryOnward({ view, callId }: { readonly view: CaseView; readonly callId: string }) {
  const { i18n } = useLingui();
  return (
    <div className="row no-print">
      <Link className={buttonClass("primary")} to="/cases/$caseId" params={{ caseId: dryCaseId("reviewer", callId) }}>
        {i18n._("Go on as a reviewer")}
      </Link>
      <Link className={buttonClass()} to="/cases/$caseId/letters" params={{ caseId: view.caseId }}>
        {i18n._("Letters")}
      </Link>
    </div>
  );
}
