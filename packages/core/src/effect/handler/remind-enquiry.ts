/** Takes a question about a call that nobody answered one step of time on. */
import { remindEnquiry } from "../../enquiry/remind-enquiry.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

const runner = { kind: "system", name: "outbox" } as const;

export async function remindOfEnquiry(deps: Deps, { callId, enquiryId, step }: Body<"remind-enquiry">): Promise<void> {
  await perform(deps, runner, `enquiry:${enquiryId}:${step}`, remindEnquiry, { callId, enquiryId, step });
}
