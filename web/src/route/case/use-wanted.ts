/** What is wanted from the reader of a case now, in a few words, and until when. */
import { useLingui } from "@lingui/react";
import type { CaseView, TaskKind } from "./case-query.ts";

export interface Wanted {
  readonly words: string;
  readonly due: string | undefined;
}

/** What each task of a party or reviewer asks for; tasks of parks have their words on the parks' own pages. */
export function useTaskWords(): Readonly<Partial<Record<TaskKind, string>>> {
  const { i18n } = useLingui();
  return {
    "renew-offer": i18n._("Say whether your offer still stands"),
    "answer-question": i18n._("Answer the park's question"),
    "give-statement": i18n._("State the assistance your company has had"),
    accept: i18n._("Accept the terms of the voucher"),
    "confirm-change": i18n._("Agree to another description of the service, or refuse it"),
    use: i18n._("Report the service and send the invoice"),
    "confirm-service": i18n._("Say whether you received the service"),
    "answer-query": i18n._("Answer the question about the claim"),
    "file-slip": i18n._("File the slip of withheld tax"),
    "answer-kpi": i18n._("Say what came of the voucher, if you like"),
    declare: i18n._("Say whether you know anyone there"),
    review: i18n._("Review it"),
  };
}

export function useWanted(view: Pick<CaseView, "tasks">): Wanted {
  const { i18n } = useLingui();
  const words = useTaskWords();
  const [task] = view.tasks.filter(({ mine }) => mine).toSorted((a, b) => (a.due < b.due ? -1 : 1));
  return { words: (task && words[task.kind]) ?? i18n._("Nothing now"), due: task?.due };
}
