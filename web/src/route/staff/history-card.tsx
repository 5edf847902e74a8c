/** What happened to a case, newest first, and until when the record is sealed. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { Card } from "../../component/card.tsx";
import { History } from "../../component/history.tsx";
import { Icon } from "../../component/icon.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useEventWords } from "./event-words.ts";
import { historyQuery } from "./staff-query.ts";

const first = 12;

export function HistoryCard({ view }: { readonly view: Pick<CaseView, "caseId" | "leadPark"> }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words = useEventWords();
  const query = useQuery(historyQuery(view.caseId));
  const hash = useLocation({ select: (location) => location.hash });
  const named = query.data?.entries.find(({ at }) => `at-${at}` === hash)?.eventId;
  // The entries come after the page: the browser has looked for the place by then.
  useEffect(() => {
    const place = named === undefined ? null : document.getElementById(named);
    place?.closest("details")?.setAttribute("open", "");
    place?.scrollIntoView({ block: "center" });
  }, [named]);
  const zone = useParks().find(({ id }) => id === view.leadPark)?.zone ?? "UTC";
  return (
    <Card
      title={i18n._("History")}
      aside={
        query.data === undefined
          ? undefined
          : i18n._("{count, plural, one {# entry} other {# entries}}", { count: query.data.entries.length })
      }
    >
      <Loaded query={query} lines={8}>
        {({ entries, names, sealedUntil }) => {
          const shown = [...entries].reverse().map((entry) => {
            const { what, more } = words(entry, names);
            const found = entry.at === entries.find(({ eventId }) => eventId === named)?.at;
            return { id: entry.eventId, at: entry.at, what, named: found, ...(more === "" ? {} : { more }) };
          });
          const unsealed = entries.filter(({ sealed }) => !sealed).length;
          return (
            <>
              <History entries={shown.slice(0, first)} zone={zone} />
              {shown.length > first && (
                <details className="more">
                  <summary>{i18n._("{count} earlier entries", { count: shown.length - first })}</summary>
                  <History entries={shown.slice(first)} zone={zone} />
                </details>
              )}
              {sealedUntil !== undefined && (
                <p className="small muted row seal">
                  <Icon name={unsealed === 0 ? "check" : "clock"} />
                  {unsealed === 0
                    ? i18n._("Every entry is sealed in the chain, the last of {when}.", {
                        when: format.moment(sealedUntil),
                      })
                    : i18n._("Sealed in the chain until {when}; {count} to follow.", {
                        when: format.moment(sealedUntil),
                        count: unsealed,
                      })}
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
