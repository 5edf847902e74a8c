/** A dispute about the service: both sides' words, then settled as received or to be done again. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import type { CaseView } from "../case/case-query.ts";
import { ServiceCard } from "../case/service-card.tsx";
import { ActPage } from "../staff/act-page.tsx";
import { AnswerCard } from "../staff/answer-card.tsx";
import { OfferWords } from "../staff/application-words.tsx";
import { ClaimCard } from "../staff/claims-card.tsx";
import { latestClaim } from "../staff/latest-claim.ts";
import { noInterestSchema } from "../staff/no-interest.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="settle-dispute"
      act={i18n._("Settle the dispute")}
      evidence={(view) => <Evidence view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

function Evidence({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const claim = latestClaim(view);
  return (
    <>
      {claim !== undefined && <ClaimCard claim={claim} view={view} />}
      <ServiceCard view={view} />
      <Card title={i18n._("What was offered")}>
        <OfferWords view={view} />
      </Card>
    </>
  );
}

const schema = z.object({
  outcome: z.string().pipe(z.enum(["confirmed", "again"], /*i18n*/ "Choose how it is settled.")),
  reasons: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Give the reasons: both sides read them.")
    .max(2000, /*i18n*/ "Shorten the reasons to 2,000 characters."),
  noInterest: noInterestSchema,
});

function Answer({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const options = [
    {
      value: "confirmed",
      label: i18n._("The service counts as received"),
      hint: i18n._("The claim goes to the check."),
    },
    {
      value: "again",
      label: i18n._("The work is done again"),
      hint: i18n._(
        "The claim is refused, its invoices are free again; the days of the dispute are added to the validity.",
      ),
    },
  ];
  return (
    <AnswerCard
      schema={schema}
      title={i18n._("Your decision")}
      question={i18n._("How is it settled?")}
      options={options}
      reasons={{ label: i18n._("Reasons"), hint: i18n._("Both sides read them."), limit: 2000 }}
      act={i18n._("Settle the dispute")}
      send={(body, key) => api("post", "/api/cases/{caseId}/dispute", { params: { caseId: view.caseId }, body, key })}
    />
  );
}
