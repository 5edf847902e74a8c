/** All cases that a park pays for, as a board and as a table with the same filters; the address keeps them. */
import { useLingui } from "@lingui/react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, buttonClass } from "../../component/button.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Icon } from "../../component/icon.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { TableLinks } from "../../component/table-links.tsx";
import { Waiting } from "../../component/waiting.tsx";
import { NoPart } from "../staff/no-part.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { usePageSearch } from "../use-page-search.ts";
import { Board } from "./board.tsx";
import { CaseTable } from "./case-table.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { OwnViews } from "./own-views.tsx";
import { asked, pipelineQuery, searchSchema } from "./pipeline-search.ts";
import { PipelineSum } from "./pipeline-sum.tsx";
import { ViewChips } from "./view-chips.tsx";
import "./pipeline.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const [search, change] = usePageSearch(searchSchema);
  const parks = useStaffParks(["manager", "approver", "finance", "auditor", "secretary"]);
  const writing = useStaffParks(["manager"]);
  const parkId = search.park ?? parks[0]?.id ?? "";
  const query = useInfiniteQuery(pipelineQuery(parkId, search));
  const as = search.as ?? "board";
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (parks.length === 0) return <NoPart title={i18n._("Pipeline")} />;
  return (
    <Page
      title={i18n._("Pipeline")}
      width="expert"
      actions={
        <>
          <div className="seg">
            {(["board", "table"] as const).map((one) => (
              <button
                key={one}
                type="button"
                className={one === as ? "on" : undefined}
                aria-pressed={one === as}
                onClick={() => change({ as: one })}
              >
                <Icon name={one === "board" ? "board" : "table"} />{" "}
                {one === "board" ? i18n._("Board") : i18n._("Table")}
              </button>
            ))}
          </div>
          {writing.some(({ id }) => id === parkId) && first !== undefined && first.total > 0 && (
            <Link className={buttonClass()} to="/pipeline/letter" search={{ ...search, park: parkId }}>
              {i18n._("Write to these applicants")}
            </Link>
          )}
          <TableLinks
            name={i18n._("Pipeline")}
            path="/api/parks/{parkId}/tables/cases"
            params={{ parkId }}
            query={asked(search)}
          />
        </>
      }
    >
      <ViewChips search={search} counts={first?.views} onChange={change} />
      <OwnViews search={parkId === "" ? search : { ...search, park: parkId }} />
      <FilterBar search={search} parks={parks} parkId={parkId} page={first} onChange={change} />
      {query.isError && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {first === undefined ? (
        !query.isError && <Waiting lines={8} />
      ) : (
        <>
          <PipelineSum page={first} />
          {rows.length === 0 ? (
            <EmptyState>{i18n._("No case fits these filters.")}</EmptyState>
          ) : as === "board" ? (
            <Board rows={rows} page={first} showEnded={search.view !== undefined && search.view !== "open"} />
          ) : (
            <CaseTable
              rows={rows}
              page={first}
              sort={{ id: search.sort ?? "due", desc: search.descending ?? false }}
              onSort={({ id, desc }) => {
                const sort = searchSchema.shape.sort.safeParse(id).data;
                change({ sort, descending: desc });
              }}
            />
          )}
          {query.hasNextPage && (
            <p>
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {i18n._("Show more: {shown} of {total}", { shown: rows.length, total: first.total })}
              </Button>
            </p>
          )}
        </>
      )}
    </Page>
  );
}
