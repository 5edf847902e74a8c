/** Where something asks for a fresh second factor: the proof, on the same page, after which it goes on its way. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import type { ApiProblem } from "../../problem.ts";
import { useSession } from "../../session.ts";
import { SecondFactorStep } from "./second-factor-step.tsx";

interface Props {
  /** The refusal of the act; nothing shows unless it asks for a fresh proof. */
  readonly problem: ApiProblem | null;
  /** Do the same act again. */
  readonly onProved: () => void;
}

export function StepUp({ problem, onProved }: Props) {
  const { i18n } = useLingui();
  const { me } = useSession();
  if (problem?.code !== "second-factor.stale" || me === null) return null;
  return (
    <Card title={i18n._("Your second factor once more")}>
      <SecondFactorStep me={me} onSession={onProved} />
    </Card>
  );
}
