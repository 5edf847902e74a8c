/** Changing a draft of a call step by step, by its managers. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import type { CallDesk } from "./call-query.ts";
import { StepForms } from "./step-forms.tsx";

export function DraftCard({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  return (
    <Card title={i18n._("Change the draft")}>
      <div className="stack">
        <Note>
          <p>{i18n._("Who saves a change does not publish this call: another manager of the park does.")}</p>
        </Note>
        <StepForms desk={desk}>
          <Link className={buttonClass()} to="/calls/$callId/questions" params={{ callId: desk.call.callId }}>
            {i18n._("Questions of the call")}
          </Link>
          <Link className={buttonClass()} to="/calls/$callId/dry-run" params={{ callId: desk.call.callId }}>
            {i18n._("Dry run: walk it as applicant and reviewer")}
          </Link>
        </StepForms>
      </div>
    </Card>
  );
}
