/** One's own account: how mail comes, second factors, sessions, and colleagues to vouch for. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Page } from "../../component/page.tsx";
import { type Me, useSession } from "../../session.ts";
import { accountQuery } from "./account-query.ts";
import { FactorsCard } from "./factors-card.tsx";
import { InterestsCard } from "./interests-card.tsx";
import { MailCard } from "./mail-card.tsx";
import { OrganisationsCard } from "./organisations-card.tsx";
import { PersonCard } from "./person-card.tsx";
import { ResetsCard } from "./resets-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import "./account.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const { me } = useSession();
  return (
    <Page title={i18n._("Your account")} width="decision" lead={me === null ? undefined : `${me.name} · ${me.email}`}>
      {me === null ? (
        <EmptyState
          action={
            <Link className={buttonClass("primary")} to="/sign-in" search={{ back: "/account" }}>
              {i18n._("Sign in")}
            </Link>
          }
        >
          {i18n._("Sign in to see your account.")}
        </EmptyState>
      ) : (
        <Cards me={me} />
      )}
    </Page>
  );
}

function Cards({ me }: { readonly me: Me }) {
  const query = useQuery(accountQuery);
  return (
    <Loaded query={query} lines={8}>
      {(account) => (
        <div className="account">
          <ResetsCard />
          <PersonCard me={me} />
          <OrganisationsCard />
          <InterestsCard />
          <MailCard />
          <FactorsCard account={account} />
          <SessionsCard sessions={account.sessions} />
        </div>
      )}
    </Loaded>
  );
}
