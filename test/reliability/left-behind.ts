/** What a told line left behind, read over HTTP by the park's staff, and what was really delivered. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { people } from "../scenario/people.ts";
import type { CaseBody, Story } from "../scenario/story.ts";
import { pathOf } from "../scenario/voucher.ts";
import { until } from "../scenario/world.ts";

export interface LeftBehind {
  /** (workflow, attempt, state, slot, round, answer), sorted. */
  path: string[];
  /** `reserved←available 1000000`, sorted. */
  postings: string[];
  /** Kind and recipient, sorted; which reviewers were drawn is nobody's merit. */
  letters: string[];
  letterIds: string[];
}

/** Waits until none of the case's letters is on its way any more. */
export async function leftBehind(story: Story, caseId: string): Promise<LeftBehind> {
  const manager = await story.as(people.manager);
  const letters = await until(`the letters of ${caseId} to be sent`, async () => {
    const all = (await manager.get(`/api/cases/${caseId}/letters`)).body.letters as CaseBody[];
    return all.some(({ status }) => status === "queued") ? undefined : all;
  });
  const { keys } = (await manager.get(`/api/cases/${caseId}/ledger`)).body as { keys: CaseBody[] };
  const drawn = new Set(["review-invitation", "reminder"]);
  return {
    path: await pathOf(story, caseId),
    postings: keys
      .flatMap(({ postings }) => postings as CaseBody[])
      .map(({ to, from, amount }) => `${to}←${from} ${amount}`)
      .sort(),
    letters: letters.map(({ kind, toName, status }) => `${kind} ${drawn.has(kind) ? "" : toName} ${status}`).sort(),
    letterIds: letters.map(({ letterId }) => String(letterId)),
  };
}

/** Identities of the park's books that do not hold. */
export async function faultsOf(story: Story): Promise<string[]> {
  const finance = await story.as(people.finance);
  const { keys } = (await finance.get("/api/parks/limburg/ledger")).body as { keys: { faults: string[] }[] };
  return keys.flatMap(({ faults }) => faults);
}

/** Letter id → how often it was handed over. */
export function deliveries(dataDir: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const line of readFileSync(join(dataDir, "inbox.jsonl"), "utf8").split("\n")) {
    if (line === "") continue;
    const { id } = JSON.parse(line) as { id: string };
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
}

export interface Crash {
  at: string;
  /** Letters that were sent and not yet marked. */
  unmarked: string[];
}

/** The crash points that a process said it died at. */
export function crashesIn(err: string): Crash[] {
  return err
    .split("\n")
    .filter((line) => line.includes('"crash-point"'))
    .map((line) => JSON.parse(line) as Crash);
}
