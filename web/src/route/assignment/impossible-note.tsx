/** There is no plan: what binds, and the smallest change that mends it. */
import { useLingui } from "@lingui/react";
import { Note } from "../../component/note.tsx";
import type { Impossible } from "./assignment-query.ts";
import { usePlanWords } from "./use-plan-words.ts";

interface Props {
  readonly found: Impossible;
  readonly name: (personId: string) => string;
  readonly reference: (caseId: string) => string;
}

export function ImpossibleNote({ found, name, reference }: Props) {
  const { i18n } = useLingui();
  const words = usePlanWords();
  return (
    <Note kind="bad">
      <p className="m">{words.binding(found)}</p>
      <p>{i18n._("The smallest change that mends it:")}</p>
      <ul>
        {found.changes.slice(0, 8).map((change) => {
          const [who, which] = [name(change.reviewer ?? ""), reference(change.case ?? "")];
          const text = words.change(change, who, which);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </Note>
  );
}
