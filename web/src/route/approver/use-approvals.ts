/** Approvals given one after the other, each through the route of a single one under a key of its own; a refusal stops none of the others. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../client.ts";
import { randomKey } from "../../intention.ts";
import { ApiProblem, unreachable } from "../../problem.ts";
import { useAct } from "../../use-act.ts";
import { type ApprovalLine, keyOfLine } from "../staff/alike-query.ts";

export interface Answer {
  readonly line: ApprovalLine;
  /** Kept while it is tried again: the server approves once. */
  readonly key: string;
  readonly state: "waits" | "sending" | "approved" | "refused";
  readonly problem?: ApiProblem;
}

export interface Approvals {
  readonly answers: readonly Answer[];
  readonly busy: boolean;
  readonly start: (lines: readonly ApprovalLine[]) => void;
  /** Those again that nobody answered or that the server had no time for. */
  readonly again: (() => void) | undefined;
}

export function useApprovals(): Approvals {
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [busy, setBusy] = useState(false);
  const { mutateAsync } = useAct({
    send: ({ line: { caseId, parkId, contentHash }, key }: Answer) =>
      api("post", "/api/cases/{caseId}/approvals/{parkId}", {
        params: { caseId, parkId },
        body: { noInterest: true, answer: "approve", reason: "", contentHash },
        key,
      }),
    // The list stays as it was looked at until the last is answered.
    stale: [],
  });
  const run = async (wanted: readonly Answer[]) => {
    const note = (answer: Answer) =>
      setAnswers((all) => all.map((one) => (keyOfLine(one.line) === keyOfLine(answer.line) ? answer : one)));
    setBusy(true);
    for (const { line, key } of wanted) {
      note({ line, key, state: "sending" });
      try {
        await mutateAsync({ line, key, state: "sending" });
        note({ line, key, state: "approved" });
      } catch (error) {
        note({ line, key, state: "refused", problem: error instanceof ApiProblem ? error : unreachable() });
      }
    }
    setBusy(false);
    await queries.invalidateQueries();
  };
  const left = answers.filter(({ problem }) => problem !== undefined && mayHelp(problem));
  return {
    answers,
    busy,
    start: (lines) => {
      const begun = lines.map((line): Answer => ({ line, key: randomKey(), state: "waits" }));
      setAnswers(begun);
      void run(begun);
    },
    again: busy || left.length === 0 ? undefined : () => void run(left),
  };
}

function mayHelp({ status }: ApiProblem): boolean {
  return status === 0 || status === 429 || status >= 500;
}
