/** The case of a provider: the offer it is asked for, then the voucher it works on. */
import { useLingui } from "@lingui/react";
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
import { ServiceCard } from "../case/service-card.tsx";
import { StatusTag } from "../case/status-tag.tsx";
import { usePartyStrands } from "../case/use-party-strands.ts";
import { useUp } from "../case/use-up.ts";
import { useWanted } from "../case/use-wanted.ts";
import { VoucherCard } from "../case/voucher-card.tsx";
import { Offer } from "./offer.tsx";
import { RenewOffer } from "./renew-offer.tsx";
import "../case/case.css";

export function CasePart({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const { caseId } = view;
  const up = useUp(caseId, { to: "/my", label: i18n._("My cases") });
  const strands = usePartyStrands(view);
  const wanted = useProviderWanted(view);
  const terms = myTask(view, "accept");
  const query = myTask(view, "answer-query");
  const title = view.title || i18n._("Offer for {name}", { name: view.applicant.name });
  return (
    <Page title={title} windowTitle={`${title} ${view.reference}`} up={up} eyebrow={<CaseEyebrow view={view} />}>
      <KeyFacts
        status={{
          value: <StatusTag status={view.status} />,
          more: (
            <>
              {i18n._("Company: {name}", { name: view.applicant.name })}
              {view.closedAt !== undefined && ". "}
              <ClosedOn view={view} />
            </>
          ),
        }}
        {...(wanted.due === undefined
          ? {}
          : { until: { value: <DateTime at={wanted.due} show="date" style="day" /> } })}
        wanted={{ value: wanted.words, ...(strands === undefined ? {} : { more: strands.next }) }}
      />
      <div className="two">
        <div className="stack">
          {terms !== undefined && <Acceptance view={view} party="provider" due={terms.due} />}
          <RenewOffer view={view} />
          <ScopeAnswer view={view} party="provider" />
          {query !== undefined && <QueryAnswer view={view} due={query.due} />}
          <DebtCards view={view} />
          <RedressCards view={view} />
          <ReportLink view={view} />
          {view.status !== "draft" && strands !== undefined && <OneStrand strands={{ ...strands, next: "" }} />}
          {view.voucher !== undefined && <VoucherCard voucher={view.voucher} view={view} />}
          {view.voucher !== undefined && <ServiceCard view={view} />}
          {view.claims.toReversed().map((claim) => (
            <ClaimCard key={claim.claim} claim={claim} view={view} />
          ))}
          <Offer view={view} />
        </div>
        <aside className="side">
          {view.status === "draft" && strands !== undefined && <OneStrand strands={{ ...strands, next: "" }} />}
          {view.submittedAt !== undefined && <MessagesCard caseId={caseId} />}
          <LettersCard caseId={caseId} />
          <ContactCard caseId={caseId} />
        </aside>
      </div>
    </Page>
  );
}

function useProviderWanted(view: CaseView) {
  const { i18n } = useLingui();
  const wanted = useWanted(view);
  const asked = view.status === "draft" && view.offer?.status === "invited";
  return asked ? { words: i18n._("Confirm your offer, or decline"), due: undefined } : wanted;
}
