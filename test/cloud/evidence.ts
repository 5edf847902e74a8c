/** What two runs of one story must have in common, whatever ran them: path, events, letters, postings, balances. */
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { people } from "../scenario/people.ts";

const reviewers = Object.values(people.reviewers);

/** Sorted lines each, without ids and times: inside a Map the order is nobody's. */
export interface Evidence {
  path: string[];
  events: string[];
  letters: string[];
  postings: string[];
  balances: string[];
}

/** Everything that a case left behind, from the base items. */
export async function evidenceOf(store: Store, caseId: CaseId): Promise<Evidence> {
  const [all, events, letters] = await Promise.all([
    store.wholeCase(caseId),
    store.list("event", { stream: caseId }),
    store.list("letter", { stream: caseId }),
  ]);
  const postings = await Promise.all(all.share.map(({ ledger }) => store.list("posting", { ledger, caseId })));
  return {
    path: lines(all.task, (task) => [
      task.workflow,
      task.attempt,
      task.state,
      task.slot,
      task.round,
      task.status,
      (task.answer as { outcome?: string } | undefined)?.outcome,
    ]),
    events: lines(events, ({ type, verb, from, to }) => [type, verb, from, to]),
    // Who reviews is drawn by lot from the case's id: that one reviewer is asked must agree, not which.
    letters: lines(letters, ({ kind, to, language, status }) =>
      reviewers.includes(to.email) ? [kind, "a reviewer", status] : [kind, to.email, language, status],
    ),
    postings: lines(postings.flat(), ({ ledger, to, from, amount, verb }) => [
      ledger.parkId,
      ledger.fundId,
      ledger.budgetYear,
      ledger.currency,
      `${from}→${to}`,
      amount,
      verb,
    ]),
    balances: lines(all.share, ({ caseId: _, ledger: __, version: ___, ...accounts }) => [JSON.stringify(accounts)]),
  };
}

function lines<T>(items: readonly T[], parts: (item: T) => readonly (string | number | undefined)[]): string[] {
  return items
    .map((item) =>
      parts(item)
        .map((part) => part ?? "-")
        .join(" "),
    )
    .sort();
}

/** Lines that one side has and the other has not, as often as they differ; none when both tell the same. */
export function differences(name: string, here: readonly string[], there: readonly string[]): string[] {
  return [
    ...without(here, there).map((line) => `${name}: only embedded: ${line}`),
    ...without(there, here).map((line) => `${name}: only cloud: ${line}`),
  ];
}

function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
