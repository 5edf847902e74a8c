/** In a demonstration: who one may be. Shown only where the server says that it is one. */
import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { request } from "../client.ts";
import { ProblemNote } from "../component/problem-note.tsx";
import { type Persona, usePersonas } from "../demo.ts";
import { useSession } from "../session.ts";
import { useAct } from "../use-act.ts";

export function PersonaBar() {
  const personas = usePersonas();
  return personas === undefined ? null : <Personas personas={personas} />;
}

function Personas({ personas }: { readonly personas: readonly Persona[] }) {
  const { i18n } = useLingui();
  const { me } = useSession();
  const queries = useQueryClient();
  const become = useAct({
    send: (persona: string, key) => request("/api/demo/session", { method: "POST", json: { persona }, key }),
    onDone: () => void queries.resetQueries(),
  });
  const present = personas.find((one) => one.name === me?.name)?.persona ?? "";
  return (
    <aside className="personas" aria-label={i18n._("Demonstration")}>
      <div className="wrap">
        <label htmlFor="persona">{i18n._("Demonstration: you are")}</label>
        <select id="persona" value={present} onChange={(event) => become.mutate(event.currentTarget.value)}>
          <option value="" disabled>
            {me === null ? i18n._("nobody yet") : me.name}
          </option>
          {personas.map((one) => (
            <option key={one.persona} value={one.persona}>
              {`${one.name}, ${one.part}`}
            </option>
          ))}
        </select>
        <Link to="/dev/inbox">{i18n._("Mail that would have been sent")}</Link>
        {become.isError && <ProblemNote problem={become.error} />}
      </div>
    </aside>
  );
}
