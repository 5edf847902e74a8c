/** Refusals about imports, and of single lines, in the reader's language. */
import { useLingui } from "@lingui/react";
import { type ApiProblem, reworded } from "../../problem.ts";

export function useImportRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  return (problem) => {
    if (problem === null) return null;
    return reworded(problem, {
      "second-factor.stale": i18n._(
        "Prove your second factor once more, not older than 15 minutes; then this goes on by itself.",
      ),
      "import.unreadable": i18n._("This is no workbook that can be read. Save it as XLSX or CSV."),
      "import.not-right": i18n._("Something in the file is not right any more. Look at it again."),
      "import.nothing-new": i18n._("All lines of this file were taken over before. Nothing is left to do."),
      "import.already-open": i18n._("This very file is proposed already, or being taken over."),
      "import.file-changed": i18n._("The lines are not those that were looked at. Nothing was changed. Look again."),
      "import.no-longer-right": i18n._(
        "A line that was right when it was proposed is not any more. Nothing was changed. Decline it; the file is looked at and proposed anew.",
      ),
      "import.answered": i18n._("Somebody has answered this import already."),
      "import.own-line": i18n._(
        "The file has a line about an organisation that you belong to, so colleagues propose and confirm it.",
      ),
      "duties.same-person": i18n._("You proposed it, so somebody else confirms it."),
      "duties.interest": i18n._(
        "A hard interest of yours (declared, or an organisation that you left less than 24 months ago) keeps you from some organisations, so a colleague without one does this.",
      ),
      "actor.role-needed": i18n._("A finance officer of the park does this."),
    });
  };
}

/** Why a line was not taken over after it had been confirmed. */
export function useRefusedWords(): (code: string | undefined) => string {
  const { i18n } = useLingui();
  return (code) => {
    if (code === "actor.role-needed") return i18n._("Who confirmed it has no role in finance any more.");
    if (code === "import.other-content") return i18n._("This reference was taken over before, with other content.");
    if (code === "import.own-line") return i18n._("Who confirmed it belongs to an organisation of this line.");
    return i18n._("Something it names was changed after it was confirmed. Look at the file again.");
  };
}
