/** What an assignment is computed from, as it is kept: seats of reviewers, a sheet per case, and the problem that they make. */
import * as z from "zod";
import { caseIdSchema, type PersonId, personIdSchema } from "../kernel/id.ts";
import { languageSchema } from "../person/person.ts";
import { loadCosts, type PairCost, pairCost } from "./assignment/pair-cost.ts";
import { brokenMost, type ParkBound, voucherParkRules } from "./assignment/park-rule.ts";
import { type AssignmentProblem, HARD, type PairOf, type Waiver } from "./assignment/problem.ts";

export const seatSchema = z.object({
  personId: personIdSchema,
  parkId: z.string().optional(),
  /** Open reviews on cases outside this plan. */
  already: z.number().int().min(0),
  /** Reviews that may still be given. */
  free: z.number().int().min(0),
  /** Fewest reviews of this plan. */
  least: z.number().int().min(0).optional(),
  /** Why nothing is given: out of office, or no place left. */
  barred: z.enum(["away", "full"]).optional(),
});
export type Seat = z.infer<typeof seatSchema>;

/** What is not there is nothing: no match, read as filed, no conflict. */
export const pairSchema = z.object({
  /** Expertise match, 0 to 1. */
  match: z.number().optional(),
  reading: z.enum(["translation", "none"]).optional(),
  hard: z.array(z.string()).optional(),
  soft: z.array(z.string()).optional(),
  /** Asked before, or left the case. */
  tried: z.literal(true).optional(),
});
export type Pair = z.infer<typeof pairSchema>;

export const sheetSchema = z.object({
  caseId: caseIdSchema,
  reference: z.string(),
  title: z.string(),
  language: languageSchema,
  /** Reviewers in all, those at work included. */
  wanted: z.number().int().min(0),
  paying: z.array(z.string()),
  provider: z.string().optional(),
  applicant: z.string().optional(),
  /** At work already, filed reviews included: kept. */
  started: z.array(personIdSchema),
  /** By the order of the seats. */
  pairs: z.array(pairSchema),
  /** Rules that somebody set aside, and why. */
  waived: z.array(z.object({ rule: z.string(), reason: z.string() })).optional(),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** A pair that a manager fixed by hand. */
export const moveSchema = z.object({
  caseId: caseIdSchema,
  personId: personIdSchema,
  change: z.enum(["take", "leave"]),
  reason: z.string().trim().min(1).max(1000),
});
export type Move = z.infer<typeof moveSchema>;

export interface Question {
  readonly seats: readonly Seat[];
  readonly sheets: readonly Sheet[];
  readonly seed: number;
  readonly moves?: readonly Pick<Move, "caseId" | "personId" | "change">[];
  readonly avoid?: readonly (readonly [string, string])[];
}

/** Domain §8. The same sheets make the same problem, so any answer can be computed again. */
export function problemOf({ seats, sheets, seed, moves = [], avoid = [] }: Question): AssignmentProblem {
  const startedBy = Map.groupBy(
    sheets.flatMap(({ caseId, started }) => started.map((reviewer) => ({ reviewer, case: caseId }))),
    ({ reviewer }) => reviewer,
  );
  const taken = moves.filter(({ change }) => change === "take");
  const left = new Set(moves.flatMap(({ change, ...pair }) => (change === "leave" ? [nameOf(pair)] : [])));
  const costs = new Float64Array(seats.length * sheets.length);
  for (const [row, { personId }] of seats.entries())
    for (const [column, sheet] of sheets.entries()) {
      const forbidden = left.has(nameOf({ caseId: sheet.caseId, personId }));
      costs[row * sheets.length + column] = forbidden ? HARD : costOfPair(sheet, row, personId).cost;
    }
  return {
    reviewers: seats.map(({ personId, parkId, already, free, least = 0, barred }) => {
      const begun = startedBy.get(personId)?.length ?? 0;
      const most = (barred === undefined ? free : 0) + begun;
      return {
        id: personId,
        ...(parkId === undefined ? {} : { park: parkId }),
        least: Math.min(least, most),
        most,
        ...(most === 0 ? {} : { loadCost: loadCosts(most, already) }),
      };
    }),
    cases: sheets.map((sheet) => ({ id: sheet.caseId, wanted: sheet.wanted, bounds: rulesOf(sheet) })),
    costs,
    avoid,
    started: [
      ...[...startedBy.values()].flat(),
      ...taken.map(({ caseId, personId }): PairOf => ({ reviewer: personId, case: caseId })),
    ],
    waivers: sheets.flatMap((sheet) => waiversOf(sheet, seats)),
    seed,
  };
}

/** What the pair costs and of what that is made. Who is at work costs what they cost, whatever speaks against them now. */
export function costOfPair(sheet: Sheet, seat: number, personId: PersonId): PairCost {
  const { match = 0, reading, hard = [], soft = [], tried } = sheet.pairs[seat] ?? {};
  if (sheet.started.includes(personId)) return pairCost({ match, reading: "original", hard: [], soft, planned: false });
  return pairCost({
    match,
    reading: reading ?? "original",
    hard: tried === true ? [...hard, "tried"] : hard,
    soft,
    planned: false,
  });
}

/** Rules on the parks of a case's reviewers. */
export function rulesOf({
  paying,
  provider,
  applicant,
}: Pick<Sheet, "paying" | "provider" | "applicant">): ParkBound[] {
  return voucherParkRules({
    paying,
    ...(provider === undefined ? {} : { provider }),
    ...(applicant === undefined ? {} : { applicant }),
  });
}

/** Set aside by somebody, or broken by the work that has begun: neither may make a plan impossible. */
function waiversOf(sheet: Sheet, seats: readonly Seat[]): Waiver[] {
  const parks = sheet.started.map((personId) => seats.find((seat) => seat.personId === personId)?.parkId);
  return [
    ...(sheet.waived ?? []).map(({ rule, reason }) => ({ case: sheet.caseId, rule, reason })),
    ...brokenMost(rulesOf(sheet), parks).map((rule) => ({
      case: sheet.caseId,
      rule,
      reason: "started work goes beyond it",
    })),
  ];
}

function nameOf({ caseId, personId }: { caseId: string; personId: string }): string {
  return `${caseId} ${personId}`;
}
