/** A manager sets a filed review aside by hand, for an interest that its author had not declared and no rule found. */
import * as z from "zod";
import { type DecisionFacts, readDecision, requireDecision } from "../decision/decision-facts.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { requireStaff } from "../voucher/staff.ts";
import { isCounted, setAside } from "./reopen-slot.ts";
import type { Review } from "./review.ts";

export const setReviewAsideInput = z.object({
  caseId: caseIdSchema,
  slot: z.string().max(20),
  /** Kept in the record of the case, read by whoever reads that. */
  reason: z.string().trim().min(1).max(1000),
  noInterest: z.literal(true),
});
export const setReviewAsideResult = z.object({ outcome: z.literal("set-aside") });

interface Facts extends DecisionFacts {
  /** Of the present attempt, those set aside before included. */
  readonly all: readonly Review[];
}

/** Decided or proposed, but not told. */
const mayIn = ["in-review", "deciding", "approving", "approved"];

/**
 * It is kept and counts no more; a proposal that rests on it goes with it, and its slot is open for somebody else. What two
 * managers froze one does not undo: a ranking that counted it is superseded first.
 * @throws as `requireStaff`; conflict `review.aside-late`, `review.aside-ranked`; not_found `review.none-filed`.
 */
export const setReviewAside = verb({
  name: "review.set-aside",
  input: setReviewAsideInput,
  async read(reader: Reader, { caseId }): Promise<Facts> {
    const decision = await readDecision(reader, caseId);
    const { one } = decision;
    const all = one === undefined ? [] : await reader.list("review", { caseId, attempt: one.attempt });
    return { ...decision, all };
  },
  decide(facts: Facts, actor, { slot: name, reason }, moment): Decision<z.infer<typeof setReviewAsideResult>> {
    const decided = requireDecision(facts);
    const { one, call, slots } = decided;
    requireStaff(actor, "manager", one, slots, moment.now);
    const slot = slots.find((other) => other.slot === name && other.attempt === one.attempt);
    const review = facts.all.find(
      (other) => other.slot === name && other.status === "filed" && other.reviewerId === slot?.reviewerId,
    );
    if (slot === undefined || review === undefined) throw new DomainError("not_found", "review.none-filed");
    if (!mayIn.includes(one.status)) throw new DomainError("conflict", "review.aside-late", { status: one.status });
    if (isCounted(call, review)) throw new DomainError("conflict", "review.aside-ranked");
    const event = { type: "review.set-aside", facts: { slot: name, reviewerId: review.reviewerId, reason } };
    return { ...setAside(decided, slot, review, event, actor, moment), result: { outcome: "set-aside" } };
  },
});
