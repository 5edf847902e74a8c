/** The form of a registration: as the register has it, where it is, what it does. */
import { useLingui } from "@lingui/react";
import { useWatch } from "react-hook-form";
import type * as z from "zod";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { Form } from "../../component/form.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { countryCodes } from "../../format/country-list.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import { useSectorNames } from "../public/use-sector-names.ts";
import type { Organisation, Registers } from "./organisation-query.ts";
import { kinds, noRegistration, registerSchema } from "./register-schema.ts";
import { useRegisterRefusal } from "./use-register-refusal.ts";

interface Props {
  readonly registers: Registers;
  readonly onDone: (organisationId: Organisation["organisationId"]) => void;
}

export function RegisterForm({ registers, onDone }: Props) {
  const { i18n } = useLingui();
  const sectors = useSectorNames();
  const parks = useParks();
  const form = usePageForm(registerSchema, noRegistration);
  const act = useAct<z.output<typeof registerSchema>, ApiResult<"post", "/api/my/organisations">>({
    send: (body, key) => api("post", "/api/my/organisations", { body, key }),
    onDone: ({ organisationId }) => onDone(organisationId),
  });
  const problem = useRegisterRefusal(act.error);
  const kindWords = {
    company: i18n._("Company"),
    academia: i18n._("University or research centre"),
    public: i18n._("Public body"),
    "patient-organisation": i18n._("Patient organisation"),
  };
  const choose = i18n._("Choose");
  return (
    <Form name="register" form={form} onSend={(values) => act.mutate(values)} problem={problem}>
      <Card title={i18n._("As the register has it")}>
        <div className="form">
          <TextField
            name="legalName"
            label={i18n._("Name of the organisation")}
            hint={i18n._("The full name, with its legal form.")}
            autoComplete="organization"
          />
          <SelectField
            name="kind"
            label={i18n._("Kind of organisation")}
            options={kinds.map((value) => ({ value, label: kindWords[value] }))}
            placeholder={choose}
          />
          <NumberFields registers={registers} />
        </div>
      </Card>
      <Card title={i18n._("Where it is")}>
        <div className="form">
          <TextField name="street" label={i18n._("Street")} />
          <TextField name="number" label={i18n._("House number")} short />
          <TextField name="postcode" label={i18n._("Postcode")} autoComplete="postal-code" short />
          <TextField name="town" label={i18n._("Town")} autoComplete="address-level2" />
          <CountryField />
        </div>
      </Card>
      <Card title={i18n._("What it does")}>
        <div className="form">
          <SelectField
            name="sector"
            label={i18n._("Field")}
            hint={i18n._("Many calls are for certain fields alone.")}
            options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={i18n._("None of these")}
          />
          <SelectField
            name="homePark"
            label={i18n._("Home park")}
            hint={i18n._("The park of the network that you belong to, if any.")}
            options={parks.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={i18n._("None")}
          />
          <CheckField
            name="provider"
            label={i18n._("We offer services: list us among those whom companies can ask for an offer")}
          />
        </div>
      </Card>
      <div>
        <Button type="submit" kind="primary" busy={act.isPending}>
          {i18n._("Register it")}
        </Button>
      </div>
    </Form>
  );
}

function NumberFields({ registers }: { readonly registers: Registers }) {
  const { i18n } = useLingui();
  const chosen: unknown = useWatch({ name: "registerScheme" });
  const example = registers.find(({ id }) => id === chosen)?.example;
  const names = new Intl.DisplayNames([i18n.locale], { type: "region" });
  return (
    <>
      <SelectField
        name="registerScheme"
        label={i18n._("Register")}
        hint={i18n._("If yours is not in the list, write to your park.")}
        options={registers.map(({ id, name, country }) => ({
          value: id,
          label: country === "XI" ? name : `${name} (${names.of(country) ?? country})`,
        }))}
        placeholder={i18n._("Choose")}
      />
      <TextField
        name="registerId"
        label={i18n._("Number in the register")}
        {...(example === undefined ? {} : { hint: i18n._("It looks like {example}.", { example }) })}
      />
    </>
  );
}

/** By name in the reader's own order. */
function CountryField() {
  const { i18n } = useLingui();
  const names = new Intl.DisplayNames([i18n.locale], { type: "region" });
  const options = countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.locale));
  return <SelectField name="country" label={i18n._("Country")} options={options} placeholder={i18n._("Choose")} />;
}
