/** Asks the company of a redeemed voucher what came of it, when the month has come. */
import { askFollowUp } from "../../follow-up/ask-follow-up.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function askAfter(deps: Deps, { caseId, month }: Body<"ask-follow-up">): Promise<void> {
  // Whether it was asked is read from the voucher: an ask that found a returned payment is made again later.
  const key = `follow-up:${caseId}:${month}:${deps.clock.now().slice(0, 10)}`;
  await perform(deps, { kind: "system", name: "outbox" }, key, askFollowUp, { caseId, month });
}
