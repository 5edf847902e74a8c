/** The conflict report in sentences: each reviewer with what the rules find and what they declared; and the reader's own place. */
import { useLingui } from "@lingui/react";
import { Card } from "../../component/card.tsx";
import { Icon } from "../../component/icon.tsx";
import { Tag } from "../../component/tag.tsx";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useRuleWords } from "../staff/conflict-tags.tsx";
import { ReviewWords } from "../staff/review-words.tsx";
import type { Evidence } from "../staff/staff-query.ts";

interface Props {
  readonly view: CaseView;
  readonly evidence: Evidence;
}

export function ConflictReport({ view, evidence }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const ruleWords = useRuleWords();
  const hard =
    evidence.interests.some(({ level }) => level === "HARD") ||
    evidence.conflicts.some(({ found }) => found.some(({ level }) => level === "HARD"));
  const slots = view.slots.filter(({ reviewerId, status }) => reviewerId !== undefined && status !== "set-aside");
  return (
    <Card
      title={i18n._("Conflicts and reviews")}
      aside={<Tag state={hard ? "bad" : "ok"}>{hard ? i18n._("Hard conflict") : i18n._("No hard conflict")}</Tag>}
    >
      <ul className="checks">
        {slots.map((slot) => {
          const found = evidence.conflicts.find((one) => one.slot === slot.slot)?.found ?? [];
          const name = view.names[slot.reviewerId ?? ""] ?? "";
          const percent = evidence.scores.reviews.find((one) => one.slot === slot.slot)?.percent;
          return (
            <li key={`${slot.attempt} ${slot.slot}`} className={found.length > 0 ? "warned" : undefined}>
              <Icon name={found.length > 0 ? "alert" : "check"} />
              <div>
                {found.length === 0
                  ? i18n._("{name}: nothing found, none declared.", { name })
                  : i18n._("{name}: {rules}.", { name, rules: found.map(({ rule }) => ruleWords(rule)).join(", ") })}
                {percent !== undefined && (
                  <span className="small">{i18n._("Scores {percent}%.", { percent: format.number(percent) })}</span>
                )}
                {found.some(({ level }) => level === "SOFT") && (
                  <span className="small">{i18n._("Soft: it weighs, it does not bar.")}</span>
                )}
              </div>
            </li>
          );
        })}
        {evidence.interests.map(({ name, level, about, kind }) => (
          <li key={`${name} ${about} ${kind}`} className="warned">
            <Icon name="alert" />
            <div>
              {level === "HARD"
                ? i18n._("{name} acted for a park and has a hard interest in {about} now.", { name, about })
                : i18n._("{name} acted for a park and has a soft interest in {about}.", { name, about })}
            </div>
          </li>
        ))}
      </ul>
      {view.reviews
        .filter(({ status }) => status === "filed")
        .map((review) => (
          <ReviewWords key={review.slot} review={review} view={view} rubric={evidence.scores.criteria} />
        ))}
    </Card>
  );
}
