/** Approvals that wait for the reader: which of them may be given together because nothing differs, and why each other must be looked at by itself. */
import * as z from "zod";
import { apartReasons, groupAlike, type Waiting } from "../approval/alike.ts";
import { latestProposal, readDecision, requireDecision } from "../decision/decision-facts.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { callIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema, sum } from "../kernel/money.ts";
import { wholeOf } from "../kernel/whole-store.ts";
import { tiesTo } from "../person/tie.ts";
import type { Deps } from "../port/deps.ts";
import { rubricFor } from "../review/lay-part.ts";
import { plannedCount } from "../review/plan.ts";
import { readEvidence } from "./evidence.ts";
import { type MyTask, myTaskSchema, myTasks } from "./my-tasks.ts";

const lineSchema = myTaskSchema
  .pick({ caseId: true, callId: true, reference: true, title: true, applicant: true, due: true })
  .extend({
    parkId: z.string(),
    provider: z.string().optional(),
    kind: z.enum(["award", "reject"]),
    /** What the park would pay, in its own currency; nothing for a rejection. */
    amount: moneySchema,
    /** Mean of the reviews, percent; absent where the call wants none. */
    score: z.number().optional(),
    /** Of the proposal as it was looked at here: to be sent with the answer. */
    contentHash: z.string(),
    proposedAt: instantSchema,
  });
export type ApprovalLine = z.infer<typeof lineSchema>;

export const alikeApprovalsSchema = z.object({
  /** Nothing differs in any of a group; each is answered by itself all the same. */
  groups: z.array(z.object({ callId: callIdSchema, parkId: z.string(), sum: moneySchema, cases: z.array(lineSchema) })),
  /** To be looked at one by one, with all that differs. */
  apart: z.array(lineSchema.extend({ why: z.array(z.enum(apartReasons)).min(1) })),
});
export type AlikeApprovals = z.infer<typeof alikeApprovalsSchema>;

type Looked = Waiting & { readonly line: ApprovalLine };

/** Only what the reader may answer now; soonest due first. */
export async function readAlikeApprovals(deps: Deps, actor: PersonActor): Promise<AlikeApprovals> {
  const tasks = await myTasks(deps, actor);
  const mine = tasks.filter(({ kind, refusal }) => kind === "approve" && refusal === undefined);
  const looked = await Promise.all(mine.map((task) => lookAt(deps, actor, task)));
  const { groups, apart } = groupAlike(looked.flatMap((one) => one ?? []));
  return {
    groups: groups.flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { callId, parkId } = first.line;
      const cases = group.map(({ line }) => line);
      return [{ callId, parkId, sum: sum(cases.map(({ amount }) => amount)), cases }];
    }),
    apart: apart.map(({ one, why }) => ({ ...one.line, why: [...why] })),
  };
}

/** Undefined where it was answered or sent back between the list and this look. */
async function lookAt(deps: Deps, actor: PersonActor, task: MyTask): Promise<Looked | undefined> {
  const { caseId, slot: parkId } = task;
  const evidence = await readEvidence(deps, actor, caseId);
  const [read, waived] = await Promise.all([readDecision(deps.store, caseId), readWaived(deps, task)]);
  const facts = requireDecision(read);
  const { one, call } = facts;
  const proposal = latestProposal(facts);
  const share = proposal?.shares.find((part) => part.parkId === parkId)?.amount;
  const open = facts.tasks.find(({ kind, slot, status }) => kind === "approve" && slot === parkId && status === "open");
  if (proposal?.status !== "open" || share === undefined || open === undefined) return undefined;
  const { callId, reference, title, applicant, due } = task;
  const { attempt, round, kind, contentHash, proposedAt } = proposal;
  return {
    ...evidence,
    // A tie of the reader's own, or a reviewer whom nobody could judge any more, is looked at by itself.
    interests: [...evidence.interests, ...tiesTo(actor, one, deps.clock.now()), ...unjudged(facts, evidence.conflicts)],
    callId,
    parkId,
    attempt,
    requested: one.requested,
    proposal,
    sentBack: facts.proposals.some((earlier) => earlier.attempt === attempt && earlier.round < round),
    notes: facts.approvals
      .filter((given) => given.attempt === attempt && given.round === round)
      .map(({ reason }) => reason),
    ownPark: open.holder.kind === "role" && open.holder.apart === true,
    waived,
    scopeSettled: one.scope?.attempt === attempt,
    reviewed: isReviewed(facts, plannedCount(call, one)),
    line: {
      ...{ caseId, callId, parkId, reference, title, applicant, due, kind, contentHash, proposedAt, amount: share },
      ...(one.providerName === undefined ? {} : { provider: one.providerName }),
      ...(evidence.scores.mean === undefined ? {} : { score: evidence.scores.mean }),
    },
  };
}

/** Slots of this attempt whose reviewer the evidence says nothing about: their role ended, or their account. */
function unjudged(
  { one, slots }: Pick<ReturnType<typeof requireDecision>, "one" | "slots">,
  judged: readonly { readonly slot: string }[],
) {
  return slots.filter(
    ({ attempt, slot, reviewerId }) =>
      attempt === one.attempt && reviewerId !== undefined && !judged.some((found) => found.slot === slot),
  );
}

function isReviewed(
  { one, call, slots, reviews }: Pick<ReturnType<typeof requireDecision>, "one" | "call" | "slots" | "reviews">,
  wanted: number,
): boolean {
  const present = slots.filter(({ attempt }) => attempt === one.attempt);
  return (
    present.length >= wanted &&
    present.every(({ slot, status, lay }) => {
      const marks = reviews.find((review) => review.slot === slot && review.status === "filed")?.marks ?? [];
      const scored = new Set(marks.filter(({ score }) => typeof score === "number").map(({ criterion }) => criterion));
      return status === "filed" && rubricFor(call.rubric, { lay }).criteria.every(({ id }) => scored.has(id));
    })
  );
}

/** Rules and bounds set aside for this case: by hand as a reviewer was named, or in the run that named them. */
async function readWaived(deps: Deps, { caseId, callId }: MyTask): Promise<string[]> {
  const store = wholeOf(deps.store);
  const [events, runs] = await Promise.all([store.list("event", { stream: caseId }), store.list("run", { callId })]);
  const byHand = events
    .filter(({ type }) => type === "review.assigned")
    .flatMap(({ facts }) => (Array.isArray(facts["waived"]) ? facts["waived"].map(String) : []));
  const inRuns = runs
    .filter(({ state }) => state === "published")
    .flatMap(({ waived }) => waived.filter((one) => one.caseId === caseId).map(({ rule }) => rule));
  return [...byHand, ...inRuns];
}
