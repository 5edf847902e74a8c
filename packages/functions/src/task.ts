/** Lambda: does the task that a state of a workflow names. One function for all of them, so that it is warm. */
import { answerState } from "@multihelix/workflow/refusal.ts";
import { compose } from "./compose.ts";
import { readEnvironment } from "./env.ts";

const deps = compose("task", readEnvironment("AWS_REGION", "TABLE", "VERSION"));

export const handler = (event: unknown): Promise<Record<string, unknown>> => answerState(deps, event);
