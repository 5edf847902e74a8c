/** Reviewers keep their own profile: what they know, read and have time for. What ties them stands with their interests. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Problem } from "../network/problem.ts";
import { sectors, themes } from "../network/taxonomy.ts";
import { type Person, type ReviewerProfile, reviewerProfileSchema } from "./person.ts";

/** The park that a reviewer comes from is the operator's to say: rules on parks hang on it. */
export const ownProfileSchema = reviewerProfileSchema.omit({ parkId: true, employers: true, interests: true }).extend({
  terms: z.array(z.string().trim().min(2).max(80)).max(40),
  taxonomy: z.array(z.string().max(60)).max(40),
  languages: reviewerProfileSchema.shape.languages.min(1),
  capacity: z.number().int().min(0).max(20),
  away: reviewerProfileSchema.shape.away.unwrap(),
});
export type OwnProfile = z.infer<typeof ownProfileSchema>;

/** @throws forbidden `actor.role-needed`; conflict `person.changed`; invalid `input.invalid` with every problem. */
export const saveProfile = verb({
  name: "person.save-profile",
  input: ownProfileSchema.extend({ version: z.number().int().min(0) }),
  read: async (reader, _input, actor): Promise<Person | undefined> =>
    actor.kind === "person" ? reader.get("person", { personId: actor.personId }) : undefined,
  decide(person: Person | undefined, actor, { version, ...profile }, moment): Decision<{ saved: true }> {
    const { personId } = requireRole(actor, "reviewer", undefined, moment.now);
    if (person === undefined) throw new DomainError("not_found", "person.not-found");
    if (person.version !== version) throw new DomainError("conflict", "person.changed");
    const problems = problemsOf(profile);
    if (problems.length > 0)
      throw new DomainError("invalid", "input.invalid", {
        problems: problems.map(({ path, text }) => ({ path, message: text })),
      });
    const { parkId, employers = [], interests = [] } = person.reviewer ?? {};
    const reviewer: ReviewerProfile = {
      ...profile,
      ...(parkId === undefined ? {} : { parkId }),
      terms: [...new Set(profile.terms)],
      employers,
      interests,
    };
    return {
      changes: [{ op: "replace", name: "person", value: { ...person, reviewer } }],
      events: [{ stream: `person:${personId}`, type: "person.profile-saved", facts: {} }],
      effects: [{ body: { kind: "recheck-reviewer", personId } }],
      result: { saved: true },
    };
  },
});

function problemsOf({ taxonomy, away }: OwnProfile): Problem[] {
  const known = new Set([...sectors, ...themes].map(({ id }) => id));
  return [
    ...taxonomy.flatMap((id, at) =>
      known.has(id) ? [] : [{ path: `taxonomy.${at}`, text: `There is no field "${id}".` }],
    ),
    ...away.flatMap(({ from, until }, at) =>
      until < from ? [{ path: `away.${at}.until`, text: "The last day is before the first." }] : [],
    ),
  ];
}
