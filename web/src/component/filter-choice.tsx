/** One filter of a list, as the browser's own select: a choice, or none. */
import { type ReactNode, useId } from "react";

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  /** What no choice is called. */
  readonly any: string;
  readonly onChange: (value: string | undefined) => void;
  /** Options. */
  readonly children: ReactNode;
}

export function FilterChoice({ label, value, any, onChange, children }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ""}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{any}</option>
        {children}
      </select>
    </div>
  );
}
