/** Report and invoice of a service, filed by whoever is paid: the provider, or the company where the call reimburses it. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { forget, keptValues, useKeptForm } from "../../form/kept.ts";
import { noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import { CaseEyebrow } from "./case-eyebrow.tsx";
import { type CaseView, callQuery, caseQuery, myTask, useCaseId } from "./case-query.ts";
import { currenciesOf } from "./currencies.ts";
import { EvidenceUploads, payeeKinds } from "./evidence.tsx";
import { InvoiceLines } from "./invoice-lines.tsx";
import { emptyLine } from "./invoice-schema.ts";
import { reportSchema, type SentReport, type TypedReport } from "./report-schema.ts";
import { useFormat } from "./use-format.ts";
import { usePlacesAsked } from "./use-places-asked.ts";
import { useRefusal } from "./use-refusal.ts";
import "./case.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(caseQuery(useCaseId()));
  const view = query.data;
  return (
    <Page
      title={i18n._("Report and invoice")}
      width="decision"
      {...(view === undefined
        ? {}
        : {
            windowTitle: i18n._("Report and invoice, {reference}", { reference: view.reference }),
            up: { to: `/cases/${view.caseId}`, label: view.title },
            eyebrow: <CaseEyebrow view={view} />,
          })}
    >
      <Loaded query={query} lines={8}>
        {(loaded) =>
          myTask(loaded, "use") === undefined ? (
            <Note>{i18n._("Nobody is asked for a report here now.")}</Note>
          ) : (
            <ReportForm view={loaded} />
          )
        }
      </Loaded>
    </Page>
  );
}

function ReportForm({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const [locale = "en-GB"] = useLocales();
  const { caseId } = view;
  const call = useQuery(callQuery(view.callId)).data;
  const keptAs = `report:${caseId}`;
  const currencies = useMemo(() => currenciesOf(view), [view]);
  const places = usePlacesAsked(view, call?.pays);
  const asked = places.length > 0;
  const begun = call?.notBegunBefore === "award";
  const schema = useMemo(() => reportSchema(currencies, locale, asked, begun), [currencies, locale, asked, begun]);
  const [first] = useState(() =>
    keptValues<TypedReport>(keptAs, {
      report: "",
      workFinishedOn: noDate,
      workBegunOn: noDate,
      interim: false,
      currency: currencies[0] ?? "EUR",
      lines: [emptyLine],
    }),
  );
  const form = usePageForm(schema, first);
  useKeptForm(form, keptAs);
  const file = useAct({
    send: ({ report, workFinishedOn, workBegunOn, lines, interim }: SentReport, key) =>
      api("post", "/api/cases/{caseId}/report", {
        params: { caseId },
        body: { report, workFinishedOn, ...(workBegunOn === undefined ? {} : { workBegunOn }), lines, interim },
        key,
      }),
    onDone: () => {
      forget(keptAs);
      void navigate({ href: `/cases/${caseId}` });
    },
  });
  return (
    <Form form={form} onSend={(values) => file.mutate(values)} problem={refusal(file.error)}>
      {view.voucher !== undefined && (
        <Note>
          {i18n._(
            "The work must be finished by {day}; the report can follow up to 30 days later. {value} of the voucher can be claimed.",
            {
              day: format.date(view.voucher.expires),
              value: format.money(view.voucher.left),
            },
          )}
        </Note>
      )}
      <TextAreaField
        name="report"
        label={i18n._("What was done")}
        hint={i18n._("The company reads it and confirms that it received the service.")}
        rows={10}
        limit={8000}
      />
      {begun && (
        <DateFields
          name="workBegunOn"
          label={i18n._("Day on which the work began")}
          hint={i18n._("By this call, work that has begun before the award cannot be paid.")}
        />
      )}
      <DateFields name="workFinishedOn" label={i18n._("Day on which the work was finished")} />
      <h2>{i18n._("Invoice")}</h2>
      <InvoiceLines currencies={currencies} countsVat={call?.irrecoverableVat === true} places={places} />
      <CheckField
        name="interim"
        label={i18n._("A further claim follows")}
        hint={i18n._(
          "What is left of the voucher then stays for it. With the last claim the company proves its own share.",
        )}
      />
      <h2>{i18n._("Files")}</h2>
      <div>
        <EvidenceUploads view={view} kinds={payeeKinds(call?.pays, asked)} />
      </div>
      <div>
        <Button type="submit" kind="primary" busy={file.isPending}>
          {i18n._("Send report and invoice")}
        </Button>
      </div>
    </Form>
  );
}
