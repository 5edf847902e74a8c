/** Why a reviewer has a case, why not, and what taking them would cost: the optimiser's answer for staff, with names for ids. */
import * as z from "zod";
import { type CaseId, caseIdSchema, type PersonId, personIdSchema } from "../kernel/id.ts";
import { explainPair } from "../review/assignment/explain.ts";
import type { OpenPlan } from "../review/assignment/solve.ts";
import { costOfPair, type Question } from "../review/sheet.ts";

/** One part of what a pair costs; without a cost it forbids the pair. `hard: …` and `soft: …` name the rule. */
export const partSchema = z.object({ part: z.string(), cost: z.number().optional() });

export const explanationSchema = z.object({
  caseId: caseIdSchema,
  personId: personIdSchema,
  verdict: z.enum(["assigned", "started", "hard-conflict", "not-assigned"]),
  cost: z.number().optional(),
  parts: z.array(partSchema),
  /** What leaving out an assigned pair, or taking one that is not, adds to the whole plan; absent where no plan allows it. */
  change: z.number().optional(),
  /** What stands in the way; below 0 the pair would even save without it. */
  obstacles: z.array(
    z.object({ kind: z.enum(["load", "rule"]), rule: z.string().optional(), changeWithout: z.number() }),
  ),
  /** What else would move. */
  moves: z.array(z.object({ personId: personIdSchema, caseId: caseIdSchema, change: z.enum(["added", "removed"]) })),
  /** In English. */
  text: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;

export interface Labels {
  readonly people: Readonly<Record<string, string>>;
  readonly cases: Readonly<Record<string, string>>;
}

/** @throws not_found `assignment.pair-unknown` */
export function explanationOf(
  open: OpenPlan,
  question: Question,
  pair: { readonly caseId: CaseId; readonly personId: PersonId },
  labels: Labels,
): Explanation {
  const found = explainPair(open, { reviewer: pair.personId, case: pair.caseId });
  const parts = partsOf(question, pair);
  const { verdict, cost, change } = found;
  return {
    ...pair,
    verdict,
    ...(cost === undefined ? {} : { cost }),
    parts,
    ...(change === undefined ? {} : { change: rounded(change) }),
    obstacles: found.obstacles.map(({ kind, rule, changeWithout }) => ({
      kind,
      ...(rule === undefined ? {} : { rule }),
      changeWithout: rounded(changeWithout),
    })),
    moves: found.moves.map((move) => ({
      personId: move.reviewer as PersonId,
      caseId: move.case as CaseId,
      change: move.change,
    })),
    text: named(
      verdict === "hard-conflict" ? `${found.text} (${parts.map(({ part }) => part).join(", ")})` : found.text,
      labels,
    ),
  };
}

/** What a pair costs, part by part. */
export function partsOf(
  { seats, sheets }: Question,
  { caseId, personId }: { readonly caseId: CaseId; readonly personId: PersonId },
): z.infer<typeof partSchema>[] {
  const seat = seats.findIndex((other) => other.personId === personId);
  const sheet = sheets.find((other) => other.caseId === caseId);
  if (sheet === undefined) return [];
  return costOfPair(sheet, seat, personId).parts.map(({ part, cost }) => ({
    part,
    ...(Number.isNaN(cost) ? {} : { cost }),
  }));
}

/** A text of the optimiser with names for ids. */
export function named(text: string, { people, cases }: Labels): string {
  return text.replace(/\b(?:per|app)_[0-9A-Z]{26}\b/g, (id) => people[id] ?? cases[id] ?? id);
}

/** Four decimals, as costs have. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 || 0;
}
