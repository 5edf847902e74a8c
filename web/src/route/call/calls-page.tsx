/** The calls of a park for its staff, drafts too, and drafting one from a file. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import * as z from "zod";
import { Card } from "../../component/card.tsx";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { useParks } from "../../network.ts";
import { NoPart } from "../staff/no-part.tsx";
import { ParkSelect } from "../staff/park-select.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { usePageSearch } from "../use-page-search.ts";
import { BeginForm } from "./begin-form.tsx";
import { type CallLine, parkCallsQuery } from "./call-query.ts";
import { CallStateTag } from "./call-state.tsx";
import { ImportForm } from "./import-form.tsx";
import "../staff/staff.css";

const searchSchema = z.object({ park: z.string().optional() });

export function RoutePage() {
  const { i18n } = useLingui();
  const [search, change] = usePageSearch(searchSchema);
  const parks = useStaffParks(["manager", "auditor", "secretary"]);
  const managed = useStaffParks(["manager"]);
  const parkId = search.park ?? parks[0]?.id ?? "";
  const query = useQuery(parkCallsQuery(parkId));
  if (parks.length === 0) return <NoPart title={i18n._("Calls")} />;
  return (
    <Page
      title={i18n._("Calls")}
      width="expert"
      lead={i18n._("Every call that the park leads or pays in, from draft to archive.")}
      actions={<ParkSelect parks={parks} value={parkId} onChange={(park) => change({ park })} />}
    >
      <div className="act-page">
        <Loaded query={query} lines={6}>
          {({ calls }) =>
            calls.length === 0 ? (
              <EmptyState>{i18n._("This park has no call yet.")}</EmptyState>
            ) : (
              <Card title={i18n._("Calls of the park")} aside={calls.length} flush>
                <Lines calls={calls} />
              </Card>
            )
          }
        </Loaded>
        {managed.some(({ id }) => id === parkId) && (
          <>
            <BeginForm key={parkId} parkId={parkId} />
            <ImportForm />
          </>
        )}
      </div>
    </Page>
  );
}

function Lines({ calls }: { readonly calls: readonly CallLine[] }) {
  const { i18n } = useLingui();
  const parks = useParks();
  const columns = useMemo((): readonly Column<CallLine>[] => {
    const at = (call: CallLine, instant: string) => {
      const zone = parks.find(({ id }) => id === call.leadPark)?.zone;
      return <DateTime at={instant} show="date" {...(zone === undefined ? {} : { zone })} />;
    };
    return [
      {
        id: "call",
        head: i18n._("Call"),
        cell: ({ callId, title, code }) => (
          <>
            <Link to="/calls/$callId/desk" params={{ callId }}>
              {inLanguage(title, i18n.locale)}
            </Link>
            <div className="tiny muted plain">{code}</div>
          </>
        ),
      },
      { id: "state", head: i18n._("State"), cell: ({ state }) => <CallStateTag state={state} /> },
      {
        id: "mode",
        head: i18n._("Decided"),
        cell: ({ mode }) => (mode === "rolling" ? i18n._("case by case") : i18n._("by ranking")),
      },
      { id: "opens", head: i18n._("Opens"), cell: (call) => at(call, call.opens) },
      { id: "closes", head: i18n._("Closes"), cell: (call) => at(call, call.closes) },
      { id: "cases", head: i18n._("Cases"), number: true, cell: ({ cases }) => cases },
      { id: "undecided", head: i18n._("Undecided"), number: true, cell: ({ undecided }) => undecided },
    ];
  }, [i18n, parks]);
  return (
    <DataTable caption={i18n._("Calls of the park")} columns={columns} rows={calls} rowKey={({ callId }) => callId} />
  );
}
