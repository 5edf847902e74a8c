/** Screening: the requirements and what was written, then eligible, not eligible with reasons, or a question. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Tag } from "../../component/tag.tsx";
import { type CaseView, callQuery, checkQuery } from "../case/case-query.ts";
import { QuestionAnswers } from "../case/question-answers.tsx";
import { SizeArithmetic } from "../case/size-arithmetic.tsx";
import { useFormat } from "../case/use-format.ts";
import { ActPage } from "../staff/act-page.tsx";
import { AidLines } from "../staff/aid-lines.tsx";
import { OfferWords, ProjectWords, StatedWords } from "../staff/application-words.tsx";
import { RequirementList } from "../staff/requirement-list.tsx";
import { OrganisationCard } from "./organisation-card.tsx";
import { ScreeningForm } from "./screening-form.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="screen"
      act={i18n._("Send the screening")}
      evidence={(view) => <Evidence view={view} />}
      answer={(view) => <ScreeningForm view={view} />}
    />
  );
}

function Evidence({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const check = useQuery(checkQuery(view.caseId));
  const call = useQuery(callQuery(view.callId)).data;
  const currency = call?.currency;
  return (
    <>
      <Loaded query={check} lines={8}>
        {(report) => {
          const failing = report.requirements.filter(({ ok }) => !ok).length;
          return (
            <>
              <Card
                title={i18n._("Requirements")}
                aside={
                  <Tag state={failing === 0 ? "ok" : "bad"}>
                    {failing === 0
                      ? i18n._("All {count} hold", { count: report.requirements.length })
                      : i18n._("{failing} of {count} not met", { failing, count: report.requirements.length })}
                  </Tag>
                }
              >
                <RequirementList report={report} />
              </Card>
              {report.requirements
                .filter(({ requirement }) => requirement === "size")
                .map(({ requirement, facts }) => (
                  <Card key={requirement} title={i18n._("Size arithmetic")}>
                    <SizeArithmetic facts={facts} />
                  </Card>
                ))}
              {report.headrooms.map((headroom) => (
                <Card
                  key={`${headroom.basis} ${headroom.jurisdiction}`}
                  title={i18n._("Aid arithmetic")}
                  aside={
                    <Tag state={headroom.fits ? "ok" : "bad"}>
                      {headroom.fits ? i18n._("Fits") : i18n._("Does not fit")}
                    </Tag>
                  }
                >
                  <AidLines headroom={headroom} />
                </Card>
              ))}
            </>
          );
        }}
      </Loaded>
      <OrganisationCard organisationId={view.applicant.organisationId} />
      {view.provider !== undefined && <OrganisationCard organisationId={view.provider.organisationId} />}
      <Card title={i18n._("Project")}>
        <ProjectWords view={view} />
      </Card>
      {call?.questions !== undefined && (
        <Card title={i18n._("Questions of this call")}>
          <QuestionAnswers call={call} data={view.sections.questions?.data ?? {}} className="words" />
        </Card>
      )}
      <Card title={i18n._("Offer")}>
        <OfferWords view={view} />
      </Card>
      <Card title={i18n._("Company, aid and declarations")}>
        {currency !== undefined && <StatedWords view={view} currency={currency} />}
      </Card>
      {view.questions.length > 0 && <Questions view={view} />}
    </>
  );
}

function Questions({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <Card title={i18n._("Questions so far")}>
      <dl className="words">
        {view.questions.map((question) => (
          <div key={question.at}>
            <dt>{i18n._("Asked on {day}", { day: format.date(question.at) })}</dt>
            <dd>{question.question}</dd>
            <dt>
              {question.answeredAt === undefined
                ? i18n._("No answer yet")
                : i18n._("Answered on {day}", { day: format.date(question.answeredAt) })}
            </dt>
            {question.answer !== undefined && <dd>{question.answer}</dd>}
          </div>
        ))}
      </dl>
    </Card>
  );
}
