/** What stands between a draft and its publication, line by line. */
import { useLingui } from "@lingui/react";
import { useParks } from "../../network.ts";
import type { CallDesk } from "./call-query.ts";
import { useStepWords } from "./use-step-words.ts";

export function ReadinessList({ readiness }: { readonly readiness: NonNullable<CallDesk["readiness"]> }) {
  const { i18n } = useLingui();
  const parks = useParks();
  const step = useStepWords();
  const { problems, parksWithoutMoney, gaps } = readiness;
  return (
    <ul>
      {problems.map(({ path, message }) => (
        <li key={`${path} ${message}`}>{message}</li>
      ))}
      {parksWithoutMoney.map((parkId) => (
        <li key={parkId}>
          {i18n._("{park} has given it no money.", {
            park: parks.find(({ id }) => id === parkId)?.name ?? parkId,
          })}
        </li>
      ))}
      {gaps.map((gap) => (
        <li key={`${gap.step} ${gap.role}`}>
          {i18n._("{step}: {found} of {needed} people who may do it under the separation of duties.", {
            step: step(gap.step),
            found: gap.found,
            needed: gap.needed,
          })}
        </li>
      ))}
    </ul>
  );
}
