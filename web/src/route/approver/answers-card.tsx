/** How far approvals given together have come, and what became of each. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { useFormat } from "../case/use-format.ts";
import { keyOfLine, sumOf } from "../staff/alike-query.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { ApprovalRow } from "./approval-row.tsx";
import type { Answer, Approvals } from "./use-approvals.ts";

const states: Readonly<Record<Answer["state"], TagState>> = {
  waits: "idle",
  sending: "now",
  approved: "ok",
  refused: "warn",
};

export function AnswersCard({ approvals: { answers, busy, again } }: { readonly approvals: Approvals }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const words: Readonly<Record<Answer["state"], string>> = {
    waits: i18n._("Waits"),
    sending: i18n._("Being sent"),
    approved: i18n._("Approved"),
    refused: i18n._("Not approved"),
  };
  const all = answers.length;
  const approved = answers.filter(({ state }) => state === "approved");
  const done = answers.filter(({ state }) => state === "approved" || state === "refused").length;
  const sum = format.money(sumOf(answers.map(({ line }) => line)));
  return (
    <Card title={i18n._("What you approved together")} aside={i18n._("{done} of {all}", { done, all })}>
      {busy ? (
        <p role="status">
          <progress value={done} max={all} aria-label={i18n._("Answered so far")} />{" "}
          {i18n._("Stay on this page until each is answered.")}
        </p>
      ) : (
        <Note kind={approved.length === all ? "ok" : "warn"} live>
          <p>
            {approved.length === all
              ? i18n._("{count, plural, one {# case is} other {All # cases are}} approved, {sum} together.", {
                  count: all,
                  sum,
                })
              : i18n._("{approved} of {all} cases are approved. The others are as they were; each says why.", {
                  approved: approved.length,
                  all,
                })}
          </p>
          {again !== undefined && (
            <Button small onClick={again}>
              {i18n._("Try those again that had no answer")}
            </Button>
          )}
        </Note>
      )}
      <ul className="approval-list">
        {answers.map(({ line, state, problem }) => (
          <li key={keyOfLine(line)}>
            <ApprovalRow line={line}>
              <span className="num">{format.money(line.amount)}</span>
              <Tag state={states[state]}>{words[state]}</Tag>
              <Link
                to="/cases/$caseId/approvals/$parkId"
                params={{ caseId: line.caseId, parkId: line.parkId }}
                aria-label={i18n._("Evidence of {reference}", { reference: line.reference })}
              >
                {i18n._("Evidence")}
              </Link>
            </ApprovalRow>
            {problem !== undefined && <ProblemNote problem={refusal(problem)} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
