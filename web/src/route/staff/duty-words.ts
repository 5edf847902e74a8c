/** Why somebody may not do something: the sentence that stands where the button is missing. */
import { useLingui } from "@lingui/react";
import type { RoleName } from "@multihelix/core/person/role-grant.ts";
import { useNameOfRole } from "../../language/use-role-name.ts";
import { useSession } from "../../session.ts";
import type { TaskKind } from "../case/case-query.ts";
import { type Facts, textOf } from "../case/facts-text.ts";
import type { Wanted } from "./staff-query.ts";

type Refusal = NonNullable<Wanted["refusal"]>;

const roles: readonly string[] = ["manager", "approver", "finance", "auditor", "secretary", "redress", "coordinator"];

function isRole(text: string): text is RoleName {
  return roles.includes(text);
}

export interface DutyContext {
  /** What is not allowed: the sentence names it where that helps. */
  readonly kind?: TaskKind;
  /** Names of who may do it instead; the reader's own is left out. */
  readonly others?: readonly string[];
}

export function useDutyWords(): (refusal: Refusal, context?: DutyContext) => string {
  const { i18n } = useLingui();
  const nameOfRole = useNameOfRole();
  const me = useSession().me?.name;
  const same = (facts: Facts, kind: TaskKind | undefined) => {
    const steps: Readonly<Record<string, string>> = {
      "application.screen": i18n._("You screened this case, so a colleague decides it."),
      "decision.propose":
        kind === "release"
          ? i18n._("You prepared this proposal, so another person releases it.")
          : i18n._("You prepared this proposal, so another person decides on it."),
      "claim.assess": i18n._("You assessed this claim, so another person clears and pays it."),
      "claim.refuse": i18n._("You took part in refusing this claim, so another person checks it anew."),
      "approval.answer": i18n._("You have approved already, so a second person does too."),
      "payment.release-batch": i18n._("You released this batch, so another finance officer takes it back."),
      "payment.prepare-batch": i18n._("You prepared this batch, so another finance officer releases it."),
      "ledger.start-year-end": i18n._("You ended this budget year, so another finance officer closes it."),
      "voucher.propose-cancellation": i18n._("You proposed to cancel it, so another person confirms it."),
    };
    return (
      steps[textOf(facts, "step")] ?? i18n._("You did an earlier step of this case, so another person does this one.")
    );
  };
  return ({ code, facts }, { kind, others = [] } = {}) => {
    const sentence = (): string => {
      switch (code) {
        case "duties.same-person":
          return same(facts, kind);
        case "duties.reviewer":
          return i18n._("You read this case as its reviewer, so a colleague acts on it.");
        case "duties.own-case":
          return i18n._("You belong to a party of this case, so a colleague acts on it.");
        case "duties.park-interest":
          return i18n._(
            "Your park has an interest of its own in this case, so an approver of another park answers for it.",
          );
        case "duties.interest":
          return i18n._(
            "A hard interest of yours (declared, or an organisation that you left less than 24 months ago) keeps you from this, so a colleague without one does it.",
          );
        case "approval.not-your-turn":
          return i18n._("Your park is asked one person after the other, and a colleague is asked first.");
        case "approval.delegated":
          return i18n._("You handed this answer to a colleague. Take it back to answer yourself.");
        case "approval.no-delegation":
          return i18n._("The approval rule of your park for this amount lets nobody hand an answer on.");
        case "approval.delegate-again":
          return i18n._("This answer was handed to you, so only you or the colleague who did so answers it.");
        case "second-factor.stale":
          return i18n._("This needs your second factor once more, not older than 15 minutes.");
        case "actor.role-needed": {
          const role = textOf(facts, "role");
          const parkId = textOf(facts, "parkId");
          const named = isRole(role)
            ? nameOfRole(role, parkId === "" ? { kind: "network" } : { kind: "park", parkId })
            : role;
          return i18n._("This needs another role: {role}.", { role: named });
        }
        default:
          return i18n._("The rules of the case do not let you do this: {code}.", { code });
      }
    };
    const names = others.filter((name) => name !== me);
    return names.length === 0
      ? sentence()
      : `${sentence()} ${i18n._("They may: {names}.", { names: names.join(", ") })}`;
  };
}
