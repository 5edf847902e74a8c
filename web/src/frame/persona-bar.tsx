/** In a demonstration: who one may be. Shown only where the server says that it is one. */
import { useLingui } from "@lingui/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "../client.ts";
import { ProblemNote } from "../component/problem-note.tsx";
import { useSession } from "../session.ts";
import { useAct } from "../use-act.ts";

interface Persona {
  readonly persona: string;
  readonly name: string;
  /** What the persona is, in words: `Programme manager, Limburg`. */
  readonly role: string;
}

export function PersonaBar() {
  const { demo } = useSession();
  return demo === true ? <Personas /> : null;
}

function Personas() {
  const { i18n } = useLingui();
  const { me } = useSession();
  const queries = useQueryClient();
  const personas = useQuery({
    queryKey: ["demo", "personas"],
    queryFn: ({ signal }) => request<{ readonly personas: readonly Persona[] }>("/api/demo/personas", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.personas;
  const become = useAct({
    send: (persona: string, key) => request("/api/demo/session", { method: "POST", json: { persona }, key }),
    onDone: () => void queries.resetQueries(),
  });
  if (personas === undefined) return null;
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
              {`${one.name}, ${one.role}`}
            </option>
          ))}
        </select>
        <a href="/dev/inbox">{i18n._("Mail that would have been sent")}</a>
        {become.isError && <ProblemNote problem={become.error} />}
      </div>
    </aside>
  );
}
