/** The trial balance of a park at the end of any day, and what moved since another: per ledger key, fund, call or year. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { api } from "../../client.ts";
import { EmptyState } from "../../component/empty-state.tsx";
import { FilterChoice } from "../../component/filter-choice.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { TableLinks } from "../../component/table-links.tsx";
import { useFormat } from "../case/use-format.ts";
import { NoPart } from "../staff/no-part.tsx";
import { ParkSelect } from "../staff/park-select.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { usePageSearch } from "../use-page-search.ts";
import { PeriodLock } from "./period-lock.tsx";
import { DayField } from "./postings-filter.tsx";
import { StatementCard } from "./statement-table.tsx";
import "../staff/staff.css";
import "./finance.css";

const searchSchema = z.object({
  park: z.string().optional(),
  by: z.enum(["key", "fund", "call", "year"]).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
type Search = z.infer<typeof searchSchema>;

function asked({ by = "key", from, to }: Search) {
  return { by, from, to };
}

function statementQuery(parkId: string, search: Search) {
  return queryOptions({
    queryKey: ["statement", parkId, asked(search)],
    queryFn: ({ signal }) =>
      api("get", "/api/parks/{parkId}/statement", { params: { parkId }, query: asked(search), signal }),
    enabled: parkId !== "",
  });
}

export function RoutePage() {
  const { i18n } = useLingui();
  const format = useFormat();
  const [search, change] = usePageSearch(searchSchema);
  const parks = useStaffParks(["finance", "manager", "approver", "auditor"]);
  const own = useStaffParks(["finance"]);
  const parkId = search.park ?? parks[0]?.id ?? "";
  const query = useQuery(statementQuery(parkId, search));
  const groupings = [
    ["key", i18n._("ledger key")],
    ["fund", i18n._("fund")],
    ["call", i18n._("call")],
    ["year", i18n._("budget year")],
  ] as const;
  if (parks.length === 0) return <NoPart title={i18n._("Statement")} />;
  return (
    <Page
      title={i18n._("Statement")}
      width="expert"
      up={{ to: "/ledger", label: i18n._("Money") }}
      lead={
        query.data === undefined ? undefined : i18n._("At the end of {day}", { day: format.day(query.data.to, "full") })
      }
      actions={
        <TableLinks
          name={i18n._("Statement")}
          path="/api/parks/{parkId}/tables/statement"
          params={{ parkId }}
          query={asked(search)}
        />
      }
    >
      <div className="act-page">
        <search className="card postings-filter">
          <ParkSelect parks={parks} value={parkId} onChange={(park) => change({ park })} />
          <FilterChoice
            label={i18n._("One statement per")}
            value={search.by}
            any={groupings[0][1]}
            onChange={(by) => change({ by: groupings.find(([id]) => id === by)?.[0] })}
          >
            {groupings.slice(1).map(([id, text]) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </FilterChoice>
          <DayField label={i18n._("From day")} value={search.from} onChange={(from) => change({ from })} />
          <DayField label={i18n._("To day")} value={search.to} onChange={(to) => change({ to })} />
        </search>
        <Loaded query={query} lines={10}>
          {(view) =>
            view.statements.length === 0 ? (
              <EmptyState>{i18n._("Nothing had moved by that day.")}</EmptyState>
            ) : (
              view.statements.map((statement) => (
                <StatementCard
                  key={statement.group}
                  statement={statement}
                  by={search.by ?? "key"}
                  span={{ park: parkId, from: view.from, to: view.to }}
                />
              ))
            )
          }
        </Loaded>
        {query.data !== undefined && own.some(({ id }) => id === parkId) && (
          <PeriodLock parkId={parkId} through={query.data.lockedThrough} />
        )}
      </div>
    </Page>
  );
}
