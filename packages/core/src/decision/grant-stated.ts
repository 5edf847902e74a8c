/** The grant of an award whose statement was made: checked anew whenever it is tried, with this day's window and rates. */
import { type Condition, notificationOf } from "../aid/condition.ts";
import { lookOnceOver } from "../application/ask-offer-again.ts";
import type { Case } from "../application/case.ts";
import { demandStanding, standingOf } from "../application/offer-validity.ts";
import type { EffectDraft } from "../effect/effect.ts";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { addMilliseconds } from "../kernel/instant.ts";
import type { Decision, Moment } from "../kernel/verb.ts";
import { answerTask } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { decideAnew } from "./decide-anew.ts";
import { requireDecision } from "./decision-facts.ts";
import { decisionChanges } from "./decision-letters.ts";
import { type AwardPlan, issueAward } from "./issue-award.ts";
import { failingAtGrant, planRelease, type ReleaseFacts, whyAnew } from "./release-plan.ts";
import { stillStanding } from "./rests-on.ts";

type Granting = Decision<{ outcome: string }>;

/**
 * With the statement itself: what others can still put right makes the award wait for its releaser, and the statement is
 * kept.
 * @param condition with what is stated at this moment
 */
export function grantOrWait(
  facts: ReleaseFacts,
  condition: Condition,
  task: Task,
  actor: Actor,
  moment: Moment,
): Granting {
  const { one } = requireDecision(facts);
  const stated = { ...facts, one: { ...one, condition } };
  const plan = awardOf(stated, moment);
  return (
    endedBy(stated, plan, task, actor, moment) ??
    waits(stated, plan, condition, task, actor, moment) ??
    issued(stated, plan, task, actor, moment)
  );
}

/**
 * By the releaser, once nothing is awaited any more; a statement that is too old by then is asked for anew.
 * Where the offer was taken back, or its provider left unanswered whether it still stands, the award is decided anew.
 * @throws conflict `offer.run-out` while the provider is asked, `eligibility.not-met` with what is still awaited
 */
export function grantLater(facts: ReleaseFacts, task: Task, actor: Actor, moment: Moment): Granting {
  const plan = awardOf(facts, moment);
  const ended = endedBy(facts, plan, task, actor, moment);
  if (ended !== undefined) return ended;
  demandStanding(facts.offer, moment.now);
  const failing = failingAtGrant(facts, moment);
  if (failing.length > 0) throw new DomainError("conflict", "eligibility.not-met", { failing });
  return plan.condition === undefined
    ? issued(facts, plan, task, actor, moment)
    : askAnew(facts, plan, plan.condition, task, actor, moment);
}

function awardOf(facts: ReleaseFacts, moment: Moment): AwardPlan {
  const plan = planRelease(facts, moment);
  if (plan.kind !== "award") throw new DomainError("conflict", "proposal.none", { status: plan.proposal.status });
  return plan;
}

function issued(facts: ReleaseFacts, plan: AwardPlan, task: Task, actor: Actor, moment: Moment): Granting {
  const told = issueAward(facts, plan, task, "granted", actor, moment);
  return { ...told, changes: [...told.changes, ...stillStanding(facts.offer)] };
}

/** Too little room, an offer that is gone, or what nobody puts right by waiting. */
function endedBy(facts: ReleaseFacts, plan: AwardPlan, task: Task, actor: Actor, moment: Moment): Granting | undefined {
  const why = whyAnew(facts, plan.fits, moment);
  return why === undefined ? undefined : decideAnew(facts, plan.proposal, why, task, actor, moment);
}

function waits(
  facts: ReleaseFacts,
  plan: AwardPlan,
  condition: Condition,
  task: Task,
  actor: Actor,
  moment: Moment,
): Granting | undefined {
  const { one } = requireDecision(facts);
  const standing = facts.offer === undefined ? "stands" : standingOf(facts.offer, moment.now);
  const awaited = [
    ...failingAtGrant(facts, moment).flatMap(({ code }) => code ?? []),
    ...(standing === "stands" ? [] : [`offer.${standing}`]),
  ];
  if (awaited.length === 0) return undefined;
  // The years that this statement was made for.
  const counted = notificationOf(plan.headrooms, moment.now) ?? condition;
  const unverified = [facts.applicant, facts.provider].flatMap((party) =>
    party === undefined || party.verification === "verified" ? [] : [party.organisationId],
  );
  const { from, until } = counted;
  const value = { ...one, condition: { ...condition, from, until, awaited, unverified } };
  const closing = answerTask(task, { outcome: "waits", round: task.round + 1 }, actor, moment);
  return {
    changes: [{ op: "replace", name: "case", value }, ...closing.changes],
    events: [
      { stream: one.caseId, caseId: one.caseId, type: "decision.stated", facts: { round: task.round, awaited } },
    ],
    effects: [...closing.effects, ...lookOnceOver(one, facts.offer, moment), ...goesOn(one, moment)],
    result: { outcome: "waits" },
  };
}

/**
 * An execution that began before awards could wait knows no such answer and ends with it: a new one takes the case up
 * then. The answer can reach it late, so it is looked at more than once.
 */
function goesOn({ caseId }: Case, { now }: Moment): EffectDraft[] {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  return [minute, hour, day].map((after) => ({
    body: { kind: "reconcile-case", caseId },
    dueAt: addMilliseconds(now, after),
  }));
}

function askAnew(
  facts: ReleaseFacts,
  plan: AwardPlan,
  condition: Condition,
  task: Task,
  actor: Actor,
  moment: Moment,
): Granting {
  const { one } = requireDecision(facts);
  const closing = answerTask(task, { outcome: "condition", round: task.round }, actor, moment);
  const letters = decisionChanges(plan.letters, moment);
  const about = { round: plan.proposal.round, basis: condition.basis, ...condition.gross };
  return {
    changes: [{ op: "replace", name: "case", value: { ...one, condition } }, ...closing.changes, ...letters.changes],
    events: [{ stream: one.caseId, caseId: one.caseId, type: "decision.statement-asked", facts: about }],
    effects: [...closing.effects, ...letters.effects],
    result: { outcome: "condition" },
  };
}
