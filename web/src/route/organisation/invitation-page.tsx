/** An invitation into an organisation: what it is for, and accepting it. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
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
import { ApiProblem, isApiProblem } from "../../problem.ts";
import { useSession } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import { levelWords } from "./level-words.ts";
import { invitationQuery } from "./organisation-query.ts";
import { useMemberRefusal } from "./use-member-refusal.ts";

type Invitation = ApiResult<"get", "/api/invitations/{organisationId}/{invitationId}">;
type Keys = Parameters<typeof invitationQuery>;

export function RoutePage() {
  const { i18n } = useLingui();
  const { me } = useSession();
  const refusal = useMemberRefusal();
  const params = useParams({ strict: false }) as { organisationId: string; invitationId: string };
  const keys: Keys = [params.organisationId, params.invitationId];
  const query = useQuery({ ...invitationQuery(...keys), enabled: me !== null, retry: false });
  return (
    <Page title={i18n._("Invitation")} width="decision">
      {me === null ? (
        <EmptyState
          action={
            <Link
              className={buttonClass("primary")}
              to="/sign-in"
              search={{ back: `/invitations/${keys[0]}/${keys[1]}` }}
            >
              {i18n._("Sign in")}
            </Link>
          }
        >
          {i18n._("Sign in with the address that got the invitation; a code comes by mail.")}
        </EmptyState>
      ) : (
        <>
          {query.isPending && <Waiting lines={4} />}
          {query.isError && <ProblemNote problem={isApiProblem(query.error) ? refusal(query.error) : query.error} />}
          {query.data !== undefined && <Asked invitation={query.data} keys={keys} />}
        </>
      )}
    </Page>
  );
}

function Asked({ invitation, keys }: { readonly invitation: Invitation; readonly keys: Keys }) {
  const { i18n } = useLingui();
  const words = levelWords(i18n);
  const refusal = useMemberRefusal();
  const navigate = useNavigate();
  const { organisation, level, validUntil, stale } = invitation;
  const accept = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/invitations/{organisationId}/{invitationId}/acceptance", {
        params: { organisationId: keys[0] as `org_${string}`, invitationId: keys[1] as `inv_${string}` },
        body: {},
        key,
      }),
    onDone: () => void navigate({ to: "/organisations/$organisationId", params: { organisationId: keys[0] } }),
    stale: [["session"], ["invitation"], ["my-organisation"]],
  });
  if (stale !== undefined)
    return (
      <Note kind="warn">
        <p>{refusal(new ApiProblem(409, "invitation.stale", stale, { facts: { why: stale } }))?.message}</p>
      </Note>
    );
  return (
    <Card title={organisation}>
      <div className="stack">
        <p>{i18n._("You are invited into {organisation} as: {level}.", { organisation, level: words[level].name })}</p>
        <p className="muted">
          {words[level].may}. {i18n._("It can be accepted until")} <DateTime at={validUntil} />.
        </p>
        {accept.isError && <ProblemNote problem={refusal(accept.error)} />}
        <div>
          <Button kind="primary" busy={accept.isPending} onClick={() => accept.mutate(undefined)}>
            {i18n._("Accept the invitation")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
