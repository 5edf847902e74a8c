/** Colleagues who lost their second factor: vouch for whom one has recognised, and for nobody else. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useAct } from "../../use-act.ts";
import { StepUp } from "../sign-in/step-up.tsx";
import { type Reset, resetsQuery } from "./account-query.ts";
import { Owned } from "./owned.tsx";
import { useFactorRefusal } from "./use-factor-refusal.ts";

export function ResetsCard() {
  const { i18n } = useLingui();
  const refusal = useFactorRefusal();
  const query = useQuery(resetsQuery);
  const vouch = useAct({
    send: ({ personId }: Reset, key) =>
      api("post", "/api/factor-resets/{personId}/vouch", { params: { personId }, body: {}, key }),
    stale: [["account"]],
  });
  const resets = query.data?.resets ?? [];
  if (resets.length === 0 && vouch.data === undefined) return null;
  return (
    <>
      <Card title={i18n._("Colleagues who lost their second factor")}>
        {vouch.data?.done === true && (
          <Note kind="ok" live>
            <p>{i18n._("Done. Your colleague can sign in and set up a new second factor.")}</p>
          </Note>
        )}
        {vouch.isError && <ProblemNote problem={refusal(vouch.error)} />}
        <p>
          {i18n._(
            "Vouch only for somebody whose voice or face you recognised: with the second voice, whoever reads their mail can set up a new second factor.",
          )}
        </p>
        <ul className="owned">
          {resets.map((reset) => (
            <Owned
              key={reset.personId}
              name={`${reset.name} · ${reset.email}`}
              more={
                <>
                  {i18n._("Asked")} <DateTime at={reset.askedAt} /> ·{" "}
                  {reset.vouched ? i18n._("one colleague vouched") : i18n._("nobody vouched yet")}
                </>
              }
              act={
                <Button
                  small
                  busy={vouch.isPending && vouch.variables === reset}
                  notAllowed={reset.byMe ? i18n._("You vouched; a second colleague is needed.") : undefined}
                  onClick={() => vouch.mutate(reset)}
                >
                  {i18n._("Vouch for {name}", { name: reset.name })}
                </Button>
              }
            />
          ))}
        </ul>
      </Card>
      <StepUp problem={vouch.error} onProved={() => vouch.variables !== undefined && vouch.mutate(vouch.variables)} />
    </>
  );
}
