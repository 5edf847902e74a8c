/** What the money waits for: vouchers that will lapse, orders the bank has not booked, money asked back. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { TableLinks } from "../../component/table-links.tsx";
import { useFormat } from "../case/use-format.ts";
import { Figure } from "./figure.tsx";
import { type OutlookLine, outlookQuery } from "./finance-query.ts";

export function OutlookCards({ parkId, today }: { readonly parkId: string; readonly today: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const query = useQuery(outlookQuery(parkId));
  return (
    <Loaded query={query} lines={4}>
      {({ lapsing, owed, recoverable, check }) => (
        <>
          <Lines
            title={i18n._("Will lapse unless accepted or claimed")}
            account="committed"
            part="lapsing"
            parkId={parkId}
            none={i18n._("Nothing will lapse.")}
            head={i18n._("Last day")}
            lines={lapsing}
            today={today}
          />
          <Lines
            title={i18n._("To pay, by age")}
            account="payable"
            part="owed"
            parkId={parkId}
            none={i18n._("Nothing is to be paid.")}
            head={i18n._("Owed since")}
            lines={owed}
            today={today}
          />
          {recoverable.length > 0 && (
            <Lines
              title={i18n._("Asked back")}
              account="recoverable"
              part="recoverable"
              parkId={parkId}
              none=""
              head={i18n._("Due")}
              lines={recoverable}
              today={today}
            />
          )}
          {check !== undefined && (
            <p className="small muted">
              {check.faults === 0
                ? i18n._(
                    "All books were added up on {day}: {postings} postings in {keys} keys, every identity holds.",
                    {
                      day: format.day(check.day),
                      postings: check.postings,
                      keys: check.keys,
                    },
                  )
                : i18n._("All books were added up on {day}: {faults} identities do not hold. Tell the operator.", {
                    day: format.day(check.day),
                    faults: check.faults,
                  })}
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

/** Of several recoveries in one case, each line is about its own. */
function textOf(line: OutlookLine & { readonly recovery?: number }): string | undefined {
  return line.recovery === undefined ? undefined : `recovery ${line.recovery} `;
}

interface LinesProps {
  readonly title: string;
  /** What each line is the balance of, in its case and key. */
  readonly account: "committed" | "payable" | "recoverable";
  readonly part: "lapsing" | "owed" | "recoverable";
  readonly parkId: string;
  readonly none: string;
  readonly head: string;
  readonly lines: readonly OutlookLine[];
  readonly today: string;
}

function Lines({ title, account, part, parkId, none, head, lines, today }: LinesProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const days = (day: string) => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const columns: readonly Column<OutlookLine>[] = [
    {
      id: "case",
      head: i18n._("Case"),
      cell: ({ caseId, reference, applicant }) => (
        <div>
          <Link className="mono" to="/cases/$caseId" params={{ caseId }}>
            {reference}
          </Link>
          <div className="tiny muted">{applicant}</div>
        </div>
      ),
    },
    {
      id: "day",
      head,
      sortBy: ({ day }) => day,
      cell: ({ day }) => (
        <div>
          {format.day(day)}
          <div className="tiny muted">
            {days(day) < 0
              ? i18n._("{count, plural, one {# day ago} other {# days ago}}", { count: -days(day) })
              : i18n._("in {count, plural, one {# day} other {# days}}", { count: days(day) })}
          </div>
        </div>
      ),
    },
    {
      id: "amount",
      head: i18n._("Amount"),
      number: true,
      sortBy: ({ amount }) => amount,
      cell: (line) => (
        <Figure
          amount={line.amount}
          currency={line.currency}
          of={{ park: parkId, key: line.key, account, case: line.caseId, text: textOf(line) }}
        />
      ),
    },
  ];
  return (
    <Card
      title={title}
      aside={
        <>
          {i18n._("{count, plural, one {# case} other {# cases}}", { count: lines.length })}{" "}
          <TableLinks name={title} path="/api/parks/{parkId}/tables/outlook" params={{ parkId }} query={{ of: part }} />
        </>
      }
      flush
    >
      {lines.length === 0 ? (
        <EmptyState>{none}</EmptyState>
      ) : (
        <DataTable caption={title} columns={columns} rows={lines} rowKey={({ caseId, key }) => `${caseId} ${key}`} />
      )}
    </Card>
  );
}
