/** The only place that asks the optimiser about imagined applications: who would review them, and which reviews nobody could take. */

import { dayAfter } from "../../kernel/day.ts";
import type { CaseId, PersonId } from "../../kernel/id.ts";
import { solved } from "../choose-reviewers.ts";
import { plannedCount } from "../plan.ts";
import { reviewDays, seatsFor } from "../planning.ts";
import type { Candidate } from "../pool.ts";
import { problemOf, type Question, type Seat, type Sheet } from "../sheet.ts";
import { dayOfAsking, type Ground } from "./ground.ts";
import type { Imagined } from "./imagine.ts";

export interface Placed {
  readonly application: Imagined;
  /** Days from the first of the call to the one on which its reviewers are asked. */
  readonly day: number;
  /** Reviews of experts. */
  readonly wanted: number;
  /** Positions of the experts who would review it. */
  readonly seated: readonly number[];
  /** Reviews that nobody could take. */
  readonly missing: number;
  /** Its expert sheet, for whoever asks why. */
  readonly sheet: Sheet;
  /** Whether a patient or lay member would review it too; absent where the call asks none. */
  readonly lay?: boolean;
  /** What the optimiser was asked when it lacked somebody. */
  readonly question?: Question;
}

interface Held {
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly day: number;
}

/** One for each review that a case can want. */
const standIns = 3;

/**
 * Domain §8: a deadline call weighs all of its cases together, a rolling one each as it comes; a review keeps its
 * reviewer's place for the days that reviewers have.
 */
export function placeAll(ground: Ground, applications: readonly Imagined[], seed: number): Placed[] {
  const wanting = applications.filter(({ amount }) => countOf(ground, amount) > 0);
  const together = ground.call.mode === "deadline";
  const held: Held[] = [];
  const heldByLay: Held[] = [];
  return (together ? [wanting] : wanting.map((one) => [one])).flatMap((batch) => {
    const day = dayOfAsking(ground, batch[0] ?? { comes: 0 });
    const { experts, lay } = ground.pool;
    const seats = seatsOn(ground, experts, held, day);
    const sheets = batch.map((one) => ground.sheetOf(one, countOf(ground, one.amount), false));
    const question: Question = { seats, sheets, seed };
    const answers = askWithStandIns(question);
    return batch.map((application, at): Placed => {
      const { caseId } = application;
      const { seated = [], missing = 0 } = answers[at] ?? {};
      const sheet = sheets[at] as Sheet;
      for (const seat of seated) held.push({ personId: experts[seat]?.personId ?? "per_", caseId, day });
      const placed = { application, day, wanted: sheet.wanted, seated, missing, sheet };
      const asked = missing === 0 ? {} : { question };
      if (!ground.wantsLay) return { ...placed, ...asked };
      const layQuestion = layQuestionOf(ground, application, seated, seatsOn(ground, lay, heldByLay, day), seed);
      const [member] = askWithStandIns(layQuestion)[0]?.seated ?? [];
      if (member !== undefined) heldByLay.push({ personId: lay[member]?.personId ?? "per_", caseId, day });
      return { ...placed, ...asked, lay: member !== undefined };
    });
  });
}

function countOf({ call }: Ground, amount: number): number {
  return plannedCount(call, { requested: { amount, currency: call.currency } });
}

function seatsOn(
  { pool, first }: Ground,
  candidates: readonly Candidate[],
  held: readonly Held[],
  day: number,
): Seat[] {
  const open = held.filter((one) => day - one.day < reviewDays);
  return seatsFor(candidates, [...pool.work, ...open], new Set(), dayAfter(first, day));
}

/** Beside the experts of the case, under the rules on all of its reviewers. */
function layQuestionOf(
  ground: Ground,
  application: Imagined,
  experts: readonly number[],
  seats: readonly Seat[],
  seed: number,
): Question {
  const at = experts.flatMap((seat): Seat[] => {
    const { personId, profile } = ground.pool.experts[seat] ?? {};
    if (personId === undefined) return [];
    return [{ personId, already: 0, free: 0, ...(profile?.parkId === undefined ? {} : { parkId: profile.parkId }) }];
  });
  const sheet = ground.sheetOf(application, at.length + 1, true);
  const started = at.map(({ personId }) => personId);
  return {
    seats: [...seats, ...at],
    sheets: [{ ...sheet, started, pairs: [...sheet.pairs, ...at.map(() => ({}))] }],
    seed,
  };
}

interface Answer {
  /** Positions of the seats that are new at the case. */
  readonly seated: readonly number[];
  readonly missing: number;
}

/**
 * The optimiser gives a whole plan or none. With people who may always come, of no park and so dear that a plan takes them
 * only where nobody else can, it gives the plan with the fewest reviews that nobody can take.
 */
export function askWithStandIns({ seats, sheets, seed }: Question): Answer[] {
  const extra = Array.from({ length: standIns }, (_, at): Seat => {
    return { personId: `per_nobody${at}`, already: 0, free: sheets.length };
  });
  const known = new Set<string>(seats.map(({ personId }) => personId));
  const problem = problemOf({
    seats: [...seats, ...extra],
    sheets: sheets.map((sheet) => ({ ...sheet, pairs: [...sheet.pairs, ...extra.map(() => ({}))] })),
    seed,
  });
  // Above what all other pairs together can cost.
  problem.costs.fill(20 * (sheets.length + 1), seats.length * sheets.length);
  const reviewers = problem.reviewers.map(({ loadCost, ...one }) =>
    known.has(one.id) && loadCost !== undefined ? { ...one, loadCost } : one,
  );
  const outcome = solved({ ...problem, reviewers });
  if (outcome.status !== "optimal") throw new Error("with stand-ins there is always a plan");
  const byCase = Map.groupBy(outcome.pairs, (pair) => pair.case);
  const seatOf = new Map<string, number>(seats.map(({ personId }, at) => [personId, at]));
  return sheets.map(({ caseId, started }) => {
    const at = new Set<string>(started);
    const pairs = (byCase.get(caseId) ?? []).filter(({ reviewer }) => !at.has(reviewer));
    const seated = pairs.flatMap(({ reviewer }) => seatOf.get(reviewer) ?? []).sort((a, b) => a - b);
    return { seated, missing: pairs.length - seated.length };
  });
}
