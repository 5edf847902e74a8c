/** The outcome of a request for redress: by an officer who took no part in the decision. */
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
      kind="decide-redress"
      act={i18n._("Send my answer")}
      evidence={(view) => <RedressRequest view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

const schema = z.object({
  outcome: z.string().pipe(z.enum(["upheld", "partly", "rejected"], /*i18n*/ "Choose your answer.")),
  reasons: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Give the reasons of the outcome.")
    .max(4000, /*i18n*/ "Say it in at most 4,000 characters."),
  noInterest: noInterestSchema,
});

function Answer({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const options = [
    {
      value: "upheld",
      label: i18n._("Upheld"),
      hint:
        view.status === "claim-refused"
          ? i18n._("Others check the claim anew.")
          : i18n._("Others review the application anew and a new decision follows."),
    },
    {
      value: "partly",
      label: i18n._("Partly upheld"),
      hint: i18n._("A ground is right, yet the decision stands without it."),
    },
    {
      value: "rejected",
      label: i18n._("Rejected"),
      hint: i18n._("The decision stands."),
    },
  ];
  return (
    <AnswerCard
      schema={schema}
      title={i18n._("Your answer")}
      question={i18n._("What follows?")}
      options={options}
      reasons={{ label: i18n._("Reasons, to the company"), limit: 4000 }}
      act={i18n._("Send my answer")}
      send={(body, key) =>
        api("post", "/api/cases/{caseId}/redress/outcome", { params: { caseId: view.caseId }, body, key })
      }
    />
  );
}
