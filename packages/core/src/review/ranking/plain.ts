/** The plain ranking of a call: mean over reviews, then the criteria in the call's order, then the panel's vote or the announced draw (domain §9). */
import type { Call } from "../../call/call.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { CaseId } from "../../kernel/id.ts";
import type { FrozenEntry, TieBreak, TieVote } from "./frozen.ts";

export interface Scored {
  readonly caseId: CaseId;
  readonly reference: string;
  /** Percent, two decimals half up; undefined where nothing was assessed. */
  readonly mean: number | undefined;
  /** Mean mark per criterion in the order of the rubric. */
  readonly marks: readonly (number | undefined)[];
}

export interface PlainRanking {
  /** Best first; cases that an open tie leaves equal share the rank of the first. */
  readonly entries: readonly FrozenEntry[];
  /** Cases that only a vote could part, and none has. */
  readonly ties: readonly (readonly CaseId[])[];
  /** All sets of cases that mean and criteria leave equal, parted since or not. */
  readonly equals: readonly (readonly CaseId[])[];
}

/** Names a set of tied cases whatever their order. */
export function tieIdOf(caseIds: readonly CaseId[], digest: (text: string) => string): string {
  return digest(canonicalJson([...caseIds].sort())).slice(0, 26);
}

/**
 * @param scores hash of the scores: it seeds the draw, so that nobody can choose it.
 * What nobody assessed stands last, without rank and without a tie.
 */
export function rankPlain(
  list: readonly Scored[],
  votes: readonly TieVote[],
  rule: NonNullable<Call["tieRule"]>,
  scores: string,
  digest: (text: string) => string,
): PlainRanking {
  const assessed = list.filter(({ mean }) => mean !== undefined);
  const groups = [...Map.groupBy(assessed, ({ mean, marks }) => canonicalJson([mean, marks.map((mark) => mark ?? -1)]))]
    .map(([, group]) => group)
    .sort((a, b) => byScore(a[0], b[0]));
  const sameMean = Map.groupBy(groups, (group) => group[0]?.mean);
  const entries: FrozenEntry[] = [];
  const ties: CaseId[][] = [];
  const equals: CaseId[][] = [];
  for (const group of groups) {
    const parted = (sameMean.get(group[0]?.mean)?.length ?? 1) > 1 ? ("criteria" as const) : undefined;
    const first = entries.length + 1;
    if (group.length === 1) {
      entries.push(...group.map((one) => entryOf(one, first, parted)));
      continue;
    }
    const ids = group.map(({ caseId }) => caseId).sort();
    equals.push(ids);
    const place = rule === "draw" ? drawn(scores, digest) : voted(votes, tieIdOf(ids, digest));
    if (place === undefined) {
      ties.push(ids);
      const byId = [...group].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
      entries.push(...byId.map((one) => entryOf(one, first, parted)));
      continue;
    }
    const by: TieBreak = rule;
    const ordered = [...group].sort((a, b) => (place(a.caseId) < place(b.caseId) ? -1 : 1));
    entries.push(...ordered.map((one, at) => entryOf(one, first + at, by)));
  }
  const rest = list.filter(({ mean }) => mean === undefined).sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  return { entries: [...entries, ...rest.map((one) => entryOf(one, undefined, undefined))], ties, equals };
}

/** Higher mean first; then the higher mark on the first criterion that differs. Not assessed stands below any mark. */
function byScore(a: Scored | undefined, b: Scored | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const mean = (b.mean ?? -1) - (a.mean ?? -1);
  if (mean !== 0) return mean;
  for (const [at, mark] of a.marks.entries()) {
    const other = (b.marks[at] ?? -1) - (mark ?? -1);
    if (other !== 0) return other;
  }
  return 0;
}

/** Places by the recorded vote: more votes first. Undefined where no vote was recorded on these cases. */
function voted(votes: readonly TieVote[], tieId: string): ((caseId: CaseId) => number) | undefined {
  const vote = votes.find((one) => one.tieId === tieId);
  return vote && ((caseId) => -(vote.votes.find((one) => one.caseId === caseId)?.votes ?? 0));
}

function drawn(scores: string, digest: (text: string) => string): (caseId: CaseId) => string {
  return (caseId) => digest(canonicalJson([scores, caseId]));
}

function entryOf(
  { caseId, reference, mean, marks }: Scored,
  rank: number | undefined,
  by: TieBreak | undefined,
): FrozenEntry {
  return {
    caseId,
    reference,
    ...(rank === undefined ? {} : { rank }),
    ...(mean === undefined ? {} : { mean }),
    marks: marks.map((mark) => mark ?? null),
    ...(by === undefined ? {} : { by }),
  };
}
