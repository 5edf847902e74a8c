/** What a form that came back would change: before and after, field by field. */
import { useLingui } from "@lingui/react";
import type { Rubric } from "@multihelix/core/review/rubric.ts";
import type { ApiResult } from "../../client.ts";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { useCriterionWords } from "../case/use-criterion-words.ts";

type Change = ApiResult<"post", "/api/cases/{caseId}/slots/{slot}/offline-form">["changes"][number];

interface Props {
  readonly changes: readonly Change[];
  readonly rubric: Rubric;
}

export function FormChanges({ changes, rubric }: Props) {
  const { i18n } = useLingui();
  const words = useCriterionWords();
  const fields: Record<Change["field"], string> = {
    score: i18n._("Mark"),
    toApplicant: i18n._("To the company"),
    toPark: i18n._("To the park"),
    confidence: i18n._("How sure are you?"),
  };
  const value = (text: string) =>
    ({ "": "–", "not-assessable": i18n._("Not assessable"), "out-of-scope": i18n._("Out of scope") })[text] ?? text;
  const nameOf = ({ criterion, field }: Change) => {
    const found = rubric.criteria.find(({ id }) => id === criterion);
    return found === undefined ? fields[field] : `${words(found).label}: ${fields[field]}`;
  };
  const columns: Column<Change>[] = [
    { id: "what", head: i18n._("What"), cell: nameOf },
    { id: "before", head: i18n._("Saved here"), cell: ({ before }) => <span className="told">{value(before)}</span> },
    { id: "after", head: i18n._("In the form"), cell: ({ after }) => <span className="told">{value(after)}</span> },
  ];
  return (
    <DataTable
      caption={i18n._("What the form would change")}
      columns={columns}
      rows={changes}
      rowKey={({ criterion, field }) => `${criterion} ${field}`}
    />
  );
}
