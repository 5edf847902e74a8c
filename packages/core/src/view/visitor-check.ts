/** The public check of one call, and which other open calls the same answers fit. Reads calls and the network only; stores nothing. */
import * as z from "zod";
import { fundingSchema } from "../application/check-application.ts";
import { dayOf } from "../application/read-application.ts";
import type { Call } from "../call/call.ts";
import { windowOf } from "../call/call-window.ts";
import { requirementResultSchema } from "../eligibility/list.ts";
import { inCurrency, type PreCheck, preCheck } from "../eligibility/pre-check.ts";
import { DomainError, isDomainError } from "../kernel/error.ts";
import { type CallId, callIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";

export const visitorReportSchema = z.object({
  checkedAt: instantSchema,
  verdict: z.enum(["yes", "not-yet", "no"]),
  requirements: z.array(requirementResultSchema),
  /** Ids of requirements that fail only because something is still to be done. */
  toDo: z.array(z.string()),
  funding: fundingSchema.optional(),
  /** Open calls that nothing in the answers forbids, where this one is not for them. */
  others: z.array(callIdSchema),
});
export type VisitorReport = z.infer<typeof visitorReportSchema>;

/** @throws not_found `call.not-found`; unavailable `rate.none` where a converted limit has no rate. */
export async function checkVisitor(
  deps: Pick<Deps, "store" | "network" | "clock">,
  callId: CallId,
  answers: PreCheck,
): Promise<VisitorReport> {
  const [call, network] = await Promise.all([deps.store.get("call", { callId }), deps.network.current()]);
  if (call === undefined || call.state === "draft") throw new DomainError("not_found", "call.not-found");
  const now = deps.clock.now();
  const result = preCheck(call, answers, now, network);
  const others = result.verdict === "no" ? await deps.store.list("call", {}) : [];
  return {
    checkedAt: now,
    verdict: result.verdict,
    requirements: [...result.requirements],
    toDo: [...result.toDo],
    ...(result.funding === undefined ? {} : { funding: result.funding }),
    others: others
      .filter((other) => other.callId !== callId && windowOf(other, now) === "open")
      .filter((other) => fits(other, call, answers, now, network))
      .map((other) => other.callId),
  };
}

/** A call whose currency has no rate is not named: nobody can say whether it fits. */
function fits(other: Call, asked: Call, answers: PreCheck, now: Instant, network: NetworkFile): boolean {
  try {
    const converted = inCurrency(answers, asked.currency, other.currency, dayOf(other, network, now), network);
    return preCheck(other, converted, now, network).verdict !== "no";
  } catch (error) {
    if (isDomainError(error, "rate.none")) return false;
    throw error;
  }
}
