/** A manager begins the assignment of a whole call: who may review and which cases are in review are frozen, then read case by case. */
import * as z from "zod";
import { dayOf } from "../../application/read-application.ts";
import type { Call } from "../../call/call.ts";
import { requireRole } from "../../kernel/actor.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { DomainError } from "../../kernel/error.ts";
import { callIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import { refuseTied } from "../../person/tie.ts";
import type { Change, Reader } from "../../port/store.ts";
import type { Row } from "../../row/row.ts";
import { seedOf } from "../choose-reviewers.ts";
import { expertOf, seatsFor } from "../planning.ts";
import { type Candidate, readCandidates } from "../pool.ts";
import { readOpenWork, type Work } from "../work.ts";
import { type Run, type RunSeats, runIdSchema, seatsAnItem } from "./run.ts";

interface Facts {
  readonly call: Call | undefined;
  readonly rows: readonly Row[];
  readonly runs: readonly Run[];
  readonly candidates: readonly Candidate[];
  readonly work: readonly Work[];
}

/** Runs that still may change something. */
const openStates: readonly Run["state"][] = ["collecting", "solving", "ready", "impossible", "publishing"];
const casesMost = 2000;

export const startRun = verb({
  name: "run.start",
  input: z.object({
    callId: callIdSchema,
    noInterest: z.literal(true),
    /** Fewest cases for each reviewer who has room. */
    least: z.number().int().min(0).max(20).default(0),
  }),
  async read(reader: Reader, { callId }): Promise<Facts> {
    const call = await reader.get("call", { callId });
    if (call === undefined) return { call, rows: [], runs: [], candidates: [], work: [] };
    const [rows, runs, candidates] = await Promise.all([
      reader.list("row", { parkId: call.leadPark, callId }),
      reader.list("run", { callId }),
      readCandidates(reader, undefined),
    ]);
    const work = await readOpenWork(
      reader,
      candidates.map(({ personId }) => personId),
    );
    return { call, rows, runs, candidates, work };
  },
  decide({ call, rows, runs, candidates, work }: Facts, actor, { least }, moment): Decision<{ runId: Run["runId"] }> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const person = requireRole(actor, "manager", call.leadPark, moment.now);
    refuseTied(actor, moment.now);
    if (runs.some(({ state }) => openStates.includes(state))) throw new DomainError("conflict", "run.another-open");
    const caseIds = rows
      .filter(({ status }) => status === "in-review")
      .map(({ caseId }) => caseId)
      .sort();
    if (caseIds.length === 0) throw new DomainError("conflict", "run.nothing-in-review");
    if (caseIds.length > casesMost) throw new DomainError("conflict", "run.too-many", { most: casesMost });
    const inForce = candidates.filter(({ until, lay = false }) => !lay && (until === undefined || moment.now < until));
    const today = dayOf(call, moment.network, moment.now);
    const experts = inForce.map(expertOf);
    // Which cases want reviewers is not known yet: all open work counts.
    const seats = seatsFor(inForce, work, new Set(), today).map((seat, at): RunSeats["seats"][number] => ({
      ...seat,
      ...(least === 0 ? {} : { least }),
      terms: experts[at]?.text ?? "",
      taxonomy: [...(experts[at]?.taxonomy ?? [])],
    }));
    const runId = runIdSchema.parse(moment.newId("run"));
    const hash = moment.digest(canonicalJson([caseIds, seats]));
    const run: Run = {
      callId: call.callId,
      runId,
      leadPark: call.leadPark,
      state: "collecting",
      startedBy: person.personId,
      startedAt: moment.now,
      changedAt: moment.now,
      caseIds,
      seats: seats.length,
      hash,
      seed: seedOf(hash),
      collected: 0,
      wanting: 0,
      round: 0,
      moves: [],
      waived: [],
      published: 0,
      skipped: 0,
      version: 0,
    };
    const parts = Array.from({ length: Math.ceil(seats.length / seatsAnItem) }, (_, part): Change => {
      const mine = seats.slice(part * seatsAnItem, (part + 1) * seatsAnItem);
      return { op: "create", name: "runSeats", value: { runId, part, seats: mine, version: 0 } };
    });
    return {
      changes: [{ op: "create", name: "run", value: run }, ...parts],
      events: [
        {
          stream: `call:${call.callId}`,
          type: "run.started",
          facts: { runId, cases: caseIds.length, reviewers: seats.length, hash },
        },
      ],
      effects: [{ body: { kind: "advance-run", callId: call.callId, runId } }],
      result: { runId },
    };
  },
});
