/** The answer of a simulation in words: how many applications would have all their reviewers, who is lacking, and what is in the way. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import { useFormat } from "../case/use-format.ts";
import type { PoolSimulation } from "./suffice-query.ts";
import { usePlanWords } from "./use-plan-words.ts";
import { useSufficeWords } from "./use-suffice-words.ts";

interface Props {
  readonly found: PoolSimulation;
}

export function SufficeAnswer({ found }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words = useSufficeWords();
  const { filled, lay } = found;
  const facts: readonly [string, string][] = [
    [i18n._("Applications"), format.number(found.applications)],
    [i18n._("Reviews wanted"), format.number(found.reviews)],
    [i18n._("All reviews, usual draw"), words.percent(filled.usual)],
    [i18n._("All reviews, worst draw"), words.percent(filled.worst)],
    [i18n._("Reviews that nobody could take"), words.figure(found.missing)],
    [i18n._("Reviewers there are"), format.number(found.experts)],
  ];
  const layFact: [string, string] | undefined = lay && [
    i18n._("With a patient or lay member"),
    i18n._("{usual}, in the worst draw {worst}", { usual: words.percent(lay.usual), worst: words.percent(lay.worst) }),
  ];
  return (
    <Card title={i18n._("The answer")}>
      <div className="stack">
        <Verdict found={found} />
        <dl className="run-facts">
          {[...facts, ...(layFact === undefined ? [] : [layFact])].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {found.shortages.length > 0 && <Lacking found={found} />}
      </div>
    </Card>
  );
}

function Verdict({ found: { filled, reviews, asked } }: Props) {
  const { i18n } = useLingui();
  const words = useSufficeWords();
  const [usual, worst] = [words.percent(filled.usual), words.percent(filled.worst)];
  const { draws } = asked;
  if (reviews === 0)
    return (
      <Note>
        <p>{i18n._("The call asks for no reviews of such applications, so no reviewer can be lacking.")}</p>
      </Note>
    );
  if (filled.worst === 1)
    return (
      <Note kind="ok">
        <p className="m">
          {i18n._("Yes. In each of {draws} draws every application has all its reviewers.", { draws })}
        </p>
      </Note>
    );
  if (filled.usual === 1)
    return (
      <Note kind="warn">
        <p className="m">
          {i18n._(
            "Mostly. In a usual draw every application has all its reviewers, in the worst of {draws} draws {worst} of them have.",
            { draws, worst },
          )}
        </p>
      </Note>
    );
  return (
    <Note kind="bad">
      <p className="m">
        {i18n._(
          "No. In a usual draw {usual} of the applications have all their reviewers, in the worst of {draws} draws {worst}.",
          { draws, usual, worst },
        )}
      </p>
    </Note>
  );
}

function Lacking({ found: { shortages, mended = 0, binding } }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words = useSufficeWords();
  const plan = usePlanWords();
  return (
    <div className="lacking">
      <h3>{i18n._("What is lacking")}</h3>
      <ul>
        {shortages.map(({ language, people, parks }) => (
          <li key={language}>
            <span className="m">
              {i18n._(
                "{people, plural, one {# more reviewer who reads {language}} other {# more reviewers who read {language}}}, {from}.",
                { people: people.most, language: format.language(language), from: words.from(parks) },
              )}
            </span>{" "}
            {people.usual !== people.most && (
              <span className="muted">
                {i18n._("In a usual draw {usual} would do.", { usual: format.number(people.usual) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p>
        {mended === 1
          ? i18n._("With them every application has all its reviewers, in the worst draws too.")
          : i18n._("With them {percent} of the applications have all their reviewers in the worst draw.", {
              percent: words.percent(mended),
            })}
      </p>
      {binding !== undefined && (
        <p className="muted">
          {i18n._("What is in the way in the worst draw:")}{" "}
          {plan.binding({ ...binding, text: "", changes: [], mend: "" })}{" "}
          {binding.needed !== undefined &&
            binding.available !== undefined &&
            i18n._("There, {needed} reviews are wanted and {available} can be had.", {
              needed: format.number(binding.needed),
              available: format.number(binding.available),
            })}
        </p>
      )}
    </div>
  );
}
