/** A second person reads the reasons of the screener, and confirms them or sends the case back to screening. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { type CaseView, checkQuery } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { ActPage } from "../staff/act-page.tsx";
import { AnswerCard } from "../staff/answer-card.tsx";
import { OfferWords, ProjectWords } from "../staff/application-words.tsx";
import { noInterestSchema } from "../staff/no-interest.tsx";
import { RequirementList } from "../staff/requirement-list.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="confirm-ineligible"
      act={i18n._("Send my answer")}
      evidence={(view) => <Evidence view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

function Evidence({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const check = useQuery(checkQuery(view.caseId));
  const { ineligibility } = view;
  return (
    <>
      {ineligibility !== undefined && (
        <Card
          title={i18n._("Why it is not eligible")}
          aside={i18n._("{name}, {when}", {
            name: view.names[ineligibility.by] ?? "",
            when: format.moment(ineligibility.at),
          })}
        >
          <p className="quoted">{ineligibility.reasons}</p>
        </Card>
      )}
      <Card title={i18n._("Requirements, checked today")}>
        <Loaded query={check} lines={8}>
          {(report) => <RequirementList report={report} />}
        </Loaded>
      </Card>
      <Card title={i18n._("Project")}>
        <ProjectWords view={view} />
      </Card>
      <Card title={i18n._("Offer")}>
        <OfferWords view={view} />
      </Card>
    </>
  );
}

const schema = z.object({
  outcome: z.string().pipe(z.enum(["confirmed", "back"], /*i18n*/ "Choose your answer.")),
  noInterest: noInterestSchema,
});

function Answer({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const options = [
    {
      value: "confirmed",
      label: i18n._("Confirm: not eligible"),
      hint: i18n._("The company gets the letter with the reasons and how to ask redress."),
    },
    { value: "back", label: i18n._("Back to screening"), hint: i18n._("Nobody outside is told.") },
  ];
  return (
    <AnswerCard
      schema={schema}
      title={i18n._("Your answer")}
      question={i18n._("Do you agree?")}
      options={options}
      act={i18n._("Send my answer")}
      send={(body, key) =>
        api("post", "/api/cases/{caseId}/ineligibility", { params: { caseId: view.caseId }, body, key })
      }
    />
  );
}
