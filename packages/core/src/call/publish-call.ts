/** Publishing a call: a second manager of the lead park, money in every payer's budget, and nobody alone at any step. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { callIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Book } from "../ledger/book.ts";
import type { Budget } from "../ledger/posting.ts";
import type { RoleHolder } from "../person/role-grant.ts";
import type { Reader } from "../port/store.ts";
import { wakesOf } from "./advance-call.ts";
import type { Call } from "./call.ts";
import { type PosedChallenge, stillPosed } from "./challenge.ts";
import { isReady, readinessOf, readReadiness } from "./readiness.ts";
import { readBooks, setReserves } from "./redress-reserve.ts";

interface Facts {
  readonly call: Call | undefined;
  readonly staff: readonly RoleHolder[];
  readonly budgets: readonly Budget[];
  readonly books: readonly Book[];
  /** That the call answers, as it was posed. */
  readonly challenge: PosedChallenge | undefined;
}

/** @throws forbidden `duties.same-person`; conflict `challenge.withdrawn`; conflict `call.not-publishable` with problems, parks without money, and gaps in the staff. */
export const publishCall = verb({
  name: "call.publish",
  input: z.object({ callId: callIdSchema }),
  async read(reader: Reader, { callId }): Promise<Facts> {
    const call = await reader.get("call", { callId });
    if (call === undefined) return { call, staff: [], budgets: [], books: [], challenge: undefined };
    const [facts, books, challenge] = await Promise.all([
      readReadiness(reader, call),
      readBooks(reader, call),
      call.challenge === undefined
        ? undefined
        : reader.get("posedChallenge", { parkId: call.leadPark, challengeId: call.challenge.challengeId }),
    ]);
    return { call, ...facts, books, challenge };
  },
  decide({ call, staff, budgets, books, challenge }: Facts, actor, _input, moment): Decision<{ state: string }> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const person = requireRole(actor, "manager", call.leadPark, moment.now);
    if (call.publishedBy === person.personId) return { changes: [], result: { state: call.state } };
    if (call.state !== "draft")
      throw new DomainError("conflict", "call.wrong-state", { state: call.state, wanted: "draft" });
    if (call.createdBy === person.personId || call.writers?.includes(person.personId) === true)
      throw new DomainError("forbidden", "duties.same-person", { step: "publish" });
    if (call.closes <= moment.now) throw new DomainError("conflict", "call.closed", { closes: call.closes });
    if (call.challenge !== undefined && (challenge === undefined || challenge.withdrawnAt !== undefined))
      throw new DomainError("conflict", "challenge.withdrawn");
    const readiness = readinessOf(call, { staff, budgets }, moment.network, moment.now);
    if (!isReady(readiness)) throw new DomainError("conflict", "call.not-publishable", { ...readiness });
    const state = call.opens <= moment.now ? "open" : "scheduled";
    const value: Call = { ...call, state, publishedBy: person.personId };
    const kept = setReserves(call, budgets, books);
    return {
      changes: [
        { op: "replace", name: "call", value },
        ...(challenge === undefined ? [] : [stillPosed(challenge)]),
        ...kept.changes,
      ],
      postings: kept.postings,
      events: [
        {
          stream: `call:${call.callId}`,
          type: "call.published",
          from: "draft",
          to: state,
          facts: { opens: call.opens, closes: call.closes },
        },
      ],
      effects: wakesOf(value),
      result: { state },
    };
  },
});
