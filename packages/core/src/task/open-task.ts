/** The verb behind every waiting state: makes the task's record once, takes the newest token, and opens only while the case allows it. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { type Approving, firstAsked, readApproving } from "../approval/turn.ts";
import type { Call } from "../call/call.ts";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { type Above, aboveNow, aboveOf, type Candidate, recipientsOf } from "../letter/recipient.ts";
import { taskLetterChanges } from "../letter/task-letters.ts";
import { besideChanges, type Paying, readPaying } from "../payment/pay-task.ts";
import type { Change, Reader } from "../port/store.ts";
import { frozenAnswer, gateStillShut, hasNoGate, waitsFrom } from "../review/ranking/pass-gate.ts";
import type { Slot } from "../review/slot.ts";
import { type Voucher, voucherStands } from "../voucher/voucher.ts";
import { cancelledAnswer } from "./answer.ts";
import { askedOfTask } from "./asked.ts";
import { clockOfHolder, clockOfPark, deadlinesOf, deadlinesOfUse, readWorksAt, type WorksAt } from "./due.ts";
import { holderOf } from "./holder-of.ts";
import { factsOfImpossible, type TaskFacts } from "./impossible-plan.ts";
import { taskRules } from "./kind.ts";
import { isBehind, isVacant, roundStillCounts, vacantAnswer } from "./overtaken.ts";
import { renewTask } from "./renew-task.ts";
import { type Holder, type Task, taskKeyOf, taskKeySchema, taskKindSchema } from "./task.ts";
import { taskLetterData } from "./task-letter.ts";

export const openTaskInput = taskKeySchema.extend({
  kind: taskKindSchema,
  token: z.string().min(1),
  execution: z.string(),
  entered: z.string(),
  retry: z.number().int().min(0),
});
export type OpenTaskInput = z.infer<typeof openTaskInput>;

interface Facts {
  one: Case | undefined;
  existing: Task | undefined;
  slot: Slot | undefined;
  voucher: Voucher | undefined;
  call: Call | undefined;
  recipients: readonly Candidate[];
  worksAt?: WorksAt;
  /** Whom to tell where nobody may be asked. */
  above?: Above;
  /** Whose approval is wanted first; only of an approval. */
  approving?: Approving;
  /** What the park asks about the claim; only where that is to be answered. */
  query?: string | undefined;
  /** Why no plan of reviewers was possible; only where a manager is to name them. */
  impossible?: TaskFacts;
  /** Which parks have orders to pay; only of a payment. */
  paying?: Paying | undefined;
}

export const openTask = verb({
  name: "task.open",
  input: openTaskInput,
  read: readFacts,
  decide(facts: Facts, actor, input, moment): Decision<{ status: Task["status"] }> {
    requireSystem(actor);
    if (facts.existing !== undefined) return renewTask(facts.existing, input);
    const { one } = facts;
    if (one === undefined) throw new DomainError("not_found", "case.not-found", { caseId: input.caseId });
    const rule = taskRules[input.kind];
    if (!rule.opensIn.includes(one.status)) return alreadyOver(one, input, moment);
    if (isBehind(one, input)) return alreadyOver(one, input, moment);
    if (isVacant(facts.slot, input)) return alreadyOver(one, input, moment, "answered", vacantAnswer(input));
    if (input.kind === "await-ranking" && hasNoGate(facts.call))
      return alreadyOver(one, input, moment, "answered", frozenAnswer(input));
    return open(facts, one, input, moment);
  },
});

async function readFacts(reader: Reader, input: OpenTaskInput): Promise<Facts> {
  const [one, existing, voucher, slots] = await Promise.all([
    reader.get("case", { caseId: input.caseId }),
    reader.get("task", taskKeyOf(input)),
    reader.get("voucher", { caseId: input.caseId }),
    reader.list("slot", { caseId: input.caseId, attempt: input.attempt }),
  ]);
  const slot = slots.find((other) => other.slot === input.slot);
  const read = { one, existing, slot, voucher };
  const opens = one !== undefined && existing === undefined && taskRules[input.kind].opensIn.includes(one.status);
  if (!opens || isVacant(slot, input)) return { ...read, call: undefined, recipients: [] };
  const call = await reader.get("call", { callId: one.callId });
  const paying = input.kind === "pay" ? await readPaying(reader, one) : undefined;
  const holder = paying?.holder ?? holderOf(one, input, slot, call?.pays);
  const [recipients, claims, plans, approving, worksAt] = await Promise.all([
    recipientsOf(reader, holder, one),
    input.kind === "answer-query" ? reader.list("claim", { caseId: input.caseId }) : [],
    input.kind === "assign-reviewer" ? reader.list("reviewPlan", { caseId: input.caseId, attempt: input.attempt }) : [],
    input.kind === "approve" ? readApproving(reader, input, one) : undefined,
    readWorksAt(reader, holder, slot),
  ]);
  const short =
    holder.kind === "role" &&
    recipients.every(({ until, barredUntil }) => until !== undefined || barredUntil !== undefined);
  const above = short || approving !== undefined ? await aboveOf(reader, holder, one) : undefined;
  const query = claims.at(-1)?.queries.at(-1)?.question;
  return {
    ...read,
    call,
    recipients,
    worksAt,
    ...(above === undefined ? {} : { above }),
    ...(approving === undefined ? {} : { approving }),
    query,
    impossible: factsOfImpossible(plans.at(-1)),
    paying,
  };
}

