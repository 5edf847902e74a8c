/** Publishing a draft: everything that is in the way, named, and the act of the second manager. */
import { useLingui } from "@lingui/react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useAct } from "../../use-act.ts";
import type { CallDesk } from "./call-query.ts";
import { ReadinessList } from "./readiness-list.tsx";
import { SufficeLine } from "./suffice-line.tsx";
import { useCallRefusal } from "./use-call-refusal.ts";

export function PublishCard({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const act = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/calls/{callId}/publication", { params: { callId: desk.call.callId }, body: {}, key }),
  });
  const { readiness } = desk;
  if (readiness === undefined) return null;
  const { problems, parksWithoutMoney, gaps } = readiness;
  const clear = problems.length + parksWithoutMoney.length + gaps.length === 0;
  const own = desk.refusal?.code === "duties.same-person";
  return (
    <Card title={i18n._("Publish")}>
      <div className="stack">
        {act.error !== null && <ProblemNote problem={refusal(act.error) ?? act.error} />}
        {clear ? (
          <p className="muted">
            {i18n._(
              "Nothing is missing. Once published, the text is public, and what the parks keep for redress is set aside.",
            )}
          </p>
        ) : (
          <Note kind="warn">
            <p>{i18n._("Before it can be published:")}</p>
            <ReadinessList readiness={readiness} />
          </Note>
        )}
        <SufficeLine desk={desk} />
        {desk.mine && (
          <div className="row">
            {own ? (
              <Button notAllowed={i18n._("You drafted it, so another manager of the park publishes it.")}>
                {i18n._("Publish the call")}
              </Button>
            ) : (
              <Button kind="primary" busy={act.isPending} onClick={() => act.mutate(undefined)}>
                {i18n._("Publish the call")}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
