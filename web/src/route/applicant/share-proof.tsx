/** Where the company proves that it paid its own share, when the park pays the provider. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { type CaseView, callQuery } from "../case/case-query.ts";
import { EvidenceUploads } from "../case/evidence.tsx";

const taken: readonly CaseView["status"][] = ["in-use", "reported", "claim-check", "queried"];

export function ShareProof({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const pays = useQuery(callQuery(view.callId)).data?.pays;
  if (pays !== "provider" || view.voucher === undefined || !taken.includes(view.status)) return null;
  return (
    <Card title={i18n._("Your own share")}>
      <p className="small muted">
        {i18n._(
          "The park pays its part when it has seen that you paid yours: a bank statement or a receipt of the provider. The provider does not see this file.",
        )}
      </p>
      <EvidenceUploads view={view} kinds={["own-share"]} />
    </Card>
  );
}