/** The case has moved on, or there is nothing to wait for: the task is recorded as closed, and the workflow is told so. */
function alreadyOver(
  one: Case,
  input: OpenTaskInput,
  moment: Moment,
  status: "cancelled" | "answered" = "cancelled",
  answer = cancelledAnswer(input),
): Decision<{ status: Task["status"] }> {
  const task: Task = {
    ...base(one, input, moment),
    status,
    holder: { kind: "organisation", organisationId: one.applicantId },
    due: moment.now,
    reminders: [],
    escalations: [],
    answer,
    by: "system:workflow",
    at: moment.now,
  };
  return {
    changes: [{ op: "create", name: "task", value: task }],
    effects: [{ body: { kind: "resolve-task", task: taskKeyOf(task) } }],
    result: { status },
  };
}

function open(facts: Facts, one: Case, input: OpenTaskInput, moment: Moment): Decision<{ status: Task["status"] }> {
  const rule = taskRules[input.kind];
  const { call } = facts;
  const first = facts.approving === undefined ? undefined : firstAsked(facts.approving, input.slot, moment);
  const holder: Holder = first?.holder ?? facts.paying?.holder ?? holderOf(one, input, facts.slot, call?.pays);
  const holders = first?.holders ?? facts.recipients;
  const gate = input.kind === "await-ranking" ? call : undefined;
  const counted = gate === undefined ? moment.now : waitsFrom(gate, moment.now);
  const valid = input.kind === "use" ? facts.voucher : undefined;
  const deadlines =
    valid !== undefined
      ? deadlinesOfUse(moment.now, valid.expires, clockOfPark(moment.network, one.leadPark).zone)
      : deadlinesOf(moment.network, counted, rule, clockOfHolder(moment.network, one, holder, facts.worksAt));
  const common = base(one, input, moment);
  const told = { ...common.facts, ...facts.impossible, ...first?.facts };
  const task: Task = {
    ...common,
    facts: told,
    ...deadlines,
    holder,
    ...(first?.asked === undefined ? {} : { asked: first.asked }),
    status: "open",
  };
  const enters = rule.enters !== undefined && rule.enters !== one.status;
  const move =
    enters && rule.enters !== undefined
      ? moveCase(one, rule.enters, {}, moment, { type: `task.${input.kind}-opened` })
      : undefined;
  // Writes the case's version: a withdrawal that read the tasks before this one opened must look again.
  const stillAllowed: Change = {
    op: "patch",
    name: "case",
    key: { caseId: one.caseId },
    set: {},
    when: { status: rule.opensIn, ...roundStillCounts(one, input) },
  };
  const { state, slot, round, attempt } = input;
  const asked = askedOfTask(task, holders, moment.now);
  // A duty that nobody may do is told at once: waiting for the escalation would cost the applicant days.
  const vacant = holder.kind === "role" && asked.length === 0;
  const kind = vacant ? "escalation" : rule.letter;
  const letters =
    kind === undefined
      ? []
      : (vacant ? aboveNow(facts.above ?? { substitutes: [], secretaries: [] }, 2, moment.now) : asked).map((to) =>
          taskLetterChanges(
            {
              kind,
              key: `${kind}:${input.state}:${input.slot}:${input.round}:${to.personId}`,
              stream: one.caseId,
              caseId: one.caseId,
              to,
              data: taskLetterData(one, task, moment.network, facts.query),
            },
            moment,
          ),
        );
  return {
    changes: [
      { op: "create", name: "task", value: task },
      ...(move === undefined ? [stillAllowed] : move.changes),
      ...(gate === undefined ? [] : [gateStillShut(gate)]),
      ...(valid === undefined ? [] : [voucherStands(valid)]),
      ...besideChanges(one, facts.paying, moment),
      ...letters.flatMap((letter) => letter.changes),
    ],
    events: [
      ...(move?.events ?? []),
      {
        stream: one.caseId,
        caseId: one.caseId,
        type: "task.opened",
        facts: { state, slot, round, attempt, due: task.due, ...(vacant ? { vacant } : {}) },
      },
    ],
    effects: [
      ...letters.flatMap((letter) => letter.effects),
      // From here an offer is needed; who was submitted before offers had a validity, or is decided anew, is looked at too.
      ...(input.kind === "propose" ? [{ body: { kind: "ask-offer-again" as const, caseId: one.caseId } }] : []),
    ],
    result: { status: "open" },
  };
}

function base(one: Case, input: OpenTaskInput, moment: Moment) {
  const { token, execution, entered, retry, kind } = input;
  return {
    ...taskKeyOf(input),
    kind,
    opened: moment.now,
    remindersSent: 0,
    escalated: 0,
    facts: { reference: one.reference, title: one.title },
    token,
    execution,
    entered,
    retry,
    version: 0,
  };
}
