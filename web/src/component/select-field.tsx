/** One of a short list, as the browser's own select. */
import { useFormContext } from "react-hook-form";
import { Field, type FieldProps, useFieldWiring } from "./field.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface Props extends FieldProps {
  readonly options: readonly Option[];
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
}

export function SelectField({ options, placeholder, ...field }: Props) {
  const { register } = useFormContext();
  const wiring = useFieldWiring(field);
  return (
    <Field {...field} wiring={wiring}>
      <select
        {...register(field.name)}
        id={wiring.id}
        className="input"
        aria-invalid={wiring.error !== undefined || undefined}
        aria-describedby={wiring.describedBy}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
