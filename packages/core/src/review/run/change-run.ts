/** What a manager does with the dry run of a call: fix pairs by hand, set rules aside with a reason, publish it, or throw it away. */
import * as z from "zod";
import { requireRole } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { callIdSchema } from "../../kernel/id.ts";
import { type Decision, type Verb, verb } from "../../kernel/verb.ts";
import { refuseTied } from "../../person/tie.ts";
import type { Reader } from "../../port/store.ts";
import { moveSchema } from "../sheet.ts";
import { type Run, runIdSchema, runWaiverSchema } from "./run.ts";

interface Facts {
  readonly run: Run | undefined;
}
const ids = z.object({ callId: callIdSchema, runId: runIdSchema });
type RunState = { state: Run["state"] };

const read = async (reader: Reader, { callId, runId }: z.infer<typeof ids>): Promise<Facts> => ({
  run: await reader.get("run", { callId, runId }),
});

/** @throws not_found `run.not-found`; forbidden; conflict `run.wrong-state` */
function requireRun(
  { run }: Facts,
  actor: Parameters<Verb<unknown, Facts, unknown>["decide"]>[1],
  now: Run["startedAt"],
  states: readonly Run["state"][],
) {
  if (run === undefined) throw new DomainError("not_found", "run.not-found");
  const person = requireRole(actor, "manager", run.leadPark, now);
  refuseTied(person, now);
  if (!states.includes(run.state)) throw new DomainError("conflict", "run.wrong-state", { state: run.state });
  return { run, person };
}

/** Replaces all moves and waivers; the answer of the next round follows. */
export const reviseRun = verb({
  name: "run.revise",
  input: ids.extend({ moves: z.array(moveSchema).max(200), waived: z.array(runWaiverSchema).max(200) }),
  read,
  decide(facts: Facts, actor, { moves, waived }, moment): Decision<RunState> {
    const { run } = requireRun(facts, actor, moment.now, ["ready", "impossible"]);
    const known = new Set(run.caseIds);
    const strange = [...moves, ...waived].find(({ caseId }) => !known.has(caseId));
    if (strange !== undefined) throw new DomainError("invalid", "run.case-unknown", { caseId: strange.caseId });
    const value: Run = { ...run, state: "solving", moves, waived, changedAt: moment.now };
    return {
      changes: [{ op: "replace", name: "run", value }],
      events: [
        {
          stream: `call:${run.callId}`,
          type: "run.revised",
          facts: { runId: run.runId, moves: moves.length, waived: waived.length },
        },
      ],
      effects: [{ body: { kind: "advance-run", callId: run.callId, runId: run.runId } }],
      result: { state: "solving" },
    };
  },
});

/** From here on reviewers are invited, one commit per case. */
export const publishRun = verb({
  name: "run.publish",
  input: ids.extend({ noInterest: z.literal(true), round: z.number().int().min(1) }),
  read,
  decide(facts: Facts, actor, { round }, moment): Decision<RunState> {
    if (facts.run?.state === "publishing" && facts.run.round === round) {
      requireRole(actor, "manager", facts.run.leadPark, moment.now);
      return { changes: [], result: { state: "publishing" } };
    }
    const { run, person } = requireRun(facts, actor, moment.now, ["ready"]);
    if (run.round !== round) throw new DomainError("conflict", "run.other-round", { round: run.round });
    const value: Run = { ...run, state: "publishing", publishedBy: person.personId, changedAt: moment.now };
    return {
      changes: [{ op: "replace", name: "run", value }],
      events: [{ stream: `call:${run.callId}`, type: "run.published", facts: { runId: run.runId, round } }],
      effects: [{ body: { kind: "advance-run", callId: run.callId, runId: run.runId } }],
      result: { state: "publishing" },
    };
  },
});

export const discardRun = verb({
  name: "run.discard",
  input: ids,
  read,
  decide(facts: Facts, actor, _input, moment): Decision<RunState> {
    const { run } = requireRun(facts, actor, moment.now, ["collecting", "solving", "ready", "impossible"]);
    return {
      changes: [{ op: "replace", name: "run", value: { ...run, state: "discarded", changedAt: moment.now } }],
      events: [
        {
          stream: `call:${run.callId}`,
          type: "run.discarded",
          facts: { runId: run.runId, reason: "by-manager" },
        },
      ],
      result: { state: "discarded" },
    };
  },
});
