/** Wakes a call: the verb looks at the clock and the cases and says whether its state changes. */
import { advanceCall } from "../../call/advance-call.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

const runner = { kind: "system", name: "outbox" } as const;

export async function advanceCallOf(deps: Deps, { callId, wake }: Body<"advance-call">): Promise<void> {
  await perform(deps, runner, `advance:${callId}:${wake}`, advanceCall, { callId, wake });
}
