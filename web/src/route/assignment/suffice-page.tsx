/** Whether the reviewers of now would suffice for a call that is to come: the answer, what is lacking, and what it was worked out from. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { usePageSearch } from "../use-page-search.ts";
import { useCallId } from "./assignment-query.ts";
import { SufficeAnswer } from "./suffice-answer.tsx";
import { SufficeForm } from "./suffice-form.tsx";
import { sufficeQuery, sufficeSearchSchema } from "./suffice-query.ts";
import { SufficeTables } from "./suffice-tables.tsx";
import "../staff/staff.css";
import "./assignment.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const callId = useCallId();
  const [search, change] = usePageSearch(sufficeSearchSchema);
  const query = useQuery(sufficeQuery(callId, search));
  const found = query.data;
  const title = i18n._("Will the reviewers suffice?");
  return (
    <Page
      title={title}
      windowTitle={
        found === undefined ? title : i18n._("Will the reviewers of {code} suffice?", { code: found.call.code })
      }
      width="expert"
      up={{ to: `/calls/${callId}/desk`, label: found?.call.code ?? i18n._("Call") }}
      lead={i18n._(
        "Before a call opens: applications are made up, and reviewers are chosen for them as they will be. Nothing is kept, and nobody is asked.",
      )}
    >
      <Loaded query={query} lines={10}>
        {(loaded) => (
          <div className="act-page">
            <SufficeAnswer found={loaded} />
            <SufficeForm
              // Other figures, other fields: what was typed belongs to the figures it was typed for.
              key={JSON.stringify([loaded.asked, loaded.mix])}
              found={loaded}
              search={search}
              onAsk={change}
              busy={query.isFetching}
            />
            <SufficeTables found={loaded} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
