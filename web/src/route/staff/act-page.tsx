/** The frame of a page on which staff answer one task: the case above, the evidence, then the answer or why it is closed. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button, buttonClass } from "../../component/button.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { type CaseView, caseQuery, type TaskKind, useCaseId } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useActWords, useOutcomeWords } from "./act-words.ts";
import { useDutyWords } from "./duty-words.ts";
import { askedOf } from "./holder.tsx";
import { type Wanted, wantedQuery } from "./staff-query.ts";
import "./staff.css";

interface Props {
  readonly kind: TaskKind;
  /** Park, review slot; `-` where there is only one. */
  readonly slot?: string;
  /** What the answer rests on; shown to whoever may see the case. */
  readonly evidence: (view: CaseView) => ReactNode;
  /** The form; shown only while the reader may answer. */
  readonly answer: (view: CaseView, wanted: Wanted) => ReactNode;
  /** What the button of the answer says, for who may not press it. */
  readonly act: string;
}

export function ActPage({ kind, slot = "-", evidence, answer, act }: Props) {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const query = useQuery(caseQuery(caseId));
  const { title } = useActWords()({ caseId, kind, slot });
  const view = query.data;
  return (
    <Page
      title={title}
      windowTitle={view === undefined ? title : `${title}: ${view.reference}`}
      width="decision"
      up={{ to: `/cases/${caseId}`, label: view?.title || i18n._("Case") }}
      {...(view === undefined
        ? {}
        : {
            eyebrow: <CaseEyebrow view={view} />,
            lead:
              view.provider === undefined
                ? view.applicant.name
                : i18n._("{company} with {provider}", { company: view.applicant.name, provider: view.provider.name }),
          })}
    >
      <Loaded query={query} lines={8}>
        {(shown) =>
          // Whoever only reads the case from outside would be refused each part of the evidence.
          shown.audience === "staff" || shown.audience === "auditor" ? (
            <div className="act-page">
              {evidence(shown)}
              <Answer view={shown} kind={kind} slot={slot} answer={answer} act={act} />
            </div>
          ) : (
            <Note>
              <p>{i18n._("This page is for the people of the parks that pay.")}</p>
              <OpenCase caseId={caseId} />
            </Note>
          )
        }
      </Loaded>
    </Page>
  );
}

type AnswerProps = Required<Pick<Props, "kind" | "slot" | "answer" | "act">> & { readonly view: CaseView };

function Answer({ view, kind, slot, answer, act }: AnswerProps) {
  const query = useQuery(wantedQuery(view.caseId));
  return (
    <Loaded query={query} lines={4}>
      {(found) => <Wish all={found.wanted} view={view} kind={kind} slot={slot} answer={answer} act={act} />}
    </Loaded>
  );
}

function Wish({ all, view, kind, slot, answer, act }: AnswerProps & { readonly all: readonly Wanted[] }) {
  const { i18n } = useLingui();
  const duty = useDutyWords();
  const wanted = all.find((one) => one.kind === kind && one.slot === slot);
  if (wanted === undefined) return <Closed view={view} kind={kind} slot={slot} />;
  if (!wanted.mine) {
    return (
      <Note>
        <p>{i18n._("This is for others to answer: {names}.", { names: askedOf(wanted).join(", ") })}</p>
      </Note>
    );
  }
  if (wanted.refusal !== undefined) {
    return (
      <div className="act">
        <Button notAllowed={duty(wanted.refusal, { kind, others: askedOf(wanted) })}>{act}</Button>
      </div>
    );
  }
  return answer(view, wanted);
}

/** The latest answer to this task, or that nobody is asked. */
function Closed({ view, kind, slot }: Pick<AnswerProps, "view" | "kind" | "slot">) {
  const { i18n } = useLingui();
  const format = useFormat();
  const outcomeWords = useOutcomeWords();
  const last = view.tasks
    .filter((task) => task.kind === kind && task.slot === slot && task.status !== "open")
    .sort((a, b) => (a.at ?? a.opened).localeCompare(b.at ?? b.opened))
    .at(-1);
  const name = last?.by === undefined ? undefined : view.names[last.by];
  return (
    <Note kind={last === undefined ? "info" : "ok"} live>
      <p>
        {last === undefined
          ? i18n._("Nobody is asked for this now.")
          : name === undefined || last.at === undefined
            ? i18n._("This is closed: {outcome}.", { outcome: outcomeWords(kind, last.outcome) })
            : i18n._("{outcome} by {name}, {when}.", {
                outcome: outcomeWords(kind, last.outcome),
                name,
                when: format.moment(last.at),
              })}
      </p>
      <div className="row">
        <OpenCase caseId={view.caseId} />
        <Link className={buttonClass("quiet", true)} to="/work">
          {i18n._("What else is wanted from you")}
        </Link>
      </div>
    </Note>
  );
}

function OpenCase({ caseId }: { readonly caseId: string }) {
  const { i18n } = useLingui();
  return (
    <Link className={buttonClass("default", true)} to="/cases/$caseId" params={{ caseId }}>
      {i18n._("Open the case")}
    </Link>
  );
}
