/** The manager asks the claimant before deciding on a claim. */
import * as z from "zod";
import { moveCase } from "../application/move.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { readUse, requireCase, requireClaim, type UseFacts } from "../voucher/use-facts.ts";
import { refuseBarred } from "./barred.ts";
import type { Claim } from "./claim.ts";

export const queryClaimInput = z.object({
  caseId: caseIdSchema,
  question: z.string().trim().min(1).max(2000),
  noInterest: z.literal(true),
});
export type QueryClaimInput = z.infer<typeof queryClaimInput>;

export const queryClaimResult = z.object({ outcome: z.literal("queried"), claim: z.number().int() });
export type QueryClaimResult = z.infer<typeof queryClaimResult>;

/** An execution's history is finite, and so is patience: then the claim is decided on what is there. */
const queriesMost = 5;

/** The query letter goes out when the claimant's task opens. */
export const queryClaim = verb({
  name: "claim.query",
  input: queryClaimInput,
  read: (reader: Reader, { caseId }) => readUse(reader, caseId),
  decide(facts: UseFacts, actor, input, moment): Decision<QueryClaimResult> {
    const one = requireCase(facts);
    const person = requireStaff(actor, "manager", one, facts.slots, moment.now);
    const claim = requireClaim(facts.claims);
    refuseBarred(person, claim);
    const task = openOrRepeated(facts.tasks, "check-claim", undefined, actor, "queried");
    if (task === undefined) return { changes: [], result: { outcome: "queried", claim: claim.claim } };
    if (claim.queries.length >= queriesMost)
      throw new DomainError("conflict", "claim.queries-most", { most: queriesMost });
    const value: Claim = {
      ...claim,
      status: "queried",
      queries: [...claim.queries, { question: input.question, by: person.personId, at: moment.now }],
    };
    const move = moveCase(one, "queried", {}, moment, {
      type: "claim.queried",
      facts: { claim: claim.claim, query: value.queries.length },
    });
    const closing = answerTask(task, { outcome: "queried", round: task.round }, actor, moment);
    return {
      changes: [...move.changes, { op: "replace", name: "claim", value }, ...closing.changes],
      events: move.events,
      effects: closing.effects,
      result: { outcome: "queried", claim: claim.claim },
    };
  },
});
