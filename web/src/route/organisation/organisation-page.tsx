/** One's own organisation: what the register says of it, its accounts, who belongs to it, who is invited. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Waiting } from "../../component/waiting.tsx";
import { isApiProblem } from "../../problem.ts";
import { useSession } from "../../session.ts";
import { AccountCard } from "./account-card.tsx";
import { ChangeCard } from "./change-card.tsx";
import { FactsCard } from "./facts-card.tsx";
import { InvitationsCard } from "./invitations-card.tsx";
import { MembersCard } from "./members-card.tsx";
import { organisationQuery } from "./organisation-query.ts";
import { useMemberRefusal } from "./use-member-refusal.ts";
import "./organisation.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const { me } = useSession();
  const { organisationId } = useParams({ strict: false }) as { organisationId: string };
  const refusal = useMemberRefusal();
  const query = useQuery({ ...organisationQuery(organisationId), enabled: me !== null });
  if (me === null)
    return (
      <Page title={i18n._("Your organisation")}>
        <EmptyState
          action={
            <Link
              className={buttonClass("primary")}
              to="/sign-in"
              search={{ back: `/organisations/${organisationId}` }}
            >
              {i18n._("Sign in")}
            </Link>
          }
        >
          {i18n._("Sign in to see your organisation.")}
        </EmptyState>
      </Page>
    );
  const { data } = query;
  return (
    <Page
      title={data?.legalName ?? i18n._("Your organisation")}
      eyebrow={i18n._("Your organisation")}
      up={{ to: "/account", label: i18n._("Your account") }}
    >
      {query.isError && <ProblemNote problem={isApiProblem(query.error) ? refusal(query.error) : query.error} />}
      {query.isPending && <Waiting lines={8} />}
      {data !== undefined && (
        <div className="organisation">
          <FactsCard organisation={data} />
          {data.level === "owner" && <ChangeCard organisation={data} />}
          {data.accountOpen && <AccountCard organisation={data} />}
          <MembersCard organisation={data} />
          {data.level === "owner" && <InvitationsCard organisation={data} />}
          {["owner", "editor"].includes(data.level) && (
            <p>
              <Link to="/challenges">{i18n._("Challenges that you pose to a park")}</Link>
            </p>
          )}
        </div>
      )}
    </Page>
  );
}
