/** Questions about calls that wait for a manager's answer, beside the tasks of cases. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ApiResult, api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Tag } from "../../component/tag.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { useStaffParks } from "./use-staff-parks.ts";
import "../case/case.css";

const myEnquiriesQuery = queryOptions({
  queryKey: ["my", "enquiries"],
  queryFn: ({ signal }) => api("get", "/api/my/enquiries", { signal }),
  refetchInterval: 30_000,
});

type Waiting = ApiResult<"get", "/api/my/enquiries">["enquiries"];

/** None for who manages no park. */
export function useEnquiriesWaiting(): Waiting {
  const manages = useStaffParks(["manager"]).length > 0;
  return useQuery({ ...myEnquiriesQuery, enabled: manages }).data?.enquiries ?? [];
}

export function EnquiriesWaiting({ enquiries }: { readonly enquiries: Waiting }) {
  const { i18n } = useLingui();
  if (enquiries.length === 0) return null;
  return (
    <Card title={i18n._("Questions about calls")} aside={enquiries.length}>
      <ul className="enquiries">
        {enquiries.map(({ callId, enquiryId, code, title, due, overdue }) => (
          <li key={enquiryId}>
            <div className="row">
              <Link to="/calls/$callId/enquiries" params={{ callId }}>
                {i18n._("Answer a question about {call}", { call: inLanguage(title, i18n.locale) })}
              </Link>
              <span className="mono tiny">{code}</span>
              <span className="tiny muted">
                {i18n._("due")} <DateTime at={due} style="day" show="date" />
              </span>
              {overdue && <Tag state="bad">{i18n._("Over")}</Tag>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
