/** Postings, newest first: when, which accounts, how much, and from there to the case, the decision and the person. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import { dayOfInstant, readerZone } from "../../format/date-time.ts";
import { useFormat } from "../case/use-format.ts";
import { useAccountNames } from "./accounts.ts";
import type { Posting } from "./finance-query.ts";
import { useEventNames } from "./ledger-words.ts";
import { useMemoWords } from "./memo-words.ts";

/** A posting of a list; `counts` where the list makes a figure. */
export type Shown = Posting & { readonly counts?: number };

interface Props {
  readonly caption: string;
  readonly postings: readonly Shown[];
  readonly names: Readonly<Record<string, string>>;
  readonly references: Readonly<Record<string, string>>;
  /** Beside another card: the person stands under the case. */
  readonly narrow?: boolean;
}

export function PostingsTable({ caption, postings, names, references, narrow = false }: Props) {
  const columns = useColumns(names, references, narrow);
  return <DataTable caption={caption} columns={columns} rows={postings} rowKey={({ postingId }) => postingId} />;
}

function useColumns(names: Props["names"], references: Props["references"], narrow: boolean): readonly Column<Shown>[] {
  const { i18n } = useLingui();
  const format = useFormat();
  const accountNames = useAccountNames();
  const eventNames = useEventNames();
  const memo = useMemoWords();
  const person = (actor: string) => names[actor] ?? i18n._("the system");
  return [
    {
      id: "at",
      head: i18n._("When"),
      cell: ({ at, day }) => (
        <div>
          <span className="plain nowrap">{format.moment(at)}</span>
          {day !== undefined && day !== dayOfInstant(at, readerZone()) && (
            <div className="tiny muted plain">{i18n._("counts on {day}", { day: format.day(day, "short") })}</div>
          )}
        </div>
      ),
    },
    {
      id: "what",
      head: i18n._("What, to from"),
      cell: ({ memo: text, to, from }) => (
        <div>
          {memo(text)}
          <div className="tiny muted">
            {i18n._("{to} from {from}", { to: accountNames[to], from: accountNames[from] })}
          </div>
        </div>
      ),
    },
    {
      id: "amount",
      head: i18n._("Amount"),
      number: true,
      cell: ({ amount, counts, ledger }) => (
        <span className="posting-amount">
          <Money amount={counts ?? amount} currency={ledger.currency} />
        </span>
      ),
    },
    {
      id: "case",
      head: i18n._("Case and decision"),
      cell: ({ caseId, at, verb, actor }) =>
        caseId === undefined ? (
          <div>
            {i18n._("the budget itself")}
            <div className="tiny muted">{eventNames(verb)}</div>
            {narrow && <div className="tiny muted">{person(actor)}</div>}
          </div>
        ) : (
          <div>
            <Link className="mono" to="/cases/$caseId" params={{ caseId }}>
              {references[caseId] ?? caseId}
            </Link>
            <div className="tiny">
              <Link to="/cases/$caseId" params={{ caseId }} hash={`at-${at}`}>
                {eventNames(verb)}
              </Link>
            </div>
            {narrow && <div className="tiny muted">{person(actor)}</div>}
          </div>
        ),
    },
    ...(narrow
      ? []
      : [
          {
            id: "person",
            head: i18n._("Person"),
            cell: ({ actor }: Shown) => <span className="plain">{person(actor)}</span>,
          },
        ]),
  ];
}
