/** The accounts of one ledger key as tiles; the chosen one shows its postings below. */
import { useLingui } from "@lingui/react";
import { Money } from "../../component/money.tsx";
import { allAccounts, shownAccounts, useAccountNames } from "./accounts.ts";
import type { Account, LedgerKeyView } from "./finance-query.ts";
import { useCallTitle } from "./ledger-key.ts";

interface Props {
  readonly ledgerKey: LedgerKeyView;
  readonly account: Account | undefined;
  readonly onChoose: (account: Account | undefined) => void;
}

export function AccountTiles({ ledgerKey, account, onChoose }: Props) {
  const { i18n } = useLingui();
  const names = useAccountNames();
  const callTitle = useCallTitle();
  const { balances, ledger } = ledgerKey;
  // The last three accounts are rare; they show once they hold something.
  const shown = allAccounts.filter(
    (one) => one === "appropriation" || shownAccounts.some((usual) => usual === one) || (balances[one] ?? 0) !== 0,
  );
  return (
    <section aria-label={i18n._("Accounts of {call}", { call: callTitle(ledger.callId) })}>
      <div className="accounts">
        {shown.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === account}
            onClick={() => onChoose(one === account ? undefined : one)}
          >
            <span>
              <i style={{ background: one === "appropriation" ? "var(--line-ui)" : `var(--m-${one}, var(--age-2))` }} />
              {names[one]}
            </span>
            <b>
              <Money
                amount={one === "appropriation" ? -(balances.appropriation ?? 0) : (balances[one] ?? 0)}
                currency={ledger.currency}
              />
            </b>
          </button>
        ))}
      </div>
    </section>
  );
}
