/** Where one is signed in, and how to end it. */
import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag } from "../../component/tag.tsx";
import { takeSession } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import type { Account } from "./account-query.ts";
import { agentWords } from "./agent-words.ts";
import { Owned } from "./owned.tsx";

type Session = Account["sessions"][number];

export function SessionsCard({ sessions }: { readonly sessions: readonly Session[] }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const end = useAct({
    send: ({ sessionId }: Session, key) =>
      api("delete", "/api/my/sessions/{sessionId}", { params: { sessionId }, key }),
    onDone: (_, { current }) => {
      if (current) void navigate({ to: "/" }).then(() => takeSession(queries));
    },
    stale: [["account"]],
  });
  const endOthers = useAct({
    send: (_: undefined, key) => api("delete", "/api/my/sessions", { key }),
    stale: [["account"]],
  });
  const problem = end.error ?? endOthers.error;
  return (
    <Card
      title={i18n._("Where you are signed in")}
      aside={
        sessions.length > 1 ? (
          <Button small busy={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
            {i18n._("End all others")}
          </Button>
        ) : undefined
      }
    >
      {problem !== null && <ProblemNote problem={problem} />}
      <ul className="owned">
        {sessions.map((session) => (
          <Owned
            key={session.sessionId}
            name={
              <>
                {agentWords(session.agent) ?? i18n._("A browser")}{" "}
                {session.current && <Tag state="ok">{i18n._("This one")}</Tag>}
              </>
            }
            more={
              <>
                {i18n._("Since")} <DateTime at={session.createdAt} /> · {i18n._("until at the latest")}{" "}
                <DateTime at={session.endsAt} />
              </>
            }
            act={
              <Button small busy={end.isPending && end.variables === session} onClick={() => end.mutate(session)}>
                {session.current ? i18n._("Sign out here") : i18n._("End it")}
              </Button>
            }
          />
        ))}
      </ul>
    </Card>
  );
}
