/** Why a file was not taken, and what evidence is called, in the reader's language. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { ApiProblem } from "../../problem.ts";
import type { CaseView } from "./case-query.ts";

type Reason = NonNullable<CaseView["files"][number]["reason"]>;
export type Evidence = "invoice" | "report" | "own-share" | "tax-waiver";
export const evidenceKinds: readonly Evidence[] = ["invoice", "report", "own-share", "tax-waiver"];

export function useFileRefusal(): (reason: Reason) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<Reason, string>> = {
    "not-arrived": i18n._("The file did not arrive. Send it again."),
    empty: i18n._("The file is empty."),
    "too-large": i18n._("The file is larger than 20 MB."),
    "other-type": i18n._(
      "What is in the file is not what its name says. Save it anew as that kind, and send it again.",
    ),
    harmful: i18n._("The file holds something harmful. It was deleted."),
    expands: i18n._("The file unpacks to more than can be looked at. Save it with fewer or smaller pictures."),
    macros: i18n._("The file holds a program (macros). Save it without, and send it again."),
    broken: i18n._("The file is broken or locked with a password. Save it anew, and send it again."),
  };
  return (reason) => words[reason];
}

/** Refusals met while sending, with their sentence in the reader's language. */
export function useSendRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  return (problem) => {
    const sentence = problem === null ? undefined : sentences(i18n)[problem.code];
    if (problem === null || sentence === undefined) return problem;
    const { status, code, errors, facts } = problem;
    return new ApiProblem(status, code, sentence, { errors, facts });
  };
}

function sentences(i18n: I18n): Readonly<Record<string, string>> {
  return {
    "file.name-unsafe": i18n._(
      "The name of this file holds signs that not every computer can keep. Rename it and send it again.",
    ),
    "file.kind-unknown": i18n._(
      "This kind of file is not taken: only PDF, Word, Excel, OpenDocument, pictures and text.",
    ),
    "file.too-large": i18n._("The file is larger than 20 MB."),
    "file.too-many": i18n._("There are enough files here. Remove one first."),
    "file.not-now": i18n._("The case has moved on and takes no such file now. Nothing was sent."),
    "file.size-differs": i18n._("The file changed, or did not come whole. Send it again."),
    "input.invalid": i18n._("The file is empty."),
  };
}

export function useEvidenceWords(): Readonly<Record<Evidence, string>> {
  const { i18n } = useLingui();
  return {
    invoice: i18n._("Invoice"),
    report: i18n._("Report of the service"),
    "own-share": i18n._("Proof that the company paid its share"),
    "tax-waiver": i18n._("Waiver of withheld tax, if the tax authority gave one"),
  };
}
