/** The park's part in another description of the service: proposing it, and agreeing once both parties do. */
import { useLingui } from "@lingui/react";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import type { CaseView } from "../case/case-query.ts";
import { mayDescribe, ScopeForm } from "../case/scope-form.tsx";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { ReasonsCard } from "./reasons-card.tsx";

interface Props {
  readonly view: CaseView;
}

const statement = { schema: noInterestSchema, field: <NoInterestField /> };

export function ScopeProposal({ view }: Props) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  if (!mayDescribe(view)) return null;
  return (
    <Card title={i18n._("Propose another description of the service")}>
      <ScopeForm view={view} statement={statement} refusal={refusal} />
    </Card>
  );
}

interface DecisionProps extends Props {
  /** Whether the reader manages, and approves, in the lead park. */
  readonly manages: boolean;
  readonly approves: boolean;
}

/** A manager decides on what the company wants, an approver on what a manager wants. */
export function ScopeDecision({ view, manages, approves }: DecisionProps) {
  const { i18n } = useLingui();
  const change = view.voucher?.scopeChange;
  if (change === undefined || change.agreed.length < 2) return null;
  if (!(change.from === "park" ? approves : manages)) return null;
  const { contentHash } = change;
  return (
    <ReasonsCard
      name="scope-decision"
      title={i18n._("Agree to the other description of the service")}
      lead={i18n._("It counts from then on, and the check of the claim shows it. The value of the voucher stays.")}
      hint={i18n._("Both parties read them.")}
      act={i18n._("Agree to the description")}
      send={(body, key) =>
        api("post", "/api/cases/{caseId}/scope-decision", {
          params: { caseId: view.caseId },
          body: { ...body, contentHash },
          key,
        })
      }
    />
  );
}
