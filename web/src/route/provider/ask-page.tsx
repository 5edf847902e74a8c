/** Being asked for an offer by mail: who asks, and for which organisation of one's own it is taken up. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ApiResult, api } from "../../client.ts";
import { Button, buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Waiting } from "../../component/waiting.tsx";
import { isApiProblem } from "../../problem.ts";
import { type Me, useSession } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import { useRefusal } from "../case/use-refusal.ts";

type Ask = ApiResult<"get", "/api/provider-invitations/{draftId}/{invitationId}">;
interface Keys {
  readonly caseId: `app_${string}`;
  readonly invitationId: `inv_${string}`;
}

function askQuery(keys: Keys) {
  return queryOptions({
    queryKey: ["provider-invitation", keys.invitationId],
    queryFn: ({ signal }) =>
      api("get", "/api/provider-invitations/{draftId}/{invitationId}", {
        params: { draftId: keys.caseId, invitationId: keys.invitationId },
        signal,
      }),
  });
}

export function RoutePage() {
  const { i18n } = useLingui();
  const { me } = useSession();
  const refusal = useRefusal();
  const keys = useParams({ strict: false }) as Keys;
  const query = useQuery({ ...askQuery(keys), enabled: me !== null, retry: false });
  const here = `/provider-invitations/${keys.caseId}/${keys.invitationId}`;
  return (
    <Page title={i18n._("You are asked for an offer")} width="decision">
      {me === null ? (
        <EmptyState
          action={
            <Link className={buttonClass("primary")} to="/sign-in" search={{ back: here }}>
              {i18n._("Sign in")}
            </Link>
          }
        >
          {i18n._("Sign in with the address that got the request; a code comes by mail.")}
        </EmptyState>
      ) : (
        <>
          {query.isPending && <Waiting lines={4} />}
          {query.isError && <ProblemNote problem={isApiProblem(query.error) ? refusal(query.error) : query.error} />}
          {query.data !== undefined && <Asked ask={query.data} keys={keys} me={me} here={here} />}
        </>
      )}
    </Page>
  );
}

interface Props {
  readonly ask: Ask;
  readonly keys: Keys;
  readonly me: Me;
  readonly here: string;
}

function Asked({ ask, keys, me, here }: Props) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const { applicant, title, provider, validUntil, over } = ask;
  const mine = me.memberships.filter(({ level }) => level === "owner" || level === "editor");
  const answer = useAct({
    send: (organisationId: (typeof mine)[number]["organisationId"], key) =>
      api("post", "/api/provider-invitations/{draftId}/{invitationId}/answer", {
        params: { draftId: keys.caseId, invitationId: keys.invitationId },
        body: { organisationId },
        key,
      }),
    onDone: () => void navigate({ to: "/cases/$caseId", params: { caseId: keys.caseId } }),
    stale: [["my"]],
  });
  if (over)
    return (
      <Note kind="warn">
        <p>
          {i18n._("This request was taken back, or its 30 days are over. Ask {applicant} to send it again.", {
            applicant,
          })}
        </p>
      </Note>
    );
  return (
    <Card title={title === "" ? applicant : title}>
      <div className="stack">
        <p>
          {i18n._("{applicant} wants to buy a service from {provider} with an innovation voucher.", {
            applicant,
            provider,
          })}{" "}
          {i18n._("You can take the request up until")} <DateTime at={validUntil} />.{" "}
          {i18n._("You then confirm scope, price and dates, or decline; nothing is promised before that.")}
        </p>
        {answer.isError && <ProblemNote problem={refusal(answer.error)} />}
        {mine.length === 0 && (
          <p>{i18n._("You belong to no organisation here yet. Register it first; you come back to this page.")}</p>
        )}
        <div className="row">
          {mine.map(({ organisationId, name }) => (
            <Button
              key={organisationId}
              kind="primary"
              busy={answer.isPending && answer.variables === organisationId}
              onClick={() => answer.mutate(organisationId)}
            >
              {i18n._("Take it up for {name}", { name })}
            </Button>
          ))}
          <Link
            className={buttonClass(mine.length === 0 ? "primary" : "default")}
            to="/organisations/new"
            search={{ back: here }}
          >
            {mine.length === 0 ? i18n._("Register your organisation") : i18n._("Register another organisation")}
          </Link>
        </div>
      </div>
    </Card>
  );
}
