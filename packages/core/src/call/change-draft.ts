/** The only place where a draft of a call is changed: one step at a time, on the version it was read with. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { callIdSchema, type PersonId } from "../kernel/id.ts";
import { endOfDay, type Instant, startOfDay, toZonedDateString } from "../kernel/instant.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Budget } from "../ledger/posting.ts";
import { ledgerKeyText } from "../ledger/posting.ts";
import { budgetYearOf } from "../network/fund.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import type { Reader } from "../port/store.ts";
import type { Call } from "./call.ts";
import { type CallProblem, callProblems } from "./call-problems.ts";
import { changeSchema, type DraftChange, moneyFields, paperFields, reviewFields, whoFields } from "./change-schema.ts";
import { payerOf } from "./create-call.ts";

/** Fields of the call that a step writes whole: what it leaves out is no longer set. */
const fieldsOf: Readonly<Record<DraftChange["step"], readonly string[]>> = {
  about: ["languages", "title", "summary", "mode", "opens", "closes"],
  money: [...Object.keys(moneyFields), "payers"],
  who: Object.keys(whoFields),
  papers: Object.keys(paperFields),
  review: Object.keys(reviewFields),
};

interface Facts {
  readonly call: Call | undefined;
  readonly budgets: readonly Budget[];
}

/**
 * Managers of the lead park; who changes a draft does not publish it. Problems of other steps do not stand in the way:
 * they are named before the call is published.
 * @throws conflict `call.wrong-state` once published, `call.changed` where somebody else was quicker, `call.budget-set`
 * where a park's money would be left under another fund or year; invalid `input.invalid` with every problem of the step.
 */
export const changeDraft = verb({
  name: "call.change-draft",
  input: z.object({ callId: callIdSchema, version: z.number().int().min(0), change: changeSchema }),
  async read(reader: Reader, { callId }): Promise<Facts> {
    const call = await reader.get("call", { callId });
    if (call === undefined) return { call, budgets: [] };
    const budgets = await Promise.all(call.payers.map(({ ledger }) => reader.get("budget", { ledger })));
    return { call, budgets: budgets.flatMap((budget) => budget ?? []) };
  },
  decide({ call, budgets }: Facts, actor, { version, change }, moment): Decision<{ version: number }> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const person = requireRole(actor, "manager", call.leadPark, moment.now);
    if (call.state !== "draft")
      throw new DomainError("conflict", "call.wrong-state", { state: call.state, wanted: "draft" });
    if (call.version !== version) throw new DomainError("conflict", "call.changed", { version: call.version });
    const value = writtenBy(confirmed(changedBy(call, change, moment), change.step), person.personId);
    const problems = problemsOfStep(value, change, moment.network);
    if (problems.length > 0) throw new DomainError("invalid", "input.invalid", { problems });
    const kept = value.payers.map(({ ledger }) => ledgerKeyText(ledger));
    const left = budgets.find(({ ledger, available }) => available > 0 && !kept.includes(ledgerKeyText(ledger)));
    if (left !== undefined) throw new DomainError("conflict", "call.budget-set", { parkId: left.ledger.parkId });
    return {
      changes: [{ op: "replace", name: "call", value }],
      events: [{ stream: `call:${call.callId}`, type: "call.draft-changed", facts: { step: change.step } }],
      result: { version: call.version + 1 },
    };
  },
});

/** Keeps who wrote in a draft besides who made it. */
export function writtenBy(call: Call, personId: PersonId): Call {
  const writers = call.writers ?? [];
  if (personId === call.createdBy || writers.includes(personId)) return call;
  return { ...call, writers: [...writers, personId] };
}

function confirmed({ unconfirmed, ...call }: Call, step: DraftChange["step"]): Call {
  const rest = (unconfirmed ?? []).filter((one) => one !== step);
  return rest.length === 0 ? call : { ...call, unconfirmed: rest };
}

/** The call with this step as the change says it. @throws invalid `input.invalid` for a fund that a park does not have. */
export function changedBy(call: Call, change: DraftChange, moment: Pick<Moment, "network">): Call {
  const without = Object.fromEntries(Object.entries(call).filter(([field]) => !fieldsOf[change.step].includes(field)));
  if (change.step === "about") {
    const { step: _step, opensOn, closesOn, ...texts } = change;
    const { zone } = parkOf(moment.network, call.leadPark);
    const opens = sameDay(call.opens, opensOn, zone) ?? startOfDay(opensOn, zone);
    const closes = sameDay(call.closes, closesOn, zone) ?? endOfDay(closesOn, zone);
    const payers = call.payers.map((payer) => followed(payer, call.opens, opens, moment));
    return { ...without, ...texts, opens, closes, payers } as Call;
  }
  if (change.step === "money") {
    const { step: _step, payers: typed, ...limits } = change;
    const unknown = typed.flatMap(({ parkId, fundId }, index) => {
      const there = moment.network.funds.some((fund) => fund.id === fundId && fund.parkId === parkId);
      return there ? [] : [{ path: `change.payers.${index}.fundId`, message: `${parkId} has no fund "${fundId}".` }];
    });
    if (unknown.length > 0) throw new DomainError("invalid", "input.invalid", { problems: unknown });
    return { ...without, ...limits, payers: typed.map((payer) => payerOf(payer, call.callId, call, moment)) } as Call;
  }
  const { step: _step, ...fields } = change;
  return { ...without, ...fields } as Call;
}

/** A call that opens at nine does so still when its day is saved again. */
function sameDay(at: Instant, day: string, zone: string): Instant | undefined {
  return toZonedDateString(at, zone) === day ? at : undefined;
}

/** A budget year that followed from the opening day follows the new one; one that was chosen stays. */
function followed(
  payer: Call["payers"][number],
  before: Instant,
  opens: Instant,
  { network }: Pick<Moment, "network">,
): Call["payers"][number] {
  const fund = network.funds.find(({ id }) => id === payer.ledger.fundId);
  if (fund === undefined) return payer;
  const { zone } = parkOf(network, payer.parkId);
  const yearOf = (at: Instant) => budgetYearOf(fund, toZonedDateString(at, zone));
  if (payer.ledger.budgetYear !== yearOf(before)) return payer;
  return { ...payer, ledger: { ...payer.ledger, budgetYear: yearOf(opens) } };
}

/** What does not hold of the call by what this step sets, at the fields of the change. */
export function problemsOfStep(call: Call, { step }: DraftChange, network: NetworkFile): CallProblem[] {
  return callProblems(call, network).flatMap((problem) => ofStep(problem, step));
}

function ofStep({ path, message }: CallProblem, step: DraftChange["step"]): CallProblem[] {
  const [field = ""] = path.split(".");
  if (!fieldsOf[step].includes(field)) return [];
  return [{ path: `change.${path === "closes" ? "closesOn" : path}`, message }];
}
