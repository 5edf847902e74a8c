/** Questions about a call: for everybody what was published, for its staff all of them, for a manager those that wait. Nobody is shown who asked. */
import * as z from "zod";
import { correctedAt } from "../enquiry/correct-enquiry.ts";
import {
  type Enquiry,
  enquiryIdSchema,
  enquiryOutcomeSchema,
  enquirySchema,
  enquiryTextsSchema,
  takesQuestions,
} from "../enquiry/enquiry.ts";
import { holdsRole, type PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CallId, callIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { languageSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import { requireCallOf } from "./call-desk.ts";
import { namesOfIds } from "./names.ts";

export const publicEnquiriesSchema = z.object({
  /** Whether somebody may ask now. */
  open: z.boolean(),
  enquiries: z.array(
    z.object({
      enquiryId: enquiryIdSchema,
      askedAt: instantSchema,
      answeredAt: instantSchema,
      /** Of what was published before and put right. */
      correctedAt: instantSchema.optional(),
      texts: enquiryTextsSchema,
    }),
  ),
});

export const deskEnquiriesSchema = z.object({
  call: z.object({
    callId: callIdSchema,
    code: z.string(),
    title: z.partialRecord(languageSchema, z.string()),
    languages: z.array(languageSchema),
  }),
  /** The reader may answer. */
  mine: z.boolean(),
  open: z.array(enquirySchema.pick({ enquiryId: true, language: true, question: true, askedAt: true, due: true })),
  answered: z.array(
    z.object({
      enquiryId: enquiryIdSchema,
      outcome: enquiryOutcomeSchema,
      language: languageSchema,
      question: z.string(),
      askedAt: instantSchema,
      answeredAt: instantSchema,
      answeredBy: z.string(),
      texts: enquiryTextsSchema,
      version: z.number().int(),
      /** What was published before, oldest first. */
      earlier: z.array(z.object({ texts: enquiryTextsSchema, until: instantSchema, by: z.string() })),
    }),
  ),
});

export const myEnquiriesSchema = z.object({
  enquiries: z.array(
    z.object({
      callId: callIdSchema,
      enquiryId: enquiryIdSchema,
      code: z.string(),
      title: z.partialRecord(languageSchema, z.string()),
      askedAt: instantSchema,
      due: instantSchema,
      overdue: z.boolean(),
    }),
  ),
});

type Answered = Enquiry & { [Field in "answeredAt" | "answeredBy" | "texts"]: NonNullable<Enquiry[Field]> };

function isAnswered(one: Enquiry): one is Answered {
  return one.answeredAt !== undefined && one.answeredBy !== undefined && one.texts !== undefined;
}

const byAnswer = (a: Answered, b: Answered) =>
  a.answeredAt.localeCompare(b.answeredAt) || a.enquiryId.localeCompare(b.enquiryId);

/** In the order in which they were answered. @throws not_found `call.not-found` */
export async function publicEnquiries(
  deps: Pick<Deps, "store" | "clock">,
  callId: CallId,
): Promise<z.infer<typeof publicEnquiriesSchema>> {
  const call = await deps.store.get("call", { callId });
  if (call === undefined || call.state === "draft") throw new DomainError("not_found", "call.not-found");
  const all = await deps.store.list("enquiry", { callId });
  const published = all.filter(isAnswered).filter(({ status }) => status === "published");
  return {
    open: takesQuestions(call, deps.clock.now()),
    enquiries: published.toSorted(byAnswer).map(({ enquiryId, askedAt, answeredAt, texts, corrections }) => {
      const at = correctedAt({ corrections });
      return { enquiryId, askedAt, answeredAt, texts, ...(at === undefined ? {} : { correctedAt: at }) };
    }),
  };
}

/** Open ones soonest due first. @throws not_found `call.not-found`; forbidden `actor.role-needed` */
export async function deskEnquiries(
  deps: Deps,
  actor: PersonActor,
  callId: CallId,
): Promise<z.infer<typeof deskEnquiriesSchema>> {
  const { code, title, languages, leadPark } = await requireCallOf(deps, actor, callId);
  const all = await deps.store.list("enquiry", { callId });
  const answered = all.filter(isAnswered).toSorted(byAnswer);
  const people = answered.flatMap(({ answeredBy, corrections = [] }) => [
    answeredBy,
    ...corrections.map(({ by }) => by),
  ]);
  const names = await namesOfIds(deps.store, [...new Set(people)]);
  return {
    call: { callId, code, title, languages },
    mine: holdsRole(actor, "manager", leadPark, deps.clock.now()),
    open: all
      .filter(({ status }) => status === "open")
      .toSorted((a, b) => a.due.localeCompare(b.due) || a.enquiryId.localeCompare(b.enquiryId))
      .map(({ enquiryId, language, question, askedAt, due }) => ({ enquiryId, language, question, askedAt, due })),
    answered: answered.flatMap((one) => {
      const { status, enquiryId, language, question, askedAt, answeredAt, texts, version, corrections = [] } = one;
      if (status === "open") return [];
      const earlier = corrections.map((was) => ({ texts: was.texts, until: was.at, by: names[was.by] ?? "" }));
      const answeredBy = names[one.answeredBy] ?? "";
      const outcome = status;
      return [{ enquiryId, outcome, language, question, askedAt, answeredAt, answeredBy, texts, version, earlier }];
    }),
  };
}

/** What waits in the parks that the reader manages, soonest due first. */
export async function myEnquiries(deps: Deps, actor: PersonActor): Promise<z.infer<typeof myEnquiriesSchema>> {
  const now = deps.clock.now();
  const parks = actor.grants.flatMap(({ role, scope, until }) =>
    role === "manager" && scope.kind === "park" && (until === undefined || now < until) ? [scope.parkId] : [],
  );
  const rows = await Promise.all([...new Set(parks)].map((parkId) => deps.store.list("enquiryWaiting", { parkId })));
  const waiting = rows.flat().toSorted((a, b) => a.due.localeCompare(b.due));
  const callIds = [...new Set(waiting.map(({ callId }) => callId))];
  const calls = await Promise.all(callIds.map((callId) => deps.store.get("call", { callId })));
  return {
    enquiries: waiting.flatMap(({ callId, enquiryId, askedAt, due }) => {
      const call = calls.find((one) => one?.callId === callId);
      if (call === undefined) return [];
      return [{ callId, enquiryId, code: call.code, title: call.title, askedAt, due, overdue: due < now }];
    }),
  };
}
