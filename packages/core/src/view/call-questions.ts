/** The questions of a call as its managers see them, also before it is published. */
import type * as z from "zod";
import { callSchema } from "../call/call.ts";
import { type Actor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { CallId } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";

export const callQuestionsSchema = callSchema.pick({
  callId: true,
  code: true,
  title: true,
  state: true,
  languages: true,
  currency: true,
  questions: true,
  version: true,
});
export type CallQuestions = z.infer<typeof callQuestionsSchema>;

/** Managers of the lead park. @throws not_found `call.not-found`; forbidden. */
export async function viewCallQuestions(
  deps: Pick<Deps, "store" | "clock">,
  actor: Actor,
  callId: CallId,
): Promise<CallQuestions> {
  const call = await deps.store.get("call", { callId });
  if (call === undefined) throw new DomainError("not_found", "call.not-found");
  requireRole(actor, "manager", call.leadPark, deps.clock.now());
  const { code, title, state, languages, currency, questions, version } = call;
  return {
    callId,
    code,
    title,
    state,
    languages,
    currency,
    version,
    ...(questions === undefined ? {} : { questions }),
  };
}
