/** The way to "Can I apply?" from the first page: one of the open calls is chosen, the questions are on the next. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { buttonClass } from "../../component/button.tsx";
import { Icon } from "../../component/icon.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { callsQuery } from "./open-calls.tsx";

export function CheckCard() {
  const { i18n } = useLingui();
  const calls = useQuery(callsQuery).data ?? [];
  const [chosen, setChosen] = useState<string>();
  const callId = chosen ?? calls[0]?.callId;
  if (callId === undefined) return null;
  return (
    <section className="card can" id="can-i-apply" aria-labelledby="can-title">
      <div>
        <h2 id="can-title">{i18n._("Can I apply?")}</h2>
        <p className="muted">
          {i18n._(
            "About two minutes. No account needed and nothing is stored. You get every reason, not only the first, and what to do next.",
          )}
        </p>
      </div>
      <div className="stack">
        <div className="field">
          <label htmlFor="can-call">{i18n._("For which call?")}</label>
          <select
            className="input"
            id="can-call"
            value={callId}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {calls.map((call) => (
              <option key={call.callId} value={call.callId}>
                {inLanguage(call.title, i18n.locale)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <Link className={buttonClass("primary")} to="/calls/$callId/check" params={{ callId }}>
            {i18n._("Check")} <Icon name="arrow" />
          </Link>
        </div>
      </div>
    </section>
  );
}
