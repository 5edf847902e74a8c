/** An application that was sent: where it stands, what is wanted, then the picture and the evidence. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { DateTime } from "../../component/date-time.tsx";
import { KeyFacts } from "../../component/key-facts.tsx";
import { Page } from "../../component/page.tsx";
import { OneStrand } from "../../component/strands/one-strand.tsx";
import { Acceptance } from "../case/acceptance.tsx";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { type CaseView, myTask } from "../case/case-query.ts";
import { ClaimCard } from "../case/claim-card.tsx";
import { ClosedOn } from "../case/closed-on.tsx";
import { ContactCard } from "../case/contact-card.tsx";
import { DebtCards } from "../case/debt-cards.tsx";
import { LettersCard } from "../case/letters-card.tsx";
import { MessagesCard } from "../case/messages-card.tsx";
import { QueryAnswer } from "../case/query-answer.tsx";
import { RedressCards } from "../case/redress.tsx";
import { ReportLink } from "../case/report-link.tsx";
import { ScopeAnswer } from "../case/scope-answer.tsx";
import { ScopeWish } from "../case/scope-form.tsx";
import { ServiceCard } from "../case/service-card.tsx";
import { StatusTag } from "../case/status-tag.tsx";
import { useFormat } from "../case/use-format.ts";
import { usePartyStrands } from "../case/use-party-strands.ts";
import { useWanted } from "../case/use-wanted.ts";
import { VoucherCard } from "../case/voucher-card.tsx";
import { AnswerQuestion } from "./answer-question.tsx";
import { Answers } from "./answers.tsx";
import { ConfirmService } from "./confirm-service.tsx";
import { FollowUpCard } from "./follow-up.tsx";
import { GiveStatement } from "./give-statement.tsx";
import { Questions } from "./questions.tsx";
import { ShareProof } from "./share-proof.tsx";
import { Withdraw } from "./withdraw.tsx";
import "../case/case.css";
import "./applicant.css";

export function StatusPart({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const { caseId } = view;
  const strands = usePartyStrands(view);
  const wanted = useWanted(view);
  return (
    <Page
      title={view.title}
      windowTitle={`${view.title} ${view.reference}`}
      up={{ to: "/my", label: i18n._("My cases") }}
      eyebrow={<CaseEyebrow view={view} />}
    >
      <KeyFacts
        status={{
          value: <StatusTag status={view.status} />,
          ...(view.since === undefined
            ? {}
            : {
                more: (
                  <>
                    {i18n._("since")} <DateTime at={view.since} show="date" />
                    {view.closedAt !== undefined && ". "}
                    <ClosedOn view={view} />
                  </>
                ),
              }),
        }}
        {...(wanted.due === undefined
          ? {}
          : { until: { value: <DateTime at={wanted.due} show="date" style="day" /> } })}
        wanted={{ value: wanted.words, ...(strands === undefined ? {} : { more: strands.next }) }}
      />
      <div className="two">
        <div className="stack">
          {view.decisionBy !== undefined && <Promised by={view.decisionBy} />}
          <Tasks view={view} />
          <DebtCards view={view} />
          <RedressCards view={view} />
          {strands !== undefined && <OneStrand strands={{ ...strands, next: "" }} />}
          {view.voucher !== undefined && <VoucherCard voucher={view.voucher} view={view} />}
          {view.voucher !== undefined && <ServiceCard view={view} />}
          {view.claims.toReversed().map((claim) => (
            <ClaimCard key={claim.claim} claim={claim} view={view} />
          ))}
          <ScopeWish view={view} />
          <Questions view={view} />
          <details className="content">
            <summary>{i18n._("What you sent")}</summary>
            <Answers view={view} />
          </details>
        </div>
        <aside className="side">
          {view.submittedAt !== undefined && <MessagesCard caseId={caseId} />}
          <LettersCard caseId={caseId} />
          <ContactCard caseId={caseId} />
          {view.submittedAt !== undefined && (
            <p className="small">
              <Link to="/cases/$caseId/receipt" params={{ caseId }}>
                {i18n._("Receipt of your application")}
              </Link>
            </p>
          )}
          <div>
            <Withdraw view={view} />
          </div>
        </aside>
      </div>
    </Page>
  );
}

/** Said as plainly when the day is over. */
function Promised({ by }: { readonly by: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const late = Date.parse(by) < Date.now();
  return (
    <p className="muted">
      {late
        ? i18n._("The decision was promised by {day} and is late.", { day: format.date(by) })
        : i18n._("The decision is promised by {day}.", { day: format.date(by) })}
    </p>
  );
}

/** What is wanted from this person, each as the form that answers it. */
function Tasks({ view }: { readonly view: CaseView }) {
  const question = myTask(view, "answer-question");
  const statement = myTask(view, "give-statement");
  const terms = myTask(view, "accept");
  const service = myTask(view, "confirm-service");
  const query = myTask(view, "answer-query");
  return (
    <>
      {question !== undefined && <AnswerQuestion view={view} due={question.due} />}
      {statement !== undefined && view.condition !== undefined && (
        <GiveStatement view={view} condition={view.condition} due={statement.due} />
      )}
      {terms !== undefined && <Acceptance view={view} party="applicant" due={terms.due} />}
      {service !== undefined && <ConfirmService view={view} due={service.due} />}
      <ScopeAnswer view={view} party="applicant" />
      {query !== undefined && <QueryAnswer view={view} due={query.due} />}
      <FollowUpCard view={view} />
      <ReportLink view={view} />
      <ShareProof view={view} />
    </>
  );
}
