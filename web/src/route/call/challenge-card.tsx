/** The challenge that a draft answers: one of those that organisations posed to the park, or none. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag } from "../../component/tag.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { useAct } from "../../use-act.ts";
import type { CallDesk } from "./call-query.ts";
import { useCallRefusal } from "./use-call-refusal.ts";

export function ChallengeCard({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const { callId, leadPark: parkId, challenge: chosen } = desk.call;
  const query = useQuery({
    queryKey: ["park-challenges", parkId],
    queryFn: ({ signal }) => api("get", "/api/parks/{parkId}/challenges", { params: { parkId }, signal }),
  });
  const act = useAct({
    send: (challengeId: NonNullable<CallDesk["call"]["challenge"]>["challengeId"] | undefined, key) =>
      api("post", "/api/calls/{callId}/challenge", {
        params: { callId },
        body: { version: desk.version, ...(challengeId === undefined ? {} : { challengeId }) },
        key,
      }),
  });
  return (
    <Card title={i18n._("Challenge that the call answers")}>
      <div className="stack">
        {act.isError && <ProblemNote problem={refusal(act.error) ?? act.error} />}
        <Loaded query={query} lines={3}>
          {({ challenges }) =>
            challenges.length === 0 && chosen === undefined ? (
              <EmptyState>{i18n._("No organisation has posed a challenge to this park.")}</EmptyState>
            ) : (
              <ul className="plain-list stack">
                {chosen !== undefined && challenges.every(({ challengeId }) => challengeId !== chosen.challengeId) && (
                  <li className="stack">
                    <div className="row">
                      <strong>{inLanguage(chosen.title, i18n.locale)}</strong>
                      <span className="small muted">{chosen.organisationName}</span>
                      <Tag state="bad">{i18n._("Taken back")}</Tag>
                    </div>
                    <div>
                      <Button small busy={act.isPending} onClick={() => act.mutate(undefined)}>
                        {i18n._("Answer none")}
                      </Button>
                    </div>
                  </li>
                )}
                {challenges.map(({ challengeId, title, text, organisationName }) => (
                  <li key={challengeId} className="stack">
                    <div className="row">
                      <strong>{inLanguage(title, i18n.locale)}</strong>
                      <span className="small muted">{organisationName}</span>
                      {chosen?.challengeId === challengeId && <Tag state="ok">{i18n._("Chosen")}</Tag>}
                    </div>
                    <p className="small told">{inLanguage(text, i18n.locale)}</p>
                    <div>
                      {chosen?.challengeId === challengeId ? (
                        <Button small busy={act.isPending} onClick={() => act.mutate(undefined)}>
                          {i18n._("Answer none")}
                        </Button>
                      ) : (
                        <Button small busy={act.isPending} onClick={() => act.mutate(challengeId)}>
                          {i18n._("Answer this one")} <span className="sr">{inLanguage(title, i18n.locale)}</span>
                        </Button>
                      )}
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Card>
  );
}
