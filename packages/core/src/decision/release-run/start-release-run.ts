/** A releaser begins to release many decisions at once: all that stands against any of them is said before anything is done. */
import * as z from "zod";
import type { Case } from "../../application/case.ts";
import type { Offer } from "../../application/offer.ts";
import type { Call } from "../../call/call.ts";
import { type Actor, type PersonActor, requireRole } from "../../kernel/actor.ts";
import { DomainError, isDomainError } from "../../kernel/error.ts";
import { type CaseId, callIdSchema, caseIdSchema } from "../../kernel/id.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import type { Reader } from "../../port/store.ts";
import type { Slot } from "../../review/slot.ts";
import { audienceOf } from "../../view/audience.ts";
import { requireStaff } from "../../voucher/staff.ts";
import { latestProposal } from "../decision-facts.ts";
import { refuseWhoDid, whoProposed } from "../duties.ts";
import type { Proposal } from "../proposal.ts";
import { type ReleaseRun, type ReleaseRunId, releaseRunIdSchema, releasesMost } from "./release-run.ts";

export interface ReadyFacts {
  readonly one: Case | undefined;
  readonly offer: Offer | undefined;
  readonly slots: readonly Slot[];
  readonly proposals: readonly Proposal[];
}

interface Facts {
  readonly call: Call | undefined;
  readonly runs: readonly ReleaseRun[];
  readonly ready: readonly ReadyFacts[];
}

export async function readReady(reader: Reader, caseId: CaseId): Promise<ReadyFacts> {
  const [one, offer, slots, proposals] = await Promise.all([
    reader.get("case", { caseId }),
    reader.get("offer", { caseId }),
    reader.list("slot", { caseId }),
    reader.list("proposal", { caseId }),
  ]);
  return { one, offer, slots, proposals };
}

/**
 * Managers of the lead park who proposed none of them. @throws conflict `release-run.another-open`; conflict
 * `release-run.not-ready` with `problems`: the code that stands against each case.
 */
export const startReleaseRun = verb({
  name: "release-run.start",
  input: z.object({
    callId: callIdSchema,
    noInterest: z.literal(true),
    cases: z
      .array(z.object({ caseId: caseIdSchema, hash: z.string().min(1).max(100) }))
      .min(1)
      .max(releasesMost),
  }),
  async read(reader: Reader, { callId, cases }): Promise<Facts> {
    const [call, runs, ready] = await Promise.all([
      reader.get("call", { callId }),
      reader.list("releaseRun", { callId }),
      Promise.all(cases.map(({ caseId }) => readReady(reader, caseId))),
    ]);
    return { call, runs, ready };
  },
  decide({ call, runs, ready }: Facts, actor, { callId, cases }, moment): Decision<{ runId: ReleaseRunId }> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const person = requireRole(actor, "manager", call.leadPark, moment.now);
    if (runs.some(({ state }) => state === "running")) throw new DomainError("conflict", "release-run.another-open");
    const distinct = new Set(cases.map(({ caseId }) => caseId));
    const problems = cases.flatMap(({ caseId, hash }, at) => {
      const facts = ready[at];
      const code =
        facts?.one?.callId !== callId || distinct.size < cases.length
          ? "case.not-found"
          : againstRelease(facts, person, hash, moment.now);
      // Of a case that is none of theirs, nothing is told but that.
      const reference = code === "case.not-found" ? "" : (facts?.one?.reference ?? "");
      return code === undefined ? [] : [{ caseId, reference, code }];
    });
    if (problems.length > 0) throw new DomainError("conflict", "release-run.not-ready", { problems });
    const runId = releaseRunIdSchema.parse(moment.newId("rel"));
    const run: ReleaseRun = {
      callId,
      runId,
      leadPark: call.leadPark,
      state: "running",
      startedBy: person.personId,
      startedAt: moment.now,
      changedAt: moment.now,
      cases: cases.map(({ caseId, hash }, at) => ({ caseId, hash, reference: ready[at]?.one?.reference ?? "" })),
      version: 0,
    };
    return {
      changes: [{ op: "create", name: "releaseRun", value: run }],
      events: [{ stream: `call:${callId}`, type: "release-run.started", facts: { runId, cases: cases.length } }],
      effects: [{ body: { kind: "advance-release", callId, runId } }],
      result: { runId },
    };
  },
});

/** The code of what stands against this person releasing this case as it was seen; undefined where nothing does. */
export function againstRelease(
  facts: ReadyFacts,
  actor: Actor,
  hash: string | undefined,
  now: Instant,
): string | undefined {
  const { one, offer, slots } = facts;
  if (one === undefined || audienceOf(actor, one, offer, slots, now)?.kind !== "staff") return "case.not-found";
  if (one.status !== "approved") return "case.wrong-status";
  const proposal = latestProposal(facts);
  if (proposal?.status !== "approved" || (hash !== undefined && proposal.contentHash !== hash))
    return "approval.content-changed";
  try {
    const person: PersonActor = requireStaff(actor, "manager", one, slots, now);
    refuseWhoDid(person, whoProposed(facts), "decision.propose");
    return undefined;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
}
