/** Why a reviewer has a case, or why not: the answer in one sentence, what the pair costs, what stood in the way, what would move. */
import { useLingui } from "@lingui/react";
import { Tag } from "../../component/tag.tsx";
import type { Explanation } from "./assignment-query.ts";
import { usePlanWords } from "./use-plan-words.ts";

interface Props {
  readonly found: Explanation;
  readonly name: (personId: string) => string;
  readonly reference: (caseId: string) => string;
}

export function ExplanationText({ found, name, reference }: Props) {
  const { i18n } = useLingui();
  const words = usePlanWords();
  const { change, parts, obstacles, moves, personId, caseId } = found;
  const others = moves.filter((move) => move.personId !== personId || move.caseId !== caseId);
  return (
    <div className="why-pair">
      <p className="m">{useVerdict(found)}</p>
      {parts.length > 0 && (
        <p className="row tags">
          {parts.map(({ part, cost }) => (
            <Tag key={part} state={cost === undefined ? "bad" : cost > 0 ? "idle" : "ok"} plain={cost === 0}>
              {words.part(part)}
              {cost !== undefined && ` ${words.cost(cost)}`}
            </Tag>
          ))}
        </p>
      )}
      {obstacles.length > 0 && (
        <>
          <p className="small">{i18n._("In the way:")}</p>
          <ul className="small">
            {obstacles.map(({ kind, rule = "", changeWithout }) => (
              <li key={`${kind} ${rule}`}>
                {kind === "load"
                  ? i18n._("No place is left; with one place more it would cost {cost}.", {
                      cost: words.cost(changeWithout),
                    })
                  : i18n._("The rule “{rule}”; without it it would cost {cost}.", {
                      rule: words.rule(rule),
                      cost: words.cost(changeWithout),
                    })}
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && change !== undefined && (
        <>
          <p className="small">{i18n._("What else would move:")}</p>
          <ul className="small">
            {others.slice(0, 8).map((move) => (
              <li key={`${move.caseId} ${move.personId}`}>
                {move.change === "added"
                  ? i18n._("{name} takes {reference}", { name: name(move.personId), reference: reference(move.caseId) })
                  : i18n._("{name} leaves {reference}", {
                      name: name(move.personId),
                      reference: reference(move.caseId),
                    })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function useVerdict({ verdict, change }: Explanation): string {
  const { i18n } = useLingui();
  const words = usePlanWords();
  if (verdict === "hard-conflict") return i18n._("Barred: this pair is not possible at any price.");
  if (verdict === "started") return i18n._("The work has begun and is kept.");
  if (verdict === "assigned") {
    if (change === undefined) return i18n._("Chosen: without this pair there is no plan.");
    if (change === 0) return i18n._("Chosen, but another plan is as good.");
    return i18n._("Chosen: without this pair the plan would cost {cost} more.", { cost: words.cost(change) });
  }
  if (change === undefined) return i18n._("Not chosen: no plan allows this pair.");
  return i18n._("Not chosen: it would cost {cost} more.", { cost: words.cost(change) });
}
