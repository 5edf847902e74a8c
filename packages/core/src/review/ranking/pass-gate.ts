/** A case's wait for the frozen ranking: until when, when it is over as it begins, and the act that ends it. */
import * as z from "zod";
import type { Call } from "../../call/call.ts";
import { isGateShut } from "../../call/call-state.ts";
import { stillRanked } from "../../decision/rests-on.ts";
import { requireSystem } from "../../kernel/actor.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Change } from "../../port/store.ts";
import { answerTask } from "../../task/answer.ts";
import type { Task } from "../../task/task.ts";

/** What the workflow is told. */
export function frozenAnswer({ round }: Pick<Task, "round">): Record<string, unknown> {
  return { outcome: "frozen", round, parks: [], slots: [] };
}

/** The instant from which the manager's days count: nobody can freeze before the call has closed. */
export function waitsFrom(call: Pick<Call, "closes">, now: Instant): Instant {
  return call.closes > now ? call.closes : now;
}

/** Held by the opening of the wait: a freeze at the same moment has it decided anew, and found over. */
export function gateStillShut({ callId }: Pick<Call, "callId">): Change {
  return { op: "check", name: "call", key: { callId }, when: { frozen: null } };
}

/** Nothing to wait for: a rolling call, or a ranking that is frozen already. */
export function hasNoGate(call: Pick<Call, "mode" | "frozen"> | undefined): boolean {
  return call === undefined || !isGateShut(call);
}

interface Facts {
  readonly tasks: readonly Task[];
  readonly call: Call | undefined;
}

export const passGate = verb({
  name: "ranking.pass-gate",
  input: z.object({ caseId: caseIdSchema }),
  async read(reader, { caseId }): Promise<Facts> {
    const [one, tasks] = await Promise.all([reader.get("case", { caseId }), reader.list("task", { caseId })]);
    return { tasks, call: one === undefined ? undefined : await reader.get("call", { callId: one.callId }) };
  },
  decide({ tasks, call }: Facts, actor, _input, moment): Decision<{ outcome: "frozen" | "nothing" }> {
    requireSystem(actor);
    const task = tasks.find(({ kind, status }) => kind === "await-ranking" && status === "open");
    if (task === undefined || !hasNoGate(call)) return { changes: [], result: { outcome: "nothing" } };
    const closing = answerTask(task, frozenAnswer(task), actor, moment);
    return {
      ...closing,
      // A ranking that is superseded at this moment lets nobody through.
      changes: [...closing.changes, ...stillRanked(call)],
      events: [
        {
          stream: task.caseId,
          caseId: task.caseId,
          type: "ranking.case-ranked",
          facts: { round: call?.frozen?.round, hash: call?.frozen?.hash },
        },
      ],
      result: { outcome: "frozen" },
    };
  },
});
