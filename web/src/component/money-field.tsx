/** An amount of money, typed in any of our ways of writing it. */
import { useFormContext } from "react-hook-form";
import { Field, type FieldProps, useFieldWiring } from "./field.tsx";

/** The form's value is text; `amountSchema` turns it into minor units. */
export function MoneyField({ currency, ...field }: FieldProps & { readonly currency: string }) {
  const { register } = useFormContext();
  const wiring = useFieldWiring(field);
  return (
    <Field {...field} wiring={wiring}>
      <div className="amount">
        <span className="unit" aria-hidden="true">
          {currency}
        </span>
        <input
          {...register(field.name)}
          id={wiring.id}
          className="input"
          inputMode="decimal"
          aria-invalid={wiring.error !== undefined || undefined}
          aria-describedby={wiring.describedBy}
        />
        <span className="sr">{currency}</span>
      </div>
    </Field>
  );
}
