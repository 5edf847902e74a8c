/** After a ranking was superseded: a case that rests on it, or is not proposed yet, goes back to the gate; one commit per case. */
import * as z from "zod";
import { isGateShut } from "../../call/call-state.ts";
import { type DecisionFacts, latestProposal, readDecision, requireDecision } from "../../decision/decision-facts.ts";
import { restsOnSuperseded, stillRanked } from "../../decision/rests-on.ts";
import { requireSystem } from "../../kernel/actor.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import { goBack } from "./go-back.ts";

export const backToGate = verb({
  name: "ranking.back-to-gate",
  input: z.object({ caseId: caseIdSchema, round: z.number().int().min(1) }),
  read: (reader, { caseId }) => readDecision(reader, caseId),
  decide(facts: DecisionFacts, actor, { round }, moment): Decision<{ outcome: "back" | "nothing" }> {
    requireSystem(actor);
    if (!isConcerned(facts)) return { changes: [], result: { outcome: "nothing" } };
    const { one, call } = requireDecision(facts);
    const event = { type: "ranking.case-sent-back", facts: { ranking: round, was: one.status } };
    const back = goBack({ ...facts, one }, "AwaitRanking", event, "ranking-superseded", actor, moment);
    return { ...back, changes: [...back.changes, ...stillRanked(call)], result: { outcome: "back" } };
  },
});

/** What was told stands; who waits at the gate goes on waiting; who is with the reviewers comes to it. */
function isConcerned(facts: DecisionFacts): boolean {
  const { one, call } = facts;
  if (one === undefined || call === undefined) return false;
  if (one.status === "approving" || one.status === "approved") {
    const proposal = latestProposal(facts);
    return proposal !== undefined && restsOnSuperseded(proposal, call);
  }
  if (!isGateShut(call)) return false;
  if (one.status === "deciding") return true;
  // Let through a moment ago: the manager's task is about to open.
  const gate = facts.tasks.find(
    ({ kind, attempt, round }) =>
      kind === "await-ranking" && attempt === one.attempt && round === (one.roundsFrom ?? 1),
  );
  return one.status === "in-review" && gate?.status === "answered";
}
