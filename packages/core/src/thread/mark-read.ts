/** How far somebody has read a thread: one small write, harmless when repeated, and never backwards. */
import { type Actor, requirePerson } from "../kernel/actor.ts";
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError } from "../kernel/error.ts";
import type { CaseId, MessageId } from "../kernel/id.ts";
import type { Deps } from "../port/deps.ts";
import { type ThreadName, threadKey } from "./message.ts";
import { partIn } from "./thread-access.ts";

export interface MarkRead extends ThreadName {
  readonly caseId: CaseId;
  readonly messageId: MessageId;
}

/** @throws not_found `thread.not-found` to everybody outside the pair, and for a message of another thread. */
export async function markRead(deps: Deps, actor: Actor, { caseId, messageId, ...name }: MarkRead): Promise<void> {
  const { personId } = requirePerson(actor);
  const thread = threadKey(name);
  const [one, offer, slots, message, mark] = await Promise.all([
    deps.store.get("case", { caseId }),
    deps.store.get("offer", { caseId }),
    deps.store.list("slot", { caseId }),
    deps.store.get("message", { caseId, thread, messageId }),
    deps.store.get("readMark", { caseId, thread, personId }),
  ]);
  const part = partIn({ one, offer, slots }, actor, name, deps.clock.now());
  if (part === undefined || message === undefined) throw new DomainError("not_found", "thread.not-found");
  if (mark !== undefined && mark.messageId >= messageId) return;
  const value = { caseId, thread, personId, messageId, version: mark?.version ?? 0 };
  // Another window of the same person was faster: what it marked was read too, and the rest is marked when it is seen.
  await commitPatiently(deps, [{ op: mark === undefined ? "create" : "replace", name: "readMark", value }]);
}
