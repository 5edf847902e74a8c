/** The form by which a provider confirms its offer, or declines. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { ConfirmDialog } from "../../component/confirm-dialog.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { forget, keptValues, useKeptForm } from "../../form/kept.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import { type CaseView, callQuery } from "../case/case-query.ts";
import { currenciesOf } from "../case/currencies.ts";
import { useFormat } from "../case/use-format.ts";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";
import { offerSchema, type SentOffer, typedOffer } from "./offer-schema.ts";

interface Props {
  readonly view: CaseView;
  readonly offer: NonNullable<CaseView["offer"]>;
  readonly onDone: () => void;
}

export function OfferForm({ view, offer, onDone }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const [locale = "en-GB"] = useLocales();
  const { caseId } = view;
  const call = useQuery(callQuery(view.callId)).data;
  const own = useParks().find(({ id }) => id === view.provider?.parkId)?.currency;
  const level = useLevel(view.provider?.organisationId);
  const keptAs = `offer:${caseId}`;
  const currencies = useMemo(() => currenciesOf(view), [view]);
  const schema = useMemo(() => offerSchema(currencies, locale), [currencies, locale]);
  const [first] = useState(() => keptValues(keptAs, typedOffer(offer.content, own ?? currencies[0] ?? "EUR", locale)));
  const form = usePageForm(schema, first);
  useKeptForm(form, keptAs);
  const currency = form.watch("currency");
  const confirm = useAct({
    send: (body: SentOffer, key) => api("post", "/api/cases/{caseId}/offer", { params: { caseId }, body, key }),
    onDone: () => {
      forget(keptAs);
      onDone();
    },
  });
  return (
    <Card title={i18n._("Your offer to {name}", { name: view.applicant.name })}>
      <Form form={form} onSend={(values) => confirm.mutate(values)} problem={refusal(confirm.error)}>
        <TextAreaField
          name="scope"
          label={i18n._("What you will do")}
          hint={i18n._("Method, scope and what you deliver. Reviewers read it.")}
          rows={8}
          limit={4000}
        />
        <SelectField
          name="currency"
          label={i18n._("Currency")}
          options={currencies.map((code) => ({ value: code, label: code }))}
        />
        <MoneyField
          name="price"
          label={i18n._("Net price, without VAT")}
          {...(call === undefined || call.currency === currency
            ? {}
            : {
                hint: i18n._("Counts in {currency} at the last official rate before you confirm; fixed from then on.", {
                  currency: call.currency,
                }),
              })}
          currency={currency}
        />
        <DateFields
          name="startsOn"
          label={i18n._("Work starts on")}
          hint={
            call?.notBegunBefore === "award"
              ? i18n._("Not before the award, which comes some weeks after the company applies.")
              : i18n._("Not before the company applies.")
          }
        />
        <DateFields name="endsOn" label={i18n._("Work ends on")} />
        <DateFields
          name="validUntil"
          label={i18n._("The offer is valid until, if later than the call asks")}
          hint={
            call?.mode === "rolling"
              ? i18n._("Left empty: 120 days from today.")
              : i18n._("Left empty: 30 days after the expected decision.")
          }
        />
        <RadioField
          name="priceBasis"
          label={i18n._("How was the price set?")}
          options={[
            { value: "market-price", label: i18n._("Market price: what we ask of others for the same") },
            { value: "cost-plus-margin", label: i18n._("Cost plus a usual margin") },
          ]}
        />
        <RadioField
          name="interest"
          label={i18n._("Do you have an interest in the company?")}
          hint={i18n._("Shares, a seat on its board, the same owners, or family.")}
          options={[
            { value: "no", label: i18n._("No") },
            { value: "yes", label: i18n._("Yes") },
          ]}
        />
        {call !== undefined && (
          <p className="small muted">
            {i18n._(
              "A voucher of this call pays {percent}% of the net price, at most {limit}. The company pays the rest.",
              {
                percent: call.intensity,
                limit: format.money({ amount: call.maximumAward, currency: call.currency }),
              },
            )}
          </p>
        )}
        <div className="row">
          {mayWrite(level) ? (
            <>
              <Button type="submit" kind="primary" busy={confirm.isPending}>
                {i18n._("Confirm the offer")}
              </Button>
              <Decline view={view} onDone={onDone} />
            </>
          ) : (
            <Button notAllowed={i18n._("An owner or editor of your organisation confirms the offer.")}>
              {i18n._("Confirm the offer")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}

function Decline({ view, onDone }: { readonly view: CaseView; readonly onDone: () => void }) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const [asked, setAsked] = useState(false);
  const { caseId } = view;
  const decline = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/offer/decline", { params: { caseId }, body: {}, key }),
    onDone: () => {
      setAsked(false);
      onDone();
    },
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setAsked(true)}>
        {i18n._("Decline")}
      </Button>
      <ConfirmDialog
        open={asked}
        title={i18n._("Decline to make an offer?")}
        act={i18n._("Decline")}
        busy={decline.isPending}
        onAct={() => decline.mutate(undefined)}
        onClose={() => setAsked(false)}
      >
        <p>{i18n._("{name} is told and may ask another provider.", { name: view.applicant.name })}</p>
        {decline.error !== null && <ProblemNote problem={refusal(decline.error)} />}
      </ConfirmDialog>
    </>
  );
}
