/** The only way pages change anything: one intention with its key, tried again under the same key, told once. */
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { askAgain } from "./after-act.ts";
import { createIntention } from "./intention.ts";
import { type ApiProblem, isApiProblem } from "./problem.ts";

interface Options<Input, Result> {
  /** Sends it: `(input, key) => answer(api.api.tasks[":id"].answer.$post({ … }, actHeaders(key)))`. */
  readonly send: (input: Input, key: string) => Promise<Result>;
  readonly onDone?: (result: Result, input: Input) => void;
  /** Query keys that are stale afterwards; all of them if left out. */
  readonly stale?: readonly (readonly unknown[])[];
}

export function useAct<Input, Result>({
  send,
  onDone,
  stale,
}: Options<Input, Result>): UseMutationResult<Result, ApiProblem, Input> {
  const queries = useQueryClient();
  const [intention] = useState(() => createIntention());
  return useMutation<Result, ApiProblem, Input>({
    mutationFn: (input) => send(input, intention.keyFor(input)),
    // No answer is the one case in which nobody knows whether it was done: the same key makes asking again safe.
    retry: (count, error) => isApiProblem(error, "network.unreachable") && count < 2,
    onSuccess: async (result, input) => {
      intention.done();
      onDone?.(result, input);
      await askAgain(queries, stale);
    },
  });
}
