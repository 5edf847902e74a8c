/** People say themselves what they are called and which language they read. */
import * as z from "zod";
import { requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { type Person, personSchema } from "./person.ts";

export const changePersonInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Of every letter from now on. */
  language: personSchema.shape.language,
});
export const changePersonResult = z.object({ changed: z.boolean() });

/**
 * Always one's own, and it stands when the operator's file says otherwise. The record says that it was changed, never what somebody was called before.
 * @throws not_found `person.not-found`
 */
export const changePerson = verb({
  name: "person.change",
  input: changePersonInput,
  read: async (reader, _input, actor): Promise<Person | undefined> =>
    actor.kind === "person" ? reader.get("person", { personId: actor.personId }) : undefined,
  decide(person: Person | undefined, actor, { name, language }): Decision<z.infer<typeof changePersonResult>> {
    const { personId } = requirePerson(actor);
    if (person === undefined) throw new DomainError("not_found", "person.not-found");
    if (person.name === name && person.language === language) return { changes: [], result: { changed: false } };
    return {
      changes: [{ op: "replace", name: "person", value: { ...person, name, language, ownWord: true } }],
      events: [{ stream: `person:${personId}`, type: "person.self-changed", facts: { language } }],
      result: { changed: true },
    };
  },
});
