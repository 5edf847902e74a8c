/** What makes up a case that people left: tasks closed one after the other, open ones, proposals. */
import type { CaseStatus } from "@multihelix/core/application/case.ts";
import type { Proposal } from "@multihelix/core/decision/proposal.ts";
import type { Task, TaskKind } from "@multihelix/core/task/task.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { eur } from "../../fixture/build/voucher.ts";

const stateOf: Partial<Record<TaskKind, string>> = { accept: "AcceptTerms", "give-statement": "Condition" };
let minute = 0;
/** A closed task; each was closed a minute after the one before. `next` is the round its answer tells the workflow. */
export function done(kind: TaskKind, round: number, outcome: string, next = round, slot = "-"): Task {
  minute += 1;
  const moment = at(`2026-10-02T08:${String(minute % 60).padStart(2, "0")}:00Z`);
  const state = stateOf[kind];
  return aTask(kind, {
    round,
    slot,
    status: "answered",
    answer: { outcome, round: next },
    at: moment,
    opened: moment,
    ...(state === undefined ? {} : { state }),
  });
}
export function open(kind: TaskKind, round: number, slot = "-"): Task {
  const state = stateOf[kind];
  return aTask(kind, { round, slot, ...(state === undefined ? {} : { state }) });
}
export function proposed(round: number, parks = ["limburg"]): Proposal {
  return {
    caseId,
    attempt: 1,
    round,
    kind: "award",
    award: eur(800_000),
    shares: parks.map((parkId) => ({ parkId, amount: eur(100_000) })),
    conditions: "",
    reasons: "Good.",
    contentHash: "c0ffee",
    proposedBy: idOf("per", "mia"),
    proposedAt: at("2026-10-02T08:00:00Z"),
    status: "open",
    version: 0,
  };
}

export interface Left {
  when: string;
  status: CaseStatus;
  tasks: () => Task[];
  proposals?: Proposal[];
  from: string;
  round: number;
}
