/** One tie: the organisation, what ties the person, and what that kind of tie asks besides. */
import { useLingui } from "@lingui/react";
import { useWatch } from "react-hook-form";
import { Button } from "../../component/button.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { Tag } from "../../component/tag.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { interestWords } from "./interest-words.ts";
import { type InterestsView, kinds } from "./interests-schema.ts";

interface Props {
  readonly view: InterestsView;
  readonly index: number;
  readonly onRemove: () => void;
}

export function InterestEntry({ view, index, onRemove }: Props) {
  const { i18n } = useLingui();
  const words = interestWords(i18n);
  const name = `interests.${index}`;
  const legend = i18n._("Tie {number}", { number: index + 1 });
  const kind: unknown = useWatch({ name: `${name}.kind` });
  return (
    <fieldset className="line">
      <legend>{legend}</legend>
      <Organisation name={name} view={view} />
      <SelectField
        name={`${name}.kind`}
        label={i18n._("What ties you")}
        options={kinds.map((value) => ({ value, label: words[value] }))}
        placeholder={i18n._("Choose")}
      />
      {kind === "employer" && (
        <>
          <TextField name={`${name}.department`} label={i18n._("Department, if there are several")} />
          <DateFields name={`${name}.from`} label={i18n._("First day")} />
          <DateFields name={`${name}.until`} label={i18n._("Last day")} hint={i18n._("Empty while you work there.")} />
        </>
      )}
      {kind === "other" && (
        <>
          <TextAreaField name={`${name}.note`} label={i18n._("What it is")} rows={3} />
          <RadioField
            name={`${name}.level`}
            label={i18n._("How much it weighs")}
            options={[
              { value: "HARD", label: i18n._("Hard: I take no part in its cases") },
              { value: "SOFT", label: i18n._("Soft: I may act, and it is shown") },
            ]}
          />
        </>
      )}
      <div>
        <Button small kind="quiet" onClick={onRemove}>
          {i18n._("Remove: {what}", { what: legend })}
        </Button>
      </div>
    </fieldset>
  );
}

/** By its name where a case or the operator named it; else register, number and name. */
function Organisation({ name, view }: { readonly name: string; readonly view: InterestsView }) {
  const { i18n } = useLingui();
  const id: unknown = useWatch({ name: `${name}.organisationId` });
  if (typeof id === "string" && id !== "") {
    const known = view.interests.find(({ organisationId }) => organisationId === id);
    return (
      <p className="m row">
        {known?.name ?? id}{" "}
        {known !== undefined && (
          <Tag state={known.counts === "HARD" ? "bad" : "warn"}>
            {known.counts === "HARD" ? i18n._("Hard") : i18n._("Soft")}
          </Tag>
        )}
      </p>
    );
  }
  return (
    <>
      <SelectField
        name={`${name}.register.scheme`}
        label={i18n._("Register")}
        options={view.registers.map((one) => ({ value: one.id, label: `${one.name} (${one.country})` }))}
        placeholder={i18n._("Choose")}
      />
      <TextField name={`${name}.register.id`} label={i18n._("Number in the register")} />
      <TextField name={`${name}.register.name`} label={i18n._("Name of the organisation")} />
    </>
  );
}
