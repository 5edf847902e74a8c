/** What ties those who acted on a case for a park to its parties, as declared by now: the acts stay, and who decides sees the tie. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { PersonId } from "../kernel/id.ts";
import { interestKinds, interestLevelSchema } from "../person/interest.ts";
import { readTies } from "../person/tie.ts";
import type { Deps } from "../port/deps.ts";

export const actingInterestSchema = z.object({
  name: z.string(),
  kind: z.enum(interestKinds),
  level: interestLevelSchema,
  /** The organisation. */
  about: z.string(),
});
export type ActingInterest = z.infer<typeof actingInterestSchema>;

/** @param actors ids of those who acted; parts of the system among them are left out. */
export async function readActingInterests(
  deps: Deps,
  { applicantId, applicantName, providerId, providerName }: Case,
  actors: readonly string[],
): Promise<ActingInterest[]> {
  const ids = [...new Set(actors)].filter((id): id is PersonId => id.startsWith("per_"));
  const found = await Promise.all(
    ids.map(async (personId): Promise<ActingInterest[]> => {
      const [person, own, former] = await Promise.all([
        deps.store.get("person", { personId }),
        deps.store.get("interests", { personId }),
        deps.store.list("formerMember", { personId }),
      ]);
      if (person === undefined) return [];
      const now = deps.clock.now();
      return (await readTies(deps, person, own, former)).flatMap(({ organisationId, kind, level, until }) => {
        const party =
          organisationId === applicantId ? applicantName : organisationId === providerId ? providerName : undefined;
        const over = until !== undefined && until <= now;
        return party === undefined || over ? [] : [{ name: person.name, kind, level, about: party }];
      });
    }),
  );
  return found.flat();
}
