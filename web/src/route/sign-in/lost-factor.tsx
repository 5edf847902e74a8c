/** The way out for staff whose second factor is lost: two colleagues vouch for them. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { ConfirmDialog } from "../../component/confirm-dialog.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { useAct } from "../../use-act.ts";

export function LostFactor() {
  const { i18n } = useLingui();
  const [asks, ask] = useState(false);
  const reset = useAct({
    send: (_: undefined, key) => api("post", "/api/my/factor-reset", { params: {}, body: {}, key }),
    onDone: () => ask(false),
    stale: [["account"]],
  });
  if (reset.data !== undefined) {
    return (
      <Note kind="ok" live>
        <p>
          {i18n._(
            "Ask two colleagues of your park, or the network’s secretary and one colleague, to vouch for you on their account page. Then sign in again and set up a new second factor. Until:",
          )}{" "}
          <DateTime at={reset.data.validUntil} />
        </p>
      </Note>
    );
  }
  return (
    <div>
      <Button kind="quiet" small onClick={() => ask(true)}>
        {i18n._("I lost my second factor")}
      </Button>
      <ConfirmDialog
        open={asks}
        title={i18n._("Reset your second factor")}
        act={i18n._("Ask for the reset")}
        busy={reset.isPending}
        onAct={() => reset.mutate(undefined)}
        onClose={() => ask(false)}
      >
        <p>
          {i18n._(
            "When two colleagues vouch for you within 48 hours, your passkeys and your authenticator app are removed and all your sessions end. You get a letter about it.",
          )}
        </p>
        {reset.isError && <ProblemNote problem={reset.error} />}
      </ConfirmDialog>
    </div>
  );
}
