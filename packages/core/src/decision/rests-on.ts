/** What a decision rests on: the offer as it was read and, in a deadline call, one version of its ranking, nothing once that version is superseded. */
import type { Call } from "../call/call.ts";
import { DomainError } from "../kernel/error.ts";
import type { Change } from "../port/store.ts";
import type { DecisionFacts } from "./decision-facts.ts";
import type { Proposal } from "./proposal.ts";

/** What a proposal of now is to name; nothing in a rolling call. */
export function rankingOf({ mode, frozen }: Call): Pick<Proposal, "ranking"> {
  return mode === "deadline" && frozen !== undefined ? { ranking: { round: frozen.round, hash: frozen.hash } } : {};
}

/** Whether the version that it rests on counts no more. Before there were versions, there was the first. */
export function restsOnSuperseded(
  { ranking }: Pick<Proposal, "ranking">,
  { mode, superseded }: Pick<Call, "mode" | "superseded">,
): boolean {
  return mode === "deadline" && superseded !== undefined && (ranking?.round ?? 1) <= superseded.round;
}

/** @throws conflict `proposal.ranking-superseded` with the version. */
export function refuseSuperseded(proposal: Pick<Proposal, "ranking">, call: Call): void {
  if (restsOnSuperseded(proposal, call))
    throw new DomainError("conflict", "proposal.ranking-superseded", { round: proposal.ranking?.round ?? 1 });
}

/** Held by what goes on in a deadline call: a ranking superseded, or frozen, at the same moment has it decided anew. */
export function stillRanked(call: Call | undefined): Change[] {
  if (call?.mode !== "deadline") return [];
  return [{ op: "check", name: "call", key: { callId: call.callId }, when: { version: call.version } }];
}

/** A provider that says no, or yes after all, at this very moment is heard: what rests on its offer is decided anew. */
export function stillStanding(offer: DecisionFacts["offer"]): Change[] {
  return offer === undefined
    ? []
    : [{ op: "check", name: "offer", key: { caseId: offer.caseId }, when: { version: offer.version } }];
}
