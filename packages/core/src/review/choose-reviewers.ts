/** The only place that chooses reviewers for one case: asks the optimiser, checks its proof, and keeps the question with the answer. */
import { dayOf } from "../application/read-application.ts";
import type { PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import { checkCertificate } from "./assignment/check-certificate.ts";
import type { AssignmentProblem } from "./assignment/problem.ts";
import { type AssignmentImpossible, type AssignmentOutcome, solveAssignment } from "./assignment/solve.ts";
import { requirePool } from "./plan.ts";
import { matcherFor, matchTextOf, type PlanningFacts, seatsFor, sheetFor } from "./planning.ts";
import type { Candidate } from "./pool.ts";
import type { Impossible, ReviewPlan } from "./review-plan.ts";
import { problemOf, type Question, type Seat } from "./sheet.ts";

/** Somebody who is asked, with what weighs against them. */
export interface Chosen {
  readonly personId: PersonId;
  readonly parkId: string | undefined;
  readonly soft: readonly string[];
}

export interface Choice {
  readonly plan: ReviewPlan;
  /** Undefined: there is no plan, and `plan` says what binds and what mends it. */
  readonly chosen: readonly Chosen[] | undefined;
  /** Kind of what binds. */
  readonly binding: Impossible["kind"] | undefined;
}

export interface Wanted {
  readonly purpose: ReviewPlan["purpose"];
  /** More than those at work. */
  readonly count: number;
  /** The slot that is filled anew. */
  readonly slot?: string;
  /** A patient or lay member, where no slot says whether one is wanted. */
  readonly lay?: boolean;
}

/** Domain §8: the cheapest choice there is, proved; the same facts give the same people. */
export function chooseReviewers(facts: PlanningFacts, wanted: Wanted, moment: Moment): Choice {
  const question = questionFor(facts, wanted, moment);
  const { one } = requirePool(facts);
  const [sheet] = question.sheets;
  if (sheet === undefined) throw new Error("a question about one case has one sheet");
  const outcome = solved(problemOf(question));
  const base = {
    caseId: one.caseId,
    attempt: one.attempt,
    planId: moment.newId("pln"),
    at: moment.now,
    purpose: wanted.purpose,
    ...(wanted.slot === undefined ? {} : { slot: wanted.slot }),
    seats: [...question.seats],
    sheet,
    seed: question.seed,
    version: 0,
  };
  if (outcome.status === "infeasible") {
    const { kind: binding, ...rest } = impossibleOf(outcome, question);
    return { plan: { ...base, outcome: { ...rest, kind: "impossible", binding } }, chosen: undefined, binding };
  }
  const people = outcome.pairs
    .map(({ reviewer }) => reviewer as PersonId)
    .filter((personId) => !sheet.started.includes(personId));
  const chosen = people.map((personId): Chosen => {
    const seat = question.seats.findIndex((other) => other.personId === personId);
    return { personId, parkId: question.seats[seat]?.parkId, soft: sheet.pairs[seat]?.soft ?? [] };
  });
  return {
    plan: { ...base, outcome: { kind: "chosen", chosen: people, cost: outcome.cost } },
    chosen,
    binding: undefined,
  };
}

/** Those whose role is in force: lay members for their own reviews, for all others nobody who is one. */
export function askable(
  { candidates, slots }: Pick<PlanningFacts, "candidates" | "slots">,
  { slot, lay }: { readonly slot?: string | undefined; readonly lay?: boolean | undefined },
  now: Instant,
): Candidate[] {
  const wanted = lay ?? slots.some((one) => one.slot === slot && one.lay === true);
  return candidates.filter((one) => (one.lay ?? false) === wanted && (one.until === undefined || now < one.until));
}

/** What the optimiser is asked about this case, at this moment. */
export function questionFor(
  facts: PlanningFacts,
  { count, slot, lay }: Omit<Wanted, "purpose">,
  moment: Moment,
): Question {
  const { one, call, on, slots } = requirePool(facts);
  const today = dayOf(call, moment.network, moment.now);
  const candidates = askable(facts, { slot, lay }, moment.now);
  const matcher = matcherFor(candidates, [matchTextOf(one.caseId, facts.text, on.sector)]);
  const sheet = sheetFor({
    one,
    on,
    slots,
    count,
    leaving: slot,
    candidates,
    translated: facts.translated,
    match: (candidate) => matcher.score(candidate, 0),
    today,
  });
  // Somebody may sit in a slot and hold the role no more, or review as a lay member: the rules count them all the same.
  const known = new Set(candidates.map(({ personId }) => personId));
  const gone = slots.flatMap(({ slot: name, reviewerId, reviewerPark }): Seat[] =>
    reviewerId === undefined || name === slot || known.has(reviewerId)
      ? []
      : [
          {
            personId: reviewerId,
            ...(reviewerPark === undefined ? {} : { parkId: reviewerPark }),
            already: 0,
            free: 0,
          },
        ],
  );
  return {
    seats: [...seatsFor(candidates, facts.work, new Set([one.caseId]), today), ...gone],
    sheets: [{ ...sheet, pairs: [...sheet.pairs, ...gone.map(() => ({}))] }],
    seed: seedOf(moment.digest(`${one.caseId} ${one.attempt}`)),
  };
}

/** @throws Error if the proof does not hold: nobody is asked on the word of a solver alone. */
export function solved(problem: AssignmentProblem, onProgress?: (part: number) => void): AssignmentOutcome {
  const outcome = solveAssignment(problem, onProgress);
  const { faults } = checkCertificate(
    problem,
    outcome.certificate,
    outcome.status === "optimal" ? outcome.pairs : undefined,
  );
  if (faults.length > 0) throw new Error(`the certificate of the assignment does not hold: ${faults.join(" ")}`);
  return outcome;
}

/** What binds and what mends it. Where no review at all can be had, a rule on reviewers need not be waived as well. */
export function impossibleOf({ reason, mend }: AssignmentImpossible, { sheets }: Pick<Question, "sheets">): Impossible {
  const { kind, text, rules = [], needed, available } = reason;
  const none = new Set(
    mend.changes.flatMap(({ kind: what, case: id, by }) =>
      what === "want-fewer" && by >= (sheets.find(({ caseId }) => caseId === id)?.wanted ?? 0) ? [id] : [],
    ),
  );
  const changes = mend.changes.filter((change) => change.kind !== "waive" || !none.has(change.case));
  const said = changes.map((change) => change.text).join("; ");
  return {
    kind,
    text,
    rules: rules.map(({ key }) => key),
    ...(needed === undefined ? {} : { needed }),
    ...(available === undefined ? {} : { available }),
    changes: changes.slice(0, changesMost).map(({ text: _, ...change }) => change as Impossible["changes"][number]),
    mend: changes.length === mend.changes.length ? mend.text : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
  };
}

/** So many are kept and told. */
const changesMost = 50;

/** A digest's first 31 bits. */
export function seedOf(digest: string): number {
  return Number.parseInt(digest.slice(0, 8), 16) >>> 1;
}
