/** A manager answers a question about a call, once for everybody: in public, to the asker alone, or not at all with the reason. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { callIdSchema } from "../kernel/id.ts";
import { addDays, toEpochSeconds, toZonedDateString } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { enquiryAnswered } from "../letter/kind/enquiry-answered.ts";
import { parkOf } from "../network/network-file.ts";
import { writtenIn } from "../network/text.ts";
import type { Reader } from "../port/store.ts";
import {
  type Enquiry,
  type EnquiryTexts,
  enquiryIdSchema,
  enquiryOutcomeSchema,
  enquiryStream,
  enquiryTextsSchema,
} from "./enquiry.ts";

export const answerEnquiryInput = z.strictObject({
  callId: callIdSchema,
  enquiryId: enquiryIdSchema,
  outcome: enquiryOutcomeSchema,
  texts: enquiryTextsSchema,
});
type Input = z.infer<typeof answerEnquiryInput>;

/** Days for which the mail to the asker, and with it the address, is kept. */
const letterDays = 30;

export interface AnswerFacts {
  readonly call: Call | undefined;
  readonly enquiry: Enquiry | undefined;
}

export async function readAnswer(
  reader: Reader,
  { callId, enquiryId }: Pick<Input, "callId" | "enquiryId">,
): Promise<AnswerFacts> {
  const [call, enquiry] = await Promise.all([
    reader.get("call", { callId }),
    reader.get("enquiry", { callId, enquiryId }),
  ]);
  return { call, enquiry };
}

/**
 * Managers of the lead park. The address of the asker is forgotten with the answer.
 * @throws not_found `call.not-found`, `enquiry.not-found`; conflict `enquiry.answered`; invalid `input.invalid`
 */
export const answerEnquiry = verb({
  name: "enquiry.answer",
  input: answerEnquiryInput,
  read: readAnswer,
  decide({ call, enquiry }: AnswerFacts, actor, input, moment): Decision<{ status: Enquiry["status"] }> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const { personId } = requireRole(actor, "manager", call.leadPark, moment.now);
    if (enquiry === undefined) throw new DomainError("not_found", "enquiry.not-found");
    if (enquiry.status !== "open")
      throw new DomainError("conflict", "enquiry.answered", { at: enquiry.answeredAt, status: enquiry.status });
    const problems = problemsOf(input, call);
    if (problems.length > 0) throw new DomainError("invalid", "input.invalid", { problems });
    const { callId, enquiryId } = enquiry;
    const told = letterTo(enquiry, call, input, moment);
    return {
      changes: [
        {
          op: "patch",
          name: "enquiry",
          key: { callId, enquiryId },
          set: {
            status: input.outcome,
            texts: input.texts,
            answeredAt: moment.now,
            answeredBy: personId,
            email: undefined,
          },
          when: { status: "open" },
        },
        { op: "remove", name: "enquiryWaiting", key: { parkId: call.leadPark, callId, enquiryId } },
        ...told.changes,
      ],
      events: [
        { stream: enquiryStream(callId), type: "enquiry.answered", facts: { enquiryId, outcome: input.outcome } },
      ],
      effects: told.effects,
      result: { status: input.outcome },
    };
  },
});

/** What is wrong with the words of an answer. */
export function problemsOf({ outcome, texts }: Pick<Input, "outcome" | "texts">, call: Call) {
  const written = Object.entries(texts);
  if (written.length === 0) return [{ path: "texts", message: "Write the answer in one language at least." }];
  if (outcome !== "published") return [];
  const foreign = written.filter(([language]) => !call.languages.some((one) => one === language));
  const wordless = written.filter(([, text]) => text?.question === undefined);
  return [
    ...foreign.map(([language]) => ({ path: `texts.${language}`, message: "The call is not in this language." })),
    ...wordless.map(([language]) => ({
      path: `texts.${language}.question`,
      message: "Word the question as it is to be published.",
    })),
  ];
}

/** The asker's own words are not repeated: nobody sends mail of their own making to a stranger through it. */
function letterTo(enquiry: Enquiry, call: Call, { outcome, texts }: Input, moment: Moment) {
  const { email, language } = enquiry;
  const text = writtenIn(texts satisfies EnquiryTexts, language);
  if (email === undefined || text === undefined) return { changes: [], effects: [] };
  const park = parkOf(moment.network, call.leadPark);
  return ownLetter(
    enquiryAnswered,
    {
      kind: "enquiry-answered",
      key: `enquiry-answered:${enquiry.enquiryId}`,
      stream: `enquiry:${enquiry.enquiryId}`,
      to: { email, name: "", language },
      data: {
        park: park.name,
        call: writtenIn(call.title, language) ?? call.code,
        askedOn: toZonedDateString(enquiry.askedAt, park.zone),
        outcome,
        ...(outcome === "published" && text.question !== undefined ? { question: text.question } : {}),
        answer: text.answer,
        path: `/calls/${call.callId}`,
      },
      expires: toEpochSeconds(addDays(moment.now, letterDays)),
    },
    moment,
  );
}
