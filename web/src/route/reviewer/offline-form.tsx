/** Reviewing without a connection: fetch the form, give it back, see what would change, then take it or leave it. */
import { useLingui } from "@lingui/react";
import type { Rubric } from "@multihelix/core/review/rubric.ts";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import * as z from "zod";
import { addressOf, api } from "../../client.ts";
import { Button, buttonClass } from "../../component/button.tsx";
import { Note } from "../../component/note.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { languageOf } from "../../language/language.ts";
import { ApiProblem } from "../../problem.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { FormChanges } from "./form-changes.tsx";
import type { ReviewEdit } from "./use-review.ts";

interface Props {
  readonly view: CaseView;
  readonly slot: string;
  readonly rubric: Rubric;
  readonly edit: ReviewEdit;
}

const score = z.union([z.number(), z.literal("not-assessable"), z.literal("out-of-scope")]);
const returned = z.object({
  form: z.string().min(1).max(2000),
  marks: z
    .array(z.object({ criterion: z.string(), score: score.optional(), toApplicant: z.string(), toPark: z.string() }))
    .max(12),
  confidence: z.number(),
});
type Returned = z.infer<typeof returned>;

export function OfflineForm({ view, slot, rubric, edit }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const id = useId();
  const [form, setForm] = useState<Returned>();
  const { caseId } = view;
  const path = "/api/cases/{caseId}/slots/{slot}/offline-form";
  const compare = useMutation({
    mutationFn: async (file: File) => {
      const read = readForm(await file.text());
      if (read === undefined)
        throw new ApiProblem(
          422,
          "review-form.unreadable",
          i18n._("This file is no saved form. Choose the file that the form saved."),
        );
      // What is typed in this window is what the form is compared with.
      await edit.flush();
      const found = await api("post", path, { params: { caseId, slot }, body: read });
      setForm(read);
      return found;
    },
  });
  const found = compare.data;
  const close = () => {
    compare.reset();
    setForm(undefined);
  };
  return (
    <details className="more offline">
      <summary>{i18n._("Review without a connection")}</summary>
      <div className="stack">
        <p className="small">
          {i18n._(
            "The form is one file with the proposal and the questions. It opens in any browser, also on a train. What you saved in it comes back here, and you see what would change before it does.",
          )}
        </p>
        <div className="row">
          <a
            className={buttonClass("default", true)}
            href={addressOf(path, { caseId, slot }, { language: languageOf(i18n.locale) })}
            download
          >
            {i18n._("Fetch the form")}
          </a>
        </div>
        <div className="field">
          <label htmlFor={id}>{i18n._("Give the saved form back")}</label>
          <input
            id={id}
            type="file"
            className="input"
            accept=".json,application/json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) compare.mutate(file, { onSettled: () => (target.value = "") });
            }}
          />
        </div>
        {compare.error !== null && <ProblemNote problem={compare.error} />}
        {found !== undefined && form !== undefined && (
          <section className="stack" aria-live="polite">
            {found.changes.length === 0 ? (
              <Note>{i18n._("The form holds nothing that is not saved here already.")}</Note>
            ) : (
              <>
                <p>
                  {found.savedAt === undefined
                    ? i18n._("Nothing is saved here yet. This would be new:")
                    : i18n._("Compared with what was saved on {moment}, this would change:", {
                        moment: format.moment(found.savedAt),
                      })}
                </p>
                <FormChanges changes={found.changes} rubric={rubric} />
              </>
            )}
            <div className="row">
              {found.changes.length > 0 && (
                <Button
                  kind="primary"
                  onClick={() => {
                    takeOver(form, edit);
                    close();
                  }}
                >
                  {i18n._("Take these answers")}
                </Button>
              )}
              <Button kind="quiet" onClick={close}>
                {i18n._("Leave everything as it is")}
              </Button>
            </div>
          </section>
        )}
      </div>
    </details>
  );
}

function readForm(text: string): Returned | undefined {
  try {
    return returned.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON at all is not a form either.
    return undefined;
  }
}

/** What the form leaves empty stays as it is here. */
function takeOver({ marks, confidence }: Returned, edit: ReviewEdit): void {
  for (const { criterion, score: given, toApplicant, toPark } of marks)
    edit.mark(criterion, {
      ...(given === undefined ? {} : { score: given }),
      ...(toApplicant === "" ? {} : { toApplicant }),
      ...(toPark === "" ? {} : { toPark }),
    });
  edit.confide(confidence);
}
