/** One of two to six answers, all of them seen. */
import { useFormContext } from "react-hook-form";
import { FieldGroup, type FieldProps, useFieldWiring } from "./field.tsx";
import type { Option } from "./select-field.tsx";

export function RadioField({ options, ...field }: FieldProps & { readonly options: readonly Option[] }) {
  const { register } = useFormContext();
  const wiring = useFieldWiring(field);
  return (
    <FieldGroup {...field} wiring={wiring}>
      {options.map((option, index) => (
        <label className="choice" key={option.value}>
          <input
            {...register(field.name)}
            id={index === 0 ? wiring.id : undefined}
            type="radio"
            value={option.value}
            aria-invalid={wiring.error !== undefined || undefined}
          />
          <span>{option.label}</span>
          {option.hint !== undefined && <span className="hint">{option.hint}</span>}
        </label>
      ))}
    </FieldGroup>
  );
}
