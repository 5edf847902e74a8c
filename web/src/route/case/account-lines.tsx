/** A bank account, line by line. */
import { useLingui } from "@lingui/react";
import type { PayeeAccount } from "./account-page.tsx";
import { useFormat } from "./use-format.ts";

type Account = PayeeAccount["accounts"][number];

export function AccountLines({ account }: { readonly account: Account }) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <dl className="kv">
      <dt>{i18n._("Account holder")}</dt>
      <dd>{account.holder}</dd>
      <dt>{account.iban === undefined ? i18n._("Account number") : "IBAN"}</dt>
      <dd className="mono">{account.iban ?? account.other ?? ""}</dd>
      {account.bic !== undefined && (
        <>
          <dt>BIC</dt>
          <dd className="mono">{account.bic}</dd>
        </>
      )}
      <dt>{i18n._("Currency and country")}</dt>
      <dd>{`${account.currency}, ${format.country(account.country)}`}</dd>
    </dl>
  );
}
