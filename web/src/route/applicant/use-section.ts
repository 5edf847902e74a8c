/** One section of an application while it is typed: a form that saves itself, merges, and outlives a reload. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { DefaultValues, FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";
import type * as z from "zod";
import { api } from "../../client.ts";
import { forget, keep, readKept } from "../../form/kept.ts";
import { type Answers, same } from "../../form/merge-answers.ts";
import { createSaver, type Saver, type SaverState, type Stored } from "../../form/saver.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { type CaseView, caseQuery, checkQuery } from "../case/case-query.ts";
import { readTyped, type SectionFields, schemaOf, typedOf } from "./section-field.ts";

export type SectionName = "project" | "company" | "aid" | "declarations" | "questions";

export interface SectionEdit<Typed extends FieldValues> {
  readonly form: UseFormReturn<Typed, unknown, Record<string, unknown>>;
  readonly state: SaverState;
  /** Names of fields that cannot be stored as they are typed now. */
  readonly unread: readonly string[];
  readonly choose: Saver["choose"];
  /** Saves at once and brings what other pages know up to date; false if something is not stored. */
  readonly finish: () => Promise<boolean>;
}

interface Kept<Typed> {
  readonly typed: Typed;
  readonly base: Stored;
}

export function useSection<Typed extends FieldValues>(
  view: CaseView,
  section: SectionName,
  fields: SectionFields<Typed>,
  schema: z.ZodType<Record<string, unknown>, Typed> = schemaOf(fields),
): SectionEdit<Typed> {
  const queries = useQueryClient();
  const { caseId } = view;
  const name = `section:${caseId}:${section}`;
  const [first] = useState(() => {
    const stored = storedOf(view, section);
    const kept = readKept(name) as Kept<Typed> | undefined;
    return kept === undefined
      ? { typed: typedOf(fields, stored.answers), base: stored, kept: false }
      : { typed: kept.typed, base: kept.base, kept: true };
  });
  // Labels change with the reader's language; how a field is read and stored stays.
  const latest = useRef(fields);
  useEffect(() => {
    latest.current = fields;
  });
  const form = usePageForm<Typed, Record<string, unknown>>(schema, first.typed as DefaultValues<Typed>);
  const [unread, setUnread] = useState(() => readTyped(fields, first.typed, first.base.answers).unread);
  const [saver] = useState(() =>
    createSaver({
      first: first.base,
      changed: "section.changed",
      send: (answers, version) =>
        api("put", "/api/cases/{caseId}/sections/{sectionId}", {
          params: { caseId, sectionId: section },
          body: { data: { ...answers } },
          ...(version === undefined ? {} : { version }),
        }),
      fetchLatest: async () => {
        const stored = storedOf(await queries.fetchQuery({ ...caseQuery(caseId), staleTime: 0 }), section);
        return { ...stored, version: stored.version ?? 0 };
      },
      onTaken: (answers) => takeInto(form, latest.current, answers),
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  useEffect(() => {
    const take = (typed: Typed) => {
      const read = readTyped(latest.current, typed, saver.base().answers);
      keep(name, { typed, base: saver.base() } satisfies Kept<Typed>);
      setUnread(read.unread);
      saver.change(read.answers);
    };
    if (first.kept) take(form.getValues());
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => take(values) });
  }, [form, saver, name, first]);

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === "hidden") void saver.flush();
    };
    document.addEventListener("visibilitychange", hidden);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      void saver.flush().then(() => queries.invalidateQueries({ queryKey: caseQuery(caseId).queryKey }));
    };
  }, [saver, queries, caseId]);

  useEffect(() => {
    if (state.savedAt === undefined || readKept(name) === undefined) return;
    const typed = form.getValues();
    const read = readTyped(latest.current, typed, saver.base().answers);
    // What is stored need not be kept here too; what is not must start from what both sides know now.
    if (read.unread.length === 0 && same(read.answers, saver.base().answers)) forget(name);
    else keep(name, { typed, base: saver.base() } satisfies Kept<Typed>);
  }, [state.savedAt, form, saver, name]);

  useEffect(() => {
    // What the requirements say of the saved answers may stand beside the form.
    if (state.savedAt !== undefined) void queries.invalidateQueries({ queryKey: checkQuery(caseId).queryKey });
  }, [state.savedAt, queries, caseId]);

  return {
    form,
    state,
    unread,
    choose: saver.choose,
    finish: async () => {
      const stored = await saver.flush();
      if (stored) await queries.invalidateQueries({ queryKey: caseQuery(caseId).queryKey });
      return stored;
    },
  };
}

function storedOf(view: CaseView, section: SectionName): Stored {
  const stored = view.sections[section];
  if (stored === undefined) return { answers: {}, version: undefined };
  const by = view.names[stored.savedBy];
  return { answers: stored.data, version: stored.version, at: stored.savedAt, ...(by === undefined ? {} : { by }) };
}

function takeInto<Typed extends FieldValues>(
  form: UseFormReturn<Typed, unknown, Record<string, unknown>>,
  fields: SectionFields<Typed>,
  answers: Answers,
): void {
  for (const [name, stored] of Object.entries(answers)) {
    const field = fields[name as keyof Typed];
    form.setValue(name as Path<Typed>, field.typed(stored) as PathValue<Typed, Path<Typed>>);
  }
}
