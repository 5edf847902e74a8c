/** Letters by subject and day, each leading to its text. */
import { Link } from "@tanstack/react-router";
import { DateTime } from "../../component/date-time.tsx";
import { Icon } from "../../component/icon.tsx";
import type { Letter } from "./case-query.ts";
import "./case.css";

export function LetterList({ letters, caseId }: { readonly letters: readonly Letter[]; readonly caseId: string }) {
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
            <DateTime at={letter.createdAt} show="date" />
          </span>
        </li>
      ))}
    </ul>
  );
}
