/** The only place where a published call is changed: one manager proposes, another publishes, as publishing demands. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CallId, callIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { refuseTied } from "../person/tie.ts";
import type { Reader } from "../port/store.ts";
import type { Row } from "../row/row.ts";
import { wakesOf } from "./advance-call.ts";
import { amendableStates, fieldChanges, hindrancesOf } from "./amendable.ts";
import { type Amendment, amendmentReasonSchema, amendmentSchema } from "./amendment.ts";
import type { Call } from "./call.ts";
import { changedBy, problemsOfStep } from "./change-draft.ts";
import { changeSchema, type DraftChange } from "./change-schema.ts";

interface Facts {
  readonly call: Call | undefined;
  readonly amendments: readonly Amendment[];
  readonly rows: readonly Pick<Row, "status">[];
}

async function readAmending(reader: Reader, callId: CallId): Promise<Facts> {
  const call = await reader.get("call", { callId });
  if (call === undefined) return { call, amendments: [], rows: [] };
  const [amendments, rows] = await Promise.all([
    reader.list("amendment", { callId }),
    reader.list("row", { parkId: call.leadPark, callId }),
  ]);
  return { call, amendments, rows };
}

/** The call as the change makes it, with what differs. @throws as the verbs below say. */
function amended(
  { call, rows }: Facts & { call: Call },
  change: DraftChange,
  moment: Moment,
): { after: Call; changes: Amendment["changes"] } {
  if (!amendableStates.includes(call.state))
    throw new DomainError("conflict", "call.wrong-state", { state: call.state, wanted: "open" });
  const after = changedBy(call, change, moment);
  const changes = fieldChanges(call, after);
  if (changes.length === 0) throw new DomainError("invalid", "amendment.changes-nothing");
  const fields = hindrancesOf(
    call,
    changes,
    rows.map(({ status }) => status),
    moment.now,
  );
  if (fields.length > 0) throw new DomainError("conflict", "amendment.not-allowed", { fields });
  const problems = problemsOfStep(after, change, moment.network);
  if (problems.length > 0) throw new DomainError("invalid", "input.invalid", { problems });
  return { after, changes };
}

/**
 * Managers of the lead park. Nothing changes yet. @throws conflict `call.wrong-state`, `call.changed`,
 * `amendment.another-open`; conflict `amendment.not-allowed` with every field that may not change and why; invalid
 * `amendment.changes-nothing`, or `input.invalid` with every problem of the step and every language without a reason.
 */
export const proposeAmendment = verb({
  name: "amendment.propose",
  input: z.object({
    callId: callIdSchema,
    version: z.number().int().min(0),
    change: changeSchema,
    reason: amendmentReasonSchema,
  }),
  read: (reader: Reader, { callId }) => readAmending(reader, callId),
  decide(facts: Facts, actor, { version, change, reason }, moment): Decision<{ number: number }> {
    const { call, amendments } = facts;
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const person = requireRole(actor, "manager", call.leadPark, moment.now);
    if (call.state !== "scheduled") refuseTied(person, moment.now);
    if (call.version !== version) throw new DomainError("conflict", "call.changed", { version: call.version });
    if (amendments.some(({ status }) => status === "proposed"))
      throw new DomainError("conflict", "amendment.another-open");
    const { after, changes } = amended({ ...facts, call }, change, moment);
    const silent = after.languages.filter((language) => reason[language] === undefined);
    if (silent.length > 0) {
      const problems = silent.map((language) => ({
        path: `reason.${language}`,
        message: `The reason in "${language}" is missing.`,
      }));
      throw new DomainError("invalid", "input.invalid", { problems });
    }
    const value: Amendment = {
      callId: call.callId,
      number: amendments.length + 1,
      status: "proposed",
      change,
      changes,
      reason,
      proposedBy: person.personId,
      proposedAt: moment.now,
      version: 0,
    };
    return {
      changes: [{ op: "create", name: "amendment", value }],
      events: [{ stream: `call:${call.callId}`, type: "call.amendment-proposed", facts: factsOf(value) }],
      result: { number: value.number },
    };
  },
});

const oneInput = z.object({ callId: callIdSchema, number: z.coerce.number().int().min(1) });

/**
 * A manager of the lead park other than the proposer. The change is made on the call as it is now.
 * @throws forbidden `duties.same-person`; not_found `amendment.not-found`; conflict `amendment.settled`; as `proposeAmendment`.
 */
export const publishAmendment = verb({
  name: "amendment.publish",
  input: oneInput,
  read: (reader: Reader, { callId }) => readAmending(reader, callId),
  decide(facts: Facts, actor, { number }, moment): Decision<{ status: string }> {
    const { call, one, person } = openOne(facts, actor, number, moment);
    if (call.state !== "scheduled") refuseTied(person, moment.now);
    if (one.proposedBy === person.personId)
      throw new DomainError("forbidden", "duties.same-person", { step: "publish" });
    const { after, changes } = amended({ ...facts, call }, one.change, moment);
    const value: Amendment = {
      ...one,
      changes,
      status: "published",
      endedBy: person.personId,
      endedAt: moment.now,
    };
    return {
      changes: [
        { op: "replace", name: "call", value: after },
        { op: "replace", name: "amendment", value },
      ],
      events: [{ stream: `call:${call.callId}`, type: "call.amended", facts: factsOf(value) }],
      effects: [
        { body: { kind: "tell-amendment", callId: call.callId, number } },
        // Nothing else has a clock of its own: what runs under other terms looks at the call when it acts.
        ...(after.closes === call.closes ? [] : wakesOf(after).slice(-1)),
      ],
      result: { status: "published" },
    };
  },
});

/** Any manager of the lead park. @throws not_found `amendment.not-found`; conflict `amendment.settled`. */
export const withdrawAmendment = verb({
  name: "amendment.withdraw",
  input: oneInput,
  read: (reader: Reader, { callId }) => readAmending(reader, callId),
  decide(facts: Facts, actor, { number }, moment): Decision<{ status: string }> {
    const { call, one, person } = openOne(facts, actor, number, moment);
    const value: Amendment = { ...one, status: "withdrawn", endedBy: person.personId, endedAt: moment.now };
    return {
      changes: [{ op: "replace", name: "amendment", value }],
      events: [{ stream: `call:${call.callId}`, type: "call.amendment-withdrawn", facts: factsOf(value) }],
      result: { status: "withdrawn" },
    };
  },
});

function openOne(
  { call, amendments }: Facts,
  actor: Parameters<typeof requireRole>[0],
  number: number,
  moment: Moment,
) {
  if (call === undefined) throw new DomainError("not_found", "call.not-found");
  const person = requireRole(actor, "manager", call.leadPark, moment.now);
  const one = amendments.find((each) => each.number === number);
  if (one === undefined) throw new DomainError("not_found", "amendment.not-found");
  if (one.status !== "proposed") throw new DomainError("conflict", "amendment.settled", { status: one.status });
  return { call, one: amendmentSchema.parse(one), person };
}

function factsOf({ number, changes }: Amendment): Record<string, unknown> {
  return { number, fields: changes.map(({ field }) => field) };
}
