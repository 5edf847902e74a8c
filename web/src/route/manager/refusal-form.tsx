/** What follows a refused claim: made again, or the voucher ends once no redress can change it. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import type { CaseView } from "../case/case-query.ts";
import { AnswerCard } from "../staff/answer-card.tsx";
import { noInterestSchema } from "../staff/no-interest.tsx";

const schema = z.object({
  outcome: z.string().pipe(z.enum(["again", "end"], /*i18n*/ "Choose what follows.")),
  noInterest: noInterestSchema,
});

export function RefusalSettled({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const options = [
    {
      value: "again",
      label: i18n._("The work may be done and claimed again"),
      hint: i18n._("Its invoices are free again; the days since the claim was filed are added to the validity."),
    },
    {
      value: "end",
      label: i18n._("The voucher ends"),
      hint: i18n._("Once redress can no longer be asked: what was committed returns to the budgets."),
    },
  ];
  return (
    <AnswerCard
      schema={schema}
      title={i18n._("After the refused claim")}
      question={i18n._("What follows?")}
      options={options}
      act={i18n._("Send my answer")}
      send={(body, key) =>
        api("post", "/api/cases/{caseId}/refusal/settlement", { params: { caseId: view.caseId }, body, key })
      }
    />
  );
}
