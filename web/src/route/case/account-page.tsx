/** The account that a voucher is paid to: its payee names another, finance asks them back and answers. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { type ApiResult, api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { AccountAnswer } from "../finance/account-answer.tsx";
import { AccountForm } from "./account-form.tsx";
import { AccountLines } from "./account-lines.tsx";
import { CaseEyebrow } from "./case-eyebrow.tsx";
import { caseQuery, useCaseId } from "./case-query.ts";
import { useFormat } from "./use-format.ts";
import "../staff/staff.css";
import "./case.css";

export type PayeeAccount = ApiResult<"get", "/api/cases/{caseId}/account">;

function payeeAccountQuery(caseId: string) {
  return queryOptions({
    queryKey: ["payee-account", caseId],
    queryFn: ({ signal }) => api("get", "/api/cases/{caseId}/account", { params: { caseId }, signal }),
  });
}

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const view = useQuery(caseQuery(caseId)).data;
  const query = useQuery(payeeAccountQuery(caseId));
  return (
    <Page
      title={i18n._("Bank account")}
      windowTitle={i18n._("Bank account of {reference}", { reference: view?.reference ?? "" })}
      width="decision"
      up={{ to: `/cases/${caseId}`, label: view?.title || i18n._("Case") }}
      {...(view === undefined ? {} : { eyebrow: <CaseEyebrow view={view} /> })}
    >
      <Loaded query={query} lines={6}>
        {(account) => (
          <div className="act-page">
            <Body caseId={caseId} account={account} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Body({ caseId, account }: { readonly caseId: string; readonly account: PayeeAccount }) {
  const { i18n } = useLingui();
  const { payee, part, accounts, change } = account;
  const waits = change?.status === "proposed" || change?.status === "confirmed";
  if (part === "other")
    return (
      <Note>
        <p>
          {payee === ""
            ? i18n._("The voucher has not been issued yet.")
            : i18n._("This voucher pays {payee}. The account is between them and the park.", { payee })}
        </p>
      </Note>
    );
  return (
    <>
      <Card title={i18n._("Paid to {payee}", { payee })}>
        {accounts.length === 0 && <p>{i18n._("No account is known yet.")}</p>}
        {accounts.map((one) => (
          <AccountLines key={`${one.iban ?? one.other ?? ""} ${one.currency}`} account={one} />
        ))}
      </Card>
      {change !== undefined && <Change account={account} change={change} />}
      {part === "finance" && <AccountAnswer caseId={caseId} account={account} />}
      {part === "payee" && !waits && <AccountForm caseId={caseId} />}
    </>
  );
}

interface ChangeProps {
  readonly account: PayeeAccount;
  readonly change: NonNullable<PayeeAccount["change"]>;
}

function Change({ account: { names }, change }: ChangeProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { status, proposedBy, proposedAt, validFrom } = change;
  const who = names[proposedBy];
  const states = {
    proposed: i18n._("A finance officer of the park asks you back before it counts. Nothing is paid meanwhile."),
    confirmed: i18n._("Confirmed. It is paid to from {day} on; nothing is paid before.", {
      day: format.date(validFrom ?? ""),
    }),
    applied: i18n._("In force since {day}.", { day: format.date(validFrom ?? "") }),
    refused: i18n._("Not confirmed. The account known before stays."),
  };
  return (
    <Card
      title={i18n._("Another account was named")}
      aside={who === undefined ? format.date(proposedAt) : `${who}, ${format.date(proposedAt)}`}
    >
      <AccountLines account={change.account} />
      <p className="small muted">{states[status]}</p>
    </Card>
  );
}
