/** Releasing many decisions of a call at once: every letter, the sums and the aid effect first; then one by one, with what became of each. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { languageOf } from "../../language/language.ts";
import { callQuery } from "../case/case-query.ts";
import { ReleaseForm } from "./release-form.tsx";
import { ReleaseRuns } from "./release-runs.tsx";
import { releaseDeskQuery } from "./releases-query.ts";
import { runInterval } from "./run-interval.ts";
import "../staff/staff.css";
import "./releases.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const { callId = "" }: { callId?: string } = useParams({ strict: false });
  const call = useQuery(callQuery(callId)).data;
  const desk = useQuery({
    ...releaseDeskQuery(callId),
    refetchInterval: (query) => runInterval(query.state.data?.runs),
  });
  const title = call?.title[languageOf(i18n.locale)] ?? Object.values(call?.title ?? {})[0];
  return (
    <Page
      title={i18n._("Release of decisions")}
      windowTitle={i18n._("Release of decisions: {code}", { code: call?.code ?? callId })}
      width="expert"
      up={{ to: "/pipeline", label: i18n._("Pipeline") }}
      lead={title}
    >
      <Loaded query={desk} lines={10}>
        {(found) => (
          <div className="act-page">
            {found.ready.length === 0 ? (
              <EmptyState>{i18n._("No decision of this call waits to be released.")}</EmptyState>
            ) : (
              <ReleaseForm desk={found} />
            )}
            <ReleaseRuns desk={found} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
