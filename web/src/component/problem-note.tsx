/** A refusal as one plain sentence, with what was kept and what to do. */
import { useLingui } from "@lingui/react";
import { useNameOfRole } from "../language/use-role-name.ts";
import { type ApiProblem, isApiProblem } from "../problem.ts";
import { Button } from "./button.tsx";
import { Note } from "./note.tsx";

interface Props {
  readonly problem: unknown;
  /** `typed`: there are fields on the page, and nothing typed was lost. */
  readonly kept?: "typed" | "nothing";
  readonly onRetry?: () => void;
}

export function ProblemNote({ problem, kept = "nothing", onRetry }: Props) {
  const { i18n } = useLingui();
  const words = useProblemWords();
  const role = roleWanted(problem);
  return (
    <Note kind="bad" live>
      <p>
        {role === undefined ? words.sentence(problem) : <RoleWanted {...role} />}{" "}
        {kept === "typed" && i18n._("What you typed is still here.")} {words.whatToDo(problem)}
      </p>
      {onRetry !== undefined && mayHelp(problem) && (
        <Button small onClick={onRetry}>
          {i18n._("Try again")}
        </Button>
      )}
    </Note>
  );
}

/** Whether the same again can end otherwise: no answer, a fault, a crowd, somebody else's change; never a right that is missing. */
function mayHelp(problem: unknown): boolean {
  if (!isApiProblem(problem)) return true;
  return [0, 408, 409, 412, 429].includes(problem.status) || problem.status >= 500;
}

const roles = ["reviewer", "manager", "approver", "finance", "redress", "coordinator", "auditor", "secretary"] as const;
interface Wanted {
  readonly role: (typeof roles)[number];
  readonly parkId: string | undefined;
}

/** The role for want of which something was refused. */
function roleWanted(problem: unknown): Wanted | undefined {
  if (!isApiProblem(problem, "actor.role-needed")) return undefined;
  const { role: wanted, parkId } = problem.facts;
  const role = roles.find((one) => one === wanted);
  return role === undefined ? undefined : { role, parkId: typeof parkId === "string" ? parkId : undefined };
}

/** Whose part it is, and where roles come from. */
function RoleWanted({ role, parkId }: Wanted) {
  const { i18n } = useLingui();
  const named = useNameOfRole()(role, parkId === undefined ? { kind: "network" } : { kind: "park", parkId });
  return (
    <>
      {i18n._("This needs a role that you do not hold: {role}.", { role: named })}{" "}
      {i18n._("Whoever holds it can do it; the managers of the park and the network’s secretary give roles.")}
    </>
  );
}

interface ProblemWords {
  readonly sentence: (problem: unknown) => string;
  readonly whatToDo: (problem: unknown) => string;
}

function useProblemWords(): ProblemWords {
  const { i18n } = useLingui();
  return {
    sentence: (problem) => {
      if (!isApiProblem(problem)) return i18n._("This page has a fault.");
      if (problem.status === 0) return i18n._("The server did not answer.");
      // A fault of the server has no sentence for people, only its number.
      if (problem.status >= 500 && problem.status !== 503) {
        return problem.faultId === undefined
          ? i18n._("The server has a fault.")
          : i18n._("The server has a fault, number {id}.", { id: problem.faultId });
      }
      return problem.message === "" ? usual(problem) : problem.message;
    },
    whatToDo: (problem) => {
      if (!isApiProblem(problem)) return i18n._("Load the page again.");
      switch (problem.status) {
        case 0:
          return i18n._("Check your connection and try again; nothing is done twice.");
        case 401:
          return i18n._("Sign in again.");
        case 409:
        case 412:
          return i18n._("Load the page again to see how it stands now.");
        case 429:
          return i18n._("Wait a minute and try again.");
        case 503:
          return i18n._("Try again in a minute; nothing is done twice.");
        default:
          return problem.status >= 500 ? i18n._("Try again; nothing is done twice.") : "";
      }
    },
  };

  function usual(problem: ApiProblem): string {
    switch (problem.status) {
      case 401:
        return i18n._("You are signed out.");
      case 403:
        return i18n._("You may not do this.");
      case 404:
        return i18n._("There is nothing here that you may see.");
      case 409:
      case 412:
        return i18n._("Somebody changed this before you. Nothing was changed by you.");
      case 429:
        return i18n._("There were too many attempts.");
      case 503:
        return i18n._("The server is starting again.");
      default:
        return i18n._("The server refused this.");
    }
  }
}
