/** Where the work with reviewers begins: the calls of a park, each with its assignment and ranking, and the load of all reviewers. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import * as z from "zod";
import { buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { languageOf } from "../../language/language.ts";
import { NoPart } from "../staff/no-part.tsx";
import { ParkSelect } from "../staff/park-select.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { usePageSearch } from "../use-page-search.ts";
import { callsQuery, loadQuery } from "./assignment-query.ts";
import { LoadCard } from "./load-card.tsx";
import "../staff/staff.css";
import "./assignment.css";

const searchSchema = z.object({ park: z.string().optional() });

export function RoutePage() {
  const { i18n } = useLingui();
  const [search, change] = usePageSearch(searchSchema);
  const parks = useStaffParks(["manager", "auditor", "secretary"]);
  const parkId = search.park ?? parks[0]?.id ?? "";
  const calls = useQuery(callsQuery);
  const load = useQuery(loadQuery(parkId));
  const language = languageOf(i18n.locale);
  if (parks.length === 0) return <NoPart title={i18n._("Reviewers")} />;
  return (
    <Page
      title={i18n._("Reviewers")}
      width="expert"
      lead={i18n._("Who reviews what, why, and how much each has to do.")}
      actions={<ParkSelect parks={parks} value={parkId} onChange={(park) => change({ park })} />}
    >
      <div className="act-page">
        <Card title={i18n._("Calls")}>
          <Loaded query={calls} lines={4}>
            {(list) => {
              const mine = list.calls.filter(({ leadPark }) => leadPark === parkId);
              if (mine.length === 0) return <EmptyState>{i18n._("This park leads no published call.")}</EmptyState>;
              return (
                <ul className="call-list">
                  {mine.map(({ callId, title, code, mode }) => (
                    <li key={callId}>
                      <span>
                        <span className="m">{title[language] ?? Object.values(title)[0]}</span>
                        <span className="small muted">
                          {code},{" "}
                          {mode === "deadline"
                            ? i18n._("ranked after closing")
                            : i18n._("reviewers are chosen case by case")}
                        </span>
                      </span>
                      <span className="row">
                        <Link
                          className={buttonClass("default", true)}
                          to="/calls/$callId/assignment"
                          params={{ callId }}
                        >
                          {i18n._("Assignment")}
                        </Link>
                        <Link className={buttonClass("default", true)} to="/calls/$callId/ranking" params={{ callId }}>
                          {i18n._("Ranking")}
                        </Link>
                        <Link className={buttonClass("default", true)} to="/calls/$callId/releases" params={{ callId }}>
                          {i18n._("Releases")}
                        </Link>
                      </span>
                    </li>
                  ))}
                </ul>
              );
            }}
          </Loaded>
        </Card>
        <Loaded query={load} lines={8}>
          {(found) => <LoadCard load={found} />}
        </Loaded>
      </div>
    </Page>
  );
}
