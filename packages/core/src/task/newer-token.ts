/** Which of two tokens of one task counts. */
import { restartsOf } from "./restart-case.ts";
import type { Task } from "./task.ts";

/** Order of tokens: a restarted execution beats the one it replaced, whatever their clocks say; then the later entry of the state, then the higher retry. */
export function isNewer(
  input: { readonly execution: string; readonly entered: string; readonly retry: number },
  task: Pick<Task, "execution" | "entered" | "retry">,
): boolean {
  const restarts = [input.execution, task.execution].map(restartsOf) as [number, number];
  if (restarts[0] !== restarts[1]) return restarts[0] > restarts[1];
  if (input.entered !== (task.entered ?? "")) return input.entered > (task.entered ?? "");
  return input.retry >= (task.retry ?? 0);
}
