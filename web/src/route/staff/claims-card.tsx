/** Claims of a case for staff: what was done, the invoice lines, what was accepted of them, questions, disputes, payments. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import type { CaseView } from "../case/case-query.ts";
import { EvidenceList } from "../case/evidence.tsx";
import { useFormat } from "../case/use-format.ts";
import { ClaimWithheld } from "../case/withheld.tsx";
import { ClaimLines } from "./claim-lines.tsx";
import { ClaimTalk } from "./claim-talk.tsx";
import { PaymentLines } from "./payment-lines.tsx";

type Claim = CaseView["claims"][number];

export function ClaimsCard({ view }: { readonly view: CaseView }) {
  return [...view.claims]
    .sort((a, b) => b.claim - a.claim)
    .map((claim) => <ClaimCard key={claim.claim} claim={claim} view={view} />);
}

export function ClaimCard({ claim, view }: { readonly claim: Claim; readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words: Record<Claim["status"], string> = {
    filed: i18n._("Filed"),
    confirmed: i18n._("Service confirmed"),
    assessed: i18n._("Assessed"),
    accepted: i18n._("Accepted"),
    queried: i18n._("Question asked"),
    refused: claim.refusal === undefined ? i18n._("To be done again") : i18n._("Refused"),
    paid: i18n._("Paid"),
  };
  const states: Record<Claim["status"], TagState> = {
    filed: "now",
    confirmed: "now",
    assessed: "now",
    accepted: "ok",
    queried: "warn",
    refused: "bad",
    paid: "ok",
  };
  return (
    <Card
      title={i18n._("Claim {number}", { number: claim.claim })}
      aside={<Tag state={states[claim.status]}>{words[claim.status]}</Tag>}
    >
      <p className="small muted">
        {i18n._("Filed by {name}, {when}. Work finished on {finished}.", {
          name: view.names[claim.filedBy] ?? "",
          when: format.moment(claim.filedAt),
          finished: format.day(claim.workFinishedOn),
        })}
      </p>
      {claim.workBegunOn !== undefined && (
        <p className="small muted">{i18n._("Work begun on {day}.", { day: format.day(claim.workBegunOn) })}</p>
      )}
      {claim.supplementTo !== undefined && (
        <p className="small muted">
          {i18n._("What was cut of claim {number}, claimed anew as redress was upheld; its files count here too.", {
            number: claim.supplementTo,
          })}
        </p>
      )}
      <p className="quoted">{claim.report}</p>
      {claim.interim === true && (
        <p className="small muted">{i18n._("A further claim follows; the own share is proven with the last.")}</p>
      )}
      <ClaimLines claim={claim} />
      <EvidenceList view={view} claim={claim} />
      <ClaimTalk claim={claim} view={view} />
      <ClaimWithheld claim={claim} />
      <PaymentLines claim={claim} view={view} />
    </Card>
  );
}
