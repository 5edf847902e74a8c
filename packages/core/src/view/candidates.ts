/** Reviewers whom a manager may name by hand: what speaks against each, and why some cannot be named at all. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { type CaseId, personIdSchema } from "../kernel/id.ts";
import { momentOf } from "../kernel/perform.ts";
import { languageSchema } from "../person/person.ts";
import type { Deps } from "../port/deps.ts";
import { isOutsider } from "../review/choose-reviewers.ts";
import { conflictsOf, hardOf } from "../review/conflict/list.ts";
import { plannedCount, requirePool, wantedOf } from "../review/plan.ts";
import { readPool } from "../review/pool.ts";
import { readInside } from "./inside.ts";
import { namesOfIds } from "./names.ts";

export const candidateSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  parkId: z.string().optional(),
  languages: z.array(languageSchema),
  terms: z.array(z.string()),
  conflicts: z.array(z.object({ rule: z.string(), level: z.enum(["HARD", "SOFT"]), about: z.string().optional() })),
  /** From neither a paying park nor the provider's: each case needs one. */
  outsider: z.boolean(),
  /** Reads the language of the case. */
  reads: z.boolean(),
  /** Tried before, or at work in another slot. */
  tried: z.boolean(),
  /** May be named. */
  open: z.boolean(),
});
export const candidatesSchema = z.object({ count: z.number().int(), candidates: z.array(candidateSchema) });
export type Candidates = z.infer<typeof candidatesSchema>;

/** @param slot `r1` and the like, or `-` for the whole plan. Who may be named comes first, least conflicts before more. */
export async function readCandidates(
  deps: Deps,
  actor: PersonActor,
  caseId: CaseId,
  slot: string,
): Promise<Candidates> {
  await readInside(deps, actor, caseId);
  const facts = await readPool(deps.store, caseId, undefined);
  const { one, call } = requirePool(facts);
  const count = slot === "-" ? plannedCount(call, one) : 1;
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  const { on, today, now, excluded } = wantedOf(facts, count, moment, slot);
  const inForce = facts.candidates.filter(({ until }) => until === undefined || now < until);
  const names = await namesOfIds(
    deps.store,
    inForce.map(({ personId }) => personId),
  );
  const candidates = inForce.map((reviewer): Candidates["candidates"][number] => {
    const { personId, profile } = reviewer;
    const conflicts = conflictsOf({ reviewer, on, today });
    const tried = excluded.includes(personId);
    return {
      personId,
      name: names[personId] ?? "",
      ...(profile.parkId === undefined ? {} : { parkId: profile.parkId }),
      languages: [...profile.languages],
      terms: [...profile.terms],
      conflicts: conflicts.map((found) => ({ ...found })),
      outsider: isOutsider(profile.parkId, on),
      reads: (profile.languages as readonly string[]).includes(on.language),
      tried,
      open: !tried && hardOf(conflicts).length === 0,
    };
  });
  return { count, candidates: candidates.sort(byPreference) };
}

function byPreference(a: Candidates["candidates"][number], b: Candidates["candidates"][number]): number {
  const rank = (one: typeof a) => [one.open ? 0 : 1, one.reads ? 0 : 1, one.conflicts.length] as const;
  const [left, right] = [rank(a), rank(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2] || a.name.localeCompare(b.name);
}
