/** Somebody chooses how notices reach them: each at once, or in one letter a day. Never asked about decisions and dates. */
import * as z from "zod";
import { requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { isKnownZone } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Person } from "./person.ts";

export const mailPaceSchema = z.enum(["immediate", "daily"]);

export const chooseMailInput = z.object({
  pace: mailPaceSchema,
  /** IANA; in whose morning a digest comes. */
  zone: z.string().min(1).max(60),
});
export const chooseMailResult = z.object({ pace: mailPaceSchema });

/** What is held when somebody turns back to immediate mail comes with the digest that it waits for. @throws invalid `zone.unknown`. */
export const chooseMail = verb({
  name: "person.choose-mail",
  input: chooseMailInput,
  async read(reader: Reader, _input, actor): Promise<{ person: Person | undefined }> {
    return { person: await reader.get("person", { personId: requirePerson(actor).personId }) };
  },
  decide({ person }, actor, { pace, zone }): Decision<z.infer<typeof chooseMailResult>> {
    const { personId } = requirePerson(actor);
    if (person === undefined) throw new DomainError("not_found", "person.not-found");
    if (!isKnownZone(zone)) throw new DomainError("invalid", "zone.unknown", { zone });
    const wanted = pace === "daily" ? { zone } : undefined;
    if (person.digest?.zone === wanted?.zone) return { changes: [], result: { pace } };
    return {
      changes: [{ op: "patch", name: "person", key: { personId }, set: { digest: wanted }, when: { disabled: false } }],
      events: [{ stream: `person:${personId}`, type: "person.mail-chosen", facts: { pace } }],
      result: { pace },
    };
  },
});
