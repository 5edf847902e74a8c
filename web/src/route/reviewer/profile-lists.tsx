/** The days on which a reviewer is away; the list grows by a button and shrinks by another. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "../../component/button.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { noAbsence, type TypedProfile } from "./profile-schema.ts";

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
