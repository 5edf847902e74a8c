/** The postings behind a figure, newest first: when, which accounts, how much, for which case, by whom. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Icon } from "../../component/icon.tsx";
import { Money } from "../../component/money.tsx";
import { useFormat } from "../case/use-format.ts";
import { useAccountNames } from "./accounts.ts";
import type { Account, LedgerKeyView, Posting } from "./finance-query.ts";
import { useCallTitle } from "./ledger-key.ts";
import { useMemoWords } from "./memo-words.ts";

interface Props {
  readonly ledgerKey: LedgerKeyView;
  /** Only postings that move this account; all of them if left out. */
  readonly account: Account | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly references: Readonly<Record<string, string>>;
  /** Of one case: a part of the key, of which the identities of the whole say nothing. */
  readonly ofCase?: boolean;
}

export function PostingsCard({ ledgerKey, account, names, references, ofCase = false }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const accountNames = useAccountNames();
  const callTitle = useCallTitle();
  const { ledger, balances, postings, faults } = ledgerKey;
  const shown = postings
    .filter(({ to, from }) => account === undefined || to === account || from === account)
    .toReversed();
  const balance = account === undefined ? undefined : (balances[account] ?? 0) * (account === "appropriation" ? -1 : 1);
  const title = ofCase
    ? i18n._("Postings")
    : account === undefined || balance === undefined
      ? i18n._("All postings of {call}", { call: callTitle(ledger.callId) })
      : i18n._("{account}: {amount}", {
          account: accountNames[account],
          amount: format.money({ amount: balance, currency: ledger.currency }),
        });
  return (
    <Card
      title={title}
      aside={i18n._("{count, plural, one {# posting} other {# postings}}", { count: shown.length })}
      flush
    >
      <DataTable
        caption={title}
        columns={useColumns(account, names, references)}
        rows={shown}
        rowKey={({ postingId }) => postingId}
      />
      {!ofCase && (
        <p className="card-foot small row">
          <Icon name={faults.length === 0 ? "check" : "alert"} />
          {faults.length === 0 ? (
            <span className="muted">{i18n._("Accounts add up to the budget, and none is below zero.")}</span>
          ) : (
            <span className="late">{faults.join("; ")}</span>
          )}
        </p>
      )}
    </Card>
  );
}

function useColumns(
  account: Account | undefined,
  names: Props["names"],
  references: Props["references"],
): readonly Column<Posting>[] {
  const { i18n } = useLingui();
  const format = useFormat();
  const accountNames = useAccountNames();
  const memo = useMemoWords();
  return [
    { id: "at", head: i18n._("When"), cell: ({ at }) => <span className="plain nowrap">{format.moment(at)}</span> },
    {
      id: "what",
      head: i18n._("What, to from"),
      cell: ({ memo: text, to, from }) => (
        <div>
          {memo(text)}
          <div className="tiny muted">{`${accountNames[to]} ← ${accountNames[from]}`}</div>
        </div>
      ),
    },
    {
      id: "amount",
      head: i18n._("Amount"),
      number: true,
      // Seen from the chosen account, what leaves it is negative.
      cell: ({ amount, from, ledger }) => (
        <Money amount={account !== undefined && from === account ? -amount : amount} currency={ledger.currency} />
      ),
    },
    {
      id: "case",
      head: i18n._("Case and person"),
      cell: ({ caseId, actor }) => (
        <div>
          {caseId === undefined ? (
            i18n._("the budget itself")
          ) : (
            <Link className="mono" to="/cases/$caseId" params={{ caseId }}>
              {references[caseId] ?? caseId}
            </Link>
          )}
          <div className="tiny muted">{names[actor] ?? actor.replace(/^system:/, "")}</div>
        </div>
      ),
    },
  ];
}
