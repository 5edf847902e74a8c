/** Reviewers keep their own profile: what they know, read and have time for, where they work, and what ties they have. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { checkRegisterId } from "../kernel/register-id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Problem } from "../network/problem.ts";
import { sectors, themes } from "../network/taxonomy.ts";
import { type NamedOrganisation, type Person, type ReviewerProfile, reviewerProfileSchema } from "./person.ts";

/** The park that a reviewer comes from is the operator's to say: rules on parks hang on it. */
export const ownProfileSchema = reviewerProfileSchema.omit({ parkId: true }).extend({
  terms: z.array(z.string().trim().min(2).max(80)).max(40),
  taxonomy: z.array(z.string().max(60)).max(40),
  languages: reviewerProfileSchema.shape.languages.min(1),
  employers: reviewerProfileSchema.shape.employers.max(20),
  interests: reviewerProfileSchema.shape.interests.max(40),
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
    const problems = problemsOf(profile, person.reviewer, moment.network);
    if (problems.length > 0)
      throw new DomainError("invalid", "input.invalid", {
        problems: problems.map(({ path, text }) => ({ path, message: text })),
      });
    const park = person.reviewer?.parkId;
    const reviewer: ReviewerProfile = {
      ...profile,
      ...(park === undefined ? {} : { parkId: park }),
      terms: [...new Set(profile.terms)],
      employers: profile.employers.map((one) => ({ ...one, ...normalised(one, moment.network) })),
      interests: profile.interests.map((one) => ({ ...one, ...normalised(one, moment.network) })),
    };
    return {
      changes: [{ op: "replace", name: "person", value: { ...person, reviewer } }],
      events: [{ stream: `person:${personId}`, type: "person.profile-saved", facts: {} }],
      effects: [{ body: { kind: "recheck-reviewer", personId } }],
      result: { saved: true },
    };
  },
});

function normalised({ register }: NamedOrganisation, { registerSchemes }: NetworkFile): NamedOrganisation {
  const scheme = registerSchemes.find(({ id }) => id === register?.scheme);
  if (register === undefined || scheme === undefined) return {};
  return { register: { ...register, id: checkRegisterId(scheme, register.id).id } };
}

function problemsOf(profile: OwnProfile, before: ReviewerProfile | undefined, network: NetworkFile): Problem[] {
  const known = new Set([...sectors, ...themes].map(({ id }) => id));
  // An id tells whether an organisation is in the network, so only those that the operator entered are kept.
  const kept = new Set([...(before?.employers ?? []), ...(before?.interests ?? [])].map((one) => one.organisationId));
  const named = (path: string, { organisationId, register }: NamedOrganisation): Problem[] => {
    if (organisationId !== undefined)
      return kept.has(organisationId) ? [] : [{ path, text: "Name the organisation by its register number." }];
    const scheme = network.registerSchemes.find(({ id }) => id === register?.scheme);
    if (register === undefined || scheme === undefined)
      return [{ path: `${path}.register.scheme`, text: "Choose the register." }];
    return checkRegisterId(scheme, register.id).ok
      ? []
      : [{ path: `${path}.register.id`, text: `This is no number of that register. A right one: ${scheme.example}.` }];
  };
  const backwards = (path: string, { from, until }: { from: string; until?: string | undefined }): Problem[] =>
    until !== undefined && until < from ? [{ path: `${path}.until`, text: "The last day is before the first." }] : [];
  return [
    ...profile.taxonomy.flatMap((id, at) =>
      known.has(id) ? [] : [{ path: `taxonomy.${at}`, text: `There is no field "${id}".` }],
    ),
    ...profile.employers.flatMap((one, at) => [...named(`employers.${at}`, one), ...backwards(`employers.${at}`, one)]),
    ...profile.interests.flatMap((one, at) => named(`interests.${at}`, one)),
    ...profile.away.flatMap((one, at) => backwards(`away.${at}`, one)),
  ];
}
