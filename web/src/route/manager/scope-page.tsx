/** A reviewer doubts that the application is within the call: the manager reads why and settles it. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import type { CaseView } from "../case/case-query.ts";
import { ActPage } from "../staff/act-page.tsx";
import { AnswerCard } from "../staff/answer-card.tsx";
import { OfferWords, ProjectWords } from "../staff/application-words.tsx";
import { noInterestSchema } from "../staff/no-interest.tsx";
import { ReviewsCard } from "../staff/reviews-card.tsx";
import { evidenceQuery } from "../staff/staff-query.ts";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="settle-scope"
      act={i18n._("Send my answer")}
      evidence={(view) => <Evidence view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

function Evidence({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const query = useQuery(evidenceQuery(view.caseId));
  return (
    <>
      <Loaded query={query} lines={8}>
        {(facts) => <ReviewsCard view={view} evidence={facts} />}
      </Loaded>
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
  outcome: z.string().pipe(z.enum(["in-scope", "outside"], /*i18n*/ "Choose your answer.")),
  reasons: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Give your reasons.")
    .max(4000, /*i18n*/ "Say it in at most 4,000 characters."),
  noInterest: noInterestSchema,
});

function Answer({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const options = [
    { value: "in-scope", label: i18n._("Within the call"), hint: i18n._("It goes on to the proposal.") },
    { value: "outside", label: i18n._("Outside the call"), hint: i18n._("Only a rejection can be proposed then.") },
  ];
  return (
    <AnswerCard
      schema={schema}
      title={i18n._("Your answer")}
      question={i18n._("Is it within the call?")}
      options={options}
      reasons={{ label: i18n._("Reasons, read only by staff and auditors"), limit: 4000 }}
      act={i18n._("Send my answer")}
      send={(body, key) => api("post", "/api/cases/{caseId}/scope", { params: { caseId: view.caseId }, body, key })}
    />
  );
}
