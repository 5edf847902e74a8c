/** The only place that says which ids of pages stand for a dry run: a draft that is walked as if it were a case, in this window alone. */
import type { DryPart } from "@multihelix/core/call/dry-run/dry-run.ts";

export const dryParts: readonly DryPart[] = ["applicant", "provider", "reviewer"];

export interface DryRunId {
  readonly callId: string;
  readonly part: DryPart;
}

/** The case that the page of one part is about; no stored case has such an id. */
export function dryCaseId(part: DryPart, callId: string): `app_${string}` {
  return `app_dry-${part}-${callId}`;
}

/** The call that those pages are about, as if it were published. */
export function dryCallId(callId: string): `call_${string}` {
  return `call_dry-${callId}`;
}

/** What an id of a case or a call in an address stands for; undefined for every stored one. */
export function dryRunOf(id: string | undefined): DryRunId | undefined {
  const [, part, callId] = /^app_dry-(applicant|provider|reviewer)-(call_\w+)$/.exec(id ?? "") ?? [];
  if (part !== undefined && callId !== undefined) return { part: part as DryPart, callId };
  const [, call] = /^call_dry-(call_\w+)$/.exec(id ?? "") ?? [];
  return call === undefined ? undefined : { part: "applicant", callId: call };
}

/** Where a dry run is begun and what it noticed is read. */
export function dryRunPath(callId: string): string {
  return `/calls/${callId}/dry-run`;
}
