/** The second factors there are, how to add one and how to take one away. */
import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { EmptyState } from "../../component/empty-state.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { type Session, sessionQuery } from "../../session.ts";
import { useAct } from "../../use-act.ts";
import { AppPart } from "../sign-in/app-part.tsx";
import { knowsPasskeys } from "../sign-in/passkey.ts";
import { NewPasskeyPart } from "../sign-in/passkey-part.tsx";
import { StepUp } from "../sign-in/step-up.tsx";
import { type Account, accountQuery } from "./account-query.ts";
import { Owned } from "./owned.tsx";
import { useFactorRefusal } from "./use-factor-refusal.ts";

/** A passkey by its id, or the app. */
type Factor = { readonly credentialId: string } | "app";

export function FactorsCard({ account }: { readonly account: Account }) {
  const { i18n } = useLingui();
  const refusal = useFactorRefusal();
  const { passkeys, app } = account;
  const remove = useAct({
    send: (factor: Factor, key) =>
      factor === "app"
        ? api("post", "/api/my/app/removal", { params: {}, body: {}, key })
        : api("post", "/api/my/passkeys/{credentialId}/removal", { params: factor, body: {}, key }),
    stale: [["account"], ["session"]],
  });
  const again = () => remove.variables !== undefined && remove.mutate(remove.variables);
  const removing = (factor: Factor, label: string) => (
    <Button small busy={remove.isPending && remove.variables === factor} onClick={() => remove.mutate(factor)}>
      {label}
    </Button>
  );
  return (
    <>
      <Card title={i18n._("Second factors")}>
        {passkeys.length === 0 && app === undefined && (
          <EmptyState>
            {i18n._("None yet. Whoever decides about public money needs one; everybody may have one.")}
          </EmptyState>
        )}
        {remove.isError && <ProblemNote problem={refusal(remove.error)} />}
        <ul className="owned">
          {passkeys.map(({ credentialId, label, createdAt, usedAt }) => (
            <Owned
              key={credentialId}
              name={i18n._("Passkey: {label}", { label })}
              more={
                <>
                  {i18n._("Since")} <DateTime at={createdAt} show="date" />
                  {usedAt !== undefined && (
                    <>
                      {" "}
                      · {i18n._("last used")} <DateTime at={usedAt} />
                    </>
                  )}
                </>
              }
              act={removing({ credentialId }, i18n._("Remove"))}
            />
          ))}
          {app !== undefined && (
            <Owned
              name={i18n._("Authenticator app")}
              more={
                <>
                  {i18n._("Since")} <DateTime at={app.confirmedAt} show="date" />
                </>
              }
              act={removing("app", i18n._("Remove"))}
            />
          )}
        </ul>
      </Card>
      <StepUp problem={remove.error} onProved={again} />
      <AddFactor hasApp={app !== undefined} />
    </>
  );
}

function AddFactor({ hasApp }: { readonly hasApp: boolean }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [adds, add] = useState<"passkey" | "app">();
  const done = (session: Session) => {
    add(undefined);
    queries.setQueryData(sessionQuery.queryKey, session);
    void queries.invalidateQueries({ queryKey: accountQuery.queryKey });
  };
  if (adds !== undefined) {
    return (
      <Card title={adds === "passkey" ? i18n._("A new passkey") : i18n._("An authenticator app")}>
        {adds === "passkey" ? <NewPasskeyPart onSession={done} /> : <AppPart isNew onSession={done} />}
        <Button kind="quiet" small onClick={() => add(undefined)}>
          {i18n._("Cancel")}
        </Button>
      </Card>
    );
  }
  return (
    <div className="row">
      {knowsPasskeys() && <Button onClick={() => add("passkey")}>{i18n._("Add a passkey")}</Button>}
      {!hasApp && <Button onClick={() => add("app")}>{i18n._("Add an authenticator app")}</Button>}
    </div>
  );
}
