/** The registry of conflict rules. A new rule is a file and a line here. */
import { actedOnCase } from "./acted-on-case.ts";
import type { Conflict, ConflictFacts, ConflictRule } from "./conflict.ts";
import { declaredStake } from "./declared-stake.ts";
import { personOnApplication } from "./person-on-application.ts";
import { sameEmployer } from "./same-employer.ts";
import { samePark } from "./same-park.ts";
import { selfDeclared } from "./self-declared.ts";
import { tenancy } from "./tenancy.ts";
import { workedTogether } from "./worked-together.ts";

export const conflictRules: readonly ConflictRule[] = [
  personOnApplication,
  actedOnCase,
  sameEmployer,
  declaredStake,
  workedTogether,
  samePark,
  tenancy,
  selfDeclared,
];

/** Every conflict, in the order of the rules; self-declared ones come with the declaration. */
export function conflictsOf(facts: ConflictFacts): Conflict[] {
  return conflictRules.flatMap(({ id, check }) => check(facts).map((found) => ({ rule: id, ...found })));
}

export function hardOf(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.filter(({ level }) => level === "HARD");
}

/** Names of the SOFT rules, each once. */
export function softRulesOf(conflicts: readonly Conflict[]): string[] {
  return [...new Set(conflicts.filter(({ level }) => level === "SOFT").map(({ rule }) => rule))];
}
