/** Section: other state aid of the undertaking in the last three years, declared and signed. */
import { useLingui } from "@lingui/react";
import { CheckField } from "../../component/check-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { useLocales } from "../../language/use-locales.ts";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";
import { Grants } from "./aid-grants.tsx";
import { declaredField, type TypedDeclared } from "./declared-aid.ts";
import { tickField } from "./section-field.ts";
import { SectionForm, SectionPage, type SectionParts } from "./section-page.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <SectionPage
      title={i18n._("State aid received")}
      lead={i18n._(
        "De minimis aid of your company and its linked companies in the same country, granted in the last three years. Vouchers of this network are counted already.",
      )}
    >
      {(parts) => <Aid {...parts} />}
    </SectionPage>
  );
}

interface TypedAid {
  declared: TypedDeclared;
  signed: boolean;
}

function Aid({ view, call: { currency, leadPark } }: SectionParts) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [locale = "en-GB"] = useLocales();
  const country = useParks().find(({ id }) => id === leadPark)?.country ?? "";
  const fields = {
    declared: declaredField(i18n._("State aid"), currency, locale, country, i18n._("None")),
    signed: tickField(i18n._("I declare this for my company"), /*i18n*/ "Sign your declaration of state aid.", {
      yes: i18n._("Signed"),
      no: i18n._("Not signed"),
    }),
  };
  return (
    <SectionForm<TypedAid> view={view} section="aid" fields={fields}>
      <RadioField
        name="declared.any"
        label={i18n._("Did your company get other state aid?")}
        options={[
          { value: "no", label: i18n._("No") },
          { value: "yes", label: i18n._("Yes") },
        ]}
      />
      <Grants currency={currency} country={country} />
      <CheckField
        name="signed"
        label={fields.signed.label}
        hint={i18n._("Counts as your signature. A wrong declaration means paying the aid back to {country}.", {
          country: format.country(country),
        })}
      />
    </SectionForm>
  );
}
