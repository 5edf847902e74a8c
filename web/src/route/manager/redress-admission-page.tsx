/** Say whether a request for redress can be examined: by an officer who took no part in the decision. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import type { CaseView } from "../case/case-query.ts";
import { ActPage } from "../staff/act-page.tsx";
import { AnswerCard } from "../staff/answer-card.tsx";
import { noInterestSchema } from "../staff/no-interest.tsx";
import { RedressRequest } from "./redress-request.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="admit-redress"
      act={i18n._("Send my answer")}
      evidence={(view) => <RedressRequest view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

const schema = z.object({
  outcome: z.string().pipe(z.enum(["admitted", "inadmissible"], /*i18n*/ "Choose your answer.")),
  reasons: z.string().trim().max(4000, /*i18n*/ "Say it in at most 4,000 characters."),
  noInterest: noInterestSchema,
});

function Answer({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const options = [
    {
      value: "admitted",
      label: i18n._("Yes, examine it"),
      hint: i18n._("The company is told; the outcome is due in 30 working days."),
    },
    {
      value: "inadmissible",
      label: i18n._("No"),
      hint: i18n._("Out of time, without one of the three grounds, or without a fact. The company gets your reasons."),
    },
  ];
  return (
    <AnswerCard
      schema={schema}
      title={i18n._("Your answer")}
      question={i18n._("Can it be examined?")}
      options={options}
      reasons={{ label: i18n._("Reasons, to the company"), limit: 4000 }}
      act={i18n._("Send my answer")}
      send={(body, key) =>
        api("post", "/api/cases/{caseId}/redress/admission", { params: { caseId: view.caseId }, body, key })
      }
    />
  );
}
