/** One line of text. */
import type { HTMLInputAutoCompleteAttribute } from "react";
import { useFormContext } from "react-hook-form";
import { Field, type FieldProps, useFieldWiring } from "./field.tsx";

interface Props extends FieldProps {
  readonly type?: "text" | "email" | "tel" | "search";
  readonly inputMode?: "text" | "numeric" | "email";
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  /** A few digits or letters. */
  readonly short?: boolean;
}

export function TextField({ type = "text", inputMode, autoComplete, short = false, ...field }: Props) {
  const { register } = useFormContext();
  const wiring = useFieldWiring(field);
  return (
    <Field {...field} wiring={wiring}>
      <input
        {...register(field.name)}
        id={wiring.id}
        className={short ? "input short" : "input"}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        aria-invalid={wiring.error !== undefined || undefined}
        aria-describedby={wiring.describedBy}
      />
    </Field>
  );
}
