/** Section: what the company wants to buy and why. */
import { useLingui } from "@lingui/react";
import { Note } from "../../component/note.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { useFormat } from "../case/use-format.ts";
import { optionalField, textField } from "./section-field.ts";
import { SectionForm, SectionPage, type SectionParts } from "./section-page.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <SectionPage
      title={i18n._("What you want to buy and why")}
      lead={i18n._("Write in the language you write best, of those of the call. Each field is saved while you type.")}
    >
      {(parts) => <Project {...parts} />}
    </SectionPage>
  );
}

function Project({ view, call }: SectionParts) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { comparisonAbove, currency } = call;
  const fields = {
    title: textField(i18n._("Title"), /*i18n*/ "Enter a title.", 120, /*i18n*/ "The title has at most 120 characters."),
    summary: textField(
      i18n._("Public summary"),
      /*i18n*/ "Enter a public summary.",
      500,
      /*i18n*/ "The public summary has at most 500 characters.",
    ),
    need: textField(
      i18n._("The service and why you need it"),
      /*i18n*/ "Say which service you need and why.",
      4000,
      /*i18n*/ "The service and why you need it: at most 4,000 characters.",
    ),
    effect: textField(
      i18n._("What you will do with the result"),
      /*i18n*/ "Say what you will do with the result.",
      4000,
      /*i18n*/ "What you will do with the result: at most 4,000 characters.",
    ),
    ...(comparisonAbove === undefined
      ? {}
      : {
          comparison: optionalField(
            textField(
              i18n._("What you compared the price with"),
              "",
              2000,
              /*i18n*/ "What you compared the price with: at most 2,000 characters.",
            ),
          ),
        }),
  };
  return (
    <SectionForm view={view} section="project" fields={fields}>
      <TextField
        name="title"
        label={fields.title.label}
        hint={i18n._("At most 120 characters. The title is public once you get a voucher.")}
      />
      <TextAreaField
        name="summary"
        label={fields.summary.label}
        hint={i18n._(
          "In English. Reviewers read it before they say whether they know anyone, so leave out what is secret.",
        )}
        rows={5}
        limit={500}
      />
      <TextAreaField
        name="need"
        label={fields.need.label}
        hint={i18n._("What is to be tested, measured or advised on, and why you cannot do it yourselves.")}
        rows={9}
        limit={4000}
      />
      <TextAreaField
        name="effect"
        label={fields.effect.label}
        hint={i18n._("What changes for your company within two years, and what happens if the result is bad.")}
        rows={9}
        limit={4000}
      />
      {comparisonAbove !== undefined && (
        <TextAreaField
          name="comparison"
          label={i18n._("What you compared the price with")}
          hint={i18n._("Needed above {amount}: other offers with their prices, or why there is only one.", {
            amount: format.money({ amount: comparisonAbove, currency }),
          })}
          rows={5}
          limit={2000}
        />
      )}
      <Note>{i18n._("Reviewers see these four texts and the offer, and nothing else of your application.")}</Note>
    </SectionForm>
  );
}
