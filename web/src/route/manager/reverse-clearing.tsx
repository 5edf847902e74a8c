/** Finance takes back the clearing of a claim before its payment is in a batch. */
import { useLingui } from "@lingui/react";
import { api } from "../../client.ts";
import type { CaseView } from "../case/case-query.ts";
import { ReasonsCard } from "./reasons-card.tsx";

export function ReverseClearing({ view: { caseId } }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  return (
    <ReasonsCard
      name="reverse-clearing"
      title={i18n._("Take back the clearing of the claim")}
      lead={i18n._(
        "Only while its payment waits for a batch. The claim goes back to the manager, and whoever is paid gets a letter. At most what was cleared can be paid afterwards: the rest has gone back to the pot.",
      )}
      hint={i18n._("The manager reads them.")}
      act={i18n._("Take back the clearing")}
      send={(body, key) => api("post", "/api/cases/{caseId}/clearing-reversal", { params: { caseId }, body, key })}
    />
  );
}
