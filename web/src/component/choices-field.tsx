/** Any number of a few answers, each ticked by itself. */
import { useFormContext } from "react-hook-form";
import { FieldGroup, type FieldProps, useFieldWiring } from "./field.tsx";
import type { Option } from "./select-field.tsx";

interface Props extends FieldProps {
  readonly options: readonly Option[];
  /** Many short answers stand beside each other. */
  readonly beside?: boolean;
}

/** The form's value is the list of what is ticked. */
export function ChoicesField({ options, beside = false, ...field }: Props) {
  const { register } = useFormContext();
  const wiring = useFieldWiring(field);
  return (
    <FieldGroup {...field} wiring={wiring}>
      <div className={beside ? "choices" : undefined}>
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              {...register(field.name)}
              id={index === 0 ? wiring.id : undefined}
              type="checkbox"
              value={option.value}
              aria-invalid={wiring.error !== undefined || undefined}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
