/** Every requirement with its answer: those that fail first, each with its reason and the way to mend it. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { Tag } from "../../component/tag.tsx";
import type { Check } from "../case/case-query.ts";
import { useRequirementWords } from "../case/requirement-words.ts";
import { stepOfRequirement } from "./section-list.ts";

interface Props {
  readonly requirements: Check["requirements"];
  readonly caseId: string;
}

export function RequirementList({ requirements, caseId }: Props) {
  const { i18n } = useLingui();
  const words = useRequirementWords();
  const sorted = requirements.toSorted((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <ul className="requirements">
      {sorted.map((requirement) => {
        const { title, reason, seen } = words(requirement);
        const step = requirement.ok ? undefined : stepOfRequirement(requirement.requirement);
        return (
          <li key={requirement.requirement}>
            <div>
              <span className="m">{title}</span>
              {seen !== undefined && <p className="small muted">{seen}</p>}
              {reason !== undefined && (
                <p className="small">
                  {reason}{" "}
                  {step !== undefined && (
                    <Link to={`/cases/$caseId/${step}`} params={{ caseId }}>
                      {i18n._("Go to the section")}
                    </Link>
                  )}
                </p>
              )}
            </div>
            {requirement.ok ? <Tag state="ok">{i18n._("Met")}</Tag> : <Tag state="bad">{i18n._("Not met")}</Tag>}
          </li>
        );
      })}
    </ul>
  );
}
