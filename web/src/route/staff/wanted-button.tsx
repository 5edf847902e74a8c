/** The one thing that a case wants from the reader: a button that leads there, or the reason why it is another's. */
import { Link } from "@tanstack/react-router";
import { Button, buttonClass } from "../../component/button.tsx";
import type { CaseView } from "../case/case-query.ts";
import { useActWords } from "./act-words.ts";
import { useDutyWords } from "./duty-words.ts";
import type { Wanted } from "./staff-query.ts";

interface Props {
  readonly view: Pick<CaseView, "caseId" | "callId">;
  readonly wanted: readonly Wanted[] | undefined;
}

export function WantedButton({ view, wanted = [] }: Props) {
  const act = useActWords();
  const duty = useDutyWords();
  const mine = wanted.filter((one) => one.mine);
  const free = mine.filter(({ refusal }) => refusal === undefined);
  const first = free[0];
  if (first !== undefined) {
    return free.map((one, index) => {
      const { title, to } = act({ ...one, caseId: view.caseId, callId: view.callId });
      return to === undefined ? null : (
        <Link key={one.path} className={buttonClass(index === 0 ? "primary" : "default")} to={to}>
          {title}
        </Link>
      );
    });
  }
  const barred = mine[0];
  if (barred?.refusal === undefined) return null;
  return (
    <Button notAllowed={duty(barred.refusal, { kind: barred.kind })}>
      {act({ ...barred, caseId: view.caseId }).title}
    </Button>
  );
}
