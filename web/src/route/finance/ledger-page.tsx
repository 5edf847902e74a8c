/** The money of a park: every key with its accounts, how long it lasts, where it went; each figure opens its postings. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { buttonClass } from "../../component/button.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { dayOfInstant, readerZone } from "../../format/date-time.ts";
import { NoPart } from "../staff/no-part.tsx";
import { ParkSelect } from "../staff/park-select.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { usePageSearch } from "../use-page-search.ts";
import { AccountTiles } from "./account-tiles.tsx";
import { BurnDownCard } from "./burn-down-card.tsx";
import { type LedgerView, ledgerQuery } from "./finance-query.ts";
import { FlowCard } from "./flow-card.tsx";
import { KeysCard } from "./keys-card.tsx";
import { keyText } from "./ledger-key.ts";
import { OutlookCards } from "./outlook-card.tsx";
import { PostingsCard } from "./postings-card.tsx";
import { YearCard } from "./year-card.tsx";
import "../staff/staff.css";
import "./finance.css";

const searchSchema = z.object({
  park: z.string().optional(),
  key: z.string().optional(),
});
export type LedgerSearch = z.infer<typeof searchSchema>;

export function RoutePage() {
  const { i18n } = useLingui();
  const [search, change] = usePageSearch(searchSchema);
  const parks = useStaffParks(["finance", "manager", "approver", "auditor"]);
  const own = useStaffParks(["finance"]);
  const parkId = search.park ?? parks[0]?.id ?? "";
  const query = useQuery(ledgerQuery(parkId));
  const park = parks.find(({ id }) => id === parkId);
  if (parks.length === 0) return <NoPart title={i18n._("Money")} />;
  return (
    <Page
      title={i18n._("Money")}
      width="expert"
      actions={
        <>
          <Link className={buttonClass("default", true)} to="/ledger/postings" search={{ park: parkId }}>
            {i18n._("Search the postings")}
          </Link>
          <Link className={buttonClass("default", true)} to="/ledger/statement" search={{ park: parkId }}>
            {i18n._("Statement at any day")}
          </Link>
        </>
      }
      lead={park === undefined ? undefined : i18n._("{park}. Every figure opens its postings.", { park: park.name })}
    >
      <div className="act-page">
        <ParkSelect parks={parks} value={parkId} onChange={(chosen) => change({ park: chosen, key: undefined })} />
        <Loaded query={query} lines={10}>
          {(ledger) => (
            <Body
              ledger={ledger}
              search={search}
              onChange={change}
              mayAct={own.some(({ id }) => id === parkId)}
              now={new Date(query.dataUpdatedAt).toISOString()}
            />
          )}
        </Loaded>
        {parkId !== "" && (
          <OutlookCards
            parkId={parkId}
            today={dayOfInstant(query.dataUpdatedAt || Date.now(), park?.zone ?? readerZone())}
          />
        )}
      </div>
    </Page>
  );
}

interface BodyProps {
  readonly ledger: LedgerView;
  readonly search: LedgerSearch;
  readonly onChange: (change: Partial<LedgerSearch>) => void;
  readonly mayAct: boolean;
  /** When the ledger was read. */
  readonly now: string;
}

function Body({ ledger, search, onChange, mayAct, now }: BodyProps) {
  const key = ledger.keys.find(({ ledger: one }) => keyText(one) === search.key) ?? ledger.keys[0];
  const currency = key?.ledger.currency;
  return (
    <>
      {key !== undefined && (
        <>
          <AccountTiles ledgerKey={key} />
          <div className="two-cards">
            <BurnDownCard ledgerKey={key} now={now} />
            <PostingsCard ledgerKey={key} names={ledger.names} references={ledger.references} />
          </div>
        </>
      )}
      {currency !== undefined && (
        <FlowCard keys={ledger.keys.filter((one) => one.ledger.currency === currency)} currency={currency} />
      )}
      <KeysCard keys={ledger.keys} chosen={key} onChoose={(chosen) => onChange({ key: chosen })} />
      {key !== undefined && (
        <YearCard key={keyText(key.ledger)} ledgerKey={key} references={ledger.references} mayAct={mayAct} />
      )}
    </>
  );
}
