/** Payees of the queue who named another account: who must be asked back, and from when it is paid to. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { useFormat } from "../case/use-format.ts";
import type { Payments } from "./finance-query.ts";

export function AccountChangesCard({ changes }: { readonly changes: Payments["accountChanges"] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <Card title={i18n._("Bank accounts that change")} aside={i18n._("Nothing is paid to these payees meanwhile.")}>
      <ul className="plain-list">
        {changes.map(({ caseId, payee, status, validFrom }) => (
          <li key={caseId}>
            <Link to="/cases/$caseId/account" params={{ caseId }}>
              {payee}
            </Link>{" "}
            <span className="small muted">
              {status === "proposed"
                ? i18n._("waits for an answer of finance")
                : i18n._("confirmed, paid to from {day} on", { day: format.date(validFrom ?? "") })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
