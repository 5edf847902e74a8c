/** The page of a case as the paying parks and auditors see it: the answer first, then the picture, then the evidence. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { StrandsPicture } from "../../component/strands/strands-picture.tsx";
import { languageOf } from "../../language/language.ts";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { type CaseView, workflowQuery } from "../case/case-query.ts";
import { MessagesCard } from "../case/messages-card.tsx";
import { AidCard } from "./aid-card.tsx";
import { ApplicationCard } from "./application-card.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { ClaimsCard } from "./claims-card.tsx";
import { FollowUpsCard } from "./follow-ups-card.tsx";
import { HistoryCard } from "./history-card.tsx";
import { ImportedNote } from "./imported-note.tsx";
import { LettersCard } from "./letters-card.tsx";
import { MoneyCard } from "./money-card.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import { ReviewsCard } from "./reviews-card.tsx";
import { evidenceQuery, wantedQuery } from "./staff-query.ts";
import { TasksCard } from "./tasks-card.tsx";
import { TranslationsCard } from "./translations-card.tsx";
import { WantedButton } from "./wanted-button.tsx";
import "./staff.css";

export function CasePart({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const { caseId } = view;
  const workflow = useQuery({ ...workflowQuery(caseId, languageOf(i18n.locale)), refetchInterval: 20_000 });
  const wanted = useQuery({ ...wantedQuery(caseId), refetchInterval: 20_000 }).data?.wanted;
  const evidence = useQuery(evidenceQuery(caseId));
  return (
    <Page
      title={view.title === "" ? view.reference : view.title}
      windowTitle={`${view.reference} ${view.title}`}
      up={{ to: "/pipeline", label: i18n._("Pipeline") }}
      eyebrow={<CaseEyebrow view={view} />}
      lead={
        view.provider === undefined
          ? view.applicant.name
          : i18n._("{company} with {provider}", { company: view.applicant.name, provider: view.provider.name })
      }
      actions={<WantedButton view={view} wanted={wanted} />}
    >
      <CaseFacts view={view} wanted={wanted} strands={workflow.data} />
      <ImportedNote view={view} />
      <Loaded query={workflow} lines={10}>
        {(strands) => <StrandsPicture strands={strands} />}
      </Loaded>
      <div className="case-grid">
        <div>
          <TasksCard view={view} wanted={wanted} />
          <Loaded query={evidence} lines={8}>
            {(facts) => (
              <>
                {view.proposals.length > 0 && <ProposalCard view={view} />}
                {view.reviews.length + view.slots.length > 0 && <ReviewsCard view={view} evidence={facts} />}
                <MoneyCard view={view} evidence={facts} />
                <AidCard view={view} evidence={facts} />
              </>
            )}
          </Loaded>
          {view.voucher !== undefined && (
            <p>
              <Link className={buttonClass("default", true)} to="/cases/$caseId/voucher" params={{ caseId }}>
                {i18n._("Change or end the voucher")}
              </Link>
            </p>
          )}
          <FollowUpsCard view={view} />
          {view.claims.length > 0 && <ClaimsCard view={view} />}
          <ApplicationCard view={view} />
          {(view.translations.length > 0 || view.status === "in-review") && <TranslationsCard view={view} />}
        </div>
        <div>
          <MessagesCard caseId={caseId} />
          <HistoryCard view={view} />
          <LettersCard view={view} />
        </div>
      </div>
    </Page>
  );
}
