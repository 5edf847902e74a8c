/** Says which demands cannot be met together, from the cut that the search stopped at. */
import type { Model } from "./model.ts";
import { ruleText } from "./park-rule.ts";
import type { Cut } from "./settle.ts";

export interface BindingReason {
  readonly kind: "too-few-eligible" | "load" | "least" | "rule" | "started" | "rules-together";
  readonly text: string;
  readonly reviewers?: readonly string[];
  readonly cases?: readonly string[];
  /** Keys of rules, each with its case. */
  readonly rules?: readonly { readonly case: string; readonly key: string }[];
  /** Reviews that must be placed there, and the most that can be. */
  readonly needed?: number;
  readonly available?: number;
}

interface Crossing {
  /** Demanded by the cases inside, and by lower bounds that lead out. */
  needed: number;
  /** Upper bounds that lead in: places of reviewers, single pairs, rules. */
  places: number;
  pairs: number;
  rulePlaces: number;
  rules: { case: number; set: number }[];
  started: boolean;
}

export function bindingReason(model: Model, { inside }: Cut): BindingReason {
  const { reviewers, cases } = model.problem;
  // With the source inside, minimum loads outside have nowhere to go; else cases inside lack what may come.
  const starved = inside[0] === 0;
  const isHere = (node: number) => (inside[node] === 1) === starved;
  const crossing = countCrossing(model, inside);
  const hereReviewers = reviewers.filter((_, at) => isHere(1 + at));
  const hereCases = cases.filter((_, at) => isHere(model.rootOf[at] as number));
  const rules = crossing.rules.map(({ case: at, set }) => ({
    case: cases[at]?.id ?? "",
    key: model.forests[at]?.sets[set]?.key ?? "",
  }));
  const demand = hereCases.reduce((sum, { wanted }) => sum + wanted, 0);
  const needed = starved ? crossing.needed + demand : crossing.needed;
  const available = crossing.places + crossing.pairs + crossing.rulePlaces + (starved ? 0 : demand);
  const ids = { reviewers: hereReviewers.map(({ id }) => id), cases: hereCases.map(({ id }) => id) };
  const facts = { ...ids, ...(rules.length > 0 ? { rules } : {}), needed, available };
  if (!starved)
    return { kind: "least", text: leastText(ids, needed, available, hereReviewers.length, model), ...facts };
  const ruled = rules.length > 0 ? ` The rules in the way: ${names(rules.map(ruleOf))}.` : "";
  const kind =
    rules.length > 0 ? "rule" : crossing.started ? "started" : ids.reviewers.length > 0 ? "load" : "too-few-eligible";
  return { kind, text: `${starvedText(ids, needed, available, crossing, model)}${ruled}`, ...facts };
}

function countCrossing({ net, caseOf, problem, setNode, rootOf }: Model, inside: Uint8Array): Crossing {
  const found: Crossing = { needed: 0, places: 0, pairs: 0, rulePlaces: 0, rules: [], started: false };
  const last = problem.reviewers.length;
  for (let arc = 0; arc < net.arcs.count; arc++) {
    const tail = net.arcs.tail[arc] as number;
    const head = net.arcs.head[arc] as number;
    if (inside[tail] === inside[head]) continue;
    const entering = inside[head] === 1;
    const units = (entering ? net.arcs.high[arc] : net.arcs.low[arc]) as number;
    if (!entering) found.needed += units;
    if (tail === 0 && entering) found.places += units;
    else if (tail > last) {
      const at = caseOf[tail] as number;
      if (entering) found.rulePlaces += units;
      if (entering || units > 0) found.rules.push({ case: at, set: tail - (setNode[at] as number) });
    } else if (tail > 0) {
      if (entering) found.pairs += units;
      else if (units > 0) found.started = true;
    }
  }
  // A rule whose set lacks reviewers stops the search inside the set: its case, outside, is the one that wants.
  for (const { case: at, set } of found.rules) if (set < 0) throw new Error(`node ${rootOf[at]} has an arc out`);
  return found;
}

interface Ids {
  readonly reviewers: readonly string[];
  readonly cases: readonly string[];
}

function starvedText(ids: Ids, needed: number, available: number, crossing: Crossing, { problem }: Model): string {
  const who =
    ids.cases.length === 0
      ? "Rules and started work ask for"
      : ids.cases.length === problem.cases.length && ids.cases.length > 1
        ? `All ${ids.cases.length} applications together want`
        : `${plural(ids.cases.length, "Application", "Applications")} ${names(ids.cases)} ${ids.cases.length === 1 ? "wants" : "want"}`;
  if (available === 0) {
    const single = ids.cases.length === 1 && crossing.rules.length === 0;
    return single
      ? `${who} ${reviews(needed)}, but every reviewer has a conflict with it or may take nothing.`
      : `${who} ${reviews(needed)}, but nobody can take one.`;
  }
  const all = ids.reviewers.length === problem.reviewers.length;
  const loaded = all ? `all ${ids.reviewers.length} reviewers` : names(ids.reviewers);
  const parts = [
    ...(ids.reviewers.length > 0 ? [`${crossing.places} from ${loaded}, who may take no more`] : []),
    ...(crossing.pairs > 0 ? [`${crossing.pairs} from the others without a conflict, one each per application`] : []),
    ...(crossing.rulePlaces > 0 ? [`${crossing.rulePlaces} within the rules`] : []),
  ];
  return `${who} ${reviews(needed)}, but at most ${available} can come: ${parts.join(", ")}.`;
}

function leastText(ids: Ids, needed: number, available: number, count: number, { problem }: Model): string {
  const who =
    count === problem.reviewers.length && count > 1 ? `All ${count} reviewers together` : names(ids.reviewers);
  return `${who} must take at least ${reviews(needed)}, but only ${available} can go to ${count === 1 ? "that reviewer" : "them"}.`;
}

function ruleOf({ case: id, key }: { case: string; key: string }): string {
  return `${id}: ${ruleText(key)}`;
}

function reviews(count: number): string {
  return `${count} ${plural(count, "review", "reviews")}`;
}

function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** At most five names, then how many more. */
function names(all: readonly string[]): string {
  const shown = all.slice(0, 5);
  if (all.length > shown.length) return `${shown.join(", ")} and ${all.length - shown.length} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "");
}
