/** The frame of a section: what is saved, what two people wrote at once, and the way on. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import type * as z from "zod";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Saved } from "../../component/saved.tsx";
import { isApiProblem } from "../../problem.ts";
import { CaseEyebrow } from "../case/case-eyebrow.tsx";
import { type Call, type CaseView, callQuery, caseQuery, useCaseId } from "../case/case-query.ts";
import { ClashNote } from "../case/clash-note.tsx";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";
import type { SectionFields } from "./section-field.ts";
import { type SectionEdit, type SectionName, useSection } from "./use-section.ts";
import "../case/case.css";
import "./applicant.css";

export interface SectionParts {
  readonly view: CaseView;
  readonly call: Call;
}

/** The page of a section: its case and call first, for a draft that the reader may write. */
export function SectionPage({
  title,
  lead,
  aside,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  /** Beside the form: what follows from what is saved. */
  readonly aside?: (parts: SectionParts) => ReactNode;
  readonly children: (parts: SectionParts) => ReactNode;
}) {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  // A form must begin with what is stored now, not with what this window saw earlier.
  const query = useQuery({ ...caseQuery(caseId), refetchOnMount: "always" });
  const view = query.isFetchedAfterMount ? query.data : undefined;
  const call = useQuery({ ...callQuery(view?.callId ?? ""), enabled: view !== undefined });
  const level = useLevel(view?.applicant.organisationId);
  return (
    <Page
      title={title}
      width={aside === undefined ? "decision" : "read"}
      {...(view === undefined
        ? {}
        : {
            windowTitle: `${title}, ${view.reference}`,
            up: { to: `/cases/${caseId}`, label: view.title || i18n._("Your application") },
            eyebrow: <CaseEyebrow view={view} />,
          })}
      {...(lead === undefined ? {} : { lead })}
    >
      <Loaded query={{ ...query, data: view } as typeof query} lines={8}>
        {(loaded) => {
          if (loaded.status !== "draft")
            return <Note>{i18n._("This application was sent; it cannot be changed.")}</Note>;
          if (!mayWrite(level)) return <Note>{i18n._("An owner or editor of your company fills this in.")}</Note>;
          return (
            <Loaded query={call} lines={8}>
              {(known) => {
                const parts = { view: loaded, call: known };
                if (aside === undefined) return children(parts);
                return (
                  <div className="two">
                    <div>{children(parts)}</div>
                    <aside className="side">{aside(parts)}</aside>
                  </div>
                );
              }}
            </Loaded>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface FormProps<Typed extends FieldValues> {
  readonly view: CaseView;
  readonly section: SectionName;
  readonly fields: SectionFields<Typed>;
  /** How the whole section is validated, where its fields hang on each other. */
  readonly schema?: z.ZodType<Record<string, unknown>, Typed>;
  readonly children: ReactNode;
}

export function SectionForm<Typed extends FieldValues>({ view, section, fields, schema, children }: FormProps<Typed>) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const refusal = useRefusal();
  const edit = useSection(view, section, fields, schema);
  const [finishing, setFinishing] = useState(false);
  const { problem } = edit.state;
  const finish = async () => {
    setFinishing(true);
    const stored = await edit.finish();
    setFinishing(false);
    if (stored) await navigate({ to: "/cases/$caseId", params: { caseId: view.caseId } });
  };
  return (
    <>
      <SavedLine edit={edit} fields={fields} />
      <ClashNote
        state={edit.state}
        label={(name) => fields[name as keyof Typed].label}
        shown={(name, stored) => fields[name as keyof Typed].shown(stored)}
        choose={edit.choose}
      />
      {problem !== undefined && (
        <ProblemNote problem={isApiProblem(problem) ? refusal(problem) : problem} kept="typed" />
      )}
      <Form form={edit.form} onSend={() => void finish()}>
        {children}
        <div>
          <Button type="submit" kind="primary" busy={finishing}>
            {i18n._("Save and continue")}
          </Button>
        </div>
      </Form>
    </>
  );
}

function SavedLine<Typed extends FieldValues>({
  edit: { state, unread },
  fields,
}: {
  readonly edit: SectionEdit<Typed>;
  readonly fields: SectionFields<Typed>;
}) {
  const { i18n } = useLingui();
  const names = unread.map((name) => fields[name as keyof Typed].label).join(", ");
  return (
    <p className="saved-line">
      <Saved saving={state.saving} {...(state.savedAt === undefined ? {} : { at: state.savedAt })} />
      {names !== "" && (
        <span className="small muted">{i18n._("Not saved yet, as it cannot be read: {names}", { names })}</span>
      )}
    </p>
  );
}
