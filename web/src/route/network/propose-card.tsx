/** Proposing a change of the settings: what it is about, and the form that fits. */
import { useLingui } from "@lingui/react";
import { type ReactNode, useId, useState } from "react";
import { Card } from "../../component/card.tsx";
import { ClosuresForm, HolidaysForm } from "./change-days-form.tsx";
import { FileForm } from "./change-file-form.tsx";
import { LimitForm } from "./change-limit-form.tsx";
import { RatesForm } from "./change-rates-form.tsx";
import type { Settings } from "./settings-query.ts";

const kinds = ["rates", "holidays", "closures", "limit", "file"] as const;
type Kind = (typeof kinds)[number];

export function ProposeCard({ settings }: { readonly settings: Settings }) {
  const { i18n } = useLingui();
  const id = useId();
  const [kind, setKind] = useState<Kind>("rates");
  const names: Record<Kind, string> = {
    rates: i18n._("Newly published rates"),
    holidays: i18n._("Holidays of a calendar"),
    closures: i18n._("Days on which a park is closed"),
    limit: i18n._("A limit of state aid"),
    file: i18n._("Anything else, as a whole network file"),
  };
  return (
    <Card title={i18n._("Propose a change")}>
      <div className="stack">
        <div className="field">
          <label htmlFor={id}>{i18n._("What changes")}</label>
          <select id={id} className="input" value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
          </select>
        </div>
        <KindForm key={kind} kind={kind} settings={settings} />
      </div>
    </Card>
  );
}

/**
 * Settings are read again by themselves; what is typed is meant of the version that this form was opened on, with its
 * rows in their places, and is proposed on that.
 */
function KindForm({ kind, settings }: { readonly kind: Kind; readonly settings: Settings }) {
  const [opened] = useState(settings);
  const forms: Record<Kind, ReactNode> = {
    rates: <RatesForm settings={opened} />,
    holidays: <HolidaysForm settings={opened} />,
    closures: <ClosuresForm settings={opened} />,
    limit: <LimitForm settings={opened} />,
    file: <FileForm settings={opened} />,
  };
  return forms[kind];
}
