/** Somebody asks about a call in public: no account, and no sign whether anybody knows the address. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { callIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { perform } from "../kernel/perform.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { canonicalEmail, languageSchema, personSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import type { Reader } from "../port/store.ts";
import { type LimitState, networkOf, takeFrom } from "../sign-in/limit.ts";
import {
  type Enquiry,
  type EnquiryWaiting,
  enquiryDue,
  enquiryStepAt,
  enquiryStream,
  questionText,
  takesQuestions,
} from "./enquiry.ts";

export const askEnquiryInput = z.strictObject({
  callId: callIdSchema,
  email: personSchema.shape.email.max(254),
  /** In which the answer is mailed. */
  language: languageSchema,
  question: questionText,
});
/** The last instant by which the park means to answer. */
export const askEnquiryResult = z.object({ due: instantSchema });

/** Unanswered questions about one call at a time: more than a park can answer is no help to anybody. */
export const waitingMost = 300;

interface Facts {
  readonly call: Call | undefined;
  readonly waiting: number;
}

/**
 * The door's act, performed for a visitor by the system.
 * @throws not_found `call.not-found`; conflict `enquiry.call-closed` once the call takes no applications any more,
 * `enquiry.queue-full` while too many wait
 */
export const askEnquiry = verb({
  name: "enquiry.ask",
  input: askEnquiryInput,
  async read(reader: Reader, { callId }): Promise<Facts> {
    const call = await reader.get("call", { callId });
    if (call === undefined) return { call, waiting: 0 };
    const waiting = await reader.list("enquiryWaiting", { parkId: call.leadPark, callId });
    return { call, waiting: waiting.length };
  },
  decide({ call, waiting }: Facts, actor, input, moment): Decision<z.infer<typeof askEnquiryResult>> {
    requireSystem(actor);
    if (call === undefined || call.state === "draft") throw new DomainError("not_found", "call.not-found");
    if (!takesQuestions(call, moment.now)) throw new DomainError("conflict", "enquiry.call-closed");
    if (waiting >= waitingMost) throw new DomainError("conflict", "enquiry.queue-full");
    const { callId, leadPark } = call;
    const { now, network } = moment;
    const due = enquiryDue(network, leadPark, now);
    const enquiryId = moment.newId("enq");
    const value: Enquiry = {
      callId,
      enquiryId,
      status: "open",
      language: input.language,
      question: input.question,
      email: canonicalEmail(input.email),
      askedAt: now,
      due,
      version: 0,
    };
    const row: EnquiryWaiting = { parkId: leadPark, callId, enquiryId, askedAt: now, due, version: 0 };
    const first = enquiryStepAt(network, leadPark, now, 0);
    return {
      changes: [
        { op: "create", name: "enquiry", value },
        { op: "create", name: "enquiryWaiting", value: row },
      ],
      events: [{ stream: enquiryStream(callId), type: "enquiry.asked", facts: { enquiryId } }],
      effects:
        first === undefined ? [] : [{ body: { kind: "remind-enquiry", callId, enquiryId, step: 0 }, dueAt: first }],
      result: { due },
    };
  },
});

interface Visitor {
  readonly address: string;
  /** Secret of the asking browser's cookie. */
  readonly ask: string;
}

const day = 86_400;

/**
 * Takes from the limits of the browser, its network and the address before anything is read, so that a refusal says
 * nothing of the address. @throws unavailable `enquiry.too-many`, and what the verb throws
 */
export async function askInPublic(
  deps: Deps,
  visitor: Visitor,
  key: string,
  input: z.infer<typeof askEnquiryInput>,
): Promise<{ result: z.infer<typeof askEnquiryResult>; limit: LimitState }> {
  const browser = deps.digest(visitor.ask);
  const limit = await takeFrom(deps, "enquiry.too-many", [
    { scope: `enquiry:browser:${browser}`, most: 10, windowSeconds: day },
    { scope: `enquiry:network:${networkOf(visitor.address)}`, most: 20, windowSeconds: day },
    { scope: `enquiry:email:${deps.digest(canonicalEmail(input.email))}`, most: 5, windowSeconds: day },
  ]);
  // A key is one browser's own: nobody finds another's question by guessing it.
  const own = `enquiry:${browser.slice(0, 32)}:${key}`;
  const result = await perform(deps, { kind: "system", name: "visitor" }, own, askEnquiry, input);
  return { result, limit };
}
