/** Asks a provider again, three weeks before its offer runs out, as long as nothing is granted or refused. */
import { askOfferAgain } from "../../application/ask-offer-again.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function askOfferBefore(deps: Deps, { caseId }: Body<"ask-offer-again">): Promise<void> {
  // What was asked is read from the tasks: a look that found time left is repeated later, under another key.
  const key = `offer-again:${caseId}:${deps.clock.now()}`;
  await perform(deps, { kind: "system", name: "outbox" }, key, askOfferAgain, { caseId });
}
