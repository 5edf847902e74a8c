/** Withdrawing an application before a voucher exists; says what will happen before it does. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { ConfirmDialog } from "../../component/confirm-dialog.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { dryRunOf } from "../../dry-run-id.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";

const open: readonly CaseView["status"][] = ["draft", "screening", "more-information", "in-review", "conditional"];

export function Withdraw({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const level = useLevel(view.applicant.organisationId);
  const [asked, setAsked] = useState(false);
  const { caseId } = view;
  const withdraw = useAct({
    send: (_: undefined, key) => api("post", "/api/cases/{caseId}/withdrawal", { params: { caseId }, body: {}, key }),
    onDone: () => setAsked(false),
  });
  if (!mayWrite(level) || !open.includes(view.status) || dryRunOf(caseId) !== undefined) return null;
  const draft = view.status === "draft";
  const act = draft ? i18n._("Withdraw this draft") : i18n._("Withdraw the application");
  return (
    <>
      <Button kind="quiet" onClick={() => setAsked(true)}>
        {act}
      </Button>
      <ConfirmDialog
        open={asked}
        title={draft ? i18n._("Withdraw this draft?") : i18n._("Withdraw the application?")}
        act={act}
        busy={withdraw.isPending}
        onAct={() => withdraw.mutate(undefined)}
        onClose={() => setAsked(false)}
      >
        <p>
          {draft
            ? i18n._("It can no longer be sent. You can start another application while the call is open.")
            : i18n._("Nobody looks at it any more, and this cannot be undone. The provider and the park are told.")}
        </p>
        {withdraw.error !== null && <ProblemNote problem={refusal(withdraw.error)} />}
      </ConfirmDialog>
    </>
  );
}
