/** Challenges that one's organisation poses to a park, and the calls that answer them. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag } from "../../component/tag.tsx";
import { inLanguage } from "../../language/in-language.ts";
import { useParks } from "../../network.ts";
import { useAct } from "../../use-act.ts";
import { PoseForm } from "./pose-form.tsx";
import "../case/case.css";
import "./organisation.css";

type Mine = ApiResult<"get", "/api/my/challenges">;
type Challenge = Mine["challenges"][number];

const challengesQuery = queryOptions({
  queryKey: ["challenges"],
  queryFn: ({ signal }): Promise<Mine> => api("get", "/api/my/challenges", { signal }),
});

export function RoutePage() {
  const { i18n } = useLingui();
  const query = useQuery(challengesQuery);
  return (
    <Page
      title={i18n._("Challenges")}
      up={{ to: "/account", label: i18n._("Your account") }}
      lead={i18n._(
        "What your organisation needs and cannot buy yet. A park’s managers read it, and a call may answer it.",
      )}
    >
      <Loaded query={query} lines={8}>
        {({ organisations, challenges }) => (
          <div className="organisation">
            {organisations.length === 0 ? (
              <EmptyState>
                {i18n._(
                  "Challenges are posed by large companies, hospitals, universities, public bodies and patient organisations, by their owners and editors.",
                )}
              </EmptyState>
            ) : (
              <PoseForm organisations={organisations} />
            )}
            {challenges.map((challenge) => (
              <Posed key={challenge.challengeId} challenge={challenge} />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Posed({ challenge }: { readonly challenge: Challenge }) {
  const { i18n } = useLingui();
  const park = useParks().find(({ id }) => id === challenge.parkId);
  const { parkId, challengeId, calls, withdrawn } = challenge;
  const act = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/my/challenges/{parkId}/{challengeId}/withdrawal", {
        params: { parkId, challengeId },
        body: {},
        key,
      }),
    stale: [["challenges"]],
  });
  return (
    <Card title={inLanguage(challenge.title, i18n.locale)} aside={park?.name ?? parkId}>
      <div className="stack">
        <p className="told">{inLanguage(challenge.text, i18n.locale)}</p>
        <p className="small muted">
          {challenge.organisationName}, <DateTime at={challenge.at} show="date" />{" "}
          {withdrawn && <Tag state="idle">{i18n._("Taken back")}</Tag>}
        </p>
        {calls.length > 0 && (
          <ul>
            {calls.map(({ callId, code }) => (
              <li key={callId}>
                <Link to="/calls/$callId" params={{ callId }}>
                  {i18n._("Answered by the call {code}", { code })}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {act.isError && <ProblemNote problem={act.error} />}
        {!withdrawn && calls.length === 0 && (
          <div>
            <Button small busy={act.isPending} onClick={() => act.mutate(undefined)}>
              {i18n._("Take it back")} <span className="sr">{inLanguage(challenge.title, i18n.locale)}</span>
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
