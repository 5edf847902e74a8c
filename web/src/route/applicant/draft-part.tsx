/** A draft as a list of sections in any order, with price, aid and what happens next beside it. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../component/button.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Icon } from "../../component/icon.tsx";
import { Page } from "../../component/page.tsx";
import { Saved } from "../../component/saved.tsx";
import { OneStrand } from "../../component/strands/one-strand.tsx";
import { type SectionState, type SectionTask, TaskList } from "../../component/task-list.tsx";
import { useParks } from "../../network.ts";
import { AmendmentsNote } from "../case/amendments.tsx";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { type CaseView, callQuery, checkQuery } from "../case/case-query.ts";
import { ContactCard } from "../case/contact-card.tsx";
import { useDocuments } from "../case/documents.tsx";
import { FundingCard } from "../case/funding-card.tsx";
import { HeadroomCard } from "../case/headroom-card.tsx";
import { usePartyStrands } from "../case/use-party-strands.ts";
import { useUp } from "../case/use-up.ts";
import { nextStep, type StepName, stepState, stepsOf } from "./section-list.ts";
import { useSectionHint } from "./use-section-hint.ts";
import { useStepWords } from "./use-step-words.ts";
import { Withdraw } from "./withdraw.tsx";
import "../case/case.css";
import "./applicant.css";

export function DraftPart({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const { caseId } = view;
  const up = useUp(caseId, { to: "/my", label: i18n._("My cases") });
  const check = useQuery(checkQuery(caseId)).data;
  const strands = usePartyStrands(view);
  const zone = useParks().find(({ id }) => id === view.leadPark)?.zone;
  const steps = stepsOf(useQuery(callQuery(view.callId)).data);
  const states = Object.fromEntries(steps.map((step) => [step, stepState(view, check, step)])) as States;
  const savedAt = Object.values(view.sections)
    .map((section) => section?.savedAt ?? "")
    .toSorted()
    .at(-1);
  return (
    <Page
      title={view.title || i18n._("Your application")}
      windowTitle={`${view.title || i18n._("Your application")} ${view.reference}`}
      up={up}
      eyebrow={<CaseEyebrow view={view} />}
      {...(savedAt === undefined ? {} : { lead: <Saved saving={false} at={savedAt} /> })}
    >
      <div className="two">
        <div>
          <div className="stack">
            <AmendmentsNote callId={view.callId} zone={zone} since={view.since ?? ""} />
            <Progress view={view} steps={steps} states={states} />
          </div>
          <Sections view={view} steps={steps} states={states} />
          <Onward view={view} steps={steps} states={states} />
        </div>
        <aside className="side">
          {check?.funding !== undefined && <FundingCard funding={check.funding} offer={view.offer} />}
          {check?.headrooms.map((headroom) => (
            <HeadroomCard key={`${headroom.basis} ${headroom.jurisdiction}`} headroom={headroom} />
          ))}
          {strands !== undefined && <OneStrand strands={strands} />}
          <ContactCard caseId={view.caseId} />
        </aside>
      </div>
    </Page>
  );
}

type States = Readonly<Record<StepName, SectionState>>;

interface PartProps {
  readonly view: CaseView;
  readonly steps: readonly StepName[];
  readonly states: States;
}

function Progress({ view, steps, states }: PartProps) {
  const { i18n } = useLingui();
  const call = useQuery(callQuery(view.callId)).data;
  const zone = useParks().find(({ id }) => id === view.leadPark)?.zone;
  const done = steps.filter((step) => states[step] === "completed").length;
  return (
    <div className="progress">
      <p className="m">{i18n._("{done} of {all} sections completed", { done, all: steps.length })}</p>
      <div className="prog" aria-hidden="true">
        {steps.map((step) => (
          <i key={step} className={states[step]} />
        ))}
      </div>
      {call !== undefined && (
        <p className="hint">
          {i18n._("Do them in any order. The call closes on")}{" "}
          <DateTime at={call.closes} {...(zone === undefined ? {} : { zone })} />.{" "}
          {call.mode === "rolling" && i18n._("Money is given as applications come, so earlier is better.")}
        </p>
      )}
      {view.keptUntil !== undefined && (
        <p className="hint">
          {i18n._("Not sent and not changed, this draft is erased after half a year, not before")}{" "}
          <DateTime at={view.keptUntil} {...(zone === undefined ? {} : { zone })} />.
        </p>
      )}
    </div>
  );
}

function Sections({ view, steps, states }: PartProps) {
  const { i18n } = useLingui();
  const words = useStepWords();
  const hint = useSectionHint(view);
  const documents = useDocumentsTask(view);
  const left =
    steps.filter((step) => states[step] !== "completed").length + (documents?.state === "in-progress" ? 1 : 0);
  const task = (step: StepName): SectionTask => {
    const text = hint(step);
    return {
      id: step,
      state: states[step],
      title: (
        <Link to={`/cases/$caseId/${step}`} params={{ caseId: view.caseId }}>
          {words[step]}
        </Link>
      ),
      ...(text === "" ? {} : { hint: text }),
    };
  };
  const title = i18n._("Check your answers and send");
  const send: SectionTask =
    left > 0
      ? {
          id: "check",
          state: "blocked",
          title,
          hint: i18n._(
            "{left, plural, one {Opens when the other section is completed} other {Opens when the other # sections are completed}}",
            { left },
          ),
        }
      : {
          id: "check",
          state: "not-started",
          title: (
            <Link to="/cases/$caseId/check" params={{ caseId: view.caseId }}>
              {title}
            </Link>
          ),
        };
  const service = steps.filter((step) => step === "project" || step === "questions" || step === "provider").map(task);
  return (
    <>
      <TaskList title={i18n._("The service")} tasks={service} />
      <TaskList title={i18n._("Your company")} tasks={[task("company")]} />
      <TaskList title={i18n._("Declarations")} tasks={[task("aid"), task("declarations")]} />
      {documents !== undefined && <TaskList title={i18n._("Documents")} tasks={[documents]} />}
      <TaskList title={i18n._("Send")} tasks={[send]} />
    </>
  );
}

/** Undefined where the call wants none. Wanted ones that are missing keep the application from being sent. */
function useDocumentsTask(view: CaseView): SectionTask | undefined {
  const { i18n } = useLingui();
  const documents = useDocuments(view);
  if (documents.length === 0) return undefined;
  const there = (slot: string) =>
    view.files.some((file) => file.use === "document" && file.slot === slot && file.status === "kept");
  const sent = documents.filter(({ documentId }) => there(documentId)).length;
  const wanting = documents.some(({ documentId, required }) => required && !there(documentId));
  return {
    id: "documents",
    state: wanting ? "in-progress" : sent > 0 ? "completed" : "not-started",
    title: (
      <Link to="/cases/$caseId/documents" params={{ caseId: view.caseId }}>
        {i18n._("Documents to bring along")}
      </Link>
    ),
    hint: wanting
      ? i18n._("{sent} of {all} sent", { sent, all: documents.length })
      : i18n._("{sent} of {all} sent, none is missing", { sent, all: documents.length }),
  };
}

function Onward({ view, steps, states }: PartProps) {
  const { i18n } = useLingui();
  const words = useStepWords();
  const next = nextStep(steps, states);
  return (
    <div className="row onward">
      <Link
        className={buttonClass("primary")}
        to={`/cases/$caseId/${next ?? "check"}`}
        params={{ caseId: view.caseId }}
      >
        {next === undefined ? i18n._("Check your answers") : i18n._("Continue: {section}", { section: words[next] })}{" "}
        <Icon name="arrow" />
      </Link>
      {next !== undefined && (
        <Link className={buttonClass("quiet")} to="/cases/$caseId/check" params={{ caseId: view.caseId }}>
          {i18n._("See what is checked")}
        </Link>
      )}
      <Withdraw view={view} />
    </div>
  );
}
