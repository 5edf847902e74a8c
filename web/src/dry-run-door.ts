/** The door through which questions about a dry run leave the client of the API: set once, by the page's own entry. */
import type { DryRunId } from "./dry-run-id.ts";

/** Parts of the question that a dry run looks at. */
export interface DryAsked {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}
type Answer = (dry: DryRunId, route: string, asked: DryAsked) => Promise<unknown>;

let load: (() => Promise<Answer>) | undefined;

export function openDryRuns(answer: () => Promise<Answer>): void {
  load = answer;
}

/** Nothing about a dry run is sent as if it were about a case: what it does not know is refused there. */
export async function answerDry(dry: DryRunId, route: string, asked: DryAsked): Promise<unknown> {
  if (load === undefined) throw new Error("nobody answers for dry runs");
  return (await load())(dry, route, asked);
}
