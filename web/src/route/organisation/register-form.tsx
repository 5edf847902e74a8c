/** The form of a registration: as the register has it, where it is, what it does. */
import { useLingui } from "@lingui/react";
import type * as z from "zod";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { Form } from "../../component/form.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import { AddressFields, NameField, NumberFields, SectorField, SizeFields } from "./organisation-fields.tsx";
import type { Organisation, Registers } from "./organisation-query.ts";
import { kinds, noRegistration, registerSchema } from "./register-schema.ts";
import { useRegisterRefusal } from "./use-register-refusal.ts";

interface Props {
  readonly registers: Registers;
  readonly onDone: (organisationId: Organisation["organisationId"]) => void;
}

export function RegisterForm({ registers, onDone }: Props) {
  const { i18n } = useLingui();
  const parks = useParks();
  const schema = registerSchema(i18n.locale);
  const form = usePageForm(schema, noRegistration);
  const act = useAct<z.output<typeof schema>, ApiResult<"post", "/api/my/organisations">>({
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
          <NameField />
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
          <AddressFields />
        </div>
      </Card>
      <Card title={i18n._("What it does")}>
        <div className="form">
          <SectorField />
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
      <Card title={i18n._("How large it is")}>
        <div className="form">
          <SizeFields />
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
