/** The manager changes what the applicant reads of a review's comment, before anything is proposed; the original is kept (domain §9). */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { requireStaff } from "../voucher/staff.ts";
import type { Mark, Review } from "./review.ts";
import type { Slot } from "./slot.ts";

export const redactCommentInput = z.object({
  caseId: caseIdSchema,
  slot: z.string(),
  criterion: z.string(),
  /** What the applicant reads instead; empty: no comment; the reviewer's own words: nothing is changed any more. */
  text: z.string().trim().max(4000),
  /** Kept in the park. */
  reason: z.string().trim().min(1).max(1000),
  noInterest: z.literal(true),
});

interface Facts {
  readonly one: Case | undefined;
  readonly slots: readonly Slot[];
  readonly reviews: readonly Review[];
}

/** Of a filed review of the present attempt. @throws conflict `review.redaction-late`; not_found `review.comment-unknown`. */
export const redactComment = verb({
  name: "review.redact",
  input: redactCommentInput,
  async read(reader, { caseId }): Promise<Facts> {
    const [one, slots] = await Promise.all([reader.get("case", { caseId }), reader.list("slot", { caseId })]);
    const reviews = one === undefined ? [] : await reader.list("review", { caseId, attempt: one.attempt });
    return { one, slots, reviews };
  },
  decide({ one, slots, reviews }: Facts, actor, input, moment): Decision<{ outcome: "changed" | "unchanged" }> {
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    const person = requireStaff(actor, "manager", one, slots, moment.now);
    // Approvers have seen the letter as it will go out: after the proposal nothing in it may change.
    if (one.status !== "in-review" && one.status !== "deciding")
      throw new DomainError("conflict", "review.redaction-late", { status: one.status });
    const { slot, criterion, text, reason } = input;
    const review = reviews.find((found) => found.slot === slot && found.status === "filed");
    const mark = review?.marks.find((found) => found.criterion === criterion);
    if (review === undefined || mark === undefined)
      throw new DomainError("not_found", "review.comment-unknown", { slot, criterion });
    if (toldApplicant(mark) === text) return { changes: [], result: { outcome: "unchanged" } };
    const { redacted: _before, ...original } = mark;
    const after: Mark =
      text === mark.toApplicant.trim()
        ? original
        : { ...original, redacted: { text, reason, by: person.personId, at: moment.now } };
    const marks = review.marks.map((found) => (found === mark ? after : found));
    return {
      changes: [
        { op: "replace", name: "review", value: { ...review, marks } },
        { op: "check", name: "case", key: { caseId: one.caseId }, when: { status: one.status } },
      ],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "review.comment-redacted", facts: { slot, criterion } }],
      result: { outcome: "changed" },
    };
  },
});

/** What the applicant reads of this comment. */
export function toldApplicant({ toApplicant, redacted }: Pick<Mark, "toApplicant" | "redacted">): string {
  return (redacted?.text ?? toApplicant).trim();
}
