/** Refusals about members and invitations in the reader's language. */
import { useLingui } from "@lingui/react";
import { type ApiProblem, reworded } from "../../problem.ts";

export function useMemberRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  return (problem) => {
    if (problem === null) return null;
    const stale: Readonly<Record<string, string>> = {
      accepted: i18n._("This invitation was accepted already; it works once."),
      withdrawn: i18n._("This invitation was withdrawn. Ask an owner of the organisation for another."),
      expired: i18n._("This invitation has expired after 14 days. Ask an owner of the organisation for another."),
    };
    const sentences: Readonly<Record<string, string | undefined>> = {
      "invitation.stale": stale[String(problem.facts["why"])],
      "invitation.not-found": i18n._(
        "This invitation does not exist, or it was sent to another address. Sign in with the address that got it.",
      ),
      "invitation.too-many": i18n._("Too many invitations are open. Withdraw one first."),
      "account.number-wrong": i18n._(
        "The number of the account or the BIC cannot be right. Compare it with your statement. Nothing was changed.",
      ),
      "account.named": i18n._(
        "An account is known already. Another one is named on the page of a voucher, and a park asks back before it counts.",
      ),
      "membership.there": i18n._("This person belongs to the organisation already."),
      "membership.last-owner": i18n._("An organisation has at least one owner. Make somebody else owner first."),
      "membership.not-found": i18n._("This person does not belong to the organisation any more."),
      "membership.owner-needed": i18n._("Only an owner of the organisation does this."),
      "organisation.not-found": i18n._("This organisation does not exist, or you do not belong to it."),
    };
    return reworded(problem, sentences);
  };
}
