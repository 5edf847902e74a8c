/** What one case moved in one ledger key: its balances, then every posting. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { ParkMark } from "../../component/park-mark.tsx";
import { type SumLine, SumTable } from "../../component/sum-table.tsx";
import { useParks } from "../../network.ts";
import { allAccounts, useAccountNames } from "./accounts.ts";
import { Figure } from "./figure.tsx";
import type { LedgerKeyView } from "./finance-query.ts";
import { keyText } from "./ledger-key.ts";
import { PostingsCard } from "./postings-card.tsx";

interface Props {
  readonly caseId: string;
  readonly ledgerKey: LedgerKeyView;
  readonly names: Readonly<Record<string, string>>;
  readonly references: Readonly<Record<string, string>>;
}

export function CaseKeyCard({ caseId, ledgerKey, names, references }: Props) {
  const { i18n } = useLingui();
  const accountNames = useAccountNames();
  const { ledger, balances, fund } = ledgerKey;
  const park = useParks().find(({ id }) => id === ledger.parkId);
  const lines: SumLine[] = allAccounts
    .filter((account) => (balances[account] ?? 0) !== 0)
    .map((account) => {
      // In a sum that comes to nothing, what was given stands as its account does: below zero.
      const amount = balances[account] ?? 0;
      const of = { park: ledger.parkId, key: keyText(ledger), account, case: caseId };
      const label = accountNames[account];
      if (account === "appropriation") return { label, amount };
      return { label, amount, figure: <Figure key={account} amount={amount} currency={ledger.currency} of={of} /> };
    });
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <>
      <Card
        title={i18n._("What the case moved")}
        aside={
          <>
            {park !== undefined && <ParkMark park={park} />} {`${fund}, ${ledger.budgetYear}`}
          </>
        }
      >
        <SumTable
          caption={i18n._("Balances of the case")}
          currency={ledger.currency}
          lines={[...lines, { label: i18n._("Sum of all accounts"), amount: total, kind: "total" }]}
        />
        <p className="small">
          <Link to="/ledger" search={{ park: ledger.parkId, key: keyText(ledger) }}>
            {i18n._("The whole key")}
          </Link>
        </p>
      </Card>
      <PostingsCard ledgerKey={ledgerKey} names={names} references={references} ofCase />
    </>
  );
}
