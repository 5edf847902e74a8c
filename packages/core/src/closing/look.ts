/** Schedules the looks at an ended case, until one of them closes it; and takes a closing back where something comes after all. */
import { type Case, type CaseStatus, endedStatuses } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { EventDraft } from "../event/event.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Change } from "../port/store.ts";
import { firstLookAt, isEnded } from "./ended.ts";

/** A schedule item, no sleeping execution. */
export function lookAt({ caseId, statusSince }: Pick<Case, "caseId" | "statusSince">, dueAt: Instant): EffectDraft {
  return { body: { kind: "close-case", caseId, since: statusSince }, dueAt };
}

/** Of every event that ends a case, whichever act it came from. @param now the instant of the event */
export function looksAfter(events: readonly EventDraft[], now: Instant): EffectDraft[] {
  return events.flatMap(({ caseId, to }) =>
    caseId === undefined || !endedStatuses.includes(to as CaseStatus)
      ? []
      : [lookAt({ caseId, statusSince: now }, firstLookAt(now))],
  );
}

/** The case as it is open again. */
export function reopened({ closedAt: _, ...one }: Case): Case {
  return one;
}

/**
 * Something comes of a case that may have been closed: it is open again and looked at anew. An ended one that is not
 * closed must not be closed by a look that was faster.
 */
export function reopen(one: Case, now: Instant): { changes: Change[]; effects: EffectDraft[] } {
  if (one.closedAt !== undefined)
    return {
      changes: [{ op: "replace", name: "case", value: reopened(one) }],
      effects: [lookAt(one, firstLookAt(now))],
    };
  if (!isEnded(one)) return { changes: [], effects: [] };
  const { caseId } = one;
  return { changes: [{ op: "check", name: "case", key: { caseId }, when: { closedAt: null } }], effects: [] };
}
