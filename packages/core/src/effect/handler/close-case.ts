/** Closes an ended case of which nothing can come any more, or looks at it again later. */
import { closeCase } from "../../closing/close-case.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function closeEnded(deps: Deps, { caseId, since }: Body<"close-case">): Promise<void> {
  // Each look is another one: whether it is closed is read from the case.
  const key = `close:${caseId}:${deps.clock.now()}`;
  await perform(deps, { kind: "system", name: "outbox" }, key, closeCase, { caseId, since });
}
