/** Asks, once a booking's days of return have passed, whether it stands for good. */
import { perform } from "../../kernel/perform.ts";
import { confirmLine } from "../../payment/confirm-line.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function confirmBooking(deps: Deps, { endToEndId }: Body<"confirm-booking">): Promise<void> {
  await perform(deps, { kind: "system", name: "outbox" }, `confirm:${endToEndId}`, confirmLine, { endToEndId });
}
