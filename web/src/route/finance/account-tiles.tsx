/** The accounts of one ledger key as tiles; each opens the postings that make it. */
import { useLingui } from "@lingui/react";
import { Money } from "../../component/money.tsx";
import { allAccounts, shownAccounts, useAccountNames } from "./accounts.ts";
import { FigureLink } from "./figure.tsx";
import type { LedgerKeyView } from "./finance-query.ts";
import { keyText, useCallTitle } from "./ledger-key.ts";

interface Props {
  readonly ledgerKey: LedgerKeyView;
}

export function AccountTiles({ ledgerKey }: Props) {
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
          <FigureLink key={one} of={{ park: ledger.parkId, key: keyText(ledger), account: one }} className="account">
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
          </FigureLink>
        ))}
      </div>
    </section>
  );
}
