/** Tells people by letter that a second factor of theirs was added or taken away: if it was not them, they act. */
import { changesOf, momentOf } from "../kernel/perform.ts";
import type { Moment } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { factorChanged } from "../letter/kind/factor-changed.ts";
import type { Person } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import type { Change } from "../port/store.ts";

export type Factor = "passkey" | "app";

export function factorLetter(person: Person, step: "added" | "removed", factor: Factor, moment: Moment) {
  const { personId, email, name, language } = person;
  return ownLetter(
    factorChanged,
    {
      kind: "factor-changed",
      key: `factor-changed:${step}:${personId}:${moment.now}`,
      stream: `person:${personId}`,
      to: { personId, email, name, language },
      data: { step, factor, at: moment.now, zone: "UTC", path: "/account" },
    },
    moment,
  );
}

/** Letter and event of a factor that its owner has just proved for the first time. */
export async function factorAdded(deps: Deps, person: Person, factor: Factor): Promise<Change[]> {
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  const events = [{ stream: `person:${person.personId}`, type: "second-factor.added", facts: { kind: factor } }];
  const decision = { ...factorLetter(person, "added", factor, moment), events, result: undefined };
  return changesOf(decision, "second-factor.add", person.personId, moment);
}
