/** Refusals of a registration in the reader's language; what is about the number, or about a part of the address, shows at its field. */
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { ApiProblem, reworded } from "../../problem.ts";

/** The same refusal for the same problem: a form puts each at its field once. */
export function useRegisterRefusal(problem: ApiProblem | null): ApiProblem | null {
  const { i18n } = useLingui();
  return useMemo(() => (problem === null ? null : saidOf(i18n, problem)), [i18n, problem]);
}

function saidOf(i18n: I18n, problem: ApiProblem): ApiProblem {
  const { status, code, message, facts, errors } = problem;
  const example = String(facts["example"] ?? "");
  const ofNumber: Readonly<Record<string, string | undefined>> = {
    "register-id.shape": i18n._("A number of this register looks like {example}.", { example }),
    "register-id.check-digit": i18n._(
      "The check digit of this number is not right. Compare it with your register entry.",
    ),
    "organisation.known": i18n._(
      "This number is in the network already. Ask a colleague who belongs to the organisation to invite you, or write to your park.",
    ),
    "organisation.yours": i18n._(
      "You belong to the organisation with this number already. Find it on your account page.",
    ),
    "organisation.too-many": i18n._(
      "You have registered as many organisations as one person can within 24 hours. Go on tomorrow, or write to your park.",
    ),
  };
  const sentence = ofNumber[code];
  if (sentence !== undefined)
    return new ApiProblem(status, code, message, { facts, errors: [{ pointer: "#/registerId", detail: sentence }] });
  if (errors.length > 0)
    return new ApiProblem(status, code, message, {
      facts,
      errors: errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^#?\/address\//, "#/") })),
    });
  return reworded(problem, {
    "organisation.changed": i18n._(
      "It was changed in another window, or by a colleague, since you opened this form. What you typed is still here. Load the page again and compare.",
    ),
    "organisation.merged": i18n._("This record was merged into another one. Load the page again."),
    "organisation.renamed-often": i18n._("Its name or number was changed as often as it can be. Write to your park."),
    "membership.owner-needed": i18n._("Only an owner of the organisation does this."),
    "aid.group-of-two-countries": i18n._(
      "It is one undertaking with an organisation of its country, so it cannot move to another. Write to your park.",
    ),
    "organisation.too-often": i18n._("Too many numbers were tried. Wait an hour, or write to your park."),
  });
}
