/** Proposal and form side by side: marks, reasons, keys; saved while it is written; checked, then sent. */
import { useLingui } from "@lingui/react";
import { useRef, useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Saved } from "../../component/saved.tsx";
import { dryRunOf } from "../../dry-run-id.ts";
import { useAct } from "../../use-act.ts";
import { type Call, type CaseView, myTask } from "../case/case-query.ts";
import { Due } from "../case/due.tsx";
import { useRefusal } from "../case/use-refusal.ts";
import { ReviewText } from "./filed-review.tsx";
import { KeysHelp, KeysLine } from "./keys-help.tsx";
import { OfflineForm } from "./offline-form.tsx";
import { Proposal, partId, proposalParts } from "./proposal.tsx";
import { noMark, scale, storedMarks } from "./review-marks.ts";
import { markId } from "./score-field.tsx";
import { ScoringForm } from "./scoring-form.tsx";
import { useReview } from "./use-review.ts";
import { useKeysOn, useReviewKeys } from "./use-review-keys.ts";

interface Props {
  readonly view: CaseView;
  readonly call: Call;
  readonly slot: string;
}

export function ReviewDesk({ view, call, slot }: Props) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const edit = useReview(view, slot);
  const [present, setPresent] = useState(0);
  const [part, setPart] = useState(0);
  const [help, setHelp] = useState(false);
  const [checking, setChecking] = useState(false);
  const [keysOn, switchKeys] = useKeysOn();
  const proposal = useRef<HTMLElement>(null);
  const { criteria } = call.rubric;
  const criterion = criteria[present];
  const { caseId } = view;

  const file = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/slots/{slot}/review", {
        params: { caseId, slot },
        body: { marks: storedMarks(edit.draft), confidence: edit.draft.confidence },
        key,
      }),
    onDone: edit.done,
  });

  useReviewKeys(
    {
      move: (by) => goTo(Math.min(criteria.length - 1, Math.max(0, present + by))),
      mark: (digit) => {
        if (criterion !== undefined && scale(criterion).includes(digit)) edit.mark(criterion.id, { score: digit });
      },
      leaveOut: (score) => criterion !== undefined && edit.mark(criterion.id, { score }),
      write: () => criterion !== undefined && document.getElementById(markId(criterion.id, "toApplicant"))?.focus(),
      turn: (by) => turnTo(part + by),
      help: () => setHelp(true),
    },
    keysOn && !checking,
  );

  function goTo(index: number) {
    const next = criteria[index];
    if (next === undefined) return;
    setPresent(index);
    const field = document.getElementById(markId(next.id, "score"));
    field?.focus();
    field?.closest("fieldset")?.scrollIntoView({ block: "nearest" });
  }

  function turnTo(index: number) {
    // A proposal without documents or without an offer has fewer parts.
    const headings = proposalParts.flatMap((name) => document.getElementById(partId(name)) ?? []);
    const next = Math.min(headings.length - 1, Math.max(0, index));
    setPart(next);
    headings[next]?.scrollIntoView({ block: "start" });
  }

  const task = myTask(view, "review");
  return (
    <>
      <div className="row between desk-line">
        {keysOn ? <KeysLine onHelp={() => setHelp(true)} /> : <KeysOff onHelp={() => setHelp(true)} />}
        <span className="row">
          {task !== undefined && <Due due={task.due} overdue={task.overdue} />}
          <Saved saving={edit.state.saving} {...(edit.state.savedAt === undefined ? {} : { at: edit.state.savedAt })} />
        </span>
      </div>
      {dryRunOf(caseId) === undefined && <OfflineForm view={view} slot={slot} rubric={call.rubric} edit={edit} />}
      <div className="sp">
        <Proposal view={view} call={call} box={proposal} />
        {checking ? (
          <section className="card stack" aria-labelledby="review-check">
            <h2 id="review-check" tabIndex={-1}>
              {i18n._("Check your review")}
            </h2>
            <ReviewText rubric={call.rubric} draft={edit.draft} />
            {file.error !== null && <ProblemNote problem={refusal(file.error)} kept="typed" />}
            <p className="small muted">{i18n._("Once sent it is final. Nobody has seen it before.")}</p>
            <div className="row">
              <Button kind="primary" busy={file.isPending} onClick={() => file.mutate(undefined)}>
                {i18n._("Send the review")}
              </Button>
              <Button kind="quiet" onClick={() => setChecking(false)}>
                {i18n._("Go back and change")}
              </Button>
            </div>
          </section>
        ) : (
          <ScoringForm
            rubric={call.rubric}
            edit={edit}
            present={present}
            onPresent={setPresent}
            onChecked={() => setChecking(true)}
            markOf={(id) => edit.draft.marks[id] ?? noMark}
          />
        )}
      </div>
      <KeysHelp open={help} on={keysOn} onSwitch={switchKeys} onClose={() => setHelp(false)} />
    </>
  );
}

function KeysOff({ onHelp }: { readonly onHelp: () => void }) {
  const { i18n } = useLingui();
  return (
    <Button small kind="quiet" onClick={onHelp}>
      {i18n._("Keys are off")}
    </Button>
  );
}
