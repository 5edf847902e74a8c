/** Changes of a published call in words: what, from what to what, and why; on the public page and at the top of a draft. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { FactRow } from "../../component/fact-row.tsx";
import { Note } from "../../component/note.tsx";
import { type Amendment, amendmentsQuery } from "./case-query.ts";

interface Props {
  readonly callId: string;
  /** Zone of the lead park. */
  readonly zone: string | undefined;
}

/** Nothing where nothing was changed. */
export function AmendmentsCard({ callId, zone }: Props) {
  const { i18n } = useLingui();
  const amendments = useQuery(amendmentsQuery(callId, i18n.locale)).data?.amendments ?? [];
  if (amendments.length === 0) return null;
  return (
    <Card title={i18n._("Changed since it was published")}>
      <ul className="plain-list">
        {amendments.map((one) => (
          <li key={one.number}>
            <p className="small muted">
              {i18n._("Change {number}", { number: one.number })},{" "}
              <DateTime at={one.at} {...(zone === undefined ? {} : { zone })} />
            </p>
            <AmendmentBody amendment={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** At the top of a draft: what was changed since it was begun. */
export function AmendmentsNote({ callId, zone, since }: Props & { readonly since: string }) {
  const { i18n } = useLingui();
  const all = useQuery(amendmentsQuery(callId, i18n.locale)).data?.amendments ?? [];
  const later = all.filter(({ at }) => at >= since);
  if (later.length === 0) return null;
  return (
    <Note kind="warn">
      <p>
        <b>{i18n._("The call was changed after you began this draft.")}</b>
      </p>
      {later.map((one) => (
        <div key={one.number}>
          <p className="small">
            <DateTime at={one.at} {...(zone === undefined ? {} : { zone })} />
          </p>
          <AmendmentBody amendment={one} />
        </div>
      ))}
    </Note>
  );
}

export function AmendmentBody({ amendment }: { readonly amendment: Pick<Amendment, "lines" | "reason"> }) {
  const { i18n } = useLingui();
  return (
    <div className="stack">
      <dl className="kv">
        {amendment.lines.map(({ label, from, to }) => (
          <FactRow key={label} name={label}>
            {from === undefined || to === undefined ? (
              i18n._("changed; it reads now as this call says")
            ) : (
              <>
                {to} <span className="small muted">{i18n._("before: {from}", { from })}</span>
              </>
            )}
          </FactRow>
        ))}
      </dl>
      <p className="quote">{amendment.reason}</p>
    </div>
  );
}
