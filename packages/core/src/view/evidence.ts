/** What a decision on a case rests on: scores, conflicts, aid arithmetic, each paying park's pot and approval policy. */

import * as z from "zod";
import { headroomViewSchema, viewHeadroom } from "../application/check-application.ts";
import { dayOf, headroomsFor } from "../application/read-application.ts";
import { policyOf } from "../approval/policy.ts";
import { type PayerShare, sharesOf } from "../call/shares.ts";
import { type DecisionFacts, latestProposal, readDecision, requireDecision } from "../decision/decision-facts.ts";
import { queueBefore } from "../decision/queue.ts";
import type { PersonActor } from "../kernel/actor.ts";
import type { CaseId } from "../kernel/id.ts";
import { type Money, money, moneySchema } from "../kernel/money.ts";
import { momentOf } from "../kernel/perform.ts";
import type { Moment } from "../kernel/verb.ts";
import { wholeOf } from "../kernel/whole-store.ts";
import { type KeyTotals, readTotals } from "../ledger/given.ts";
import { ledgerKeySchema, ledgerKeyText } from "../ledger/posting.ts";
import { fundName } from "../network/network-file.ts";
import type { Deps } from "../port/deps.ts";
import { conflictsOf } from "../review/conflict/list.ts";
import { type PoolFacts, readPoolWith } from "../review/pool.ts";
import { criterionSchema } from "../review/rubric.ts";
import { meanMark, percentOf, scoreOf } from "../review/score.ts";
import type { Row } from "../row/row.ts";
import { actingInterestSchema, readActingInterests } from "./acting-interests.ts";
import { readInside } from "./inside.ts";

const scoresSchema = z.object({
  mean: z.number().optional(),
  median: z.number().optional(),
  lowest: z.number().optional(),
  highest: z.number().optional(),
  /** Points between the lowest and the highest review; `wide` asks for one more. */
  spread: z.number(),
  wide: z.boolean(),
  counted: z.number().int(),
  threshold: z.number(),
  criteria: z.array(
    criterionSchema
      .pick({ id: true, label: true, labels: true, max: true, weight: true, lay: true })
      .extend({ mean: z.number().optional() }),
  ),
  reviews: z.array(z.object({ slot: z.string(), percent: z.number().optional() })),
});

const potSchema = z.object({
  parkId: z.string(),
  ledger: ledgerKeySchema,
  /** Name of the fund. */
  fund: z.string(),
  /** What the key was given so far, and what of it is free to propose, minor units. */
  given: z.number().int(),
  available: z.number().int(),
  /** What this case holds of it already, in all accounts together. */
  held: z.number().int(),
  /** The park's part of the amount, in its own currency; absent while there is no amount. */
  share: z
    .object({
      amount: z.number().int(),
      percent: z.number(),
      rate: z.string().optional(),
      rateDate: z.string().optional(),
    })
    .optional(),
  policy: z
    .object({
      approvers: z.number().int(),
      order: z.enum(["parallel", "sequential"]),
      secondFactorFrom: z.number().int().optional(),
    })
    .optional(),
});

