/** A statement that a person makes by ticking it. */
import { useFormContext } from "react-hook-form";
import { FieldError, type FieldProps, Hint, useFieldWiring } from "./field.tsx";

export function CheckField({ label, ...field }: FieldProps) {
  const { register } = useFormContext();
  const wiring = useFieldWiring(field);
  return (
    <div className={wiring.error === undefined ? "field" : "field bad"}>
      <FieldError id={wiring.id} error={wiring.error} />
      <div className="choice">
        <input
          {...register(field.name)}
          id={wiring.id}
          type="checkbox"
          aria-invalid={wiring.error !== undefined || undefined}
          aria-describedby={wiring.describedBy}
        />
        <label htmlFor={wiring.id}>{label}</label>
      </div>
      <Hint id={wiring.id}>{field.hint}</Hint>
    </div>
  );
}
