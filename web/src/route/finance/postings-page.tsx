/** The ledger's explorer: a figure as a question in the address, the postings that make it, and their sum. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Money } from "../../component/money.tsx";
import { Page } from "../../component/page.tsx";
import { TableLinks } from "../../component/table-links.tsx";
import { NoPart } from "../staff/no-part.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { usePageSearch } from "../use-page-search.ts";
import { useAccountNames } from "./accounts.ts";
import { PostingsFilter } from "./postings-filter.tsx";
import {
  accountsIn,
  askedOf,
  type PostingsSearch,
  type PostingsView,
  postingsQuery,
  postingsSearchSchema,
} from "./postings-search.ts";
import { PostingsTable } from "./postings-table.tsx";
import "../staff/staff.css";
import "./finance.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const [search, change] = usePageSearch(postingsSearchSchema);
  const parks = useStaffParks(["finance", "manager", "approver", "auditor"]);
  const parkId = search.park ?? parks[0]?.id ?? "";
  const query = useQuery(postingsQuery(parkId, search));
  if (parks.length === 0) return <NoPart title={i18n._("Postings")} />;
  return (
    <Page title={i18n._("Postings")} width="expert" up={{ to: "/ledger", label: i18n._("Money") }}>
      <div className="act-page">
        <PostingsFilter parks={parks} parkId={parkId} search={search} view={query.data} onChange={change} />
        <Loaded query={query} lines={10}>
          {(view) => <Found view={view} search={search} parkId={parkId} />}
        </Loaded>
      </div>
    </Page>
  );
}

interface FoundProps {
  readonly view: PostingsView;
  readonly search: PostingsSearch;
  readonly parkId: string;
}

function Found({ view, search, parkId }: FoundProps) {
  const { i18n } = useLingui();
  const names = useAccountNames();
  const accounts = accountsIn(search);
  const against = search.against;
  const [only] = accounts;
  const title =
    only === undefined
      ? i18n._("Moved")
      : against === undefined
        ? accounts.map((account) => names[account]).join(" + ")
        : i18n._("{to} from {from}", { to: names[only], from: names[against] });
  const sums =
    view.sums.length > 0 ? view.sums : [{ currency: search.currency ?? currencyOf(view, search), amount: 0 }];
  return (
    <Card
      title={title}
      aside={
        <TableLinks
          name={i18n._("Postings")}
          path="/api/parks/{parkId}/tables/postings"
          params={{ parkId }}
          query={askedOf(search)}
        />
      }
      flush
    >
      <p className="figure-sum">
        {sums.map(({ currency, amount }) => (
          <b key={currency}>
            <Money amount={amount} currency={currency} />
          </b>
        ))}
        <span className="small muted">
          {i18n._("{count, plural, one {the sum of # posting} other {the sum of # postings}}", { count: view.total })}
          {view.total > view.postings.length &&
            ` · ${i18n._("the newest {count} are listed, the file has all", { count: view.postings.length })}`}
        </span>
      </p>
      {view.postings.length === 0 ? (
        <EmptyState>{i18n._("No posting fits this question.")}</EmptyState>
      ) : (
        <PostingsTable caption={title} postings={view.postings} names={view.names} references={view.references} />
      )}
    </Card>
  );
}

function currencyOf({ keys }: PostingsView, { key }: PostingsSearch): string {
  const last = key?.split("/").at(-1);
  return last ?? keys[0]?.ledger.currency ?? "EUR";
}
