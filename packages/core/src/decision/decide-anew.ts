/** The only place where a release or a grant ends in a new decision: everything is freed, and whoever knew of the award is told. */
import type { Actor } from "../kernel/actor.ts";
import type { Decision, Moment } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { awardAnew } from "../letter/kind/award-anew.ts";
import { joinLetters } from "../letter/write-letter.ts";
import { answerTask } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { anewLetters } from "./anew-letters.ts";
import { requireDecision } from "./decision-facts.ts";
import type { Proposal, WhyAnew } from "./proposal.ts";
import type { ReleaseFacts } from "./release-plan.ts";
import { stillStanding } from "./rests-on.ts";
import { sendBack } from "./send-back.ts";

/** @param task the one of the release or of the statement that finds it. */
export function decideAnew(
  facts: ReleaseFacts,
  proposal: Proposal,
  why: WhyAnew,
  task: Task,
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one, shares, aidGrants, approvals } = requireDecision(facts);
  const sent = sendBack({ one, proposal, shares, aidGrants, approvals }, why, undefined, moment);
  const closing = answerTask(task, { outcome: "back", round: task.round + 1 }, actor, moment);
  const letters = joinLetters(
    anewLetters(one, facts.applicants, task.round, why, moment).map((draft) => ownLetter(awardAnew, draft, moment)),
  );
  return {
    changes: [...sent.changes, ...closing.changes, ...letters.changes, ...stillStanding(facts.offer)],
    postings: sent.postings,
    events: sent.events,
    effects: [...closing.effects, ...letters.effects],
    result: { outcome: "back" },
  };
}
