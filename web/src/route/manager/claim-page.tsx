/** The check of a claim: report, invoice, arithmetic that follows what is accepted; then accepted in full or part, or a question. */
import { useLingui } from "@lingui/react";
import { Note } from "../../component/note.tsx";
import type { CaseView } from "../case/case-query.ts";
import { ServiceCard } from "../case/service-card.tsx";
import { ActPage } from "../staff/act-page.tsx";
import { ClaimCard } from "../staff/claims-card.tsx";
import { latestClaim } from "../staff/latest-claim.ts";
import { ClaimForm } from "./claim-form.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="check-claim"
      act={i18n._("Send the assessment")}
      evidence={(view) => <Evidence view={view} />}
      answer={(view) => {
        const claim = latestClaim(view);
        return claim === undefined ? null : <ClaimForm view={view} claim={claim} />;
      }}
    />
  );
}

function Evidence({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const claim = latestClaim(view);
  if (claim === undefined) return null;
  const back = claim.sentBack.at(-1);
  return (
    <>
      {back !== undefined && claim.status === "confirmed" && (
        <Note kind="warn">
          <p>{i18n._("Finance gave it back: {reason}", { reason: back.reason })}</p>
        </Note>
      )}
      <ClaimCard claim={claim} view={view} />
      <ServiceCard view={view} />
    </>
  );
}
