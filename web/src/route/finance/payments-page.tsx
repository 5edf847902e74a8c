/** A park's payments: orders that wait, batches on their way, the bank's statement. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { NoPart } from "../staff/no-part.tsx";
import { ParkSelect } from "../staff/park-select.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { usePageSearch } from "../use-page-search.ts";
import { AccountChangesCard } from "./account-changes-card.tsx";
import { BankStatementCard } from "./bank-statement-card.tsx";
import { BatchesCard } from "./batches-card.tsx";
import { paymentsQuery } from "./finance-query.ts";
import { WaitingCard } from "./waiting-card.tsx";
import "../staff/staff.css";
import "./finance.css";

const searchSchema = z.object({ park: z.string().optional() });

export function RoutePage() {
  const { i18n } = useLingui();
  const [search, change] = usePageSearch(searchSchema);
  const parks = useStaffParks(["finance", "manager", "auditor"]);
  const own = useStaffParks(["finance"]);
  const parkId = search.park ?? own[0]?.id ?? parks[0]?.id ?? "";
  const acts = own.some(({ id }) => id === parkId);
  const query = useQuery(paymentsQuery(parkId));
  const park = parks.find(({ id }) => id === parkId);
  if (parks.length === 0) return <NoPart title={i18n._("Payments")} />;
  return (
    <Page title={i18n._("Payments")} width="expert" lead={park?.name}>
      <div className="act-page">
        <ParkSelect parks={parks} value={parkId} onChange={(chosen) => change({ park: chosen })} />
        {parkId !== "" && (
          <Loaded query={query} lines={10}>
            {(payments) => (
              <>
                <AccountChangesCard changes={payments.accountChanges} />
                <WaitingCard key={parkId} payments={payments} parkId={parkId} mayAct={acts} />
                <BatchesCard payments={payments} parkId={parkId} />
                {acts && <BankStatementCard parkId={parkId} />}
              </>
            )}
          </Loaded>
        )}
      </div>
    </Page>
  );
}
