/** Questions from the public about one call: those that wait, each with its form, and those that were answered. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ApiResult, api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { Tag } from "../../component/tag.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { useFormat } from "../case/use-format.ts";
import { EarlierTexts, EnquiryCorrection } from "./enquiry-correction.tsx";
import { EnquiryForm } from "./enquiry-form.tsx";
import "../case/case.css";
import "../staff/staff.css";

export type Enquiries = ApiResult<"get", "/api/calls/{callId}/enquiries/desk">;
type Answered = Enquiries["answered"][number];

function deskEnquiriesQuery(callId: string) {
  return queryOptions({
    queryKey: ["calls", callId, "enquiries", "desk"],
    queryFn: ({ signal }) => api("get", "/api/calls/{callId}/enquiries/desk", { params: { callId }, signal }),
  });
}

export function RoutePage() {
  const { i18n } = useLingui();
  const { callId = "" }: { callId?: string } = useParams({ strict: false });
  const query = useQuery(deskEnquiriesQuery(callId));
  const call = query.data?.call;
  const title = i18n._("Questions from the public");
  return (
    <Page
      title={title}
      windowTitle={call === undefined ? title : `${title}, ${call.code}`}
      width="expert"
      up={{ to: `/calls/${callId}/desk`, label: i18n._("Desk of the call") }}
      lead={call === undefined ? undefined : inLanguage(call.title, i18n.locale)}
    >
      <Loaded query={query} lines={8}>
        {(loaded) => (
          <div className="act-page">
            {loaded.open.length === 0 && (
              <EmptyState>{i18n._("No question about this call waits for an answer.")}</EmptyState>
            )}
            {loaded.open.map((one) => (
              <Open key={one.enquiryId} enquiry={one} desk={loaded} />
            ))}
            {loaded.answered.length > 0 && (
              <Card title={i18n._("Answered")} aside={loaded.answered.length}>
                <ol className="enquiries">
                  {loaded.answered.map((one) => (
                    <Done key={one.enquiryId} enquiry={one} desk={loaded} />
                  ))}
                </ol>
              </Card>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Open({ enquiry, desk }: { readonly enquiry: Enquiries["open"][number]; readonly desk: Enquiries }) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <Card
      title={i18n._("Question of {day}", { day: format.date(enquiry.askedAt) })}
      aside={
        <>
          {i18n._("due")} <DateTime at={enquiry.due} style="day" />
        </>
      }
    >
      <div className="stack">
        <blockquote className="asked" lang={enquiry.language}>
          {enquiry.question}
        </blockquote>
        <p className="small muted">
          {i18n._("Asked in {language}. Who asked is shown to nobody; the answer is mailed to them in any case.", {
            language: format.language(enquiry.language),
          })}
        </p>
        {desk.mine ? (
          <EnquiryForm enquiry={enquiry} call={desk.call} />
        ) : (
          <p className="small muted">{i18n._("A manager of the park that leads the call answers it.")}</p>
        )}
      </div>
    </Card>
  );
}

function Done({ enquiry, desk }: { readonly enquiry: Answered; readonly desk: Enquiries }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words = {
    published: <Tag state="ok">{i18n._("Published")}</Tag>,
    private: <Tag state="idle">{i18n._("Answered to the asker alone")}</Tag>,
    declined: <Tag state="idle">{i18n._("Declined")}</Tag>,
  };
  return (
    <li>
      <div className="row">
        {words[enquiry.outcome]}
        <span className="tiny muted">
          {i18n._("{name}, {moment}", { name: enquiry.answeredBy, moment: format.moment(enquiry.answeredAt) })}
        </span>
      </div>
      <blockquote className="asked" lang={enquiry.language}>
        {enquiry.question}
      </blockquote>
      {Object.entries(enquiry.texts).map(([language, text]) => (
        <div key={language} lang={language} className="enquiry">
          {text.question !== undefined && (
            <p className="told">
              <strong>{text.question}</strong>
            </p>
          )}
          <p className="told">{text.answer}</p>
        </div>
      ))}
      <EarlierTexts enquiry={enquiry} />
      {desk.mine && enquiry.outcome === "published" && <EnquiryCorrection enquiry={enquiry} call={desk.call} />}
    </li>
  );
}
