/** Several of a list, ticked; two lists may fill one value. */
import { useController } from "react-hook-form";
import { FieldGroup, type FieldProps, useFieldWiring } from "../../component/field.tsx";

interface Props extends FieldProps {
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

export function ChoicesField({ options, ...field }: Props) {
  const { field: value } = useController<Record<string, string[]>, string>({ name: field.name });
  const wiring = useFieldWiring(field);
  const chosen: readonly string[] = value.value ?? [];
  const first = options[0]?.id ?? "";
  return (
    <FieldGroup {...field} wiring={wiring}>
      <div className="choices">
        {options.map(({ id, label }) => (
          <label className="choice" key={id}>
            <input
              id={id === first ? `${wiring.id}-${first}` : undefined}
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                value.onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
