/** What a dry run noticed: what bars the publication, what the answers ran into, and what the marks came to. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import { dryCaseId } from "../../dry-run-id.ts";
import { inLanguage } from "../../language/in-language.ts";
import { RequirementList } from "../applicant/requirement-list.tsx";
import { useStepWords } from "../applicant/use-step-words.ts";
import { callDeskQuery } from "../call/call-query.ts";
import { ReadinessList } from "../call/readiness-list.tsx";
import type { DryRunView } from "./answer.ts";

interface Props {
  readonly callId: string;
  readonly found: DryRunView;
}

export function NoticedCard({ callId, found }: Props) {
  const { i18n } = useLingui();
  const { check, score, reviews } = found;
  // Of what nobody has answered yet, the list of sections says enough.
  const untouched = Object.keys(found.view.sections).length === 0 && found.view.offer === undefined;
  const failing = check.requirements.filter(({ ok }) => !ok);
  return (
    <Card title={i18n._("What was noticed")}>
      <div className="stack">
        <Readiness callId={callId} />
        <h3>{i18n._("Of the answers")}</h3>
        <Missing found={found} />
        {untouched ? null : failing.length === 0 ? (
          <p>{i18n._("Every requirement is met by these answers.")}</p>
        ) : (
          <RequirementList requirements={failing} caseId={dryCaseId("applicant", callId)} />
        )}
        <h3>{i18n._("Of the review")}</h3>
        <p>
          {i18n._(
            "{reviews, plural, =0 {An application like this one has no review.} one {An application like this one has one review.} other {An application like this one has # reviews.}}",
            { reviews },
          )}
        </p>
        <p>
          {score === undefined
            ? i18n._("No mark was given yet.")
            : score.reached
              ? i18n._("The marks come to {percent} %: the threshold of {threshold} % is reached.", { ...score })
              : i18n._("The marks come to {percent} %: the threshold of {threshold} % is not reached.", { ...score })}
        </p>
      </div>
    </Card>
  );
}

function Readiness({ callId }: { readonly callId: string }) {
  const { i18n } = useLingui();
  const readiness = useQuery(callDeskQuery(callId)).data?.readiness;
  if (readiness === undefined) return null;
  const { problems, parksWithoutMoney, gaps } = readiness;
  const clear = problems.length + parksWithoutMoney.length + gaps.length === 0;
  return (
    <>
      <h3>{i18n._("Of the draft")}</h3>
      {clear ? (
        <p>{i18n._("Nothing stands between the draft and its publication.")}</p>
      ) : (
        <Note kind="warn">
          <p>{i18n._("Before it can be published:")}</p>
          <ReadinessList readiness={readiness} />
        </Note>
      )}
    </>
  );
}

/** Sections and documents that are not there, and what the draft takes no more of what was typed. */
function Missing({ found: { call, check, refused } }: { readonly found: DryRunView }) {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = useStepWords();
  const open = [...new Set(check.missing.map(({ section }) => section))].map((section) => words[section] ?? section);
  const papers = (call.documents ?? [])
    .filter(({ documentId }) => check.documents.includes(documentId))
    .map(({ title }) => inLanguage(title, i18n.locale));
  const left = [...new Set(refused.map(({ step }) => step))].flatMap((step) => words[places[step] ?? step] ?? []);
  return (
    <>
      {open.length > 0 && <p>{i18n._("Not completed: {sections}.", { sections: open.join("; ") })}</p>}
      {papers.length > 0 && <p>{i18n._("Documents that are missing: {names}.", { names: papers.join("; ") })}</p>}
      {left.length > 0 && (
        <p className="late">
          {i18n._("The draft does not take any more what was typed in: {sections}.", { sections: left.join("; ") })}
        </p>
      )}
    </>
  );
}

const places: Readonly<Record<string, string>> = { offer: "provider" };
