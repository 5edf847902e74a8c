/** How mail reaches somebody, and what is held for them. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { instantSchema } from "../kernel/instant.ts";
import { digestHour } from "../letter/digest/next-digest.ts";
import { mailPaceSchema } from "../person/choose-mail.ts";
import type { Deps } from "../port/deps.ts";

export const mailPreferenceSchema = z.object({
  pace: mailPaceSchema,
  /** Full hour at which a digest comes, in its zone. */
  hour: z.number().int(),
  /** IANA; of who asked for digests. */
  zone: z.string().optional(),
  /** Notices that wait, and when the first digest of them comes. */
  held: z.number().int(),
  next: instantSchema.optional(),
});

export async function readMailPreference(
  { store }: Pick<Deps, "store">,
  { personId }: PersonActor,
): Promise<z.infer<typeof mailPreferenceSchema>> {
  const [person, digests] = await Promise.all([store.get("person", { personId }), store.list("digest", { personId })]);
  const open = digests.filter(({ state }) => state === "open");
  const next = open.map(({ dueAt }) => dueAt).sort()[0];
  return {
    pace: person?.digest === undefined ? "immediate" : "daily",
    hour: digestHour,
    ...(person?.digest === undefined ? {} : { zone: person.digest.zone }),
    held: open.reduce((sum, { notices }) => sum + notices.length, 0),
    ...(next === undefined ? {} : { next }),
  };
}
