/** The lists of a reviewer's profile: days away, employers, ties; each grows by a button and shrinks by another. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { Button } from "../../component/button.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { kinds, noAbsence, noEmployer, noInterest, type ProfileView, type TypedProfile } from "./profile-schema.ts";

export function Absences() {
  const { i18n } = useLingui();
  const { control } = useFormContext<TypedProfile>();
  const { fields, append, remove } = useFieldArray({ control, name: "away" });
  return (
    <>
      {fields.map((field, index) => (
        <Entry
          key={field.id}
          legend={i18n._("Out of office {number}", { number: index + 1 })}
          onRemove={() => remove(index)}
        >
          <DateFields name={`away.${index}.from`} label={i18n._("First day")} />
          <DateFields name={`away.${index}.until`} label={i18n._("Last day")} />
        </Entry>
      ))}
      <Add onAdd={() => append(noAbsence)}>{i18n._("Add days out of office")}</Add>
    </>
  );
}

export function Employers({ view }: { readonly view: ProfileView }) {
  const { i18n } = useLingui();
  const { control } = useFormContext<TypedProfile>();
  const { fields, append, remove } = useFieldArray({ control, name: "employers" });
  return (
    <>
      <p className="small muted">{i18n._("Now, and those that you left less than 24 months ago.")}</p>
      {fields.map((field, index) => (
        <Entry
          key={field.id}
          legend={i18n._("Employer {number}", { number: index + 1 })}
          onRemove={() => remove(index)}
        >
          <Organisation name={`employers.${index}`} view={view} />
          <TextField name={`employers.${index}.department`} label={i18n._("Department, if there are several")} />
          <DateFields name={`employers.${index}.from`} label={i18n._("First day")} />
          <DateFields
            name={`employers.${index}.until`}
            label={i18n._("Last day")}
            hint={i18n._("Empty while you work there.")}
          />
        </Entry>
      ))}
      <Add onAdd={() => append(noEmployer)}>{i18n._("Add an employer")}</Add>
    </>
  );
}

export function Interests({ view }: { readonly view: ProfileView }) {
  const { i18n } = useLingui();
  const { control } = useFormContext<TypedProfile>();
  const { fields, append, remove } = useFieldArray({ control, name: "interests" });
  const words: Record<(typeof kinds)[number], string> = {
    household: i18n._("Somebody of my household works there or owns it"),
    equity: i18n._("I own a share of it"),
    board: i18n._("I sit on its board"),
    contract: i18n._("It pays me under a contract"),
    tenancy: i18n._("I rent from it, or it serves me under a contract"),
  };
  return (
    <>
      {fields.map((field, index) => (
        <Entry key={field.id} legend={i18n._("Tie {number}", { number: index + 1 })} onRemove={() => remove(index)}>
          <Organisation name={`interests.${index}`} view={view} />
          <SelectField
            name={`interests.${index}.kind`}
            label={i18n._("What ties you")}
            options={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
            placeholder={i18n._("Choose")}
          />
        </Entry>
      ))}
      <Add onAdd={() => append(noInterest)}>{i18n._("Add a tie")}</Add>
    </>
  );
}

/** By its name where the operator entered it; else register, number and name. */
function Organisation({ name, view }: { readonly name: string; readonly view: ProfileView }) {
  const { i18n } = useLingui();
  const id: unknown = useWatch({ name: `${name}.organisationId` });
  if (typeof id === "string" && id !== "") return <p className="m">{view.organisations[id] ?? id}</p>;
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

interface EntryProps {
  readonly legend: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Entry({ legend, onRemove, children }: EntryProps) {
  const { i18n } = useLingui();
  return (
    <fieldset className="line">
      <legend>{legend}</legend>
      {children}
      <div>
        <Button small kind="quiet" onClick={onRemove}>
          {i18n._("Remove: {what}", { what: legend })}
        </Button>
      </div>
    </fieldset>
  );
}

function Add({ onAdd, children }: { readonly onAdd: () => void; readonly children: string }) {
  return (
    <div>
      <Button small onClick={onAdd}>
        {children}
      </Button>
    </div>
  );
}
