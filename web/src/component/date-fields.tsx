/** A date as three fields: quicker and safer to type than any calendar. */
import { useLingui } from "@lingui/react";
import { useFormContext } from "react-hook-form";
import { FieldGroup, type FieldProps, useFieldWiring } from "./field.tsx";

/** The form's value is `DateParts`; `dateSchema` turns it into a day. */
export function DateFields(field: FieldProps) {
  const { i18n } = useLingui();
  const { register } = useFormContext();
  const wiring = useFieldWiring(field);
  const parts = [
    { part: "day", label: i18n._("Day"), className: "input short" },
    { part: "month", label: i18n._("Month"), className: "input short" },
    { part: "year", label: i18n._("Year"), className: "input year" },
  ];
  return (
    <FieldGroup {...field} wiring={wiring}>
      <div className="row">
        {parts.map(({ part, label, className }, index) => {
          const id = index === 0 ? wiring.id : `${wiring.id}-${part}`;
          return (
            <div key={part}>
              <label className="small" htmlFor={id}>
                {label}
              </label>
              <input
                {...register(`${field.name}.${part}`)}
                id={id}
                className={className}
                inputMode="numeric"
                aria-invalid={wiring.error !== undefined || undefined}
              />
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
