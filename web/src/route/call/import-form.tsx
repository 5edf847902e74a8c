/** Drafts a call from a file that was kept or sent; what is wrong in it is said with its place in the file. */
import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useAct } from "../../use-act.ts";
import { useCallRefusal } from "./use-call-refusal.ts";

export function ImportForm() {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const navigate = useNavigate();
  const [unreadable, setUnreadable] = useState(false);
  const act = useAct({
    send: (file: unknown, key) => api("post", "/api/call-files", { params: {}, body: { file } as never, key }),
    onDone: ({ callId }) => void navigate({ to: "/calls/$callId/desk", params: { callId } }),
  });
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const content: unknown = JSON.parse(await file.text());
      setUnreadable(false);
      act.mutate(content);
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <Card title={i18n._("Draft a call from a file")}>
      <div className="stack">
        {unreadable && (
          <Note kind="bad" live>
            <p>{i18n._("This file is not JSON. Nothing was drafted.")}</p>
          </Note>
        )}
        {act.error !== null && <ProblemNote problem={refusal(act.error) ?? act.error} />}
        {act.error !== null && act.error.errors.length > 0 && (
          <ul>
            {act.error.errors.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>
                <code>{pointer}</code>: {detail}
              </li>
            ))}
          </ul>
        )}
        <div className="field">
          <label htmlFor="call-file">{i18n._("File of a call")}</label>
          <span className="hint" id="call-file-hint">
            {i18n._(
              "As it was fetched from a call of this network. It becomes a draft, which a second manager publishes.",
            )}
          </span>
          <input
            id="call-file"
            type="file"
            accept="application/json,.json"
            aria-describedby="call-file-hint"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </div>
      </div>
    </Card>
  );
}