export const evidenceSchema = z.object({
  scores: scoresSchema,
  conflicts: z.array(
    z.object({
      slot: z.string(),
      found: z.array(z.object({ rule: z.string(), level: z.enum(["HARD", "SOFT"]), about: z.string().optional() })),
    }),
  ),
  /** Ties of those who acted for a park, declared before or after they did. */
  interests: z.array(actingInterestSchema),
  /** What the arithmetic below is for: as asked for, else the proposal's award, else the request. */
  amount: moneySchema.optional(),
  headrooms: z.array(headroomViewSchema),
  pots: z.array(potSchema),
  /** Of a rolling call: earlier cases that may still want money of the lead park. */
  queue: z.object({ earlier: z.number().int(), asked: moneySchema }).optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export interface EvidenceFacts extends DecisionFacts {
  readonly pool: PoolFacts;
  /** Of the paying parks' keys, the running totals: no posting is read. */
  readonly keys: readonly KeyTotals[];
  /** Rows of the call in the lead park; only of a rolling call. */
  readonly rows: readonly Row[];
}

/** @param amount of another award than the proposed or requested, minor units of the call's currency. */
export async function readEvidence(deps: Deps, actor: PersonActor, caseId: CaseId, amount?: number): Promise<Evidence> {
  await readInside(deps, actor, caseId);
  const facts = await readDecision(deps.store, caseId);
  const { one, call, slots } = requireDecision(facts);
  const reviewers = slots.flatMap(({ reviewerId }) => reviewerId ?? []);
  const [pool, keys, rows] = await Promise.all([
    readPoolWith(deps.store, caseId, undefined, reviewers),
    Promise.all(call.payers.map(({ ledger }) => readTotals(wholeOf(deps.store), ledger))),
    call.mode === "rolling" ? deps.store.list("row", { parkId: call.leadPark, callId: call.callId }) : [],
  ]);
  const moment = momentOf(deps, deps.ids.ulid(), await deps.network.current());
  const interests = await readActingInterests(deps, one, [
    ...(pool.on?.actedBy ?? []),
    ...facts.approvals.flatMap(({ by, second }) => [by, ...(second === undefined ? [] : [second.by])]),
  ]);
  return { ...evidenceOf({ ...facts, pool, keys, rows }, moment, amount), interests };
}

export function evidenceOf(facts: EvidenceFacts, moment: Moment, asked?: number): Omit<Evidence, "interests"> {
  const { one, call } = requireDecision(facts);
  const amount = asked === undefined ? (latestProposal(facts)?.award ?? one.requested) : money(asked, call.currency);
  const day = dayOf(call, moment.network, moment.now);
  const parts = amount === undefined ? [] : sharesOf(call, amount, moment.network, day);
  const lead = call.payers.find(({ parkId }) => parkId === call.leadPark);
  const queue =
    call.mode !== "rolling" || lead === undefined
      ? undefined
      : queueBefore(facts.rows, one.caseId, one.submittedAt, lead.sharePercent);
  return {
    scores: scoresFor(facts),
    conflicts: conflictsFor(facts, day),
    ...(amount === undefined ? {} : { amount }),
    headrooms: amount === undefined ? [] : headroomsFor(facts, amount, moment).map(viewHeadroom),
    pots: call.payers.map((payer) => potOf(facts, payer, parts, amount, moment)),
    ...(queue === undefined ? {} : { queue: { earlier: queue.earlier, asked: money(queue.asked, call.currency) } }),
  };
}

function scoresFor(facts: EvidenceFacts): Evidence["scores"] {
  const { rubric } = requireDecision(facts).call;
  const filed = facts.reviews.filter(({ status }) => status === "filed");
  return {
    ...scoreOf(rubric, filed),
    threshold: rubric.threshold,
    criteria: rubric.criteria.map(({ id, label, labels, max, weight, lay }) => {
      const mean = meanMark(id, filed);
      const words = { ...(labels === undefined ? {} : { labels }), ...(lay === undefined ? {} : { lay }) };
      return { id, label, ...words, max, weight, ...(mean === undefined ? {} : { mean }) };
    }),
    reviews: filed.map(({ slot, marks }) => {
      const percent = percentOf(rubric, marks);
      return { slot, ...(percent === undefined ? {} : { percent }) };
    }),
  };
}

/** The rules asked again about everyone who sits in a slot now: an interest may have come up since the choice. */
function conflictsFor({ pool }: EvidenceFacts, today: string): Evidence["conflicts"] {
  const { on, slots, candidates } = pool;
  return slots.flatMap(({ slot, reviewerId }) => {
    const reviewer = candidates.find(({ personId }) => personId === reviewerId);
    return on === undefined || reviewer === undefined ? [] : [{ slot, found: conflictsOf({ reviewer, on, today }) }];
  });
}

function potOf(
  facts: EvidenceFacts,
  payer: ReturnType<typeof requireDecision>["call"]["payers"][number],
  parts: readonly PayerShare[],
  amount: Money | undefined,
  moment: Moment,
): Evidence["pots"][number] {
  const { parkId, ledger, sharePercent } = payer;
  const totals = facts.keys.find((one) => ledgerKeyText(one.ledger) === ledgerKeyText(ledger));
  const part = parts.find((one) => one.parkId === parkId);
  const held = facts.shares.find((share) => share.parkId === parkId);
  const policy =
    amount === undefined || part === undefined
      ? undefined
      : policyOf({ shares: [{ parkId, amount: part.amount }] }, parkId, moment.network);
  return {
    parkId,
    ledger,
    fund: fundName(moment.network, ledger.fundId),
    given: totals?.given ?? 0,
    available: totals?.available ?? 0,
    held: held === undefined ? 0 : held.reserved + held.committed + held.payable + held.disbursed,
    ...(part === undefined
      ? {}
      : {
          share: {
            amount: part.amount.amount,
            percent: sharePercent,
            ...(part.rate.base === part.rate.quote ? {} : { rate: part.rate.rate, rateDate: part.rate.date }),
          },
        }),
    ...(policy === undefined
      ? {}
      : {
          policy: {
            approvers: policy.approvers,
            order: policy.order,
            ...(policy.secondFactorFrom === undefined ? {} : { secondFactorFrom: policy.secondFactorFrom }),
          },
        }),
  };
}
