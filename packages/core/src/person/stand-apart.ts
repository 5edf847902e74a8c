/** What somebody's interests mean for an act once it is decided: refused where one is HARD, recorded where one is SOFT (domain §3). */
import type { Statement } from "../event/event.ts";
import type { Actor } from "../kernel/actor.ts";
import type { CaseId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Decision } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { refuseBarred, tiesInForce, tiesTo } from "./tie.ts";

/**
 * The statement that stands with the act's events: no interest was declared, and which SOFT ties were known. Whatever the
 * rules of the act looked at, it touches no case that a HARD interest keeps the person from.
 * @throws not_found `case.not-found`
 */
export async function standApart(
  reader: Reader,
  actor: Actor,
  input: unknown,
  decision: Decision<unknown>,
  { now, recuses }: { readonly now: Instant; readonly recuses: boolean },
): Promise<Statement | undefined> {
  if (actor.kind !== "person") return undefined;
  const stated = (input as { noInterest?: unknown } | null)?.noInterest === true;
  if (tiesInForce(actor, now).length === 0) return stated ? { noInterest: true } : undefined;
  const cases = await Promise.all(casesOf(decision).map((caseId) => reader.get("case", { caseId })));
  const known = cases.flatMap((one) => one ?? []);
  if (!recuses) for (const one of known) refuseBarred(actor, one, now);
  if (!stated) return undefined;
  const soft = known
    .flatMap((one) => tiesTo(actor, one, now))
    .filter(({ level }) => level === "SOFT")
    .map(({ organisationId, kind }) => ({ organisationId, kind }));
  return { noInterest: true, ...(soft.length === 0 ? {} : { soft }) };
}

/** Every case that the decision writes to. */
function casesOf({ changes, events = [] }: Decision<unknown>): CaseId[] {
  const written = changes.map((change) => {
    const item = ("value" in change ? change.value : change.key) as { caseId?: CaseId };
    return item.caseId;
  });
  return [...new Set([...written, ...events.map(({ caseId }) => caseId)].flatMap((caseId) => caseId ?? []))];
}
