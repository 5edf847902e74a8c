/** One statement: every account at the beginning and the end of its span, and what moved between; each figure opens its postings. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { allAccounts, useAccountNames } from "./accounts.ts";
import { Figure, type FigureOf } from "./figure.tsx";
import type { Account, Statement } from "./finance-query.ts";
import { useCallTitle } from "./ledger-key.ts";

type Movement = Statement["movements"][number];
interface Line {
  readonly account: Account;
}

interface Props {
  readonly statement: Statement;
  readonly by: "key" | "fund" | "call" | "year";
  readonly span: { readonly park: string; readonly from: string | undefined; readonly to: string };
}

/** The question that the group of a statement is. */
function groupOf({ group, ledgers: [ledger], currency }: Statement, by: Props["by"]): Omit<FigureOf, "park"> {
  switch (by) {
    case "key":
      return { key: group };
    case "fund":
      return { fund: ledger?.fundId, currency };
    case "call":
      return { call: ledger?.callId, currency };
    case "year":
      return { year: ledger?.budgetYear, currency };
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

export function StatementCard({ statement, by, span: { park, from, to } }: Props) {
  const { i18n } = useLingui();
  const names = useAccountNames();
  const callTitle = useCallTitle();
  const { currency, opening, closing, movements, ledgers } = statement;
  const [ledger] = ledgers;
  const of: FigureOf = { park, ...groupOf(statement, by) };
  const titles = {
    key: `${callTitle(ledger?.callId ?? "")}, ${ledger?.budgetYear ?? ""}, ${currency}`,
    fund: `${ledger?.fundId ?? ""}, ${currency}`,
    call: `${callTitle(ledger?.callId ?? "")}, ${currency}`,
    year: `${ledger?.budgetYear ?? ""}, ${currency}`,
  };
  const shown = allAccounts.filter((account) => (opening[account] ?? 0) !== 0 || (closing[account] ?? 0) !== 0);
  // What was given is shown as such, though its account is minus that.
  const seen = (account: Account, amount: number) => (account === "appropriation" ? 0 - amount : amount);
  const columns: readonly Column<Line>[] = [
    { id: "account", head: i18n._("Account"), cell: ({ account }) => names[account] },
    ...(from === undefined
      ? []
      : [
          {
            id: "opening",
            head: i18n._("Before"),
            number: true,
            cell: ({ account }: Line) => (
              <Figure
                amount={seen(account, opening[account] ?? 0)}
                currency={currency}
                of={{ ...of, account, to: dayBefore(from) }}
              />
            ),
          },
        ]),
    {
      id: "closing",
      head: i18n._("At the end"),
      number: true,
      cell: ({ account }) => (
        <Figure amount={seen(account, closing[account] ?? 0)} currency={currency} of={{ ...of, account, to }} />
      ),
    },
  ];
  return (
    <Card title={titles[by]} aside={i18n._("All accounts add up to nothing.")} flush>
      <DataTable
        caption={i18n._("Accounts of {group}", { group: titles[by] })}
        columns={columns}
        rows={shown.map((account) => ({ account }))}
        rowKey={({ account }) => account}
      />
      <DataTable
        caption={i18n._("What moved in {group}", { group: titles[by] })}
        columns={[
          {
            id: "moved",
            head: i18n._("Moved, to from"),
            cell: ({ to: account, from: against, paidBefore }: Movement) =>
              paidBefore
                ? i18n._("Paid before the move, taken over with running vouchers")
                : i18n._("{to} from {from}", { to: names[account], from: names[against] }),
          },
          { id: "count", head: i18n._("Postings"), number: true, cell: ({ postings }: Movement) => postings },
          {
            id: "amount",
            head: i18n._("Amount"),
            number: true,
            cell: ({ to: account, from: against, amount }: Movement) => (
              <Figure amount={amount} currency={currency} of={{ ...of, account, against, from, to }} />
            ),
          },
        ]}
        rows={movements}
        rowKey={({ to: account, from: against }: Movement) => `${account} ${against}`}
      />
    </Card>
  );
}
