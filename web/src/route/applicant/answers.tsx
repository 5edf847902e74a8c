/** All answers of an application to be read through, each section with its way to change it while it is a draft. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Card } from "../../component/card.tsx";
import { type CaseView, callQuery } from "../case/case-query.ts";
import { DocumentList, useDocuments } from "../case/documents.tsx";
import { OfferFacts } from "../case/offer-facts.tsx";
import { QuestionAnswers } from "../case/question-answers.tsx";
import { useFormat } from "../case/use-format.ts";
import type { StepName } from "./section-list.ts";
import type { StoredLink } from "./size-links.ts";
import { useStepWords } from "./use-step-words.ts";

export function Answers({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const call = useQuery(callQuery(view.callId)).data;
  const currency = call?.currency ?? "EUR";
  const project = view.sections.project?.data ?? {};
  const company = view.sections.company?.data ?? {};
  const statements = view.sections.declarations?.data ?? {};
  const money = (value: unknown) => (typeof value === "number" ? format.money({ amount: value, currency }) : undefined);
  const yesNo = (value: unknown) => (typeof value === "boolean" ? (value ? i18n._("Yes") : i18n._("No")) : undefined);
  const stated = (value: unknown) => (value === true ? i18n._("Stated") : undefined);
  return (
    <div className="stack">
      <Section view={view} step="project">
        <Answer name={i18n._("Title")} value={project.title} />
        <Answer name={i18n._("Public summary")} value={project.summary} />
        <Answer name={i18n._("The service and why you need it")} value={project.need} />
        <Answer name={i18n._("What you will do with the result")} value={project.effect} />
        {typeof project.comparison === "string" && (
          <Answer name={i18n._("What you compared the price with")} value={project.comparison} />
        )}
      </Section>
      {call?.questions !== undefined && (
        <Section
          view={view}
          step="questions"
          more={<QuestionAnswers call={call} data={view.sections.questions?.data ?? {}} className="answers" />}
        />
      )}
      <Section
        view={view}
        step="provider"
        more={view.offer?.content === undefined ? undefined : <OfferFacts offer={view.offer} />}
      >
        <Answer name={i18n._("Provider")} value={view.provider?.name} />
      </Section>
      <Section view={view} step="company">
        <Answer name={i18n._("Company")} value={view.applicant.name} />
        <Answer
          name={i18n._("People")}
          value={typeof company.headcount === "number" ? format.number(company.headcount) : undefined}
        />
        <Answer name={i18n._("Turnover")} value={money(company.turnover)} />
        <Answer name={i18n._("Balance sheet total")} value={money(company.balanceSheet)} />
        {typeof company.closed === "string" && (
          <Answer name={i18n._("Last day of your last closed year")} value={format.day(company.closed)} />
        )}
        {Array.isArray(company.links) && (
          <Answer name={i18n._("Owners and owned companies")} value={linksIn(company.links) || i18n._("None")} />
        )}
        <Answer name={i18n._("Is your company in difficulty?")} value={yesNo(company.inDifficulty)} />
        <Answer name={i18n._("Must your company pay back state aid?")} value={yesNo(company.outstandingRecovery)} />
      </Section>
      <Aid view={view} money={money} />
      <Section view={view} step="declarations">
        <Answer name={i18n._("The work has not begun, and nothing is ordered")} value={stated(statements.notBegun)} />
        <Answer name={i18n._("Nobody else pays the same cost")} value={stated(statements.noDoubleFunding)} />
        <Answer name={i18n._("The aid is not tied to exports")} value={stated(statements.noExport)} />
        <Answer name={i18n._("All answers are true and complete")} value={stated(statements.truthful)} />
      </Section>
      <Documents view={view} />
    </div>
  );
}

function linksIn(links: readonly unknown[]): string {
  return (links as readonly StoredLink[]).map(({ name, percent }) => `${name}, ${percent}%`).join("; ");
}

interface Declared {
  readonly grantor?: unknown;
  readonly amount?: unknown;
  readonly granted?: unknown;
}

function Aid({ view, money }: { readonly view: CaseView; readonly money: (value: unknown) => string | undefined }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { declared, signed } = view.sections.aid?.data ?? {};
  const grants: readonly Declared[] = Array.isArray(declared) ? declared : [];
  return (
    <Section view={view} step="aid">
      {Array.isArray(declared) && grants.length === 0 && (
        <Answer name={i18n._("Other state aid")} value={i18n._("None")} />
      )}
      {!Array.isArray(declared) && <Answer name={i18n._("Other state aid")} value={undefined} />}
      {grants.map((grant) => (
        <Answer
          key={JSON.stringify(grant)}
          name={String(grant.grantor ?? "")}
          value={`${money(grant.amount) ?? ""}, ${format.day(String(grant.granted ?? ""))}`}
        />
      ))}
      <Answer name={i18n._("Signature")} value={signed === true ? i18n._("Signed") : undefined} />
    </Section>
  );
}

function Documents({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const documents = useDocuments(view);
  if (documents.length === 0) return null;
  const none = !view.files.some(({ use, status }) => use === "document" && status === "kept");
  return (
    <Card
      title={i18n._("Documents")}
      aside={
        view.status === "draft" && (
          <Link to="/cases/$caseId/documents" params={{ caseId: view.caseId }}>
            {i18n._("Change")} <span className="sr">{i18n._("Documents")}</span>
          </Link>
        )
      }
    >
      <DocumentList view={view} />
      {none && <p className="muted">{i18n._("No document was sent along.")}</p>}
    </Card>
  );
}

interface SectionProps {
  readonly view: CaseView;
  readonly step: StepName;
  readonly children?: ReactNode;
  readonly more?: ReactNode;
}

function Section({ view, step, children, more }: SectionProps) {
  const { i18n } = useLingui();
  const title = useStepWords()[step];
  const change =
    view.status === "draft" ? (
      <Link to={`/cases/$caseId/${step}`} params={{ caseId: view.caseId }}>
        {i18n._("Change")} <span className="sr">{title}</span>
      </Link>
    ) : undefined;
  return (
    <Card title={title} aside={change}>
      {children !== undefined && <dl className="answers">{children}</dl>}
      {more}
    </Card>
  );
}

function Answer({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { i18n } = useLingui();
  const text = typeof value === "string" ? value.trim() : "";
  return (
    <div>
      <dt>{name}</dt>
      <dd className="told">{text === "" ? <span className="late">{i18n._("Not answered yet")}</span> : text}</dd>
    </div>
  );
}
