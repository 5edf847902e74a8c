/** The newest postings of a ledger key, or all those of a case in it, and whether the accounts add up. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { Icon } from "../../component/icon.tsx";
import type { LedgerKeyView } from "./finance-query.ts";
import { keyText, useCallTitle } from "./ledger-key.ts";
import { PostingsTable } from "./postings-table.tsx";

interface Props {
  readonly ledgerKey: LedgerKeyView;
  readonly names: Readonly<Record<string, string>>;
  readonly references: Readonly<Record<string, string>>;
  /** Of one case: a part of the key, of which the identities of the whole say nothing. */
  readonly ofCase?: boolean;
}

const newest = 8;

export function PostingsCard({ ledgerKey, names, references, ofCase = false }: Props) {
  const { i18n } = useLingui();
  const callTitle = useCallTitle();
  const { ledger, postings, faults } = ledgerKey;
  const shown = postings.toReversed().slice(0, ofCase ? postings.length : newest);
  const title = ofCase ? i18n._("Postings") : i18n._("Newest postings of {call}", { call: callTitle(ledger.callId) });
  return (
    <Card
      title={title}
      aside={
        ofCase ? (
          i18n._("{count, plural, one {# posting} other {# postings}}", { count: postings.length })
        ) : (
          <Link to="/ledger/postings" search={{ park: ledger.parkId, key: keyText(ledger) }}>
            {i18n._("{count, plural, one {The one posting} other {All # postings}}", { count: postings.length })}
          </Link>
        )
      }
      flush
    >
      <PostingsTable caption={title} postings={shown} names={names} references={references} narrow={!ofCase} />
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
