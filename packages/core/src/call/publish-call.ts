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
import { callProblems } from "./call-problems.ts";
import { readBooks, setReserves } from "./redress-reserve.ts";
import { readStaff, staffingGaps } from "./staffing.ts";

interface Facts {
  readonly call: Call | undefined;
  readonly staff: readonly RoleHolder[];
  readonly budgets: readonly Budget[];
  readonly books: readonly Book[];
}

/** @throws forbidden `duties.same-person`; conflict `call.not-publishable` with problems, parks without money, and gaps in the staff. */
export const publishCall = verb({
  name: "call.publish",
  input: z.object({ callId: callIdSchema }),
  async read(reader: Reader, { callId }): Promise<Facts> {
    const call = await reader.get("call", { callId });
    if (call === undefined) return { call, staff: [], budgets: [], books: [] };
    const [staff, budgets, books] = await Promise.all([
      readStaff(reader, call),
      Promise.all(call.payers.map(({ ledger }) => reader.get("budget", { ledger }))),
      readBooks(reader, call),
    ]);
    return { call, staff, budgets: budgets.flatMap((budget) => budget ?? []), books };
  },
  decide({ call, staff, budgets, books }: Facts, actor, _input, moment): Decision<{ state: string }> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const person = requireRole(actor, "manager", call.leadPark, moment.now);
    if (call.publishedBy === person.personId) return { changes: [], result: { state: call.state } };
    if (call.state !== "draft")
      throw new DomainError("conflict", "call.wrong-state", { state: call.state, wanted: "draft" });
    if (call.createdBy === person.personId)
      throw new DomainError("forbidden", "duties.same-person", { step: "publish" });
    if (call.closes <= moment.now) throw new DomainError("conflict", "call.closed", { closes: call.closes });
    const problems = callProblems(call, moment.network);
    const empty = call.payers.filter(
      ({ parkId }) => !budgets.some(({ ledger, available }) => ledger.parkId === parkId && available > 0),
    );
    const inForce = staff.filter(({ until }) => until === undefined || moment.now < until);
    const gaps = staffingGaps(call, inForce);
    if (problems.length > 0 || empty.length > 0 || gaps.length > 0) {
      throw new DomainError("conflict", "call.not-publishable", {
        problems,
        parksWithoutMoney: empty.map(({ parkId }) => parkId),
        gaps,
      });
    }
    const state = call.opens <= moment.now ? "open" : "scheduled";
    const value: Call = { ...call, state, publishedBy: person.personId };
    const kept = setReserves(call, budgets, books);
    return {
      changes: [{ op: "replace", name: "call", value }, ...kept.changes],
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
