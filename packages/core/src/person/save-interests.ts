/** Everybody who acts keeps their own interests; what is declared counts from the next request on, and open tasks go to colleagues. */
import * as z from "zod";
import { requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { OrganisationId } from "../kernel/id.ts";
import { checkRegisterId } from "../kernel/register-id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Problem } from "../network/problem.ts";
import { organisationIdOf } from "../organisation/organisation-id.ts";
import type { Change, Reader } from "../port/store.ts";
import { recheckBeside } from "./department.ts";
import { editionOf, type Interest, type Interests, interestSchema, interestsOf, recheckTies } from "./interest.ts";
import type { Person } from "./person.ts";

export const saveInterestsInput = z.object({
  interests: z.array(interestSchema.omit({ declaredAt: true })).max(60),
  version: z.number().int().min(0),
});

export interface InterestFacts {
  readonly person: Person | undefined;
  readonly own: Interests | undefined;
}

export const readOwnInterests = async (reader: Reader, personId: Person["personId"]): Promise<InterestFacts> => {
  const [person, own] = await Promise.all([reader.get("person", { personId }), reader.get("interests", { personId })]);
  return { person, own };
};

/** @throws conflict `person.changed`; invalid `input.invalid` with every problem. */
export const saveInterests = verb({
  name: "person.save-interests",
  input: saveInterestsInput,
  recuses: true,
  read: (reader, _input, actor) => readOwnInterests(reader, requirePerson(actor).personId),
  decide(facts: InterestFacts, actor, { interests, version }, moment): Decision<{ saved: true }> {
    requirePerson(actor);
    if (facts.person === undefined) throw new DomainError("not_found", "person.not-found");
    if (editionOf(facts.own) !== version) throw new DomainError("conflict", "person.changed");
    const before = interestsOf(facts.person, facts.own);
    const problems = problemsOf(interests, before, moment.network);
    if (problems.length > 0)
      throw new DomainError("invalid", "input.invalid", {
        problems: problems.map(({ path, text }) => ({ path, message: text })),
      });
    const entries = interests.map((one) => declared(one, before, moment));
    return { ...keep(facts.person, facts.own, entries), result: { saved: true } };
  },
});

/**
 * The item as it is from now on, and nothing left in the older place; the record says how many there are, never which.
 * Whatever the person reviews or is asked is looked at again, and so is who reviews beside them.
 */
export function keep(
  person: Person,
  own: Interests | undefined,
  entries: readonly Interest[],
): Pick<Decision<never>, "changes" | "events" | "effects"> {
  const { personId, reviewer } = person;
  const value: Interests = { personId, entries: [...entries], version: own?.version ?? 0 };
  const older = reviewer !== undefined && reviewer.employers.length + reviewer.interests.length > 0;
  const changes: Change[] = [
    own === undefined ? { op: "create", name: "interests", value } : { op: "replace", name: "interests", value },
    ...(older
      ? [
          {
            op: "replace" as const,
            name: "person" as const,
            value: { ...person, reviewer: { ...reviewer, employers: [], interests: [] } },
          },
        ]
      : []),
  ];
  return {
    changes,
    events: [{ stream: `person:${personId}`, type: "person.interests-declared", facts: { entries: entries.length } }],
    effects: [...recheckTies(personId), ...recheckBeside(personId, interestsOf(person, own), entries)],
  };
}

/** With the id that follows from the number, and the day on which it was first declared. */
function declared(one: Omit<Interest, "declaredAt">, before: readonly Interest[], moment: Moment): Interest {
  const { level, note, department, from, until, ...rest } = one;
  const entry: Interest = {
    ...rest,
    ...identified(one, moment),
    ...(one.kind === "other" ? { level: level ?? "HARD", ...(note === undefined ? {} : { note }) } : {}),
    ...(one.kind === "employer"
      ? {
          ...(department === undefined ? {} : { department }),
          ...(from === undefined ? {} : { from }),
          ...(until === undefined ? {} : { until }),
        }
      : {}),
  };
  const known = before.find(({ kind, organisationId, register }) =>
    entry.kind === kind && entry.register === undefined
      ? organisationId === entry.organisationId
      : register?.scheme === entry.register?.scheme && register?.id === entry.register?.id,
  );
  return { ...entry, declaredAt: known?.declaredAt ?? moment.now };
}

function identified({ register }: Omit<Interest, "declaredAt">, { network, digest }: Moment): Partial<Interest> {
  const scheme = network.registerSchemes.find(({ id }) => id === register?.scheme);
  if (register === undefined || scheme === undefined) return {};
  const { id } = checkRegisterId(scheme, register.id);
  const organisationId: OrganisationId = organisationIdOf(
    network,
    { registerScheme: scheme.id, registerId: id },
    digest,
  );
  return { organisationId, register: { ...register, id } };
}

function problemsOf(
  interests: readonly Omit<Interest, "declaredAt">[],
  before: readonly Interest[],
  network: NetworkFile,
): Problem[] {
  // An id tells whether an organisation is in the network, so only those that are there already are kept.
  const kept = new Set(before.flatMap(({ organisationId }) => organisationId ?? []));
  return interests.flatMap(({ kind, organisationId, register, from, until, note }, at): Problem[] => {
    const path = `interests.${at}`;
    const scheme = network.registerSchemes.find(({ id }) => id === register?.scheme);
    const problems: Problem[] = [];
    if (register === undefined) {
      if (organisationId === undefined)
        problems.push({ path: `${path}.register.scheme`, text: "Choose the register." });
      else if (!kept.has(organisationId))
        problems.push({ path, text: "Name the organisation by its register number." });
    } else if (scheme === undefined) problems.push({ path: `${path}.register.scheme`, text: "Choose the register." });
    else if (!checkRegisterId(scheme, register.id).ok)
      problems.push({
        path: `${path}.register.id`,
        text: `This is no number of that register. A right one: ${scheme.example}.`,
      });
    if (kind === "employer" && from === undefined)
      problems.push({ path: `${path}.from`, text: "Enter the first day." });
    if (kind === "employer" && from !== undefined && until !== undefined && until < from)
      problems.push({ path: `${path}.until`, text: "The last day is before the first." });
    if (kind === "other" && (note === undefined || note.trim() === ""))
      problems.push({ path: `${path}.note`, text: "Say what ties you." });
    return problems;
  });
}
