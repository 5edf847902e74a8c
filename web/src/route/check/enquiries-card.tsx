/** Questions that others asked about a call with their answers, in order, and the way to ask one. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { OtherLanguage } from "../../component/other-language.tsx";
import { languageFor } from "../../language/in-language.ts";
import { useParks } from "../../network.ts";
import type { Call } from "../case/case-query.ts";
import { AskForm } from "./ask-form.tsx";
import { enquiriesQuery, type PublicEnquiry } from "./enquiry-query.ts";

export function EnquiriesCard({ call }: { readonly call: Call }) {
  const { i18n } = useLingui();
  const query = useQuery(enquiriesQuery(call.callId));
  return (
    <Card title={i18n._("Questions and answers")}>
      <Loaded query={query} lines={4}>
        {({ open, enquiries }) => (
          <div className="stack">
            {enquiries.length === 0 ? (
              <p className="muted">{i18n._("Nothing has been answered about this call yet.")}</p>
            ) : (
              <ol className="enquiries">
                {enquiries.map((enquiry) => (
                  <Answered key={enquiry.enquiryId} enquiry={enquiry} leadPark={call.leadPark} />
                ))}
              </ol>
            )}
            {open ? (
              <AskForm callId={call.callId} />
            ) : (
              <p className="small muted">{i18n._("The call has closed, so nothing more can be asked about it.")}</p>
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function Answered({ enquiry, leadPark }: { readonly enquiry: PublicEnquiry; readonly leadPark: string }) {
  const { i18n } = useLingui();
  const lead = useParks().find(({ id }) => id === leadPark);
  const zone = lead === undefined ? {} : { zone: lead.zone };
  const texts: Readonly<Partial<Record<string, { readonly question?: string | undefined; readonly answer: string }>>> =
    enquiry.texts;
  const language = languageFor(texts, i18n.locale);
  const text = texts[language];
  return (
    <li>
      <div lang={language} className="enquiry">
        <p className="told">
          <strong>{text?.question}</strong>
        </p>
        <p className="told">{text?.answer}</p>
      </div>
      <p className="tiny muted">
        {i18n._("Asked")} <DateTime at={enquiry.askedAt} {...zone} show="date" />, {i18n._("answered")}{" "}
        <DateTime at={enquiry.answeredAt} {...zone} show="date" />
        {enquiry.correctedAt !== undefined && (
          <>
            , {i18n._("corrected")} <DateTime at={enquiry.correctedAt} {...zone} show="date" />
          </>
        )}
      </p>
      <OtherLanguage language={language} />
    </li>
  );
}
