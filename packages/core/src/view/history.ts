/** The record of a case as its reader may see it: ids and facts of what happened, with names beside it. */
import * as z from "zod";
import { statementSchema } from "../event/event.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import type { Reader } from "../port/store.ts";
import type { CaseView } from "./case-view.ts";
import { namesOfIds, personIdsIn } from "./names.ts";

export const historyEntrySchema = z.object({
  eventId: z.string(),
  at: instantSchema,
  type: z.string(),
  actor: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  facts: z.record(z.string(), z.unknown()),
  statement: statementSchema.optional(),
  sealed: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export interface History {
  entries: HistoryEntry[];
  names: Record<string, string>;
  sealedUntil?: Instant;
}

/** Events that a party may see: its own acts and what it was told by letter; never the inside of the park. */
const partyTypes = new Set([
  "application.started",
  "application.provider-invited",
  "application.offer-confirmed",
  "application.offer-declined",
  "application.submitted",
  "application.withdrawn",
  "application.question-asked",
  "application.question-answered",
  "application.ineligible",
  "decision.released",
  "decision.stated",
  "decision.statement-asked",
  "decision.granted",
  "decision.lapsed",
  "redress.asked",
  "redress.admitted",
  "redress.inadmissible",
  "redress.decided",
  "voucher.terms-accepted",
  "voucher.in-use",
  "claim.filed",
  "claim.service-confirmed",
  "claim.service-disputed",
  "claim.accepted",
  "payment.booked",
  "voucher.redeemed",
  "voucher.lapsed",
  "voucher.expired",
  "voucher.cancelled",
  "case.closed",
]);

export async function viewHistory(reader: Reader, actor: PersonActor, view: CaseView): Promise<History> {
  const inside = view.audience === "staff" || view.audience === "auditor";
  if (view.audience === "reviewer") return { entries: [], names: {} };
  const events = (await reader.list("event", { stream: view.caseId })).filter(
    (event) => inside || (partyTypes.has(event.type) && isOfParty(event, view.audience)),
  );
  const entries = events.map(({ eventId, at, type, actor: by, from, to, facts, seal, statement }) => ({
    eventId,
    at,
    type,
    actor: inside || by === actor.personId ? by : "",
    ...(inside ? { from, to, facts, ...(statement === undefined ? {} : { statement }) } : { facts: {} }),
    sealed: seal !== undefined,
  }));
  const sealed = events.filter((event) => event.seal !== undefined).at(-1)?.at;
  return {
    entries,
    names: inside ? await namesOfIds(reader, personIdsIn(entries)) : {},
    ...(sealed === undefined || !inside ? {} : { sealedUntil: sealed }),
  };
}

/** A request for redress is between the park and who asked. */
function isOfParty({ type, facts }: { type: string; facts: Record<string, unknown> }, audience: string): boolean {
  return !type.startsWith("redress.") || (facts["party"] ?? "applicant") === audience;
}
