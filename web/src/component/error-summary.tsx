/** What has to be put right, on top of the page and with the focus, each line leading to its field. */
import { useLingui } from "@lingui/react";
import { useContext, useEffect, useId, useRef } from "react";
import { type FieldFault, fieldId } from "../form/field-errors.ts";
import { FormName } from "../form/form-name.ts";

interface Props {
  readonly faults: readonly FieldFault[];
  /** Grows with every attempt to send, so that the summary takes the focus again. */
  readonly attempt: number;
}

export function ErrorSummary({ faults, attempt }: Props) {
  const { i18n } = useLingui();
  const heading = useId();
  const form = useContext(FormName);
  const box = useRef<HTMLDivElement>(null);
  const shown = faults.length > 0;
  const prefix = i18n._("Error:");
  useEffect(() => {
    if (shown && attempt > 0) box.current?.focus();
  }, [shown, attempt]);
  useEffect(() => {
    if (!shown) return;
    const title = document.title;
    document.title = `${prefix} ${title}`;
    return () => {
      document.title = title;
    };
  }, [shown, prefix]);
  if (!shown) return null;
  return (
    <div className="summary" role="alert" aria-labelledby={heading} tabIndex={-1} ref={box}>
      <h2 id={heading}>{i18n._("There is something to put right")}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.name}>
            <a
              href={`#${fieldId(fault.name, form)}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(fault.name, form);
              }}
            >
              {i18n._(fault.message)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A fault of one part of a date leads to the date. */
function focusField(name: string, form: string): void {
  const whole = name.replace(/\.[^.]+$/, "");
  const field = document.getElementById(fieldId(name, form)) ?? document.getElementById(fieldId(whole, form));
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}
