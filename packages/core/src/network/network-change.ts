/** A change of the network file that one person proposed and another has not answered yet; at most one at a time. */
import * as z from "zod";
import type { Actor } from "../kernel/actor.ts";
import { type PersonActor, requirePerson } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import { rateSchema } from "../kernel/rate.ts";

/** What may be changed without writing the whole file, and the file itself for all else. */
export const networkEditSchema = z.discriminatedUnion("kind", [
  /** Newly published rates. */
  z.object({ kind: z.literal("rates"), rates: z.array(rateSchema).min(1).max(60) }),
  /** Holidays of a calendar, and the day until which its list is now complete. */
  z.object({
    kind: z.literal("holidays"),
    calendarId: z.string().max(60),
    until: daySchema,
    holidays: z.array(z.object({ date: daySchema, name: z.string().trim().min(1).max(80) })).max(60),
  }),
  /** Days from today on which the park is closed; they take the place of those that were known from today on. */
  z.object({ kind: z.literal("closures"), parkId: z.string().max(60), days: z.array(daySchema).max(60) }),
  /** A new figure of a limit from a day on; the row before it ends the day before. */
  z.object({
    kind: z.literal("limit"),
    /** Which row: its place in the file in force. */
    row: z.number().int().min(0).max(500),
    from: daySchema,
    /** Whole units of a ceiling's currency, or percent of a stacking limit. */
    figure: z.number().int().positive().max(1_000_000_000_000),
    act: z.string().trim().min(1).max(200),
    article: z.string().trim().min(1).max(120),
    url: z.url().max(400).optional(),
  }),
  z.object({ kind: z.literal("file"), file: z.record(z.string(), z.unknown()) }),
]);
export type NetworkEdit = z.infer<typeof networkEditSchema>;

export const networkChangeSchema = z.object({
  id: z.literal("open"),
  kind: z.enum(["rates", "holidays", "closures", "limit", "file"]),
  /** The file as it would be. */
  file: z.record(z.string(), z.unknown()),
  hash: z.string(),
  /** Number of the version that it changes. */
  base: z.number().int().min(1),
  reason: z.string(),
  by: personIdSchema,
  at: instantSchema,
  version: z.number().int().default(0),
});
export type NetworkChange = z.infer<typeof networkChangeSchema>;

type Granted = Pick<PersonActor, "grants">;

/** Whether the secretary's role, or a park's manager's, is held now. */
function holds({ grants }: Granted, role: "secretary" | "manager", now: Instant): boolean {
  return grants.some((grant) => grant.role === role && (grant.until === undefined || now < grant.until));
}

/** Secretaries and managers change the network's settings: one proposes, another puts them in force. */
export function maySettle(person: Granted, now: Instant): boolean {
  return holds(person, "secretary", now) || holds(person, "manager", now);
}

/** @throws forbidden `actor.role-needed`. */
export function requireSettler(actor: Actor, now: Instant): PersonActor {
  const person = requirePerson(actor);
  if (!maySettle(person, now)) throw new DomainError("forbidden", "actor.role-needed", { role: "secretary" });
  return person;
}

/** Of the two people one is a secretary when it is put in force. */
export function oneIsSecretary(proposer: Granted, answerer: Granted, now: Instant): boolean {
  return holds(proposer, "secretary", now) || holds(answerer, "secretary", now);
}
