/** The hash chain over a stream's events: made after the fact, so that commits of one case need no shared item. */
import * as z from "zod";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { commitPatiently } from "../kernel/commit.ts";
import { DomainError } from "../kernel/error.ts";
import type { Deps } from "../port/deps.ts";
import type { Change } from "../port/store.ts";
import type { Event } from "./event.ts";

/** Where a stream's chain stands. */
export const sealHeadSchema = z.object({
  stream: z.string(),
  sequence: z.number().int().min(0),
  seal: z.string(),
  version: z.number().int().default(0),
});
export type SealHead = z.infer<typeof sealHeadSchema>;

const perCommit = 60;

/** What is hashed of an event, in this order. */
export function sealedText(previous: string, sequence: number, event: Event): string {
  const { stream, eventId, at, type, actor, verb, caseId, from, to, facts, statement } = event;
  return canonicalJson([
    previous,
    sequence,
    stream,
    eventId,
    at,
    type,
    actor,
    verb,
    caseId ?? null,
    from ?? null,
    to ?? null,
    facts,
    ...(statement === undefined ? [] : [statement]),
  ]);
}

/** Chain the next events of the stream that have no seal yet, at most 60; gives how many. Two sealers cannot fork the chain: its head is guarded by its version. */
export async function sealEvents(deps: Deps, stream: string): Promise<number> {
  const [head, events] = await Promise.all([
    deps.store.get("sealHead", { stream }),
    deps.store.list("event", { stream }),
  ]);
  const unsealed = events.filter((event) => event.seal === undefined).slice(0, perCommit);
  if (unsealed.length === 0) return 0;
  let { sequence, seal } = head ?? { sequence: 0, seal: "" };
  const changes: Change[] = unsealed.map((event) => {
    sequence += 1;
    seal = deps.digest(sealedText(seal, sequence, event));
    return {
      op: "patch",
      name: "event",
      key: { stream, eventId: event.eventId },
      set: { seal, sequence },
      when: { seal: null },
    };
  });
  const value: SealHead = { stream, sequence, seal, version: head?.version ?? 0 };
  changes.push(
    head === undefined ? { op: "create", name: "sealHead", value } : { op: "replace", name: "sealHead", value },
  );
  const outcome = await commitPatiently(deps, changes);
  if (!outcome.ok) throw new DomainError("unavailable", "seal.other-sealer", { stream });
  return unsealed.length;
}

export interface ChainReport {
  stream: string;
  sealed: number;
  unsealed: number;
  /** First event whose seal does not follow from the chain, if any. */
  brokenAt?: string;
}

/** Recompute the chain of a stream's events: changed, removed or re-ordered events show as a break. */
export function verifyChain(
  stream: string,
  events: readonly Event[],
  head: SealHead | undefined,
  digest: (text: string) => string,
): ChainReport {
  const sealed = events
    .filter((event) => event.seal !== undefined)
    .sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
  const report: ChainReport = { stream, sealed: sealed.length, unsealed: events.length - sealed.length };
  let previous = "";
  for (const [index, event] of sealed.entries()) {
    const seal = digest(sealedText(previous, index + 1, event));
    if (event.sequence !== index + 1 || event.seal !== seal) return { ...report, brokenAt: event.eventId };
    previous = seal;
  }
  if ((head?.sequence ?? 0) !== sealed.length || (head?.seal ?? "") !== previous)
    return { ...report, brokenAt: "head" };
  return report;
}
