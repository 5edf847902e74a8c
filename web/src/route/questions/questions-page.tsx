/** The form builder: a call's own questions, added, ordered and edited in its languages, with the form as applicants see it. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { forget, keep, readKept } from "../../form/kept.ts";
import { inLanguage } from "../../language/in-language.ts";
import { useAct } from "../../use-act.ts";
import { type DraftQuestion, draftsOf, emptyQuestion, moved, setOf } from "./draft-question.ts";
import { Preview } from "./preview.tsx";
import { QuestionEditor } from "./question-editor.tsx";
import "../case/case.css";
import "./questions.css";

export type CallQuestions = ApiResult<"get", "/api/calls/{callId}/questions">;

const questionsQuery = (callId: string) =>
  queryOptions({
    queryKey: ["calls", callId, "questions"],
    queryFn: ({ signal }) => api("get", "/api/calls/{callId}/questions", { params: { callId }, signal }),
    // What is being built must not be replaced under the hands of who builds it.
    staleTime: Number.POSITIVE_INFINITY,
  });

export function RoutePage() {
  const { i18n } = useLingui();
  const { callId = "" }: { callId?: string } = useParams({ strict: false });
  const query = useQuery(questionsQuery(callId));
  const code = query.data?.code ?? "";
  return (
    <Page
      title={i18n._("Questions of the call")}
      windowTitle={i18n._("Questions of the call {code}", { code })}
      up={{
        to: `/calls/${callId}/desk`,
        label: query.data === undefined ? i18n._("Call") : inLanguage(query.data.title, i18n.locale),
      }}
      eyebrow={<span className="mono">{code}</span>}
    >
      <Loaded query={query} lines={8}>
        {(call) =>
          call.state === "draft" ? (
            <Builder call={call} />
          ) : (
            <>
              <Note>{i18n._("The call is published: its questions stand as they are.")}</Note>
              <Preview questions={draftsOf(call.questions)} call={call} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Builder({ call }: { readonly call: CallQuestions }) {
  const { i18n } = useLingui();
  const { callId, version } = call;
  const keptAs = `questions:${callId}:${version}`;
  const [questions, setQuestions] = useState<readonly DraftQuestion[]>(
    () => (readKept(keptAs) as readonly DraftQuestion[] | undefined) ?? draftsOf(call.questions),
  );
  const save = useAct({
    send: (built: readonly DraftQuestion[], key) =>
      api("post", "/api/calls/{callId}/questions", {
        params: { callId },
        body: { version, questions: setOf(built) },
        key,
      }),
    onDone: () => forget(keptAs),
    stale: [questionsQuery(callId).queryKey],
  });
  const change = (next: readonly DraftQuestion[]) => {
    keep(keptAs, next);
    setQuestions(next);
    save.reset();
  };
  const ids = questions.map(({ id }) => id);
  return (
    <div className="two builder">
      <div className="stack">
        {questions.length === 0 && (
          <p>{i18n._("The call asks only what every call asks. Add a question to ask more.")}</p>
        )}
        <ol className="built">
          {questions.map((question, index) => (
            <li key={question.id}>
              <QuestionEditor
                question={question}
                place={index}
                last={questions.length - 1}
                earlier={questions.slice(0, index)}
                languages={call.languages}
                onChange={(next) => change(questions.map((one) => (one.id === next.id ? next : one)))}
                onMove={(by) => change(moved(questions, index, by))}
                onRemove={() => change(questions.filter(({ id }) => id !== question.id))}
              />
            </li>
          ))}
        </ol>
        <div className="row">
          <Button onClick={() => change([...questions, emptyQuestion(ids)])}>{i18n._("Add a question")}</Button>
          <Button kind="primary" busy={save.isPending} onClick={() => save.mutate(questions)}>
            {i18n._("Save the questions")}
          </Button>
        </div>
        {save.error !== null && <Refused error={save.error} />}
        {save.isSuccess && (
          <Note kind="ok" live>
            {i18n._(
              "{count, plural, =0 {No question is asked now} one {# question is saved} other {# questions are saved}}",
              {
                count: save.data.questions,
              },
            )}
          </Note>
        )}
      </div>
      <aside className="side">
        <Preview questions={questions} call={call} />
      </aside>
    </div>
  );
}

/** What is wrong, with the place of each: the API says it question by question. */
function Refused({ error }: { readonly error: NonNullable<ReturnType<typeof useAct>["error"]> }) {
  return (
    <>
      <ProblemNote problem={error} kept="typed" />
      {error.errors.length > 0 && (
        <ul>
          {error.errors.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>
              <span className="mono">{pointer.split("/").at(-1)}</span> {detail}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
