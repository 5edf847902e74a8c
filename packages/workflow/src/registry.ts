/** Every task that a definition may name: its input schema and what it performs. Stored executions may still send older inputs. */
import { settleApprovals } from "@multihelix/core/approval/settle-approvals.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Verb } from "@multihelix/core/kernel/verb.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { askReconciler } from "@multihelix/core/task/ask-reconciler.ts";
import { openTask, openTaskInput } from "@multihelix/core/task/open-task.ts";
import * as z from "zod";

const actor = { kind: "system", name: "workflow" } as const;

const ids = z.object({ caseId: caseIdSchema, attempt: z.number().int().min(1) });
const slotInput = ids.extend({ slot: z.string(), round: z.number().int().min(1) });
/**
 * Round of what follows the reviews: a case that went back to them asks anew, although it asks the same. The first is not
 * told, as it was not told by older executions.
 */
const after = z.number().int().min(1).optional();
const withoutFirst = <T extends { round?: number | undefined }>({ round, ...rest }: T) =>
  round === undefined || round === 1 ? rest : { ...rest, round };
const planInput = ids.extend({ round: after }).transform(withoutFirst);
const slotsInput = ids
  .extend({ slots: z.array(z.object({ slot: z.string(), round: z.number().int().min(1) })), round: after })
  .transform(withoutFirst);
const roundInput = ids.extend({ round: z.number().int().min(1) });

interface WorkflowTask {
  input: z.ZodType;
  run: (deps: Deps, input: unknown) => Promise<Record<string, unknown>>;
}

/**
 * A task that is one verb; its key is its name and input, so a repeated delivery finds the stored result. A verb that
 * brings much along is loaded when it is first needed.
 */
function performing<I extends z.ZodType, F, R extends object>(
  input: I,
  given: Verb<z.infer<I>, F, R> | (() => Promise<Verb<z.infer<I>, F, R>>),
): WorkflowTask {
  return {
    input,
    run: async (deps, value) => {
      const verb = typeof given === "function" ? await given() : given;
      const result: R = await perform(deps, actor, `${verb.name}:${deps.digest(JSON.stringify(value))}`, verb, value);
      return Object.fromEntries(Object.entries(result));
    },
  };
}

export const workflowTasks: Record<string, WorkflowTask> = {
  "open-task": {
    input: openTaskInput,
    run: async (deps, value) => {
      const input = value as z.infer<typeof openTaskInput>;
      return { ...(await perform(deps, actor, `task.open:${deps.digest(input.token)}`, openTask, input)) };
    },
  },
  "plan-reviews": performing(
    planInput,
    async () => (await import("@multihelix/core/review/plan-reviews.ts")).planReviews,
  ),
  "replace-reviewer": performing(
    slotInput,
    async () => (await import("@multihelix/core/review/replace-reviewer.ts")).replaceReviewer,
  ),
  "judge-spread": performing(
    slotsInput,
    async () => (await import("@multihelix/core/review/judge-spread.ts")).judgeSpread,
  ),
  "settle-approvals": performing(roundInput, settleApprovals),
  "settle-acceptance": performing(
    ids,
    async () => (await import("@multihelix/core/voucher/settle-acceptance.ts")).settleAcceptance,
  ),
  "ask-reconciler": performing(ids.extend({ execution: z.string() }), askReconciler),
};

const envelope = z.object({ task: z.string(), input: z.unknown() });

/** Run the task that a state names. An unknown name or a malformed input is a fault of the definition. */
export async function runTask(deps: Deps, event: unknown): Promise<Record<string, unknown>> {
  const { task: name, input } = envelope.parse(event);
  const task = workflowTasks[name];
  if (task === undefined) throw new DomainError("not_found", "workflow.unknown-task", { name });
  return task.run(deps, task.input.parse(input));
}
