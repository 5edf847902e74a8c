/** Every key of a park's ledger with the accounts of its budget; each figure leads to its postings. */
import { useLingui } from "@lingui/react";
import { BudgetBar } from "../../component/budget-bar.tsx";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { shownAccounts, useAccountNames } from "./accounts.ts";
import { Figure } from "./figure.tsx";
import type { LedgerKeyView } from "./finance-query.ts";
import { keyText, useCallTitle } from "./ledger-key.ts";

interface Props {
  readonly keys: readonly LedgerKeyView[];
  readonly chosen: LedgerKeyView | undefined;
  /** Shows another key above. */
  readonly onChoose: (key: string) => void;
}

export function KeysCard({ keys, chosen, onChoose }: Props) {
  const { i18n } = useLingui();
  const columns = useColumns(chosen, onChoose);
  if (keys.length === 0) return <EmptyState>{i18n._("No budget was set yet.")}</EmptyState>;
  return (
    <Card title={i18n._("Every call and currency")} aside={i18n._("Currencies are never added up.")} flush>
      <DataTable
        caption={i18n._("Every call and currency")}
        columns={columns}
        rows={keys}
        rowKey={({ ledger }) => keyText(ledger)}
      />
    </Card>
  );
}

function useColumns(chosen: LedgerKeyView | undefined, onChoose: Props["onChoose"]): readonly Column<LedgerKeyView>[] {
  const { i18n } = useLingui();
  const names = useAccountNames();
  const callTitle = useCallTitle();
  return [
    {
      id: "call",
      head: i18n._("Call and fund"),
      cell: ({ ledger, fund }) => (
        <>
          <button
            type="button"
            className="figure"
            aria-pressed={chosen !== undefined && keyText(chosen.ledger) === keyText(ledger)}
            onClick={() => onChoose(keyText(ledger))}
          >
            {callTitle(ledger.callId)}
          </button>
          <div className="tiny muted plain">{`${fund}, ${ledger.budgetYear}, ${ledger.currency}`}</div>
        </>
      ),
    },
    {
      id: "bar",
      head: i18n._("Share of budget"),
      cell: ({ balances, ledger }) => (
        <div className="share">
          <BudgetBar
            currency={ledger.currency}
            segments={shownAccounts.map((account) => ({ account, amount: Math.max(0, balances[account] ?? 0) }))}
          />
        </div>
      ),
    },
    {
      id: "budget",
      head: names.appropriation,
      number: true,
      cell: ({ balances, ledger }) => (
        <b>
          <Figure
            amount={-(balances.appropriation ?? 0)}
            currency={ledger.currency}
            of={{ park: ledger.parkId, key: keyText(ledger), account: "appropriation" }}
          />
        </b>
      ),
    },
    ...[...shownAccounts].reverse().map(
      (account): Column<LedgerKeyView> => ({
        id: account,
        head: names[account],
        number: true,
        cell: (key) => {
          const amount = key.balances[account] ?? 0;
          const touched = key.postings.some(({ to, from }) => to === account || from === account);
          if (!touched) return <span className="muted">0</span>;
          return (
            <Figure
              amount={amount}
              currency={key.ledger.currency}
              of={{ park: key.ledger.parkId, key: keyText(key.ledger), account }}
            />
          );
        },
      }),
    ),
  ];
}
