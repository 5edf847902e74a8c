/** Brings a people file into force: one act per organisation and person, resumable, nothing done twice. */
import type { Actor } from "../kernel/actor.ts";
import { DomainError, isDomainError } from "../kernel/error.ts";
import { perform } from "../kernel/perform.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { applyOrganisation } from "../organisation/apply-organisation.ts";
import type { Deps } from "../port/deps.ts";
import { applyPerson } from "./apply-person.ts";
import { checkPlaces } from "./check-places.ts";
import { actsOf, checkPeople, type PeopleFile, peopleFileSchema } from "./people-file.ts";

export interface PeopleReport {
  readonly organisations: { readonly changed: number; readonly unchanged: number };
  readonly persons: { readonly changed: number; readonly unchanged: number };
}

/** @throws invalid `people.file` with every problem of the file and of what it asks of the network. */
export function readPeopleFile(file: unknown, network: NetworkFile): PeopleFile {
  const parsed = peopleFileSchema.safeParse(file);
  if (!parsed.success) {
    throw new DomainError("invalid", "people.file", {
      problems: parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
    });
  }
  const problems = [...checkPeople(parsed.data), ...checkPlaces(parsed.data, network)];
  if (problems.length > 0)
    throw new DomainError("invalid", "people.file", {
      problems: problems.map(({ path, text }) => ({ path, message: text })),
    });
  return parsed.data;
}

/**
 * Each act compares with what is stored, so a second run changes nothing and a broken one is simply repeated.
 * @throws as `readPeopleFile`, before anything is written; as the acts do, with what came before them applied; conflict
 * `organisation.known` with all the rest applied, but for the people of such an organisation.
 */
export async function applyPeople(deps: Deps, actor: Actor, file: unknown): Promise<PeopleReport> {
  const network = await deps.network.current();
  const acts = actsOf(readPeopleFile(file, network), network, deps.digest);
  // A run has keys of its own: what was applied once may have been changed since, and is applied again.
  const run = deps.ids.ulid();
  const counts = { organisations: { changed: 0, unchanged: 0 }, persons: { changed: 0, unchanged: 0 } };
  const refused = new Map<string, DomainError>();
  for (const [index, act] of acts.organisations.entries()) {
    try {
      const { changed } = await perform(deps, actor, `people:${run}:organisation:${index}`, applyOrganisation, act);
      counts.organisations[changed ? "changed" : "unchanged"] += 1;
    } catch (error) {
      if (!isDomainError(error, "organisation.known")) throw error;
      refused.set(act.organisationId, error);
    }
  }
  for (const [index, act] of acts.persons.entries()) {
    // Nobody joins the organisation that has the number.
    if (act.memberships?.some(({ organisationId }) => refused.has(organisationId)) === true) continue;
    const { changed } = await perform(deps, actor, `people:${run}:person:${index}`, applyPerson, act);
    counts.persons[changed ? "changed" : "unchanged"] += 1;
  }
  const [first] = refused.values();
  if (first !== undefined) throw first;
  return counts;
}
