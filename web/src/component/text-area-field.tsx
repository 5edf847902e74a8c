/** Several lines of text, with a count that informs and never blocks. */
import { useLingui } from "@lingui/react";
import { useFormContext, useWatch } from "react-hook-form";
import { Field, type FieldProps, useFieldWiring } from "./field.tsx";

interface Props extends FieldProps {
  readonly rows?: number;
  /** Characters that may be sent; more may be typed. */
  readonly limit?: number;
}

export function TextAreaField({ rows = 6, limit, ...field }: Props) {
  const { register } = useFormContext();
  const wiring = useFieldWiring(field);
  return (
    <Field {...field} wiring={wiring}>
      <textarea
        {...register(field.name)}
        id={wiring.id}
        className="input"
        rows={rows}
        aria-invalid={wiring.error !== undefined || undefined}
        aria-describedby={wiring.describedBy}
      />
      {limit !== undefined && <Count name={field.name} limit={limit} />}
    </Field>
  );
}

function Count({ name, limit }: { readonly name: string; readonly limit: number }) {
  const { i18n } = useLingui();
  const typed: unknown = useWatch({ name });
  const left = limit - (typeof typed === "string" ? [...typed].length : 0);
  return (
    <p className={left < 0 ? "small late" : "small muted"}>
      {left < 0
        ? i18n._("{over, plural, one {# character too many} other {# characters too many}}", { over: -left })
        : i18n._("{left, plural, one {# character left} other {# characters left}}", { left })}
    </p>
  );
}
