/** What of a line ought to be looked at, and that it was taken back since. */
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { DateTime } from "../../component/date-time.tsx";
import { Tag } from "../../component/tag.tsx";
import type { Import } from "./imports-query.ts";

type Line = Import["entries"][number];

interface Props {
  readonly line: Line;
  readonly parkId: string | undefined;
}

export function LineNotes({ line: { warnings = [], takenBack }, parkId }: Props) {
  const { i18n } = useLingui();
  const words: Readonly<Record<NonNullable<Line["warnings"]>[number], string>> = {
    "over-ceiling": i18n._(
      "With it, more was granted than the ceiling allowed on its day. It is history and counts in full.",
    ),
    "no-longer-counts": i18n._("It was granted before the years that count today."),
    "rule-not-in-force": i18n._(
      "No rule of this basis is known for the day of the grant. It counts by its own day under the rule known here.",
    ),
    "looks-like": i18n._(
      "Another award of the same day, basis and amount counts already. Make sure that it is not the same one.",
    ),
  };
  return (
    <>
      {warnings.map((warning) => (
        <div key={warning} className="small">
          <Tag state="warn">{i18n._("Look")}</Tag> {words[warning]}
        </div>
      ))}
      {takenBack !== undefined && (
        <div className="small">
          <Tag state="idle">{i18n._("Taken back")}</Tag> <DateTime at={takenBack.at} show="date" />: {takenBack.reason}
          {parkId !== undefined && (
            <>
              {" "}
              <Link
                to="/imports/$parkId/$importId"
                params={{ parkId, importId: takenBack.from.importId }}
                hash={`line-${takenBack.from.line}`}
              >
                {i18n._("Line {line} of the import", { line: takenBack.from.line })}
              </Link>
            </>
          )}
        </div>
      )}
    </>
  );
}
