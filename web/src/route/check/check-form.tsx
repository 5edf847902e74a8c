/** The questions of the public check; only those that this call makes worth asking. */
import { useLingui } from "@lingui/react";
import { sectors } from "@multihelix/core/network/taxonomy.ts";
import type { UseFormReturn } from "react-hook-form";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { type Option, SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { countryCodes } from "../../format/country-list.ts";
import { inLanguage } from "../../language/in-language.ts";
import { useParks } from "../../network.ts";
import type { ApiProblem } from "../../problem.ts";
import type { Call } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { type Asked, type CheckBody, noneOfThese, type TypedCheck } from "./check-schema.ts";

interface Props {
  readonly form: UseFormReturn<TypedCheck, unknown, CheckBody>;
  readonly call: Call;
  readonly asked: Asked;
  readonly busy: boolean;
  readonly problem: ApiProblem | null;
  readonly onSend: (body: CheckBody) => void;
}

export function CheckForm({ form, call, asked, busy, problem, onSend }: Props) {
  const { i18n } = useLingui();
  return (
    <Form form={form} onSend={onSend} problem={problem}>
      <Company call={call} asked={asked} />
      <Situation />
      <Service call={call} asked={asked} found={form.watch("found")} />
      <div>
        <Button type="submit" kind="primary" busy={busy}>
          {i18n._("Check")}
        </Button>
      </div>
    </Form>
  );
}

interface PartProps {
  readonly call: Call;
  readonly asked: Asked;
}

function Company({ call: { currency }, asked }: PartProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParkOptions();
  const countries = countryCodes
    .map((code) => ({ value: code, label: format.country(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));
  const known = sectors.map(({ id, labels }) => ({ value: id, label: inLanguage(labels, i18n.locale) }));
  return (
    <section className="part">
      <h2>{i18n._("Your company")}</h2>
      <RadioField
        name="organisation"
        label={i18n._("What are you?")}
        options={[
          { value: "company", label: i18n._("A company") },
          { value: "other", label: i18n._("A university, a public body or something else") },
        ]}
      />
      <SelectField
        name="country"
        label={i18n._("Where is your company registered?")}
        placeholder={i18n._("Choose a country")}
        options={countries}
      />
      {asked.sector && (
        <SelectField
          name="sector"
          label={i18n._("In which sector does it work?")}
          placeholder={i18n._("Choose a sector")}
          options={[...known, { value: "other", label: i18n._("Another sector") }]}
        />
      )}
      {asked.parks && (
        <SelectField
          name="homePark"
          label={i18n._("Which park does it belong to?")}
          placeholder={i18n._("Choose a park")}
          options={parks}
        />
      )}
      <TextField
        name="headcount"
        label={i18n._("How many people work there?")}
        hint={i18n._(
          "In full-time years of work, with companies that own yours or are owned by it by more than half. Last closed year.",
        )}
        inputMode="numeric"
        short
      />
      <MoneyField
        name="turnover"
        label={i18n._("Turnover of that year")}
        hint={i18n._("Without VAT, in {currency}, with the same companies.", { currency })}
        currency={currency}
      />
      <MoneyField name="balanceSheet" label={i18n._("Balance sheet total of that year")} currency={currency} />
      <YesNo
        name="publicOwner"
        label={i18n._("Do public bodies hold a quarter or more of it?")}
        hint={i18n._("A state, a region, a town. Universities and public investment funds do not count.")}
      />
    </section>
  );
}

function Situation() {
  const { i18n } = useLingui();
  return (
    <section className="part">
      <h2>{i18n._("Its situation")}</h2>
      <YesNo
        name="inDifficulty"
        label={i18n._("Is your company in difficulty?")}
        hint={i18n._("More than half of the capital lost, insolvency, or rescue aid not paid back.")}
      />
      <YesNo
        name="outstandingRecovery"
        label={i18n._("Must your company pay back state aid?")}
        hint={i18n._("An order to pay back unlawful aid that is still open.")}
      />
    </section>
  );
}

function Service({ call, asked, found }: PartProps & { readonly found: string }) {
  const { i18n } = useLingui();
  const parks = useParkOptions();
  const { currency } = call;
  return (
    <section className="part">
      <h2>{i18n._("The service you want to buy")}</h2>
      <YesNo name="begun" label={i18n._("Has the work begun, or is it ordered?")} />
      <YesNo
        name="exportAid"
        label={i18n._("Does it depend on what you export?")}
        hint={i18n._("Or does it pay a sales network abroad?")}
      />
      <YesNo name="paidElsewhere" label={i18n._("Does another grant, voucher or programme pay the same cost?")} />
      <YesNo
        name="found"
        label={i18n._("Have you found a provider?")}
        hint={i18n._("A laboratory, testbed, university or consultancy that would do the work.")}
      />
      {found === "yes" && asked.parks && (
        <SelectField
          name="providerPark"
          label={i18n._("Which park does the provider belong to?")}
          placeholder={i18n._("Choose a park")}
          options={parks}
        />
      )}
      {found === "yes" && (
        <YesNo
          name="tied"
          label={i18n._("Does the provider belong to your company, or have an interest in it?")}
          hint={i18n._("The same owners, a share, or a seat on the board.")}
        />
      )}
      <MoneyField
        name="price"
        label={i18n._("What does it cost?")}
        hint={i18n._("Net, in {currency}. Leave it empty if you do not know yet.", { currency })}
        currency={currency}
      />
      {asked.aid && (
        <MoneyField
          name="aidHad"
          label={i18n._("How much other state aid of small amount has your company had in the last three years?")}
          hint={i18n._(
            "De minimis or minimal financial assistance, with linked companies in the same country. 0 if none.",
          )}
          currency={currency}
        />
      )}
    </section>
  );
}

function useParkOptions(): readonly Option[] {
  const { i18n } = useLingui();
  const parks = useParks();
  return [
    ...parks.map(({ id, name }) => ({ value: id, label: name })),
    { value: noneOfThese, label: i18n._("None of these") },
  ];
}

function YesNo(field: { readonly name: keyof TypedCheck; readonly label: string; readonly hint?: string }) {
  const { i18n } = useLingui();
  return (
    <RadioField
      {...field}
      options={[
        { value: "no", label: i18n._("No") },
        { value: "yes", label: i18n._("Yes") },
      ]}
    />
  );
}
