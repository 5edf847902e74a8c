/** A manager corrects what was published about a call: the page says when, and what stood there before is kept. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { callIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type AnswerFacts, problemsOf, readAnswer } from "./answer-enquiry.ts";
import { correctionsMost, enquiryIdSchema, type enquirySchema, enquiryStream, enquiryTextsSchema } from "./enquiry.ts";

export const correctEnquiryInput = z.strictObject({
  callId: callIdSchema,
  enquiryId: enquiryIdSchema,
  /** The version that was looked at. */
  on: z.number().int().min(0),
  texts: enquiryTextsSchema,
});
export const correctEnquiryResult = z.object({ corrections: z.number().int().min(0).max(correctionsMost) });

/**
 * Managers of the lead park, in any state of the call. The asker's address is forgotten: nobody is written to.
 * @throws not_found `call.not-found`, `enquiry.not-found`; conflict `enquiry.not-published`, `enquiry.changed`,
 * `enquiry.corrected-most`; invalid `input.invalid`
 */
export const correctEnquiry = verb({
  name: "enquiry.correct",
  input: correctEnquiryInput,
  read: readAnswer,
  decide({ call, enquiry }: AnswerFacts, actor, input, moment): Decision<z.infer<typeof correctEnquiryResult>> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const { personId } = requireRole(actor, "manager", call.leadPark, moment.now);
    if (enquiry === undefined) throw new DomainError("not_found", "enquiry.not-found");
    const { callId, enquiryId, texts, corrections = [] } = enquiry;
    if (enquiry.status !== "published" || texts === undefined)
      throw new DomainError("conflict", "enquiry.not-published");
    const problems = problemsOf({ outcome: "published", texts: input.texts }, call);
    if (problems.length > 0) throw new DomainError("invalid", "input.invalid", { problems });
    if (canonicalJson(texts) === canonicalJson(input.texts))
      return { changes: [], result: { corrections: corrections.length } };
    if (enquiry.version !== input.on) throw new DomainError("conflict", "enquiry.changed");
    if (corrections.length >= correctionsMost)
      throw new DomainError("conflict", "enquiry.corrected-most", { most: correctionsMost });
    const all = [...corrections, { texts, at: moment.now, by: personId }];
    return {
      changes: [{ op: "replace", name: "enquiry", value: { ...enquiry, texts: input.texts, corrections: all } }],
      events: [
        {
          stream: enquiryStream(callId),
          type: "enquiry.corrected",
          facts: { enquiryId, nth: all.length, before: moment.digest(canonicalJson(texts)) },
        },
      ],
      result: { corrections: all.length },
    };
  },
});

/** When it was last corrected; undefined of what stands as it was answered. */
export function correctedAt({ corrections }: Pick<z.infer<typeof enquirySchema>, "corrections">) {
  return corrections?.at(-1)?.at;
}
