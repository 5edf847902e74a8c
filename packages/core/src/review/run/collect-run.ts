/** The next cases of a run are read: which of them want reviewers, and what speaks for and against each reviewer. */
import * as z from "zod";
import { dayOf } from "../../application/read-application.ts";
import { requireSystem } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { type CaseId, callIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Change, Reader } from "../../port/store.ts";
import { plannedCount, requirePool } from "../plan.ts";
import { type PlanningFacts, readWords, sheetFor } from "../planning.ts";
import { type Candidate, readCandidates, readCase } from "../pool.ts";
import { translationWanted } from "../translation/translation.ts";
import { type Run, runIdSchema } from "./run.ts";

/** Cases in one commit: with two hundred and fifty reviewers each takes some ten kilobytes. */
export const casesAStep = 20;

interface Facts {
  readonly run: Run | undefined;
  readonly candidates: readonly Candidate[];
  readonly cases: readonly Omit<PlanningFacts, "work">[];
}

export const collectRun = verb({
  name: "run.collect",
  input: z.object({ callId: callIdSchema, runId: runIdSchema, from: z.number().int().min(0) }),
  async read(reader: Reader, { callId, runId, from }): Promise<Facts> {
    const run = await reader.get("run", { callId, runId });
    if (run === undefined) return { run, candidates: [], cases: [] };
    const seats = (await reader.list("runSeats", { runId })).flatMap((part) => part.seats);
    const known = new Map(
      (
        await readCandidates(
          reader,
          seats.map(({ personId }) => personId),
        )
      ).map((candidate) => [candidate.personId, candidate]),
    );
    const candidates = seats.flatMap(({ personId }) => known.get(personId) ?? []);
    // Somebody who is a reviewer no more since the run began: it starts anew.
    if (candidates.length < seats.length) return { run, candidates, cases: [] };
    const cases = await Promise.all(
      run.caseIds.slice(from, from + casesAStep).map((caseId) => readPlanned(reader, caseId)),
    );
    return { run, candidates, cases };
  },
  decide({ run, candidates, cases }: Facts, actor, { from }, moment): Decision<{ state: Run["state"] }> {
    requireSystem(actor);
    if (run === undefined) throw new DomainError("not_found", "run.not-found");
    if (run.state !== "collecting" || run.collected !== from) return { changes: [], result: { state: run.state } };
    const { callId, runId } = run;
    if (candidates.length < run.seats) {
      const value: Run = { ...run, state: "discarded", changedAt: moment.now };
      return {
        changes: [{ op: "replace", name: "run", value }],
        events: [{ stream: `call:${callId}`, type: "run.discarded", facts: { runId, reason: "reviewers-changed" } }],
        result: { state: "discarded" },
      };
    }
    const sheets = cases.flatMap((facts) => sheetsOf(facts, run, candidates, moment));
    const collected = Math.min(run.caseIds.length, from + casesAStep);
    const state = collected === run.caseIds.length ? "solving" : "collecting";
    const value: Run = { ...run, state, collected, wanting: run.wanting + sheets.length, changedAt: moment.now };
    return {
      changes: [{ op: "replace", name: "run", value }, ...sheets],
      effects: [{ body: { kind: "advance-run", callId, runId } }],
      result: { state },
    };
  },
});

async function readPlanned(reader: Reader, caseId: CaseId): Promise<Omit<PlanningFacts, "work">> {
  const [pool, words] = await Promise.all([readCase(reader, caseId, undefined), readWords(reader, caseId)]);
  return { ...pool, ...words, candidates: [] };
}

/** Nothing for a case that has moved on, whose reviewers are set, or that waits for a translation. */
function sheetsOf(
  facts: Omit<PlanningFacts, "work">,
  { runId }: Run,
  candidates: readonly Candidate[],
  moment: Parameters<typeof collectRun.decide>[3],
): Change[] {
  const { one, call, on, slots, tasks, text, translated } = requirePool(facts);
  const asked = tasks.filter(({ kind, status }) => kind === "assign-reviewer" && status === "open");
  if (one.status !== "in-review" || asked.length === 0) return [];
  if (translationWanted(call, on.language, translated).length > 0) return [];
  const names = asked.map(({ slot }) => slot);
  const sheet = sheetFor({
    one,
    on,
    slots,
    count: names.includes("-") ? plannedCount(call, one) : names.length,
    candidates,
    translated,
    match: () => 0,
    today: dayOf(call, moment.network, moment.now),
  });
  const known = new Set(candidates.map(({ personId }) => personId));
  // Who sits there and is a reviewer no more has no seat in the run; their park counts no more either.
  const started = sheet.started.filter((personId) => known.has(personId));
  return [
    {
      op: "create",
      name: "runSheet",
      value: {
        runId,
        caseId: one.caseId,
        attempt: one.attempt,
        slots: names.includes("-") ? ["-"] : names,
        sheet: { ...sheet, started, wanted: sheet.wanted - (sheet.started.length - started.length) },
        text,
        ...(on.sector === undefined ? {} : { sector: on.sector }),
        version: 0,
      },
    },
  ];
}
