/** The network's secretary gives one open task to a named person who may do it, and never answers it (domain §12). */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import type { Claim } from "../claim/claim.ts";
import { type PersonActor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type CaseId, caseIdSchema, type PersonId, personIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { ownLetter } from "../letter/keep-letter.ts";
import { reassigned as reassignedLetter } from "../letter/kind/reassigned.ts";
import { type Candidate, inForce, plain, recipientsOf } from "../letter/recipient.ts";
import { refuseBarred } from "../person/tie.ts";
import type { Reader } from "../port/store.ts";
import type { Slot } from "../review/slot.ts";
import { isOfEitherParty } from "../voucher/party.ts";
import { refuseReviewer, requireAnother, requireStaff } from "../voucher/staff.ts";
import { type Task, taskKeyOf, taskPath } from "./task.ts";
import { actOfTask } from "./task-act.ts";
import { taskLetterData } from "./task-letter.ts";

export const reassignTaskInput = z.object({
  caseId: caseIdSchema,
  /** As `taskPath` writes it. */
  task: z.string().max(200),
  to: personIdSchema,
  reason: z.string().trim().min(1).max(500),
});

export interface Assignable {
  readonly one: Case | undefined;
  readonly task: Task | undefined;
  /** All who hold the role that the task asks for. */
  readonly holders: readonly Candidate[];
  readonly slots: readonly Slot[];
  readonly claims: readonly Claim[];
  /** Decides the act as the person to whom it would be given; absent where no single act answers the task, or nobody is meant. */
  readonly judge?: (moment: Moment) => void;
  readonly person?: PersonActor;
}

export async function readAssignable(
  reader: Reader,
  { caseId, task: path, to }: { caseId: CaseId; task: string; to: PersonId },
): Promise<Assignable> {
  const [one, tasks, slots, claims, person, grants, memberships] = await Promise.all([
    reader.get("case", { caseId }),
    reader.list("task", { caseId }),
    reader.list("slot", { caseId }),
    reader.list("claim", { caseId }),
    reader.get("person", { personId: to }),
    reader.list("grant", { personId: to }),
    reader.list("membership", { personId: to }),
  ]);
  const task = tasks.find((other) => taskPath(other) === path);
  if (one === undefined || task === undefined) return { one, task, slots, claims, holders: [] };
  const holders = await recipientsOf(reader, task.holder, one);
  if (person === undefined || task.status !== "open") return { one, task, slots, claims, holders };
  const meant: PersonActor = { kind: "person", personId: to, name: person.name, grants, memberships };
  const judge = await (await actOfTask(task))?.judge(reader, meant);
  return { one, task, slots, claims, holders, person: meant, ...(judge === undefined ? {} : { judge }) };
}

/** What reassigning itself changes, or the person brings when they answer. */
const mended: readonly string[] = ["approval.not-your-turn", "second-factor.stale"];

/**
 * Why this person may not be given the task: the code of what would refuse them, and its facts. `task.self` for the
 * secretary's own, `duties.interest` for whom a HARD interest keeps from the case.
 */
export function unfitFor(
  facts: Assignable,
  by: PersonId,
  to: PersonId,
  moment: Moment,
): { code: string; facts: Record<string, unknown> } | undefined {
  const { one, task, person, judge } = facts;
  if (one === undefined || task === undefined || task.holder.kind !== "role") return undefined;
  const { role, parkId } = task.holder;
  if (to === by) return { code: "task.self", facts: {} };
  const held = facts.holders.filter(({ personId }) => personId === to);
  if (person === undefined || held.every(({ until }) => until !== undefined && until <= moment.now))
    return { code: "actor.role-needed", facts: { role, parkId } };
  if (task.given?.includes(to) === true) return { code: "duties.same-person", facts: { step: "approval.answer" } };
  if (inForce(held, moment.now).length === 0) return { code: "duties.interest", facts: {} };
  try {
    requireStaff(person, role, one, facts.slots, moment.now, parkId);
    if (task.kind === "pay") requireAnother(person, facts.claims.at(-1)?.assessment?.by, "claim.assess");
    judge?.(moment);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const counts = error.kind === "forbidden" && !mended.includes(error.code);
    return counts ? { code: error.code, facts: { ...error.facts } } : undefined;
  }
}

/** @throws not_found `case.not-found`; forbidden `actor.role-needed`; conflict `task.not-open`, `task.reassign-unfit` with why. */
export const reassignTask = verb({
  name: "task.reassign",
  input: reassignTaskInput,
  read: readAssignable,
  decide(facts: Assignable, actor, { to, reason }, moment): Decision<{ to: PersonId }> {
    const secretary = requireRole(actor, "secretary", undefined, moment.now);
    const { one, task } = facts;
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    refuseBarred(secretary, one, moment.now);
    // Nobody chooses who decides on their own case, nor learns from a refusal what is being decided on it.
    if (isOfEitherParty(secretary, one)) throw new DomainError("not_found", "case.not-found");
    refuseReviewer(secretary, facts.slots, one);
    if (task?.status !== "open" || task.holder.kind !== "role") throw new DomainError("conflict", "task.not-open");
    const unfit = unfitFor(facts, secretary.personId, to, moment);
    const [next] = facts.holders.filter(({ personId }) => personId === to);
    if (unfit !== undefined || next === undefined)
      throw new DomainError("conflict", "task.reassign-unfit", { why: unfit?.code, step: unfit?.facts["step"] });
    if (task.reassigned?.at(-1)?.to === to && task.asked?.includes(to) === true) return { changes: [], result: { to } };
    const reassigned = [...(task.reassigned ?? []), { by: secretary.personId, to, reason, at: moment.now }].slice(-20);
    const letter = ownLetter(
      reassignedLetter,
      {
        kind: "reassigned",
        key: `reassigned:${taskPath(task)}:${moment.now}:${to}`,
        stream: one.caseId,
        caseId: one.caseId,
        to: plain(next),
        data: { ...taskLetterData(one, task, moment.network), by: secretary.name, reason },
      },
      moment,
    );
    return {
      changes: [
        {
          op: "patch",
          name: "task",
          key: taskKeyOf(task),
          set: { asked: [to], reassigned },
          when: { status: "open", version: task.version },
        },
        ...letter.changes,
      ],
      events: [
        { stream: one.caseId, caseId: one.caseId, type: "task.reassigned", facts: { task: taskPath(task), to } },
      ],
      effects: letter.effects,
      result: { to },
    };
  },
});
