/** Section: the statements that the law and the call want from the applicant. */
import { useLingui } from "@lingui/react";
import { CheckField } from "../../component/check-field.tsx";
import { tickField } from "./section-field.ts";
import { SectionForm, SectionPage, type SectionParts } from "./section-page.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <SectionPage title={i18n._("Statements")} lead={i18n._("Tick what is true. The voucher depends on it.")}>
      {(parts) => <Declarations {...parts} />}
    </SectionPage>
  );
}

function Declarations({ view, call }: SectionParts) {
  const { i18n } = useLingui();
  const words = { yes: i18n._("Stated"), no: i18n._("Not stated") };
  const fields = {
    notBegun: tickField(
      i18n._("The work has not begun, and nothing is ordered"),
      /*i18n*/ "Say that the work has not begun.",
      words,
    ),
    noDoubleFunding: tickField(
      i18n._("Nobody else pays the same cost"),
      /*i18n*/ "Say that nobody else pays the same cost.",
      words,
    ),
    noExport: tickField(
      i18n._("The aid is not tied to exports"),
      /*i18n*/ "Say that the aid is not tied to exports.",
      words,
    ),
    truthful: tickField(
      i18n._("All answers are true and complete"),
      /*i18n*/ "Confirm that all answers are true and complete.",
      words,
    ),
  };
  return (
    <SectionForm view={view} section="declarations" fields={fields}>
      <CheckField
        name="notBegun"
        label={fields.notBegun.label}
        hint={
          call.notBegunBefore === "award"
            ? i18n._("Begin and order nothing before the award: by this call such work cannot be paid.")
            : i18n._("Work that began before the application cannot be paid.")
        }
      />
      <CheckField
        name="noDoubleFunding"
        label={fields.noDoubleFunding.label}
        hint={i18n._("No other grant, voucher or programme covers the part that the voucher pays.")}
      />
      <CheckField
        name="noExport"
        label={fields.noExport.label}
        hint={i18n._("It does not depend on what you export, and pays no sales network abroad.")}
      />
      <CheckField
        name="truthful"
        label={fields.truthful.label}
        hint={i18n._("Money paid on wrong statements is paid back with interest.")}
      />
    </SectionForm>
  );
}
