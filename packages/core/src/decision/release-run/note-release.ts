/** What became of one case of a release run: noted once, after its own commit; the last one ends the run. */
import * as z from "zod";
import { requireSystem } from "../../kernel/actor.ts";
import { DomainError } from "../../kernel/error.ts";
import { callIdSchema, caseIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Reader } from "../../port/store.ts";
import { type ReleaseRun, releaseOutcomeSchema, releaseRunIdSchema } from "./release-run.ts";

export const noteRelease = verb({
  name: "release-run.note",
  input: z.object({
    callId: callIdSchema,
    runId: releaseRunIdSchema,
    caseId: caseIdSchema,
    outcome: releaseOutcomeSchema,
    code: z.string().optional(),
  }),
  read: async (reader: Reader, { callId, runId }): Promise<{ run: ReleaseRun | undefined }> => ({
    run: await reader.get("releaseRun", { callId, runId }),
  }),
  decide({ run }, actor, { caseId, outcome, code }, moment): Decision<{ state: ReleaseRun["state"] }> {
    requireSystem(actor);
    if (run === undefined) throw new DomainError("not_found", "release-run.not-found");
    const noted = run.cases.find((entry) => entry.caseId === caseId);
    if (noted === undefined || noted.outcome !== undefined) return { changes: [], result: { state: run.state } };
    const cases = run.cases.map((entry) =>
      entry.caseId === caseId ? { ...entry, outcome, at: moment.now, ...(code === undefined ? {} : { code }) } : entry,
    );
    const state = cases.every((entry) => entry.outcome !== undefined) ? "done" : "running";
    const value: ReleaseRun = { ...run, cases, state, changedAt: moment.now };
    const facts = { runId: run.runId, cases: cases.length };
    return {
      changes: [{ op: "replace", name: "releaseRun", value }],
      ...(state === "done" ? { events: [{ stream: `call:${run.callId}`, type: "release-run.done", facts }] } : {}),
      result: { state },
    };
  },
});
