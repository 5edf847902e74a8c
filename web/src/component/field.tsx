/** What every field has: label above, hint under it, error with its icon; wired for those who listen. */
import { useLingui } from "@lingui/react";
import { type ReactNode, useContext } from "react";
import { useFormContext } from "react-hook-form";
import { faultOf, fieldId } from "../form/field-errors.ts";
import { FormName } from "../form/form-name.ts";
import { Icon } from "./icon.tsx";

export interface FieldProps {
  /** Path in the form's values. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

export interface FieldWiring {
  readonly id: string;
  readonly error: string | undefined;
  readonly describedBy: string | undefined;
}

/** Ids and error of a field of the form around it. */
export function useFieldWiring({ name, hint }: Pick<FieldProps, "name" | "hint">): FieldWiring {
  const { i18n } = useLingui();
  const { formState } = useFormContext();
  const id = fieldId(name, useContext(FormName));
  const fault = faultOf(formState.errors, name);
  const describedBy = [hint === undefined ? "" : `${id}-hint`, fault === undefined ? "" : `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return {
    id,
    error: fault === undefined ? undefined : i18n._(fault),
    describedBy: describedBy === "" ? undefined : describedBy,
  };
}

export function Hint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  if (children === undefined) return null;
  return (
    <span className="hint" id={`${id}-hint`}>
      {children}
    </span>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  const { i18n } = useLingui();
  if (error === undefined) return null;
  return (
    <span className="field-error" id={`${id}-error`}>
      <Icon name="alert" />
      <span>
        <span className="sr">{i18n._("Error:")} </span>
        {error}
      </span>
    </span>
  );
}

interface BoxProps extends FieldProps {
  readonly wiring: FieldWiring;
  readonly children: ReactNode;
}

/** A field with one control. */
export function Field({ label, hint, wiring, children }: BoxProps) {
  return (
    <div className={wiring.error === undefined ? "field" : "field bad"}>
      <label htmlFor={wiring.id}>{label}</label>
      <Hint id={wiring.id}>{hint}</Hint>
      <FieldError id={wiring.id} error={wiring.error} />
      {children}
    </div>
  );
}

/** A field with several controls: radios, the parts of a date. */
export function FieldGroup({ label, hint, wiring, children }: BoxProps) {
  return (
    <fieldset className={wiring.error === undefined ? "field" : "field bad"} aria-describedby={wiring.describedBy}>
      <legend className="lab">{label}</legend>
      <Hint id={wiring.id}>{hint}</Hint>
      <FieldError id={wiring.id} error={wiring.error} />
      {children}
    </fieldset>
  );
}
