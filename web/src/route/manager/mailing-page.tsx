/** Writing to the applicants whom the filters of the pipeline found: the words, every language's letter, then the sending. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { NoPart } from "../staff/no-part.tsx";
import { useStaffParks } from "../staff/use-staff-parks.ts";
import { usePageSearch } from "../use-page-search.ts";
import { MailingForm } from "./mailing-form.tsx";
import { mailingQuery } from "./mailing-query.ts";
import { MailingRuns } from "./mailing-runs.tsx";
import { searchSchema } from "./pipeline-search.ts";
import { runInterval } from "./run-interval.ts";
import "../staff/staff.css";
import "./releases.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const [search] = usePageSearch(searchSchema);
  const parks = useStaffParks(["manager"]);
  const parkId = search.park ?? parks[0]?.id ?? "";
  const asking = mailingQuery(parkId, search);
  const desk = useQuery({
    ...asking,
    refetchInterval: (query) => runInterval(query.state.data?.mailings),
  });
  if (parks.length === 0) return <NoPart title={i18n._("Write to applicants")} />;
  return (
    <Page
      title={i18n._("Write to applicants")}
      width="expert"
      up={{ to: "/pipeline", label: i18n._("Pipeline"), search }}
      lead={i18n._("One letter each, kept with the case. It decides nothing and sets no due date.")}
    >
      <Loaded query={desk} lines={10}>
        {(found) => (
          <div className="act-page">
            {found.found > found.most ? (
              <Note kind="warn">
                {i18n._(
                  "The filters find {found} cases; at most {most} can be written to at once. Narrow them first.",
                  {
                    found: found.found,
                    most: found.most,
                  },
                )}
              </Note>
            ) : found.reached.length === 0 ? (
              <EmptyState>{i18n._("No applicant fits these filters.")}</EmptyState>
            ) : (
              <MailingForm
                key={[...found.needed, ...found.wished].join()}
                desk={found}
                parkId={parkId}
                stale={asking.queryKey}
              />
            )}
            <MailingRuns mailings={found.mailings} stale={asking.queryKey} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
