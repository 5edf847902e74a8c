/** Letters by subject and day, each leading to its text. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { DateTime } from "../../component/date-time.tsx";
import { Icon } from "../../component/icon.tsx";
import { Tag } from "../../component/tag.tsx";
import type { Letter } from "./case-query.ts";
import "./case.css";

export function LetterList({ letters, caseId }: { readonly letters: readonly Letter[]; readonly caseId: string }) {
  const { i18n } = useLingui();
  return (
    <ul className="todo letters">
      {letters.map((letter) => (
        <li key={letter.letterId}>
          <span>
            <Icon name="document" />{" "}
            <Link
              to="/cases/$caseId/letters"
              params={{ caseId }}
              search={{ letter: letter.letterId }}
              lang={letter.language}
            >
              {letter.subject}
            </Link>
          </span>
          <span className="small muted">
            {letter.mine && letter.status === "held" && <Tag state="now">{i18n._("Held for your digest")}</Tag>}{" "}
            <DateTime at={letter.createdAt} show="date" />
          </span>
        </li>
      ))}
    </ul>
  );
}
